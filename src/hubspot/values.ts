/** Reads HubSpot's property values, which are all text: blank means missing, and an unreadable value becomes `null`. */
import { instantFrom } from '../domain/calendar/instant.ts'
import { fromDecimal, toNumber, toWhole } from '../domain/numbers/exact.ts'

export type Value = string | null | undefined

/** PostgreSQL cannot store it, and readers cannot see it. */
const NUL = '\u0000'

/** The text, trimmed and without NUL; `null` if nothing is left. */
export function textIn(value: Value): string | null {
  if (!value) return null
  const text = value.trim()
  if (text === '') return null
  return text.includes(NUL) ? textIn(text.replaceAll(NUL, '')) : text
}

/** Ids are whole numbers; with more than 15 digits they could exceed the safe integers. */
const ID = /^(?:0|[1-9]\d{0,14})$/

export function isId(text: string): boolean {
  return ID.test(text)
}

/** An id; `null` if blank or malformed. */
export function idIn(value: Value): string | null {
  const text = textIn(value)
  return text !== null && isId(text) ? text : null
}

export function booleanIn(value: Value): boolean {
  return textIn(value)?.toLowerCase() === 'true'
}

const DIGITS = /^\d{1,15}$/
/** Three years. Nothing longer was a call, and sums of such values could exceed the safe integers. */
const LONGEST_MS = 10n ** 11n

/** A duration in whole milliseconds; `null` if below 0 or longer than three years. */
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

/** An instant in epoch milliseconds: see `instantFrom`. */
export function instantIn(value: Value): number | null {
  const text = textIn(value)
  return text === null ? null : instantFrom(text)
}

/** Control, bidirectional and zero-width characters: they reorder or hide the text around them. */
const INVISIBLE = /[\p{Cc}\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu

const LONGEST_NAME = 200

/** A name fit for storage: without invisible characters, at most 200 characters long. */
export function nameIn(value: Value): string | null {
  if (!value) return null
  const clean = value.toWellFormed().replace(INVISIBLE, '').trim()
  if (clean === '') return null
  return clean.length <= LONGEST_NAME ? clean : [...clean].slice(0, LONGEST_NAME).join('').trim()
}
