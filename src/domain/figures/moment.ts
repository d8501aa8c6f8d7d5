/** A period as of a moment, in the time zone of the question. */
import type { Day, Zone } from '../calendar/day.ts'
import { type Period, type PeriodSpec, type PeriodUnit, resolvePeriod } from '../calendar/period.ts'
import { namedUnit } from '../calendar/units.ts'
import { basisIn, type Roster } from '../company/roster.ts'

export interface AskedDays extends Period {
  /** Today in that time zone. */
  today: Day
  /** What the period was named as a whole one of; `null`: other days, even if they happen to be one. */
  unit: PeriodUnit | null
}

export function askedDays(
  roster: Roster,
  spec: PeriodSpec,
  { zone, at }: { zone: Zone; at: number },
): AskedDays {
  const basis = basisIn(roster, zone, at)
  return { ...resolvePeriod(spec, basis), today: basis.today, unit: namedUnit(spec) }
}

/** The days from today, or from the first day if that is later, to the period's end. Empty once it is over. */
export function remainderOf({ from, to, today }: AskedDays): { from: Day; to: Day } {
  const start = today > from ? today : from
  return { from: start < to ? start : to, to }
}

export function hasBegun({ from, today }: AskedDays): boolean {
  return today >= from
}

export function isOver({ to, today }: AskedDays): boolean {
  return today >= to
}
