/** The catalogue: every metric that can be asked for. It is passed in because accounts have metrics of their own. */

import type { OwnTallyName } from '../facts/tally.ts'
import type { Vocabulary } from '../question/question.ts'
import { ACTIVITY } from './activity.ts'
import { CONVERSION } from './conversion.ts'
import type { Metric } from './metric.ts'
import type { NamedMetric } from './named-metric.ts'
import { OBJECTIVES } from './objective.ts'
import type { OwnMetrics } from './own.ts'
import type { OwnPart } from './own-parts.ts'
import { PIPELINE } from './pipeline.ts'
import { QUOTA } from './quota.ts'

/** The metrics that every account has. */
export const BUILT_IN = [...ACTIVITY, ...CONVERSION, ...OBJECTIVES, ...PIPELINE, ...QUOTA] as const

export type BuiltInMetricId = (typeof BUILT_IN)[number]['id']

export interface Catalogue {
  /** In the order in which help and reports list them. */
  all: readonly Metric[]
  /** Metrics with words of their own, for a vocabulary: always the same list, so that its word indexes are built only once. */
  typed: Vocabulary['metrics']
  /** What texts say about own metrics: always the same list, so that texts are made only once. */
  named: readonly NamedMetric[]
  find(id: string): Metric | undefined
  /** For ids that were checked before, or that the program itself names: an unknown one is a bug. */
  orThrow(id: string): Metric
  /** What is known of the tally of an own metric. */
  ownPart(tally: OwnTallyName): OwnPart | undefined
}

const NONE: OwnMetrics = { metrics: [], parts: new Map(), named: [] }
const BY_ID: ReadonlyMap<string, Metric> = new Map(BUILT_IN.map((metric) => [metric.id, metric] as const))

export function builtIn(id: string): Metric | undefined {
  return BY_ID.get(id)
}

/** The built-in metrics, followed by an account's own ones, which must have different ids. */
export function createCatalogue(own: OwnMetrics = NONE): Catalogue {
  const all = [...BUILT_IN, ...own.metrics]
  const byId = new Map<string, Metric>(all.map((metric) => [metric.id, metric]))
  if (byId.size < all.length) throw new Error('two metrics of the catalogue have the same id')
  return {
    all,
    typed: all
      .filter(({ view }) => view === null)
      .map(({ id, own: names, kind }) => ({ id, names: typedNames(names), isAdditive: kind === 'additive' })),
    named: own.named,
    find: (id) => byId.get(id),
    ownPart: (tally) => own.parts.get(tally),
    orThrow(id) {
      const metric = byId.get(id)
      if (!metric) throw new Error(`the catalogue has no metric '${id}'`)
      return metric
    },
  }
}

/** The names of all languages, and the words; a missing language has the English name. */
function typedNames(own: Metric['own']): string[] {
  if (own === null) return []
  return [...Object.values(own.name).flatMap((name) => name ?? []), ...(own.words ?? [])]
}
