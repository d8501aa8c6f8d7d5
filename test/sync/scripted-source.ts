/** A HubSpot scripted by a test: records by type, its own clock, and what happens before a call. */

import type { Account, ExchangeRate, Owner, Pipeline, Team, User } from '../../src/domain/company/people.ts'
import type { DealChange } from '../../src/domain/facts/deal-changes.ts'
import { FACT_TYPES, type Fact, type SyncedType } from '../../src/domain/facts/facts.ts'
import type { FactPage, SkippedRecord, Source, SourceFault } from '../../src/ports/source.ts'
import { anAccount, anOwner, at } from '../builders.ts'

export class ScriptedFault extends Error {
  readonly fault: SourceFault
  readonly until: number | undefined

  constructor(fault: SourceFault, message: string = fault, until?: number) {
    super(message)
    this.fault = fault
    this.until = until
  }
}

export interface Call {
  name: string
  type: SyncedType | null
  cursor: string | null
  window: { from: number; to: number } | null
  /** How many earlier calls had this name and type. */
  before: number
}

interface SpoiltRecord extends SkippedRecord {
  id: string
  modifiedAt: number
}

export interface ScriptedSource extends Source {
  serverTime: number
  pageSize: number
  directory: {
    account: Account
    people: { owners: Owner[]; teams: Team[] }
    pipelines: Pipeline[]
    rates: ExchangeRate[]
    /** `null`: the token may not read them. */
    users: User[] | null
  }
  calls: Call[]
  /** Runs at the beginning of each call; if it throws, the call rejects with the same error. */
  before: (call: Call) => void | Promise<void>
  /** Adds records or replaces those with the same id. */
  put(...facts: Fact[]): void
  /** Deletes a record. */
  drop(type: SyncedType, id: string): void
  dealChangesHeld: DealChange[]
  /** Company by deal id. */
  companies: Map<string, string>
  /** Ids of activities by deal id and type, such as `7 calls`. */
  activities: Map<string, string[]>
  /** Adds a record that cannot be read. */
  spoil(type: SyncedType, record: SpoiltRecord): void
  held(type: SyncedType): Fact[]
  count(type: SyncedType): Promise<number>
}

export function scriptedSource(): ScriptedSource {
  const records = new Map<SyncedType, Map<string, Fact>>(FACT_TYPES.map((type) => [type, new Map()]))
  const spoilt = new Map<SyncedType, SpoiltRecord[]>()
  const counted = new Map<string, number>()

  async function call(name: string, details: Partial<Call> = {}): Promise<void> {
    const key = `${name} ${details.type ?? ''}`
    const before = counted.get(key) ?? 0
    counted.set(key, before + 1)
    const made = { name, type: null, cursor: null, window: null, before, ...details }
    source.calls.push(made)
    await source.before(made)
  }

  /** Keyset paging: the next page is determined when the page is read. */
  function pageOf(
    type: SyncedType,
    cursor: string | null,
    matches: (record: { modifiedAt: number }) => boolean,
  ): FactPage {
    const isAhead = ({ id }: { id: string }) => Number(id) > Number(cursor ?? 0)
    const facts = [...(records.get(type)?.values() ?? [])].filter((fact) => isAhead(fact) && matches(fact))
    const bad = (spoilt.get(type) ?? []).filter((record) => isAhead(record) && matches(record))
    const ids = [...facts, ...bad].map(({ id }) => Number(id)).sort((a, b) => a - b)
    const last = ids[source.pageSize - 1]
    const isHere = ({ id }: { id: string }) => last === undefined || Number(id) <= last
    return {
      facts: structuredClone(facts.filter(isHere)).sort((a, b) => Number(a.id) - Number(b.id)),
      skipped: bad.filter(isHere).map(({ id, reason }) => ({ id, reason })),
      merges: [],
      next: last !== undefined && ids.length > source.pageSize ? String(last) : null,
      serverTime: source.serverTime,
    }
  }

  const source: ScriptedSource = {
    serverTime: at('2026-09-21T12:00:00Z'),
    pageSize: 100,
    directory: {
      account: anAccount(),
      people: {
        owners: [anOwner(), anOwner({ id: '2', email: 'jonas@example.com' })],
        teams: [{ id: '11', name: 'North' }],
      },
      pipelines: [],
      rates: [],
      users: [],
    },
    calls: [],
    before: () => undefined,
    dealChangesHeld: [],
    companies: new Map(),
    activities: new Map(),
    put(...facts) {
      for (const fact of facts) records.get(fact.type)?.set(fact.id, fact)
    },
    drop: (type, id) => void records.get(type)?.delete(id),
    spoil: (type, record) => void spoilt.set(type, [...(spoilt.get(type) ?? []), record]),
    held: (type) => [...(records.get(type)?.values() ?? [])],
    async account() {
      await call('account')
      return source.directory.account
    },
    async owners() {
      await call('owners')
      return source.directory.people
    },
    objects: async (asked) =>
      asked.map(({ name, properties }) => ({
        ...{ name, type: name, label: null, problem: null, asked: [...properties] },
        types: Object.fromEntries(properties.map((property) => [property, 'datetime'])),
      })),
    async pipelines() {
      await call('pipelines')
      return source.directory.pipelines
    },
    async exchangeRates() {
      await call('exchangeRates')
      return source.directory.rates
    },
    async callOutcomes() {
      await call('callOutcomes')
      return []
    },
    async goals() {
      await call('goals')
      return { goals: [], unreadable: [] }
    },
    async listPage(type, cursor) {
      await call('listPage', { type, cursor })
      return pageOf(type, cursor, () => true)
    },
    async changedPage(type, window, cursor) {
      await call('changedPage', { type, window, cursor })
      return pageOf(type, cursor, (fact) => fact.modifiedAt >= window.from && fact.modifiedAt < window.to)
    },
    async pageFromAbove(type, cursor) {
      await call('pageFromAbove', { type, cursor })
      const below = source.held(type).filter(({ id }) => cursor === null || Number(id) < Number(cursor))
      const facts = below.sort((a, b) => Number(b.id) - Number(a.id)).slice(0, source.pageSize)
      const last = facts.at(-1)?.id ?? null
      const next = facts.length < below.length ? last : null
      return { facts: structuredClone(facts), skipped: [], merges: [], next, serverTime: source.serverTime }
    },
    async readByIds(type, ids) {
      await call('readByIds', { type })
      const held = records.get(type)
      const facts = ids.flatMap((id) => held?.get(id) ?? [])
      const gone = ids.filter((id) => !held?.has(id))
      return { facts: structuredClone(facts), skipped: [], gone, merges: [], serverTime: source.serverTime }
    },
    async dealChanges(ids) {
      await call('dealChanges')
      return source.dealChangesHeld.filter((change) => ids.includes(change.dealId))
    },
    async dealCompanies(ids) {
      await call('dealCompanies')
      return ids.map((dealId) => ({ dealId, companyId: source.companies.get(dealId) ?? null }))
    },
    async dealActivities(ids, type) {
      await call('dealActivities', { type })
      return ids.map((dealId) => ({ dealId, activityIds: source.activities.get(`${dealId} ${type}`) ?? [] }))
    },
    async users() {
      await call('users')
      return source.directory.users
    },
    async count(type) {
      await call('count', { type })
      return source.held(type).length
    },
  }
  return source
}

/** Makes the `nth` call (from 0) of a name and type fail, once. */
export function failOnce(
  source: ScriptedSource,
  { name, type, nth, error }: { name: string; type?: SyncedType; nth: number; error: Error },
): void {
  source.before = (call) => {
    if (call.name === name && (type === undefined || call.type === type) && call.before === nth) throw error
  }
}
