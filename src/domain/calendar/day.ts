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

const dayNumbers = new Map<Day, number>()

/** Days since 1970-01-01. Cached, because calendars ask for the same days again and again. */
function dayNumber(day: Day): number {
  const known = dayNumbers.get(day)
  if (known !== undefined) return known
  const number = Date.parse(`${day}T00:00:00Z`) / DAY_MS
  dayNumbers.set(day, number)
  return number
}

/** Whether the text is an existing calendar day in the form `YYYY-MM-DD`. */
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

const spans = new Map<string, readonly Day[]>()
const SPANS_KEPT = 500

/** Every day of `[from, to)`, in order. Cached, because every rep, target and calendar uses the same few spans. */
export function daysOf(from: Day, to: Day): readonly Day[] {
  const key = `${from} ${to}`
  const known = spans.get(key)
  if (known) return known
  const first = dayNumber(from)
  const days = Array.from({ length: Math.max(0, dayNumber(to) - first) }, (_, index) =>
    dayText(first + index),
  )
  if (spans.size >= SPANS_KEPT) spans.clear()
  spans.set(key, days)
  return days
}

/** 1 (Monday) to 7 (Sunday). */
export function isoWeekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

const zones = new Map<Zone, IANAZone>()

function zoneIfAny(name: Zone): IANAZone | null {
  const known = zones.get(name)
  if (known) return known
  const zone = IANAZone.create(name)
  if (!zone.isValid) return null
  zones.set(name, zone)
  return zone
}

function zoneOf(name: Zone): IANAZone {
  const zone = zoneIfAny(name)
  if (!zone) throw new Error(`'${name}' is not an IANA time zone`)
  return zone
}

/** Cached for zones that exist: each look at a name takes kilobytes outside the heap until the next full collection. */
export function isZone(name: string): boolean {
  return zoneIfAny(name) !== null
}

function localDay(instant: number, zone: Zone): Day {
  return dayText(Math.floor((instant + zoneOf(zone).offset(instant) * 60_000) / DAY_MS))
}

/**
 * The first instant of a day in a zone, in epoch milliseconds. If a clock change skips midnight, it is the first
 * instant after the gap; if midnight comes twice, it is the first of the two.
 */
export function dayStart(day: Day, zone: Zone): number {
  return instantAt(day, 0, zone)
}

const instants = new Map<string, number>()
const INSTANTS_KEPT = 1_000

/**
 * The instant at which clocks in a zone show `minutes` past midnight on a day. A time inside a spring gap gives the
 * first instant after the gap, and a time that comes twice gives the first of the two. The answer never depends on the
 * current time. Cached, because every question asks when the same few days begin.
 */
export function instantAt(day: Day, minutes: number, zone: Zone): number {
  const key = `${zone} ${day} ${minutes}`
  const known = instants.get(key)
  if (known !== undefined) return known
  const instant = findInstant(day, minutes, zone)
  if (instants.size >= INSTANTS_KEPT) instants.clear()
  instants.set(key, instant)
  return instant
}

function findInstant(day: Day, minutes: number, zone: Zone): number {
  const wall = dayNumber(day) * DAY_MS + minutes * 60_000
  const [before, after] = [offsetMs(wall - DAY_MS, zone), offsetMs(wall + DAY_MS, zone)]
  const [early, late] = before > after ? [wall - before, wall - after] : [wall - after, wall - before]
  if (early + offsetMs(early, zone) === wall) return early
  if (late + offsetMs(late, zone) === wall) return late
  return firstAfterGap(early, late, zone)
}

function offsetMs(instant: number, zone: Zone): number {
  return zoneOf(zone).offset(instant) * 60_000
}

/** Clocks go forward between the two instants: finds the first instant with the new offset. */
function firstAfterGap(early: number, late: number, zone: Zone): number {
  const old = offsetMs(early, zone)
  let [low, high] = [early, late]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetMs(middle, zone) === old) low = middle
    else high = middle
  }
  return high
}

interface DaySplit {
  before: Day
  boundary: number
  after: Day
}

const splits = new Map<Zone, Map<number, DaySplit>>()

/**
 * The reporting day on which an instant (epoch ms) falls in a zone. Fast: each pair of zone and UTC day is computed
 * once.
 */
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
