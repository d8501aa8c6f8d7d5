/** Figures of some reps for some metrics, and their sums over each rep's own days. */

import type { PeriodSpec } from '../domain/calendar/period.ts'
import type { Rep, Roster } from '../domain/company/roster.ts'
import type { Rules } from '../domain/company/rules.ts'
import { askedDays } from '../domain/figures/moment.ts'
import { recordParts } from '../domain/figures/records.ts'
import type { Sums } from '../domain/metrics/measure.ts'
import { partsOf } from '../domain/metrics/metric.ts'
import type { Part } from '../domain/metrics/parts.ts'
import type { Store } from '../ports/store.ts'
import type { CompanyContext } from './context.ts'
import { createFigures, type Figures } from './figures.ts'

/** Sums by owner id. A rep without sums is not in it. */
export type SumsByRep = ReadonlyMap<string, Sums>

interface World {
  store: Store
  company: CompanyContext
  roster: Roster
  rules: Rules
  now: number
}

/** The figures of some reps, with the given parts. */
export function figuresOf(
  { store, company, roster, rules, now }: World,
  reps: readonly Rep[],
  parts: readonly Part[],
): Figures {
  const { catalogue, quotas, directory, pasts } = company
  const read = { store, roster, catalogue, rules, quotas, pasts, pipelines: directory.pipelines, at: now }
  return createFigures(read, { reps, parts: new Set(parts) })
}

/** The figures that metrics and their boards need, for some reps and the scopes that consist of them. */
export function figuresFor(context: World, reps: readonly Rep[], metrics: readonly string[]): Figures {
  const { roster, company } = context
  const { catalogue } = company
  const lines = { settings: roster.settings, catalogue }
  const parts = metrics
    .map(catalogue.orThrow)
    .flatMap((metric) => [
      ...partsOf(metric),
      ...(metric.better === 'down' ? recordParts(metric, lines) : []),
    ])
  return figuresOf(context, reps, parts)
}

/** The sums of each rep over a period in their own time zone, for ranking. Usually all share one zone and one reading. */
export async function readOwnDays(
  { roster, now }: { roster: Roster; now: number },
  figures: Figures,
  { reps, spec }: { reps: readonly Rep[]; spec: PeriodSpec },
): Promise<SumsByRep> {
  const zones = Map.groupBy(reps, (rep) => rep.zone)
  const parts = await Promise.all(
    [...zones].map(async ([zone, group]) => {
      const days = askedDays(roster, spec, { zone, at: now })
      return Promise.all(
        group.map(async ({ id }) => [id, await figures.ofScope({ kind: 'rep', ownerId: id }, days)] as const),
      )
    }),
  )
  return new Map(parts.flat())
}
