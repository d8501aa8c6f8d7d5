import type { OwnTallyName } from '../domain/facts/tally.ts'
import { declaredPart, type Part } from '../domain/metrics/parts.ts'
import type { PartUnit } from '../domain/metrics/unit.ts'

/** What answers show about targets, plans and scorecards besides the parts of formulas. Units are as for parts. */
const FIGURES = {
  actual: null,
  attainment: 'ratio',
  gap: null,
  needed_per_day: null,
  remaining_days: 'days',
  uncovered_days: 'days',
  working_days: 'days',
  stage_entered: 'count',
  units: 'count',
  points: 'points',
  benchmark_points: 'points',
} as const satisfies Record<string, PartUnit | null>

type Figure = keyof typeof FIGURES

export type PartId = Part | Figure

/** Labels in lower case, so that they can be put before a colon or after a number. */
export type PartTexts = Readonly<Record<Exclude<PartId, OwnTallyName>, string>>

/** The unit of a part; `null` if it is that of the metric to which the part belongs. */
export function partUnit(part: PartId): PartUnit | null {
  return isFigure(part) ? FIGURES[part] : declaredPart(part).unit
}

function isFigure(part: PartId): part is Figure {
  return part in FIGURES
}
