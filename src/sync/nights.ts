/** When the nightly pass is due: once a night, from two o'clock in the account's time zone. */
import { type Day, dayOf, type Zone } from '../domain/calendar/day.ts'
import type { FactType } from '../domain/facts/facts.ts'
import type { Cursor, PassState } from '../ports/fact-store.ts'
import { lastTime } from './last-time.ts'
import { NIGHTLY } from './nightly-pass.ts'

const BEGINS_AT_MS = 2 * 3_600_000

/** The night that an instant belongs to, named after the day on which it began. */
export function nightOf(instant: number, zone: Zone): Day {
  return dayOf(instant - BEGINS_AT_MS, zone)
}

export interface NightReading {
  cursors: readonly Cursor[]
  states: readonly PassState[]
  zone: Zone
  now: number
}

/** The filled types that are due: their last nightly pass began before this night or has not finished. */
export function dueTonight({ cursors, states, zone, now }: NightReading): FactType[] {
  return cursors.flatMap((cursor) => {
    const { type, asOf, fillStartedAt } = cursor
    if (asOf === null) return []
    const state = states.find((one) => one.pass === NIGHTLY && one.type === type)
    const isUnfinished = state !== undefined && state.position !== null
    const last = lastTime(state?.beganAt, cursor) ?? fillStartedAt ?? asOf
    return isUnfinished || nightOf(last, zone) < nightOf(now, zone) ? [type] : []
  })
}
