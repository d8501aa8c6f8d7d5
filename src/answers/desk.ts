/** The desk at which one question is answered: who asks, the roster, and readers of sums that are asked for once. */
import type { Asker } from '../domain/access.ts'
import type { Basis, Subject } from '../domain/answer.ts'
import type { Day } from '../domain/calendar/day.ts'
import { type PeriodSpec, resolvePeriod } from '../domain/calendar/period.ts'
import { metricOrThrow } from '../domain/metrics/catalogue.ts'
import type { TallySums } from '../domain/metrics/measure.ts'
import { talliesOf } from '../domain/metrics/metric.ts'
import { typesBehind } from '../domain/metrics/sources.ts'
import type { Owner } from '../domain/people.ts'
import { basisIn, type Rep, type Roster, repsIn, type Scope } from '../domain/roster.ts'
import type { Tally } from '../domain/tally.ts'
import type { Store } from '../ports.ts'
import { basisOf, type Context } from './context.ts'
import { type Ledger, readLedger, sumOfReps } from './ledger.ts'

export interface Desk {
  store: Store
  context: Context
  roster: Roster
  asker: Asker
  /** The owner to whom the asker is linked. */
  self: Owner
  /** The same as a tracked rep. */
  selfRep: Rep | undefined
  now: number
}

export interface Days {
  from: Day
  until: Day
}

export function scopeOf(subject: Subject): Scope {
  switch (subject.kind) {
    case 'rep':
      return { kind: 'rep', ownerId: subject.ownerId }
    case 'team':
      return { kind: 'team', teamId: subject.teamId }
    case 'everyone':
      return { kind: 'everyone' }
  }
}

/** Every tally that metrics read, each once. */
export function talliesFor(metrics: readonly string[]): Tally[] {
  return [...new Set(metrics.flatMap((id) => talliesOf(metricOrThrow(id))))]
}

export function readSums(
  desk: Desk,
  { reps, metrics, days }: { reps: readonly Rep[]; metrics: readonly string[]; days: Days },
): Promise<Ledger> {
  const { from, until } = days
  return readLedger(desk.store, { reps, tallies: talliesFor(metrics), from, until, at: desk.now })
}

/** The same over a period that each rep has in the own zone, as ranking wants it: mostly one reading for all. */
export async function readOwnDays(
  desk: Desk,
  { reps, metrics, spec }: { reps: readonly Rep[]; metrics: readonly string[]; spec: PeriodSpec },
): Promise<Ledger> {
  const periodOf = (rep: Rep) => resolvePeriod(spec, basisIn(desk.roster, rep.zone, desk.now))
  const groups = Map.groupBy(reps, (rep) => JSON.stringify(periodOf(rep)))
  const ledgers = await Promise.all(
    [...groups.values()].map((group) => {
      const [first] = group
      return first
        ? readSums(desk, { reps: group, metrics, days: periodOf(first) })
        : new Map<string, TallySums>()
    }),
  )
  return new Map(ledgers.flatMap((ledger) => [...ledger]))
}

export async function readScopeSums(
  desk: Desk,
  scope: Scope,
  { metrics, days }: { metrics: readonly string[]; days: Days },
): Promise<TallySums> {
  const reps = repsIn(desk.roster, scope)
  return sumOfReps(await readSums(desk, { reps, metrics, days }), reps)
}

export function basisFor(desk: Desk, scope: Scope, metrics: readonly string[]): Basis {
  return basisOf(desk.context, desk.roster, { scope, types: typesBehind(metrics.map(metricOrThrow)) })
}

/** Whether a number about these metrics would be a part only: a type is not filled yet or may not be read. */
export function isIncomplete(basis: Basis): boolean {
  return basis.loading.length > 0 || basis.unreadable.length > 0
}
