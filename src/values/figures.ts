/** Figures: reads once what the parts of metrics rest on, and adds the parts up for reps and scopes over any days. */
import { addDays, type Day, dayStart, type Zone } from '../domain/calendar/day.ts'
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
import type { NamedTally, Tally } from '../domain/facts/tally.ts'
import { type AskedDays, askedDays, hasBegun } from '../domain/figures/moment.ts'
import { repFigures } from '../domain/figures/rep-figures.ts'
import { type RepWork, repWork } from '../domain/figures/rep-work.ts'
import { addUp, scopeFigures } from '../domain/figures/scope-figures.ts'
import { talliesBehind } from '../domain/figures/tallies-behind.ts'
import type { Catalogue } from '../domain/metrics/catalogue.ts'
import type { Sums, TallySums } from '../domain/metrics/measure.ts'
import { anyReads, type Part } from '../domain/metrics/parts.ts'
import { type Exact, exact, over } from '../domain/numbers/exact.ts'
import { companiesByRep, countCompanies, type WonDeal } from '../domain/pipeline/companies.ts'
import { type OpenDeal, openDealsOf } from '../domain/pipeline/open-deals.ts'
import { dueAtStart, dueSpan, type PastSums, pastSums } from '../domain/pipeline/past-deals.ts'
import type { Quota } from '../domain/quotas/quota.ts'
import { createTargets, type Targets } from '../domain/quotas/targets.ts'
import type { DayAmount } from '../domain/quotas/time-to-quota.ts'
import type { Store } from '../ports/store.ts'
import { mapInTurns } from '../ports/turns.ts'
import { type Ledger, readLedger, sumOfReps } from './ledger.ts'
import { remembered } from './remembered.ts'

export interface FiguresContext {
  store: Store
  roster: Roster
  catalogue: Catalogue
  quotas: readonly Quota[]
  pipelines: readonly Pipeline[]
  rules: Rules
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
type Days = Pick<AskedDays, 'from' | 'until'>

/** A repeated request is read only once, for as long as the figures are kept. */
export interface Figures {
  targets: Targets
  /** The working time and the scorecard of each rep. */
  worksOf(days: AskedDays): Promise<ReadonlyMap<string, RepWork>>
  daysOf(scope: Scope, spec: PeriodSpec): AskedDays
  /** The sums of each rep, all over the same days. */
  ofReps(days: AskedDays): Promise<ReadonlyMap<string, Sums>>
  /** The sums of a scope, with the parts that belong to the scope as a whole. */
  ofScope(scope: Scope, days: AskedDays): Promise<Sums>
  /** One tally of some reps by day. */
  byDay(tally: NamedTally, days: AskedDays, reps: readonly Rep[]): Promise<DayAmount[]>
  /** The plain sums of some tallies, for each rep. */
  ledger(days: Days, tallies: readonly Tally[]): Promise<Ledger>
}

export function createFigures(context: FiguresContext, order: FiguresOrder): Figures {
  const { roster, at } = context
  const readers = createReaders(context, order)
  const worksOf = remembered(keyOf, async (days: AskedDays) => worksFrom(context, order, { readers, days }))
  const adding = { context, order, readers, worksOf, targets: createTargets(roster, context.quotas) }
  const ofReps = remembered(keyOf, (days: AskedDays) => sumsOfReps(adding, days))
  const daysIn = remembered(
    (zone: Zone, spec: PeriodSpec) => `${zone} ${JSON.stringify(spec)}`,
    (zone: Zone, spec: PeriodSpec) => askedDays(roster, spec, { zone, at }),
  )
  return {
    targets: adding.targets,
    worksOf,
    daysOf: (scope, spec) => daysIn(zoneOfScope(roster, scope), spec),
    ofReps,
    ofScope: async (scope, days) => sumsOfScope(adding, { scope, days, ofReps: await ofReps(days) }),
    async byDay(tally, days, reps) {
      const amounts = await readers.byDay(tally, days)
      return reps.flatMap((rep) => amounts.get(rep.id) ?? [])
    },
    ledger: remembered(
      (days: Days, tallies: readonly Tally[]) => `${daysKey(days)} ${tallies}`,
      ({ from, until }: Days, tallies: readonly Tally[]) =>
        readLedger(context.store, { reps: order.reps, tallies, from, until, at }),
    ),
  }
}

type Readers = ReturnType<typeof createReaders>

async function worksFrom(
  { roster, catalogue, at }: FiguresContext,
  { reps }: FiguresOrder,
  { readers, days }: { readers: Readers; days: AskedDays },
): Promise<ReadonlyMap<string, RepWork>> {
  const ledger = await readers.ledger(days)
  return new Map(
    reps.map((rep) => [rep.id, repWork(rep, ledger.get(rep.id) ?? {}, { roster, catalogue, at, days })]),
  )
}

/** What adding up needs. */
interface Adding {
  context: FiguresContext
  order: FiguresOrder
  readers: Readers
  worksOf: Figures['worksOf']
  targets: Targets
}

async function sumsOfReps(
  { context: { roster, catalogue, at }, order: { parts, reps }, readers, worksOf, targets }: Adding,
  days: AskedDays,
): Promise<ReadonlyMap<string, Sums>> {
  const [ledger, works, open, cycles, atStart] = await Promise.all([
    readers.ledger(days),
    worksOf(days),
    anyReads(parts, 'openDeals') ? readers.open() : NOBODYS_DEALS,
    anyReads(parts, 'salesCycles') ? readers.cycles() : NO_CYCLES,
    anyReads(parts, 'dealsAtStart') ? readers.atStart(days) : NOTHING_DUE,
  ])
  const figuresOf = (rep: Rep) =>
    repFigures(
      rep,
      {
        ...(works.get(rep.id) ?? repWork(rep, {}, { roster, catalogue, at, days })),
        roster,
        targets,
        at,
        days,
        tallies: ledger.get(rep.id) ?? {},
        open: open.get(rep.id) ?? [],
        cycle: cycles(rep),
        atStart: atStart.get(rep.id) ?? null,
      },
      parts,
    )
  return new Map(await mapInTurns(reps, (rep) => [rep.id, figuresOf(rep)] as const))
}

/** The sums of the members, with the parts that belong to the scope as a whole. */
async function sumsOfScope(
  { context: { roster, at }, order: { parts }, readers, targets }: Adding,
  { scope, days, ofReps }: { scope: Scope; days: AskedDays; ofReps: ReadonlyMap<string, Sums> },
): Promise<Sums> {
  const members = repsIn(roster, scope)
  const [companies, booked] = await Promise.all([
    parts.has('companies') ? readers.companies(days) : NO_COMPANIES,
    anyReads(parts, 'bookingsByDay') ? readers.byDay('revenue', days) : NO_DAYS,
  ])
  const ofScope = scopeFigures(
    scope,
    {
      roster,
      targets,
      at,
      days,
      companies: () => countCompanies(companies, members),
      bookings: () => members.flatMap((rep) => booked.get(rep.id) ?? []),
    },
    parts,
  )
  const [only] = members
  const ofMembers = members.map((rep) => ofReps.get(rep.id) ?? {})
  return { ...(only && members.length === 1 ? ofReps.get(only.id) : addUp(ofMembers)), ...ofScope }
}

const NOBODYS_DEALS: ReadonlyMap<string, OpenDeal[]> = new Map()
const NOTHING_DUE: ReadonlyMap<string, PastSums> = new Map()
const NO_COMPANIES: ReadonlyMap<string, Set<string>> = new Map()
const NO_DAYS: ReadonlyMap<string, DayAmount[]> = new Map()
const NO_CYCLES = () => null

function keyOf({ from, to, until, today }: AskedDays): string {
  return `${from} ${to} ${until} ${today}`
}

function daysKey({ from, until }: Days): string {
  return `${from} ${until}`
}

function createReaders(context: FiguresContext, { reps, parts, tallies = [] }: FiguresOrder) {
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
      (tally: NamedTally, days: Days) => `${tally} ${daysKey(days)}`,
      (tally: NamedTally, days: Days) => readByDay(context, { reps, tally, days }),
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
  { reps, tally, days }: { reps: readonly Rep[]; tally: NamedTally; days: Days },
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
