/** Reads HubSpot's property values, which are all texts: blank means missing, and what cannot be read becomes `null`. */
import { fromDecimal, toNumber, toWhole } from '../domain/exact.ts'

export type Value = string | null | undefined

/** Neither PostgreSQL nor a reader can do anything with it. */
const NUL = '\u0000'

/** The text without blanks around it; `null` when nothing is left. */
export function textIn(value: Value): string | null {
  if (!value) return null
  const text = value.trim()
  if (text === '') return null
  return text.includes(NUL) ? textIn(text.replaceAll(NUL, '')) : text
}

/** Ids are whole numbers; more than 15 digits would leave the safe integers. */
const ID = /^(?:0|[1-9]\d{0,14})$/

export function isId(text: string): boolean {
  return ID.test(text)
}

/** An id; `null` when blank or none. */
export function idIn(value: Value): string | null {
  const text = textIn(value)
  return text !== null && isId(text) ? text : null
}

export function booleanIn(value: Value): boolean {
  return textIn(value)?.toLowerCase() === 'true'
}

const DIGITS = /^\d{1,15}$/
/** Three years: what is longer was never a call, and sums of such would leave the safe integers. */
const LONGEST_MS = 10n ** 11n

/** A length of time in whole milliseconds; `null` when below 0. */
export function durationMsIn(value: Value): number | null {
  const text = textIn(value)
  if (text === null) return null
  const exact = fromDecimal(text)
  if (exact === null || exact.n < 0n) return null
  const whole = toWhole(exact)
  return whole <= LONGEST_MS ? Number(whole) : null
}

/** A count, rounded down. */
export function countIn(value: Value): number | null {
  const text = textIn(value)
  if (text === null) return null
  if (DIGITS.test(text)) return Number(text)
  const exact = fromDecimal(text)
  const count = exact === null ? Number.NaN : Math.floor(toNumber(exact))
  return Number.isSafeInteger(count) ? count : null
}

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:Z|([+-])(\d\d)(?::?(\d\d))?))?$/
/** How HubSpot writes nearly all of them, and no day that a month may lack: the platform reads these right and fast. */
const USUAL_ISO =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?Z$/
const EPOCH_MS = /^-?\d{1,15}$/

/** Calendar days are written with four digits of year; a day of room is for zones. Earlier years are no sales. */
const EARLIEST = Date.UTC(100, 0, 1)
const LATEST = Date.UTC(9999, 11, 30)

/**
 * An instant in epoch milliseconds, from ISO 8601 with a zone, a plain date (its midnight UTC) or epoch milliseconds.
 * `null` for a date that does not exist, a time without a zone, and anything else.
 */
export function instantIn(value: Value): number | null {
  const text = textIn(value)
  if (text === null) return null
  const at = EPOCH_MS.test(text) ? Number(text) : isoInstant(text)
  return at !== null && at >= EARLIEST && at <= LATEST ? at : null
}

function isoInstant(text: string): number | null {
  if (USUAL_ISO.test(text)) return Date.parse(text)
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

/** Control, bidirectional and zero-width characters: they reorder or hide what stands around them. */
const UNSEEN = /[\p{Cc}\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu

const LONGEST_NAME = 200

/** A name fit to be stored: without unseen characters, at most 200 characters. */
export function nameIn(value: Value): string | null {
  if (!value) return null
  const clean = value.toWellFormed().replace(UNSEEN, '').trim()
  if (clean === '') return null
  return clean.length <= LONGEST_NAME ? clean : [...clean].slice(0, LONGEST_NAME).join('').trim()
}
