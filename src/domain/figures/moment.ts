/** A period as it stands at a moment, in the zone in which it was asked. */
import type { Day, Zone } from '../calendar/day.ts'
import { type Period, type PeriodSpec, resolvePeriod } from '../calendar/period.ts'
import { basisIn, type Roster } from '../company/roster.ts'

export interface AskedDays extends Period {
  /** Today in that zone. */
  today: Day
}

export function askedDays(
  roster: Roster,
  spec: PeriodSpec,
  { zone, at }: { zone: Zone; at: number },
): AskedDays {
  const basis = basisIn(roster, zone, at)
  return { ...resolvePeriod(spec, basis), today: basis.today }
}

/** The days from today, or the first one if that is later, to the period's end; none once it is over. */
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
