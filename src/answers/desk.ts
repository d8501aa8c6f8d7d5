/** The desk at which one question is answered: who asks, the roster, and the figures that are asked for once. */
import type { Asker } from '../domain/access/access.ts'
import type { Basis, Subject } from '../domain/answer/answer.ts'
import { nameRunningPeriod } from '../domain/calendar/name-period.ts'
import type { PeriodSpec } from '../domain/calendar/period.ts'
import type { Owner } from '../domain/company/people.ts'
import { periodBasis, type Rep, type Roster, type Scope } from '../domain/company/roster.ts'
import type { Rules } from '../domain/company/rules.ts'
import { askedDays } from '../domain/figures/moment.ts'
import { typesBehind } from '../domain/figures/sources.ts'
import { metricOrThrow } from '../domain/metrics/catalogue.ts'
import type { Sums } from '../domain/metrics/measure.ts'
import { partsOf } from '../domain/metrics/metric.ts'
import { periodInForce } from '../domain/quotas/target.ts'
import type { Store } from '../ports/store.ts'
import { basisOf, type Context } from '../values/context.ts'
import { createFigures, type Figures } from '../values/figures.ts'

export interface Desk {
  store: Store
  context: Context
  roster: Roster
  rules: Rules
  asker: Asker
  /** The owner to whom the asker is linked. */
  self: Owner
  /** The same as a tracked rep. */
  selfRep: Rep | undefined
  now: number
}

const MONTH: PeriodSpec = { kind: 'unit', unit: 'month', which: 0 }

/** The period of the quota in force, else the month. */
export function specInForce({ roster, context, now }: Desk, scope: Scope, metric: string): PeriodSpec {
  const basis = periodBasis(roster, scope, now)
  const span = periodInForce(roster, scope, { quotas: context.quotas, metric, today: basis.today })
  return span ? nameRunningPeriod(span, basis) : MONTH
}

/** Sums by owner id. A rep who is not in it has none. */
export type SumsByRep = ReadonlyMap<string, Sums>

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

/** The figures behind metrics, of some reps and the scopes that are made up of them. */
export function figuresFor(
  desk: Pick<Desk, 'store' | 'context' | 'roster' | 'rules' | 'now'>,
  reps: readonly Rep[],
  metrics: readonly string[],
): Figures {
  const { store, context, roster, rules, now } = desk
  const world = {
    store,
    roster,
    rules,
    quotas: context.quotas,
    pipelines: context.directory.pipelines,
    at: now,
  }
  return createFigures(world, { reps, parts: new Set(metrics.flatMap((id) => partsOf(metricOrThrow(id)))) })
}

/** The sums of reps over a period that each has in the own zone, as ranking wants it: mostly one reading for all. */
export async function readOwnDays(
  desk: Pick<Desk, 'roster' | 'now'>,
  figures: Figures,
  { reps, spec }: { reps: readonly Rep[]; spec: PeriodSpec },
): Promise<SumsByRep> {
  const zones = Map.groupBy(reps, (rep) => rep.zone)
  const parts = await Promise.all(
    [...zones].map(async ([zone, group]) => {
      const days = askedDays(desk.roster, spec, { zone, at: desk.now })
      return Promise.all(
        group.map(async ({ id }) => [id, await figures.ofScope({ kind: 'rep', ownerId: id }, days)] as const),
      )
    }),
  )
  return new Map(parts.flat())
}

export function basisFor(desk: Desk, scope: Scope, metrics: readonly string[]): Basis {
  return basisOf(desk.context, desk.roster, {
    scope,
    types: typesBehind(metrics.map(metricOrThrow), desk.roster.settings),
  })
}

/** Whether a number about these metrics would be a part only: a type is not filled yet or may not be read. */
export function isIncomplete(basis: Basis): boolean {
  return basis.loading.length > 0 || basis.unreadable.length > 0
}
