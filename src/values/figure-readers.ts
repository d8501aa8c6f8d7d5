/** Reads from the store what figures rest on. A repeated request is read only once by the same readers. */
import { addDays, type Day, dayStart } from '../domain/calendar/day.ts'
import type { PeriodSpec } from '../domain/calendar/period.ts'
import type { Pipeline } from '../domain/company/people.ts'
import {
  cutAtArchive,
  type Rep,
  type Roster,
  repsIn,
  type Scope,
  zoneOfScope,
} from '../domain/company/roster.ts'
import type { Rules } from '../domain/company/rules.ts'
import type { Tally } from '../domain/facts/tally.ts'
import { type AskedDays, askedDays, hasBegun } from '../domain/figures/moment.ts'
import { talliesBehind } from '../domain/figures/tallies-behind.ts'
import type { Catalogue } from '../domain/metrics/catalogue.ts'
import type { TallySums } from '../domain/metrics/measure.ts'
import type { CountedTally } from '../domain/metrics/metric.ts'
import type { Part } from '../domain/metrics/parts.ts'
import { type Exact, exact, over } from '../domain/numbers/exact.ts'
import { companiesByRep, type WonDeal } from '../domain/pipeline/companies.ts'
import { openDealsOf } from '../domain/pipeline/open-deals.ts'
import { dueAtStart, dueSpan, type PastSums, pastSums } from '../domain/pipeline/past-deals.ts'
import type { Quota } from '../domain/quotas/quota.ts'
import type { DayAmount } from '../domain/quotas/time-to-quota.ts'
import type { Store } from '../ports/store.ts'
import type { KeptPasts } from './expected.ts'
import { readLedger, sumOfReps } from './ledger.ts'
import { remembered } from './remembered.ts'

export interface FiguresContext {
  store: Store
  roster: Roster
  catalogue: Catalogue
  quotas: readonly Quota[]
  pipelines: readonly Pipeline[]
  rules: Rules
  pasts: KeptPasts
  /** Epoch ms. */
  at: number
}

export interface FiguresOrder {
  /** The reps that figures will be requested for. */
  reps: readonly Rep[]
  parts: ReadonlySet<Part>
  /** Tallies in addition to those that the parts rest on. */
  tallies?: readonly Tally[]
}

/** Days `[from, until)`. */
export type Days = Pick<AskedDays, 'from' | 'until'>

export function keyOf({ from, to, until, today }: AskedDays): string {
  return `${from} ${to} ${until} ${today}`
}

export function daysKey({ from, until }: Days): string {
  return `${from} ${until}`
}

export type Readers = ReturnType<typeof createReaders>

export function createReaders(context: FiguresContext, { reps, parts, tallies = [] }: FiguresOrder) {
  const { store, roster, catalogue, at } = context
  const behind = talliesBehind(parts, { settings: roster.settings, catalogue })
  const wanted = [...new Set<Tally>([...behind, ...tallies])]
  const ledger = remembered(daysKey, ({ from, until }: Days) =>
    readLedger(store, { reps, tallies: wanted, from, until, at }),
  )
  return {
    ledger,
    open: remembered(
      () => '',
      () => readOpen(context),
    ),
    cycles: remembered(
      () => '',
      () => readCycles(context),
    ),
    atStart: remembered(keyOf, (days: AskedDays) => readAtStart(context, days)),
    companies: remembered(daysKey, (days: Days) => readCompanies(context, { reps, days })),
    byDay: remembered(
      (tally: CountedTally, days: Days) => `${tally} ${daysKey(days)}`,
      (tally: CountedTally, days: Days) => readByDay(context, { reps, tally, days }),
    ),
  }
}

/** Open deals by rep, without those of archived owners, which count in no pipeline number. */
export async function readOpen({ store, rules, pipelines, roster }: FiguresContext) {
  const deals = await store.deals.open((some) => openDealsOf(some, { rules, pipelines }))
  const archived = new Set(roster.reps.filter((rep) => rep.owner.isArchived).map((rep) => rep.id))
  return Map.groupBy(
    deals.filter((deal) => !archived.has(deal.rep)),
    (deal) => deal.rep,
  )
}

const CYCLE_DAYS = 365

/** The sales cycle of each rep's primary team (of everyone for a rep without one) over the 365 days before today. */
export async function readCycles(context: FiguresContext): Promise<(rep: Rep) => Exact | null> {
  const { store, roster, at } = context
  const read = remembered(
    (today: Day) => today,
    (today: Day) =>
      readLedger(store, {
        reps: roster.reps,
        tallies: ['cycle_days', 'cycle_deals'],
        from: addDays(today, -CYCLE_DAYS),
        until: today,
        at,
      }),
  )
  const cycles = new Map<string | null, Exact | null>()
  for (const teamId of new Set(roster.reps.map((rep) => rep.primaryTeamId))) {
    const scope: Scope = teamId === null ? { kind: 'everyone' } : { kind: 'team', teamId }
    const { today } = askedDays(roster, TODAY, { zone: zoneOfScope(roster, scope), at })
    const sums: TallySums = sumOfReps(await read(today), repsIn(roster, scope))
    cycles.set(teamId, over(exact(sums.cycle_days ?? 0), exact(sums.cycle_deals ?? 0)))
  }
  return (rep) => cycles.get(rep.primaryTeamId) ?? null
}

const TODAY: PeriodSpec = { kind: 'day', which: 0 }

export const NOTHING_DUE: ReadonlyMap<string, PastSums> = new Map()

/** For days that have not begun nothing is returned, since nobody can know what will be due when they start. */
async function readAtStart(context: FiguresContext, days: AskedDays): Promise<ReadonlyMap<string, PastSums>> {
  const { store, roster } = context
  if (!hasBegun(days)) return NOTHING_DUE
  const basis = { ...context, reps: roster.reps }
  const deals = await store.deals.everDue(dueSpan(days), (some) => dueAtStart(some, days, basis))
  const byRep = Map.groupBy(deals, (deal) => deal.rep)
  return new Map(roster.reps.map((rep) => [rep.id, pastSums(byRep.get(rep.id) ?? [])]))
}

async function readCompanies(
  { store, rules }: FiguresContext,
  { reps, days }: { reps: readonly Rep[]; days: Days },
): Promise<ReadonlyMap<string, Set<string>>> {
  const { from, until } = days
  return companiesByRep(await wonAround(store, days), { reps, rules, from, until })
}

/** Won deals of these days, and of one more at either end: each was won on the day of its own rep. */
export function wonAround(store: Store, { from, until }: Days): Promise<WonDeal[]> {
  return store.deals.wonBetween(dayStart(addDays(from, -1), 'UTC'), dayStart(addDays(until, 1), 'UTC'))
}

async function readByDay(
  { store, at }: FiguresContext,
  { reps, tally, days }: { reps: readonly Rep[]; tally: CountedTally; days: Days },
): Promise<ReadonlyMap<string, DayAmount[]>> {
  const ids = reps.map((rep) => rep.id)
  const { from, until } = days
  const rows = await store.tallies.byDay({ tallies: [tally], from, until, reps: ids, at })
  const ends = new Map(reps.map((rep) => [rep.id, cutAtArchive(rep, until)]))
  return Map.groupBy(
    rows.filter((row) => row.day < (ends.get(row.rep) ?? until)),
    (row) => row.rep,
  )
}
