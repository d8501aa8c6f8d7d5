/** Which tallies must be read for parts to be worked out. */

import type { Settings } from '../company/settings.ts'
import type { NamedTally } from '../facts/tally.ts'
import { findMetric } from '../metrics/catalogue.ts'
import { talliesOf } from '../metrics/metric.ts'
import { isNamedTally, type Part } from '../metrics/parts.ts'

const BEHIND: Readonly<Partial<Record<Part, readonly NamedTally[]>>> = {
  note_minutes: ['notes'],
  task_minutes: ['tasks'],
  costed_revenue: ['revenue'],
  at_quota: ['revenue'],
  days_to_quota: ['revenue'],
  commission: ['revenue'],
  commission_forecast: ['revenue'],
}

/** Each once. Points rest on what the lines of the scorecard are about. */
export function talliesBehind(parts: Iterable<Part>, { scorecard }: Settings): NamedTally[] {
  const tallies = new Set<NamedTally>()
  for (const part of parts) {
    for (const tally of behind(part, scorecard)) tallies.add(tally)
  }
  return [...tallies]
}

function behind(part: Part, scorecard: Settings['scorecard']): readonly NamedTally[] {
  if (isNamedTally(part)) return [part]
  if (part !== 'activity_points' && part !== 'objective_points') return BEHIND[part] ?? []
  return scorecard.flatMap(({ metric }) => {
    const declared = findMetric(metric)
    return declared ? talliesOf(declared) : []
  })
}
