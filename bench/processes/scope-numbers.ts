/** The additive metrics and their ratios for every rep and team, from the store or from given sums. */

import { type Roster, repsIn, type Scope } from '../../src/domain/company/roster.ts'
import { isNamedTally } from '../../src/domain/facts/tally.ts'
import { addUp } from '../../src/domain/figures/scope-figures.ts'
import { createCatalogue } from '../../src/domain/metrics/catalogue.ts'
import { measure, type Sums, shown, type Value } from '../../src/domain/metrics/measure.ts'
import { partsOf } from '../../src/domain/metrics/metric.ts'
import type { Part } from '../../src/domain/metrics/parts.ts'
import type { Store } from '../../src/ports/store.ts'
import { readPeriodOrThrow } from '../../src/reports/asked-period.ts'
import { readCompanyContext } from '../../src/values/context.ts'
import type { FiguresContext } from '../../src/values/figure-readers.ts'
import { createFigures } from '../../src/values/figures.ts'

/** Keyed by scope, then by metric. */
export type Numbers = Map<string, Map<string, Value>>

const METRICS = createCatalogue().all.filter((metric) =>
  partsOf(metric).every((part) => isNamedTally(part) || part === 'positive_set'),
)
const PARTS: ReadonlySet<Part> = new Set(METRICS.flatMap(partsOf))

/** Reads everything again, as a command does. */
export async function readNumbers(store: Store, now: number, period: string): Promise<Numbers> {
  const world = await readWorld(store, now)
  const figures = createFigures(world, { reps: world.roster.reps, parts: PARTS })
  const numbers: Numbers = new Map()
  for (const [name, scope] of scopesOf(world.roster)) {
    const days = figures.daysOf(scope, readPeriodOrThrow(period))
    numbers.set(name, measureAll(await figures.ofScope(scope, days)))
  }
  return numbers
}

/** The same from each rep's sums. */
export function toNumbers({ roster }: FiguresContext, sums: ReadonlyMap<string, Sums>): Numbers {
  const numbers: Numbers = new Map()
  for (const [name, scope] of scopesOf(roster)) {
    const all = addUp(repsIn(roster, scope).map((rep) => sums.get(rep.id) ?? {}))
    numbers.set(name, measureAll({ ...all, positive_set: 1 }))
  }
  return numbers
}

export async function readWorld(store: Store, now: number): Promise<FiguresContext> {
  const { roster, catalogue, quotas, pasts, directory } = await readCompanyContext(
    { store, clock: { now: () => now } },
    now,
  )
  const rules = await store.rules.current()
  if (!roster || !rules) throw new Error('the store is empty')
  return { store, roster, catalogue, quotas, pasts, pipelines: directory.pipelines, rules, at: now }
}

function scopesOf({ reps, teams }: Roster): [string, Scope][] {
  return [
    ...reps.map(({ id }): [string, Scope] => [`rep:${id}`, { kind: 'rep', ownerId: id }]),
    ...teams.map(({ id }): [string, Scope] => [`team:${id}`, { kind: 'team', teamId: id }]),
    ['everyone', { kind: 'everyone' }],
  ]
}

function measureAll(sums: Sums): Map<string, Value> {
  return new Map(METRICS.map((metric) => [metric.id, shown(measure(metric, sums))]))
}
