import type { Formats } from './formats.ts'
import type { SentenceKey } from './language.ts'

interface Words {
  say(key: SentenceKey, values?: Record<string, string | number>): string
  formats: Formats
}

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** From this duration on, seconds are left out. */
const LONG_MS = 10 * MINUTE_MS

/** How old something is, in the largest unit that fits: '12 min', '3 h', '2 days'. */
export function ageText(ms: number, { say, formats }: Words): string {
  const [n, key] = largestUnit(Math.abs(ms))
  return say(key, { n, value: formats.number(n) })
}

function largestUnit(ms: number): [number, SentenceKey] {
  if (ms >= 2 * DAY_MS) return [Math.floor(ms / DAY_MS), 'unit.days']
  if (ms >= HOUR_MS) return [Math.floor(ms / HOUR_MS), 'unit.hours']
  return [Math.round(ms / MINUTE_MS), 'unit.minutes']
}

/** Time spent, in at most two units: '62 h 5 min', '12 min', '2 min 30 s'. Hours never become days. */
export function timeSpent(ms: number, words: Words): string {
  const sign = ms < 0 ? '-' : ''
  const amount = Math.abs(ms)
  const isShort = amount < LONG_MS
  const unit = isShort ? SECOND_MS : MINUTE_MS
  const rounded = Math.round(amount / unit)
  return sign + (isShort ? ofSeconds(rounded, words) : ofMinutes(rounded, words))
}

function ofSeconds(all: number, { say, formats }: Words): string {
  const [minutes, seconds] = [Math.floor(all / 60), all % 60]
  if (minutes === 0) return say('unit.seconds', { value: formats.number(seconds) })
  if (seconds === 0) return say('unit.minutes', { value: formats.number(minutes) })
  return say('unit.minutesSeconds', { minutes: formats.number(minutes), seconds: formats.number(seconds) })
}

function ofMinutes(all: number, { say, formats }: Words): string {
  const [hours, minutes] = [Math.floor(all / 60), all % 60]
  if (hours === 0) return say('unit.minutes', { value: formats.number(minutes) })
  if (minutes === 0) return say('unit.hours', { value: formats.number(hours) })
  return say('unit.hoursMinutes', { hours: formats.number(hours), minutes: formats.number(minutes) })
}
