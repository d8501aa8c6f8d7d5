/** Expected shares, each past read once for as long as these are kept: as many sums as past periods, never records. */

import type { Day } from '../domain/calendar/day.ts'
import type { PeriodUnit } from '../domain/calendar/period.ts'
import { type Roster, repOf, repsIn, type Scope } from '../domain/company/roster.ts'
import type { Settings } from '../domain/company/settings.ts'
import { calendarOfScope, type WorkingTime, workingTime } from '../domain/company/working-time.ts'
import type { Tally } from '../domain/facts/tally.ts'
import { type AskedDays, hasBegun } from '../domain/figures/moment.ts'
import type { Catalogue } from '../domain/metrics/catalogue.ts'
import type { TallySums } from '../domain/metrics/measure.ts'
import type { AdditiveMetric } from '../domain/metrics/metric.ts'
import type { Exact } from '../domain/numbers/exact.ts'
import {
  areEnough,
  type Expected,
  pastShare,
  straightShare,
  withActual,
} from '../domain/quotas/expected-share.ts'
import { type PastPeriod, pastPeriods, pointAt } from '../domain/quotas/past-periods.ts'
import type { Store } from '../ports/store.ts'
import { readTotals, type TotalsOrder } from './ledger.ts'

export interface ExpectedContext {
  store: Store
  roster: Roster
  catalogue: Catalogue
  pasts: KeptPasts
  /** Epoch ms. */
  at: number
}

/** What was read of the past, kept for as long as the people and settings that it rests on. */
export interface KeptPasts {
  periods: Map<string, Promise<Past>>
  shares: Map<string, Promise<Expected>>
}

export function noPasts(): KeptPasts {
  return { periods: new Map(), shares: new Map() }
}

/** The running period whose past is asked for, and whose. */
interface PastOrder {
  metric: AdditiveMetric
  whose: Scope
  unit: PeriodUnit
  first: Day
}

interface Past extends PastOrder {
  /** Those with something above 0. */
  periods: readonly (PastPeriod & { actual: number; records: number })[]
}

export interface ExpectedOrder {
  metric: string
  scope: Scope
  days: AskedDays
  /** The working time of the scope in these days, where it is known already. */
  time?: WorkingTime
}

/** What part of the target of a metric would be there by now. Throws for a metric that does not add up over days. */
export async function readExpected(
  context: ExpectedContext,
  { metric, scope, days, time = timeOf(context, scope, days) }: ExpectedOrder,
): Promise<Expected> {
  const { roster, catalogue } = context
  const { elapsedShare } = time
  const straight = expectedOfTime(roster.settings, days, time)
  if (straight || days.unit === null || elapsedShare === null) return straight ?? straightShare(elapsedShare)
  const declared = catalogue.orThrow(metric)
  if (declared.kind !== 'additive') throw new Error(`'${metric}' does not add up over days`)
  for (const whose of pastsFor(roster, scope)) {
    const past = await pastOf(context, { metric: declared, whose, unit: days.unit, first: days.from })
    if (areEnough(past.periods)) return shareOf(context, past, elapsedShare)
  }
  return straightShare(elapsedShare)
}

/** The same where working time alone decides it; `null` where it may go by the past. */
export function expectedOfTime(
  { pace }: Settings,
  days: AskedDays,
  { elapsedShare, isOver }: WorkingTime,
): Expected | null {
  const isRunning = hasBegun(days) && !isOver && elapsedShare !== null
  return pace === 'past' && isRunning && days.unit !== null ? null : straightShare(elapsedShare)
}

function timeOf({ roster, at }: ExpectedContext, scope: Scope, days: AskedDays): WorkingTime {
  return workingTime(calendarOfScope(roster, scope), days, { now: at, settings: roster.settings })
}

/** Whose past is looked at, in order: a rep's team's, others' own, and everyone's where that is too little. */
function pastsFor(roster: Roster, scope: Scope): Scope[] {
  const everyone: Scope = { kind: 'everyone' }
  if (scope.kind === 'everyone') return [everyone]
  if (scope.kind !== 'rep') return [scope, everyone]
  const teamId = repOf(roster, scope.ownerId)?.primaryTeamId ?? null
  return teamId === null ? [everyone] : [{ kind: 'team', teamId }, everyone]
}

function pastKey({ metric, whose, unit, first }: PastOrder): string {
  return `${metric.id} ${JSON.stringify(whose)} ${unit} ${first}`
}

function pastOf(context: ExpectedContext, order: PastOrder): Promise<Past> {
  return keptOrRead(context.pasts.periods, pastKey(order), () => readPast(context, order))
}

function shareOf(context: ExpectedContext, past: Past, elapsed: Exact): Promise<Expected> {
  const key = `${pastKey(past)} ${elapsed.n}/${elapsed.d}`
  return keptOrRead(context.pasts.shares, key, () => readShare(context, past, elapsed))
}

/** A failed reading is not kept. */
function keptOrRead<T>(kept: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const known = kept.get(key)
  if (known) return known
  const reading = read()
  kept.set(key, reading)
  reading.catch(() => kept.delete(key))
  return reading
}

async function readPast(context: ExpectedContext, order: PastOrder): Promise<Past> {
  const { metric, whose, unit, first } = order
  const periods = pastPeriods(unit, first, calendarOfScope(context.roster, whose))
  const spans = periods.map(({ from, to }) => ({ from, until: to }))
  const tallies = [...new Set([...metric.tallies, ...metric.recordTallies])]
  const sums = await totalsOf(context, whose, { tallies, spans })
  const totals = periods.map((period, index) => ({
    ...period,
    actual: added(metric.tallies, sums[index]),
    records: added(metric.recordTallies, sums[index]),
  }))
  return { ...order, periods: withActual(totals) }
}

async function readShare(context: ExpectedContext, past: Past, elapsed: Exact): Promise<Expected> {
  const { whose, periods } = past
  const { tallies } = past.metric
  const points = periods.map((period) => ({ period, ...pointAt(period, elapsed) }))
  const before = points.map(({ period, done }) => ({ from: period.from, until: done }))
  const then = points.map(({ done, next }) => ({ from: done, until: next }))
  const sums = await totalsOf(context, whose, { tallies, spans: [...before, ...then] })
  const courses = points.map(({ period: { from, to, actual }, part }, index) => ({
    ...{ from, to, actual, part },
    done: added(tallies, sums[index]),
    next: added(tallies, sums[index + points.length]),
  }))
  return pastShare(whose, courses)
}

function totalsOf(
  { store, roster, at }: ExpectedContext,
  whose: Scope,
  order: Pick<TotalsOrder, 'tallies' | 'spans'>,
): Promise<TallySums[]> {
  return readTotals(store, { reps: repsIn(roster, whose), at, ...order })
}

function added(tallies: readonly Tally[], sums: TallySums = {}): number {
  return tallies.reduce((total, tally) => total + (sums[tally] ?? 0), 0)
}
