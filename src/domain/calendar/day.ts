/** Reporting days: calendar days as `YYYY-MM-DD`, and the instants at which they begin in a zone. */
import { IANAZone } from 'luxon'

/** A calendar day, `YYYY-MM-DD`. Sorts as text. */
export type Day = string
/** An IANA zone name such as `Europe/Copenhagen`. */
export type Zone = string

const DAY_MS = 86_400_000

const dayTexts = new Map<number, Day>()

function dayText(utcDay: number): Day {
  const known = dayTexts.get(utcDay)
  if (known !== undefined) return known
  const text = new Date(utcDay * DAY_MS).toISOString().slice(0, 10)
  dayTexts.set(utcDay, text)
  return text
}

function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS
}

/** Whether the text is a day that exists, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && dayText(at / DAY_MS) === text
}

export function addDays(day: Day, days: number): Day {
  return dayText(dayNumber(day) + days)
}

/** Whole days from `from` to `to`; below 0 when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** Every day of `[from, to)`, in order. */
export function daysOf(from: Day, to: Day): Day[] {
  const first = dayNumber(from)
  return Array.from({ length: Math.max(0, dayNumber(to) - first) }, (_, index) => dayText(first + index))
}

/** 1 (Monday) to 7 (Sunday). */
export function isoWeekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

const zones = new Map<Zone, IANAZone>()

function zoneOf(name: Zone): IANAZone {
  const known = zones.get(name)
  if (known) return known
  const zone = IANAZone.create(name)
  if (!zone.isValid) throw new Error(`'${name}' is no IANA time zone`)
  zones.set(name, zone)
  return zone
}

export function isZone(name: string): boolean {
  return IANAZone.isValidZone(name)
}

function localDay(instant: number, zone: Zone): Day {
  return dayText(Math.floor((instant + zoneOf(zone).offset(instant) * 60_000) / DAY_MS))
}

/**
 * The first instant of a day in a zone, in epoch milliseconds. Where midnight is skipped by a clock change it is the
 * first instant after the gap; where it comes twice, its first pass.
 */
export function dayStart(day: Day, zone: Zone): number {
  const midnight = dayNumber(day) * DAY_MS
  const offsets = [zoneOf(zone).offset(midnight - DAY_MS), zoneOf(zone).offset(midnight + DAY_MS)]
  const candidates = offsets.map((minutes) => midnight - minutes * 60_000).sort((a, b) => a - b)
  const [first = midnight, second = midnight] = candidates
  return localDay(first, zone) >= day ? first : second
}

interface DaySplit {
  before: Day
  boundary: number
  after: Day
}

const splits = new Map<Zone, Map<number, DaySplit>>()

/** The reporting day on which an instant (epoch ms) falls in a zone. Fast: each zone and UTC day is worked out once. */
export function dayOf(instant: number, zone: Zone): Day {
  const utcDay = Math.floor(instant / DAY_MS)
  let ofZone = splits.get(zone)
  if (!ofZone) {
    ofZone = new Map()
    splits.set(zone, ofZone)
  }
  let split = ofZone.get(utcDay)
  if (!split) {
    split = splitOf(utcDay, zone)
    ofZone.set(utcDay, split)
  }
  return instant < split.boundary ? split.before : split.after
}

/** Within one UTC day a zone's calendar day changes at most once. */
function splitOf(utcDay: number, zone: Zone): DaySplit {
  const before = localDay(utcDay * DAY_MS, zone)
  const after = localDay((utcDay + 1) * DAY_MS - 1, zone)
  return { before, after, boundary: before === after ? Number.NEGATIVE_INFINITY : dayStart(after, zone) }
}
