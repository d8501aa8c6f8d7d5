/** Writes a company's history directly into the tables of a store and, separately, as bare rows with an index. */
import { deepStrictEqual } from 'node:assert'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { dayOf, daysBetween } from '../../src/domain/calendar/day.ts'
import type { Owner } from '../../src/domain/company/people.ts'
import { type Rules, rulesFrom } from '../../src/domain/company/rules.ts'
import type { Settings } from '../../src/domain/company/settings.ts'
import { moneyOf } from '../../src/domain/facts/deal-tallies.ts'
import { DETAIL_TYPES, type DealFact, FACT_TYPES, type Fact } from '../../src/domain/facts/facts.ts'
import { tallied } from '../../src/domain/facts/tallied.ts'
import { toMinor } from '../../src/domain/numbers/money.ts'
import type { Goal } from '../../src/domain/quotas/goal.ts'
import { firstPassOf } from '../../src/ports/deal-store.ts'
import type { Store } from '../../src/ports/store.ts'
import { cellsOf, tableFor, toStored } from '../../src/store/fact-tables.ts'
import { declaredOf } from '../own-declarations.ts'
import { declareOwn } from './declare-own.ts'
import {
  type ActivityFact,
  activitiesOf,
  dealsOf,
  type HistoryOptions,
  PIPELINES,
  POSITIVE,
  REP_IDS_FROM,
} from './sales-history.ts'

export interface HistoryOrder extends HistoryOptions {
  path: string
  /** The file for the bare rows; `null`: none, and the activities go into the store's tables. */
  rawPath: string | null
  activities: number
  deals: number
  /** Whether own metrics are declared. */
  hasOwn?: boolean | undefined
}

const REPS_A_TEAM = 10

/** Writes the history. Returns how many tallies were written. */
export async function writeHistory(store: Store, order: HistoryOrder): Promise<number> {
  const rules = await saveDirectory(store, order)
  const raw = order.rawPath === null ? null : openRaw(order.rawPath)
  const tables = openTables(order.path)
  const tallies = new Map<string, Map<string, number>>()
  const count = (fact: Fact) => {
    for (const { tally, day, rep, amount } of tallied(fact, rules)) {
      const ofTally = tallies.get(tally) ?? new Map<string, number>()
      tallies.set(tally, ofTally)
      const key = day + rep
      ofTally.set(key, (ofTally.get(key) ?? 0) + amount)
    }
  }
  const withTexts = <F extends Fact>(fact: F): F =>
    order.hasOwn ? { ...fact, declared: declaredOf(fact) } : fact
  for (const { deal: plain, changes } of dealsOf(order.deals, order)) {
    const deal = withTexts(plain)
    count(deal)
    tables.addFact(deal, rules)
    for (const { dealId, property, at, value } of changes)
      tables.add(
        'deal_changes',
        ['deal_id', 'property', 'at', 'value'],
        [Number(dealId), property, at, value],
      )
    raw?.addDeal(deal, rules)
  }
  for (const plain of activitiesOf(order.activities, order)) {
    const fact = withTexts(plain)
    count(fact)
    if (raw) raw.addActivity(fact)
    else tables.addFact(fact, rules)
  }
  const written = writeTallies(tables, tallies)
  tables.add('state', ['key', 'body'], ['matured_until', String(order.now)])
  for (const detail of DETAIL_TYPES) {
    const columns = ['pass', 'type', 'position', 'began_at', 'ended_at']
    tables.add('passes', columns, [firstPassOf(detail), 'deals', null, order.now, order.now])
  }
  tables.close()
  raw?.close()
  return written
}

const DAY_LENGTH = '2026-10-01'.length
const MONTH_LENGTH = '2026-10'.length

function writeTallies(tables: Tables, tallies: ReadonlyMap<string, ReadonlyMap<string, number>>): number {
  let written = 0
  for (const tally of [...tallies.keys()].sort()) {
    const ofTally = tallies.get(tally) ?? new Map<string, number>()
    const months = new Map<string, number>()
    for (const key of [...ofTally.keys()].sort()) {
      const [day, rep, amount] = [key.slice(0, DAY_LENGTH), key.slice(DAY_LENGTH), ofTally.get(key) ?? 0]
      const month = day.slice(0, MONTH_LENGTH) + rep
      months.set(month, (months.get(month) ?? 0) + amount)
      tables.add('tallies', ['tally', 'day', 'rep', 'amount'], [tally, day, Number(rep), amount])
      written++
    }
    for (const [key, amount] of months) {
      const [month, rep] = [key.slice(0, MONTH_LENGTH), Number(key.slice(MONTH_LENGTH))]
      tables.add('tally_months', ['tally', 'month', 'rep', 'amount'], [tally, month, rep, amount])
    }
  }
  return written
}

/** Recomputes the tallies of two reps from the stored facts. Returns how many were compared. */
export async function checkTallies(store: Store, path: string): Promise<number> {
  const rules = await store.rules.current()
  if (!rules) throw new Error('there are no rules')
  const database = new DatabaseSync(path, { readOnly: true })
  let compared = 0
  for (const rep of [REP_IDS_FROM, REP_IDS_FROM + REPS_A_TEAM]) {
    const expected = new Map<string, number>()
    for (const type of FACT_TYPES) {
      for (const row of database.prepare(`select * from ${type} where owner_id = ?`).all(rep)) {
        for (const { tally, day, amount } of tallied(toStored(type, row).fact, rules))
          expected.set(`${tally} ${day}`, (expected.get(`${tally} ${day}`) ?? 0) + amount)
      }
    }
    const rows = database.prepare('select tally, day, amount from tallies where rep = ?').all(rep)
    const stored = new Map(rows.map(({ tally, day, amount }) => [`${tally} ${day}`, Number(amount)]))
    deepStrictEqual(stored, expected)
    compared += stored.size
  }
  database.close()
  return compared
}

interface Tables {
  addFact(fact: Fact, rules: Rules): void
  add(table: string, columns: readonly string[], cells: readonly SQLInputValue[]): void
  close(): void
}

/** Inserts row by row in one transaction: nobody else uses the file, and nothing needs to survive a power cut. */
function openTables(path: string): Tables {
  const database = new DatabaseSync(path)
  database.exec('pragma synchronous = off; pragma cache_size = -200000; begin')
  const inserts = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  function add(table: string, columns: readonly string[], cells: readonly SQLInputValue[]): void {
    let insert = inserts.get(table)
    if (!insert) {
      insert = database.prepare(
        `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
      )
      inserts.set(table, insert)
    }
    insert.run(...cells)
  }
  return {
    add,
    addFact: (fact, rules) => add(fact.type, tableFor(fact.type).columns, cellsOf(fact, rules.number)),
    close() {
      database.exec('commit; analyze')
      database.close()
    },
  }
}

const RAW_ACTIVITY = [
  'at',
  'owner',
  'kind',
  'direction',
  'status',
  'outcome',
  'replied',
  'duration_ms',
  'created_at',
]
const RAW_DEAL = [
  'created_at',
  'closes_at',
  'owner',
  'pipeline',
  'is_closed',
  'is_won',
  'minor',
  'margin',
  'cycle_days',
]

function openRaw(path: string) {
  const tables = new DatabaseSync(path)
  tables.exec(
    `create table activities (${RAW_ACTIVITY.join(', ')}); create table deals (${RAW_DEAL.join(', ')})`,
  )
  tables.close()
  const rows = openTables(path)
  return {
    addActivity: (fact: ActivityFact) => rows.add('activities', RAW_ACTIVITY, rawActivity(fact)),
    addDeal: (deal: DealFact, rules: Rules) => rows.add('deals', RAW_DEAL, rawDeal(deal, rules)),
    close() {
      rows.close()
      indexRaw(path)
    },
  }
}

/** The indexes contain everything that the comparison reads, so it never accesses a table. */
function indexRaw(path: string): void {
  const database = new DatabaseSync(path)
  const others = RAW_ACTIVITY.filter((column) => column !== 'at' && column !== 'created_at').join(', ')
  const ofDeal = RAW_DEAL.slice(2).join(', ')
  database.exec(`pragma synchronous = off; pragma cache_size = -400000;
    create index activities_by_time on activities (at, ${others});
    create index meetings_by_creation on activities (created_at, owner) where kind = 'meetings';
    create index deals_by_creation on deals (created_at, ${ofDeal});
    create index deals_by_close on deals (closes_at, ${ofDeal}); analyze`)
  database.close()
}

function rawActivity(fact: ActivityFact): SQLInputValue[] {
  const { type, at } = fact
  const owner = Number(fact.ownerId)
  switch (fact.type) {
    case 'calls':
      return [at, owner, type, fact.direction, fact.status, fact.disposition, null, fact.durationMs, null]
    case 'emails':
      return [at, owner, type, fact.direction, fact.status, null, fact.replyCount, null, null]
    case 'meetings': {
      const lengthMs = (fact.endsAt ?? 0) - (fact.startsAt ?? 0)
      return [fact.startsAt, owner, type, null, null, fact.outcome, null, lengthMs, fact.createdAt]
    }
    case 'tasks':
      return [fact.completedAt ?? at, owner, type, null, fact.status, null, null, null, null]
    case 'notes':
    case 'communications':
      return [at, owner, type, null, null, null, null, null, null]
  }
}

function rawDeal(deal: DealFact, rules: Rules): SQLInputValue[] {
  const { createdAt, closesAt, pipelineId, isClosed, isWon } = deal
  const minor = moneyOf(deal, rules)
  const cost = deal.cost === null ? null : toMinor(deal.cost, rules.exponent)
  const margin = minor === null || cost === null ? null : minor - cost
  const zone = rules.accountZone
  const cycleDays = daysBetween(dayOf(createdAt ?? 0, zone), dayOf(closesAt ?? 0, zone))
  const flags = [isClosed ? 1 : 0, isWon ? 1 : 0]
  return [
    createdAt,
    closesAt,
    Number(deal.ownerId),
    pipelineId,
    ...flags,
    minor,
    margin,
    Math.max(0, cycleDays),
  ]
}

async function saveDirectory(store: Store, order: HistoryOrder): Promise<Rules> {
  const owners = Array.from({ length: order.reps }, (_, at) => ownerAt(at))
  const teams = new Map(
    owners.flatMap((owner) => owner.teams.map(({ teamId, name }) => [teamId, name] as const)),
  )
  const { zone } = order
  await store.directory.saveAccount({ portalId: '1', zone, currency: 'EUR', uiDomain: 'app.hubspot.com' })
  await store.directory.saveOwners(
    owners,
    [...teams].map(([id, name]) => ({ id, name })),
  )
  await store.directory.savePipelines(PIPELINES)
  await store.directory.saveGoals({ goals: goalsOf(owners, order), unreadable: [] })
  await store.settings.save(settingsOf(owners))
  if (order.hasOwn) await declareOwn(store)
  for (const cursor of await store.cursors.read()) await store.cursors.save({ ...cursor, asOf: order.now })
  const body = rulesFrom(await store.directory.read(), await store.settings.read(), order.now)
  if (!body) throw new Error('there is no account')
  return store.rules.adopt(body)
}

function ownerAt(at: number): Owner {
  const team = Math.floor(at / REPS_A_TEAM)
  return {
    id: String(REP_IDS_FROM + at),
    userId: String(48_000_001 + at),
    email: `rep${at + 1}@fjordlys.example`,
    firstName: 'Rep',
    lastName: String(at + 1),
    isArchived: false,
    archivedAt: null,
    updatedAt: 0,
    teams: [{ teamId: String(301 + team), name: `Team ${team + 1}`, isPrimary: true }],
  }
}

/** Booking goals for every rep and month, call goals for the last three months. */
function goalsOf(owners: readonly Owner[], { days }: HistoryOrder): Goal[] {
  const months = [...new Set(days.map((day) => day.slice(0, 7)))]
  return owners.flatMap((owner, place) =>
    months.flatMap((month, at) => [
      goalOf(owner, { metric: 'revenue', month, target: 30_000_000 + place * 10_000 }),
      ...(at < months.length - 3
        ? []
        : [goalOf(owner, { metric: 'calls', month, target: 60 + (place % 40) })]),
    ]),
  )
}

function goalOf(
  owner: Owner,
  { metric, month, target }: { metric: string; month: string; target: number },
): Goal {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const to = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10)
  const who = { kind: 'rep', ownerId: owner.id } as const
  return {
    id: `${owner.id}${month.replace('-', '')}`,
    name: null,
    measures: { value: metric },
    pipelineLimits: [],
    filteredBy: [],
    who: { value: who },
    days: { value: { from: `${month}-01`, to } },
    plainTarget: { value: String(target) },
    moneyTarget: { value: String(target) },
    madeAt: 0,
  }
}

function settingsOf(owners: readonly Owner[]): Partial<Settings> {
  const monthly = owners.map((owner) => [owner.id, [{ from: '2025-01', monthly: '6000' }]] as const)
  return {
    positiveDispositions: [POSITIVE],
    renewalPipelines: ['renewals'],
    costProperty: 'cost',
    repCost: Object.fromEntries(monthly.map(([id, steps]) => [id, [...steps]])),
    commission: {
      tiers: [
        { from: '0', rate: '0.18' },
        { from: '1', rate: '0.25' },
      ],
    },
  }
}
