/** Figures: adds up the parts of metrics for reps and scopes over any days. */
import type { Zone } from '../domain/calendar/day.ts'
import type { PeriodSpec } from '../domain/calendar/period.ts'
import { type Rep, repsIn, type Scope, zoneOfScope } from '../domain/company/roster.ts'
import type { Tally } from '../domain/facts/tally.ts'
import { type AskedDays, askedDays } from '../domain/figures/moment.ts'
import { repFigures } from '../domain/figures/rep-figures.ts'
import { type RepWork, repWork } from '../domain/figures/rep-work.ts'
import { addUp, scopeFigures } from '../domain/figures/scope-figures.ts'
import type { Sums } from '../domain/metrics/measure.ts'
import type { CountedTally } from '../domain/metrics/metric.ts'
import { anyReads } from '../domain/metrics/parts.ts'
import { countCompanies } from '../domain/pipeline/companies.ts'
import type { OpenDeal } from '../domain/pipeline/open-deals.ts'
import { straightShare } from '../domain/quotas/expected-share.ts'
import { createTargets, type Targets } from '../domain/quotas/targets.ts'
import type { DayAmount } from '../domain/quotas/time-to-quota.ts'
import { mapInTurns } from '../ports/turns.ts'
import { readExpected } from './expected.ts'
import {
  createReaders,
  type Days,
  daysKey,
  type FiguresContext,
  type FiguresOrder,
  keyOf,
  NOTHING_DUE,
  type Readers,
} from './figure-readers.ts'
import { type Ledger, readLedger } from './ledger.ts'
import { remembered } from './remembered.ts'

/** Kept for one question or report: what was read for one figure serves the others. */
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
  byDay(tally: CountedTally, days: AskedDays, reps: readonly Rep[]): Promise<DayAmount[]>
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
  { context, order: { parts }, readers, targets }: Adding,
  { scope, days, ofReps }: { scope: Scope; days: AskedDays; ofReps: ReadonlyMap<string, Sums> },
): Promise<Sums> {
  const { roster, at } = context
  const members = repsIn(roster, scope)
  const [companies, booked, expected] = await Promise.all([
    parts.has('companies') ? readers.companies(days) : NO_COMPANIES,
    anyReads(parts, 'bookingsByDay') ? readers.byDay('revenue', days) : NO_DAYS,
    parts.has('expected_share') ? readExpected(context, { metric: 'revenue', scope, days }) : NOT_EXPECTED,
  ])
  const ofScope = scopeFigures(
    scope,
    {
      roster,
      targets,
      at,
      days,
      expected,
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
const NO_COMPANIES: ReadonlyMap<string, Set<string>> = new Map()
const NO_DAYS: ReadonlyMap<string, DayAmount[]> = new Map()
const NOT_EXPECTED = straightShare(null)
const NO_CYCLES = () => null
