/** When the nightly pass is due: once a night, from two o'clock in the account's time zone. */
import { type Day, dayOf, type Zone } from '../domain/calendar/day.ts'
import type { SyncedType } from '../domain/facts/facts.ts'
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
}

/**
 * The filled types that are due: they have been polled since this night began, and their last nightly pass began before
 * it or has not finished. Both instants are HubSpot's, so neither this process's clock nor another's makes it twice.
 */
export function dueTonight({ cursors, states, zone }: NightReading): SyncedType[] {
  return cursors.flatMap((cursor) => {
    const { type, asOf, fillStartedAt } = cursor
    if (asOf === null) return []
    const state = states.find((one) => one.pass === NIGHTLY && one.type === type)
    const isUnfinished = state !== undefined && state.position !== null
    const last = lastTime(state?.beganAt, cursor) ?? fillStartedAt ?? asOf
    return isUnfinished || nightOf(last, zone) < nightOf(asOf, zone) ? [type] : []
  })
}
