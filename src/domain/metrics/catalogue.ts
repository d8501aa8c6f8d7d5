/** The catalogue: every metric that can be asked for. It is passed in because accounts have metrics of their own. */

import type { Vocabulary } from '../question/question.ts'
import { ACTIVITY } from './activity.ts'
import { CONVERSION } from './conversion.ts'
import type { Metric } from './metric.ts'
import { OBJECTIVES } from './objective.ts'
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
  find(id: string): Metric | undefined
  /** For ids that were checked before, or that the program itself names: an unknown one is a bug. */
  orThrow(id: string): Metric
}

/** The built-in metrics, followed by an account's own ones, which must have different ids. */
export function createCatalogue(own: readonly Metric[] = []): Catalogue {
  const all = [...BUILT_IN, ...own]
  const byId = new Map<string, Metric>(all.map((metric) => [metric.id, metric]))
  if (byId.size < all.length) throw new Error('two metrics of the catalogue have the same id')
  return {
    all,
    typed: all.filter(({ view }) => view === null).map(({ id }) => ({ id, names: [] })),
    find: (id) => byId.get(id),
    orThrow(id) {
      const metric = byId.get(id)
      if (!metric) throw new Error(`the catalogue has no metric '${id}'`)
      return metric
    },
  }
}
