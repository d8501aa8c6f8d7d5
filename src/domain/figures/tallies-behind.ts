/** Which tallies must be read for parts to be worked out. */

import type { Settings } from '../company/settings.ts'
import type { NamedTally } from '../facts/tally.ts'
import { findMetric } from '../metrics/catalogue.ts'
import { talliesOf } from '../metrics/metric.ts'
import { isNamedTally, PARTS, type Part } from '../metrics/parts.ts'

/** Each once. Points rest on what their lines of the scorecard are about. */
export function talliesBehind(parts: Iterable<Part>, { scorecard }: Settings): NamedTally[] {
  const tallies = new Set<NamedTally>()
  for (const part of parts) {
    for (const tally of behind(part, scorecard)) tallies.add(tally)
  }
  return [...tallies]
}

function behind(part: Part, scorecard: Settings['scorecard']): readonly NamedTally[] {
  if (isNamedTally(part)) return [part]
  const { inputs = [], tallies = [], rules = [] } = PARTS[part]
  if (!rules.includes('scorecard')) return [...inputs.filter(isNamedTally), ...tallies]
  return scorecard.flatMap(({ metric }) => {
    const declared = findMetric(metric)
    const isActivity = declared?.family === 'A'
    return declared && isActivity === (part === 'activity_points') ? talliesOf(declared) : []
  })
}
