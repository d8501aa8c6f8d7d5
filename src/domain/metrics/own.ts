/** An account's own metrics: their declarations in the settings, made into metrics like all others. */
import { type OwnMetric, recordsOf } from '../company/own-metrics.ts'
import { type OwnProblem, type OwnTally, ownTalliesFrom } from '../company/own-tallies.ts'
import type { NamedObject } from '../company/people.ts'
import type { Settings } from '../company/settings.ts'
import { isSyncedType } from '../facts/facts.ts'
import { MILLIONTHS } from '../facts/own-tallies.ts'
import { ownRecordsOf, ownTallyOf } from '../facts/tally.ts'
import { additive, type Metric, type Privacy, ratio } from './metric.ts'
import { formulaIn, type NamedMetric } from './named-metric.ts'
import type { OwnPart, OwnParts } from './own-parts.ts'
import type { Part } from './parts.ts'
import type { Unit } from './unit.ts'

export interface OwnMetrics {
  metrics: readonly Metric[]
  parts: OwnParts
  /** What texts say about them, in the same order. */
  named: readonly NamedMetric[]
}

/** A ratio whose denominator is a count needs this many, unless it says otherwise. */
const USUAL_MINIMUM = 5

/**
 * The own metrics in the order of the settings, with the tallies they are made of. `builtIn` finds the metrics that
 * ratios may name besides own ones.
 */
export function ownMetrics(
  settings: Pick<Settings, 'metrics'>,
  objects: readonly NamedObject[],
  builtIn: (id: string) => Metric | undefined,
): OwnMetrics {
  const { tallies, problems } = ownTalliesFrom(settings.metrics, objects)
  const parts = new Map<Part, OwnPart>()
  for (const metric of settings.metrics) {
    const tally = tallies.find(({ id }) => id === metric.id)
    const part = partOf(metric, { tally, problem: problems.get(metric.id) ?? null })
    if (part) parts.set(ownTallyOf(metric.id), part)
  }
  const byId = new Map<string, Metric>()
  const find = (id: string) => byId.get(id) ?? builtIn(id)
  // Ratios come last, since they are made of other metrics.
  for (const metric of settings.metrics) if (!metric.ratio) byId.set(metric.id, additiveOf(metric, parts))
  for (const metric of settings.metrics)
    if (metric.ratio) byId.set(metric.id, ratioOf(metric, { parts, find }))
  const named = settings.metrics.flatMap((metric) => {
    const made = byId.get(metric.id)
    return made ? [namedFrom(metric, made, objects)] : []
  })
  return { metrics: settings.metrics.flatMap(({ id }) => byId.get(id) ?? []), parts, named }
}

function namedFrom(
  metric: OwnMetric,
  { family, unit }: Metric,
  objects: readonly NamedObject[],
): NamedMetric {
  const object = objects.find(({ name }) => name === recordsOf(metric)?.object)
  return { id: metric.id, name: metric.name, family, unit, formula: formulaIn(metric, object) }
}

function partOf(
  metric: OwnMetric,
  { tally, problem }: { tally: OwnTally | undefined; problem: OwnProblem | null },
): OwnPart | null {
  const records = recordsOf(metric)
  if (!records) return null
  return {
    unit: unitOf(metric),
    scale: metric.sum?.unit === 'count' ? MILLIONTHS : 1n,
    object: records.object,
    type: tally && isSyncedType(tally.type) ? tally.type : null,
    problem,
    records: metric.sum ? ownRecordsOf(metric.id) : ownTallyOf(metric.id),
  }
}

function unitOf({ sum }: OwnMetric): Unit {
  if (!sum || sum.unit === 'count') return 'count'
  return sum.unit === 'money' ? 'money' : 'duration'
}

function common({ id, name, words = [], better = 'up', private: isPrivate = false }: OwnMetric) {
  return {
    id,
    better,
    privacy: isPrivate ? ('selfAndNamed' as const) : ('public' as const),
    own: { name, words },
  }
}

function additiveOf(metric: OwnMetric, parts: OwnParts): Metric {
  const tally = ownTallyOf(metric.id)
  const unit = unitOf(metric)
  return additive({
    ...common(metric),
    family: metric.family ?? (unit === 'money' ? 'O' : 'A'),
    unit,
    minimumSample: metric.min ?? 0,
    tallies: [tally],
    recordTallies: [parts.get(tally)?.records ?? tally],
    ownParts: new Map([...parts].filter(([part]) => part === tally)),
  })
}

interface RatioBasis {
  parts: OwnParts
  find(id: string): Metric | undefined
}

function ratioOf(metric: OwnMetric, { parts, find }: RatioBasis): Metric {
  const { numerator: above = [], denominator: below = [] } = metric.ratio ?? {}
  const unit = ratioUnit(above, below, find) ?? 'ratio'
  const [numerator, denominator] = [talliesIn(above, find), talliesIn(below, find)]
  const isOfCounts = below.every((id) => find(id)?.unit === 'count')
  return ratio({
    ...common(metric),
    privacy: strictest([common(metric).privacy, ...[...above, ...below].map((id) => find(id)?.privacy)]),
    family: metric.family ?? (unit === 'money' ? 'O' : 'C'),
    unit,
    minimumSample: metric.min ?? (isOfCounts ? USUAL_MINIMUM : 0),
    numerator,
    denominator,
    ownParts: new Map([...parts].filter(([part]) => [...numerator, ...denominator].includes(part))),
  })
}

/** Those who may see the fewest first. */
const BY_STRICTNESS: readonly Privacy[] = ['named', 'self', 'selfAndNamed', 'public']

/** A ratio gives away what it is made of, so nobody may see it who may not see that. */
function strictest(all: readonly (Privacy | undefined)[]): Privacy {
  return BY_STRICTNESS.find((privacy) => all.includes(privacy)) ?? 'public'
}

function talliesIn(ids: readonly string[], find: RatioBasis['find']): Part[] {
  return ids.flatMap((id) => {
    const metric = find(id)
    return metric?.kind === 'additive' ? metric.tallies : []
  })
}

/**
 * The unit of a ratio: a plain one if both sides have the same unit, that of the numerator if the denominator is a
 * count; `null`: it means nothing, or a side mixes units or names what is not an additive metric.
 */
export function ratioUnit(
  numerator: readonly string[],
  denominator: readonly string[],
  find: RatioBasis['find'],
): Unit | null {
  const [above, below] = [unitIn(numerator, find), unitIn(denominator, find)]
  if (above === null || below === null) return null
  if (above === below) return 'ratio'
  return below === 'count' ? above : null
}

function unitIn(ids: readonly string[], find: RatioBasis['find']): Unit | null {
  const units = new Set(
    ids.map((id) => {
      const metric = find(id)
      return metric?.kind === 'additive' ? metric.unit : null
    }),
  )
  const [unit = null, ...others] = units
  return others.length === 0 ? unit : null
}
