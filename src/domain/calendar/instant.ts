/** Instants as text: ISO 8601, plain dates, epoch milliseconds. */

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:Z|([+-])(\d\d)(?::?(\d\d))?))?$/
const EPOCH_MS = /^-?\d{1,15}$/

/** Calendar days have a four-digit year, with a day to spare for zones. No sale is from earlier years. */
const EARLIEST = Date.UTC(100, 0, 1)
const LATEST = Date.UTC(9999, 11, 30)

/**
 * An instant in epoch milliseconds, from ISO 8601 with a zone, a plain date (its midnight UTC) or epoch milliseconds.
 * `null` for a date that does not exist, a time without a zone, and anything else.
 */
export function instantFrom(text: string): number | null {
  const at = EPOCH_MS.test(text) ? Number(text) : isoInstant(text)
  return at !== null && at >= EARLIEST && at <= LATEST ? at : null
}

/** How HubSpot writes nearly all instants: `2026-11-18T20:17:00Z`, with or without `.123`. */
const USUAL_MARKS = [
  [4, '-'],
  [7, '-'],
  [10, 'T'],
  [13, ':'],
  [16, ':'],
] as const

/** Several times as fast as a regular expression; `null` for any other text and for days after the 28th. */
function usualInstant(text: string): number | null {
  const hasMs = text.length === 24
  if ((!hasMs && text.length !== 20) || !text.endsWith('Z') || (hasMs && text[19] !== '.')) return null
  for (const [at, mark] of USUAL_MARKS) if (text[at] !== mark) return null
  const [year, month, day] = [numberAt(text, 0, 4), numberAt(text, 5, 7), numberAt(text, 8, 10)]
  const [hour, minute, second] = [numberAt(text, 11, 13), numberAt(text, 14, 16), numberAt(text, 17, 19)]
  const ms = hasMs ? numberAt(text, 20, 23) : 0
  const isDate = year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= 28
  const isTime = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59
  return isDate && isTime && ms >= 0 ? Date.UTC(year, month - 1, day, hour, minute, second, ms) : null
}

/** The number in these characters; -1 if any of them is not a digit. */
function numberAt(text: string, from: number, until: number): number {
  let number = 0
  for (let at = from; at < until; at += 1) {
    const digit = text.charCodeAt(at) - ZERO
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

const ZERO = '0'.charCodeAt(0)

function isoInstant(text: string): number | null {
  const usual = usualInstant(text)
  if (usual !== null) return usual
  const match = ISO.exec(text)
  if (!match) return null
  const [
    ,
    year,
    month,
    day,
    hour = '0',
    minute = '0',
    second = '0',
    fraction = '',
    sign,
    offsetHour,
    offsetMinute,
  ] = match
  const [h, m, s] = [Number(hour), Number(minute), Number(second)]
  if (!isDate(Number(year), Number(month), Number(day)) || h > 23 || m > 59 || s > 59) return null
  const ms = fraction === '' ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'))
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), h, m, s, ms)
  if (sign === undefined) return local
  const offset = offsetMinutes(Number(offsetHour), Number(offsetMinute ?? 0))
  return offset === null ? null : local - (sign === '-' ? -offset : offset) * 60_000
}

function offsetMinutes(hours: number, minutes: number): number | null {
  return hours <= 18 && minutes <= 59 ? hours * 60 + minutes : null
}

function isDate(year: number, month: number, day: number): boolean {
  if (year < 100 || month < 1 || month > 12 || day < 1) return false
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
