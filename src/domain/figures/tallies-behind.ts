/** Which tallies must be read to compute parts. */

import type { Settings } from '../company/settings.ts'
import type { Catalogue } from '../metrics/catalogue.ts'
import { type CountedTally, isCounted, talliesOf } from '../metrics/metric.ts'
import { declaredPart, type Part } from '../metrics/parts.ts'
import { pointsPart } from '../quotas/scorecard.ts'

/** The lines of the scorecard, and the catalogue with the metrics that they are about. */
export interface ScorecardLines {
  settings: Pick<Settings, 'scorecard'>
  catalogue: Catalogue
}

/** The tallies without duplicates. Points rest on the metrics of their scorecard lines. */
export function talliesBehind(parts: Iterable<Part>, lines: ScorecardLines): CountedTally[] {
  const tallies = new Set<CountedTally>()
  for (const part of parts) {
    for (const tally of behind(part, lines)) tallies.add(tally)
  }
  return [...tallies]
}

function behind(part: Part, { settings, catalogue }: ScorecardLines): readonly CountedTally[] {
  if (isCounted(part)) return [part]
  const { inputs = [], tallies = [], rules = [] } = declaredPart(part)
  if (!rules.includes('scorecard')) return [...inputs.filter(isCounted), ...tallies]
  return settings.scorecard.flatMap(({ metric }) => {
    const declared = catalogue.find(metric)
    return declared && pointsPart(declared) === part ? talliesOf(declared) : []
  })
}
