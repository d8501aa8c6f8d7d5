/**
 * A type, or a detail of deals, that is not completely read: nothing that depends on it is reported. What depends on it is found by experiment:
 * everything that changes in the report when the facts of the type change.
 */

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Rules } from '../../src/domain/company/rules.ts'
import type { DealChange } from '../../src/domain/facts/deal-changes.ts'
import { DETAIL_TYPES, FACT_TYPES, type Fact, type FactType } from '../../src/domain/facts/facts.ts'
import { hubSpotWords } from '../../src/hubspot/words.ts'
import type { Cursor } from '../../src/ports/fact-store.ts'
import { readReport } from '../../src/reports/report.ts'
import type { Json, ReportObject } from '../../src/reports/scope-report.ts'
import { beginFirstAgain } from '../../src/sync/first-details.ts'
import { aCall, aCursor, aDeal, aMeeting, anAccount, anOwner, at, aWonDeal, rulesBody } from '../builders.ts'
import { noteDetailsRead } from '../store/details-read.ts'
import { type TestStore, testStore } from '../store/stores.ts'

const NOW = at('2026-09-25T14:00:00Z')
const BASE = { ownerId: '1', modifiedAt: at('2026-09-21T09:00:00Z') }
const STAGES = ['qualifiedtobuy', 'closedwon'] as const

let world: TestStore
let rules: Rules

/**
 * Records of a type in September; `many`: more of them, and of other kinds, and enough in the months before to see how
 * these filled up, so that every number differs.
 */
function factsOf(type: FactType, many: boolean): Fact[] {
  const inSeptember = Array.from({ length: many ? 41 : 9 }, (_, index) => aFact(type, index, 0))
  const before = Array.from({ length: many ? 400 : 0 }, (_, index) =>
    aFact(type, 41 + index, 1 + (index % 5)),
  )
  return [...inSeptember, ...before]
}

function aFact(type: FactType, index: number, monthsAgo: number): Fact {
  const base = { ...BASE, id: String(1000 + index), ownerId: index % 3 === 0 ? null : '1' }
  const day = Date.UTC(2026, 8 - monthsAgo, 2 + (index % 17), 9)
  switch (type) {
    case 'calls':
      return aCall({
        ...base,
        at: index % 4 === 1 ? null : day,
        direction: index % 2 ? 'INBOUND' : 'OUTBOUND',
        disposition: index % 5 ? (rules.connectedDispositions[0] ?? null) : null,
        durationMs: 60_000 + index,
        ...(index % 7 === 2 ? { durationMs: null, unreadable: ['duration'] } : {}),
      })
    case 'emails':
      return { ...base, type, at: day, direction: 'EMAIL', status: 'SENT', replyCount: index % 2 }
    case 'meetings':
      return aMeeting({
        ...base,
        createdAt: day,
        startsAt: day,
        outcome: index % 2 ? 'COMPLETED' : 'NO_SHOW',
      })
    case 'tasks':
      return { ...base, type, at: day, completedAt: day, status: 'COMPLETED' }
    case 'notes':
      return { ...base, type, at: day }
    case 'communications':
      return { ...base, type, at: day, channel: 'SMS' }
    case 'contacts': {
      const stages = { mqlAt: day, sqlAt: index % 4 ? day : null, opportunityAt: index % 3 ? day : null }
      return { ...base, type, createdAt: day, ...stages, customerAt: index % 2 ? day : null, territory: null }
    }
    case 'deals':
      return dealOf(base, index, day)
  }
}

function dealOf(base: { id: string; ownerId: string | null }, index: number, day: number): Fact {
  const stageEntries = STAGES.slice(0, 1 + (index % 2)).map((stageId) => ({ stageId, at: day }))
  const common = { ...base, createdAt: day - 86_400_000, stageEntries, companyId: String(index), cost: '3' }
  const amount = index % 8 === 5 ? null : String(100 * (index + 1))
  if (index % 5 === 4)
    return aDeal({ ...common, amount, closesAt: day, isClosed: index % 2 === 0, pipelineId: 'renewals' })
  if (index % 4 === 3)
    return aDeal({ ...common, amount, closesAt: at('2026-09-28T09:00:00Z'), forecastCategory: 'COMMIT' })
  if (index % 6 === 2)
    return aDeal({ ...common, amount, closesAt: day, isClosed: true, stageId: 'closedlost' })
  return aWonDeal({ ...common, amount, mrr: '12', closesAt: day })
}

async function save(type: FactType, facts: readonly Fact[], cursor: Partial<Cursor>): Promise<void> {
  await world.store.facts.savePage({ type, facts, skipped: [], cursor: aCursor({ type, ...cursor }) }, rules)
}

async function report(): Promise<ReportObject> {
  const sheet = await readReport(
    { store: world.store, clock: { now: () => NOW }, words: hubSpotWords },
    { periods: ['this month'] },
  )
  if (!sheet) throw new Error('the account was read')
  return sheet
}

function isSheet(json: Json | undefined): json is ReportObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

/** Every leaf by its path. */
function leaves(json: Json, path = ''): Map<string, Json> {
  if (Array.isArray(json)) {
    if (path.endsWith('/order')) return new Map([[path, JSON.stringify(json)]])
    return new Map(json.flatMap((one, index) => [...leaves(one, `${path}/${index}`)]))
  }
  if (!isSheet(json)) return new Map([[path, json]])
  return new Map(Object.entries(json).flatMap(([key, one]) => [...leaves(one, `${path}/${key}`)]))
}

function differing(one: ReportObject, other: ReportObject): string[] {
  const [before, after] = [leaves(one), leaves(other)]
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  )
}

/** What is listed without a value, and by what a share goes that is not there. */
const SAID_ANYWAY = /\/(order|expected_by)$/

/** Which metrics and tallies, whatever the scope, and which lines of the quota and the scorecard. */
function numbersOf(paths: readonly string[]): string[] {
  const numbers = paths.flatMap((path) => {
    const [, period = '', , name = '', ...rest] = path.split('/')
    if (period.startsWith('_') || name === '_plan' || name === '_funnel') return []
    return name.startsWith('_') ? [[name, ...rest].join('/')] : [name]
  })
  return [...new Set(numbers)].sort()
}

beforeEach(async () => {
  world = await testStore('sqlite')
  const { store } = world
  const pipeline = { id: 'default', label: 'Sales', order: 0 }
  const stages = STAGES.map((id, order) => ({
    ...{ id, label: id, order, isClosed: order > 0 },
    probability: order > 0 ? '1' : '0.4',
  }))
  await store.directory.saveAccount(anAccount())
  await store.directory.saveOwners([anOwner(), anOwner({ id: '2' })], [{ id: '11', name: 'North' }])
  await store.directory.savePipelines([{ ...pipeline, stages }])
  const quota = { source: 'csv', from: '2026-09-01', to: '2026-10-01' } as const
  await store.settings.save({
    ...{
      costProperty: 'cost',
      positiveDispositions: rulesBody().connectedDispositions,
      renewalPipelines: ['renewals'],
    },
    repCost: { '1': [{ from: '2026-01', monthly: '6000' }] },
    quotas: [
      { ...quota, who: 'rep:1', metric: 'revenue', target: '5000' },
      { ...quota, who: 'rep:1', metric: 'calls', target: '20' },
    ],
  })
  rules = await store.rules.adopt({
    ...rulesBody(),
    positiveDispositions: rulesBody().connectedDispositions,
    renewalPipelines: ['renewals'],
    costProperty: 'cost',
    stagePipelines: { qualifiedtobuy: 'default', closedwon: 'default' },
  })
  for (const type of FACT_TYPES) await save(type, factsOf(type, false), { asOf: NOW })
  await noteDetailsRead(store)
})
afterEach(() => world.end())

describe.each(FACT_TYPES)('a report while %s are being read', (type) => {
  it('has no value for anything that their records change, and unchanged values for everything else', async () => {
    const few = await report()
    await save(type, factsOf(type, true), { asOf: NOW })
    const more = await report()
    await save(type, [], { filled: 41, total: 100 })
    const loading = await report()

    const known = leaves(loading)
    const restsOnIt = differing(few, more)
    const told = restsOnIt.filter((path) => !SAID_ANYWAY.test(path) && (known.get(path) ?? null) !== null)
    const hidden = differing(more, loading).filter((path) => !path.startsWith('/_meta'))

    expect(told).toEqual([])
    expect(restsOnIt.length).toBeGreaterThan(10)
    expect(numbersOf(hidden)).toEqual(numbersOf(restsOnIt))
    expect(loading['_meta']).toMatchObject({ incomplete: { [type]: { reason: 'loading', progress: 0.41 } } })
  })
})

/** Other details of all deals: when each was due and where it was, and whom it is with. */
async function changeDetails(): Promise<void> {
  const { facts, dealDetails } = world.store
  const ids = await facts.storedIds('deals', null, 100)
  const due = ids.map((id) => ({ id, modifiedAt: BASE.modifiedAt }))
  const changes = ids.flatMap((dealId, index): DealChange[] => [
    { dealId, property: 'stage', at: at('2026-08-20T09:00:00Z'), value: 'qualifiedtobuy' },
    { dealId, property: 'stage', at: at('2026-09-03T09:00:00Z'), value: 'closedwon' },
    {
      ...{ dealId, property: 'closesAt', at: at('2026-08-20T09:00:00Z') },
      value: String(at('2026-09-15T09:00:00Z') + (index % 2) * 30 * 86_400_000),
    },
  ])
  await dealDetails.saveChanges(due, changes, rules)
  await dealDetails.saveCompanies(due, new Map(ids.map((id) => [id, '7'])), rules)
}

describe('a report while details of deals are being read', () => {
  it('has no value for anything that they change, and unchanged values for everything else', async () => {
    const createdAt = at('2026-08-20T09:00:00Z')
    const deals = factsOf('deals', true).map((deal) => ({ ...deal, createdAt }))
    await save('deals', deals, { asOf: NOW })
    const before = await report()
    await changeDetails()
    const after = await report()
    for (const detail of DETAIL_TYPES) await beginFirstAgain(world.store, detail)
    const loading = await report()

    const known = leaves(loading)
    const restsOnThem = differing(before, after)
    const told = restsOnThem.filter((path) => !path.endsWith('/order') && (known.get(path) ?? null) !== null)
    const hidden = differing(after, loading).filter((path) => !path.startsWith('/_meta'))

    expect(told).toEqual([])
    expect(numbersOf(restsOnThem)).toEqual(['arpa', 'close_date_slip'])
    expect(restsOnThem.filter((path) => path.includes('/_funnel/')).length).toBeGreaterThan(1)
    expect(numbersOf(hidden)).toEqual(['arpa', 'close_date_slip'])
    expect(loading['_meta']).toMatchObject({
      incomplete: { deals: { reason: 'loading' }, companies: { reason: 'loading' } },
    })
  })
})
