/** The values that settings are made of. Each is checked on its own, and its message says what it should be. */
import { z } from 'zod'
import { isDay, isZone } from '../domain/calendar/day.ts'
import { compare, type Exact, exact, fromDecimal } from '../domain/numbers/exact.ts'

/** Far above any real amount of money, and low enough that sums cannot overflow. */
const LARGEST = exact(10n ** 13n)

function text(what: string): z.ZodString {
  return z.string({ error: `must be ${what}, as text` })
}

function matching(pattern: RegExp, what: string): z.ZodString {
  return text(what).regex(pattern, `must be ${what}`)
}

export const hubSpotId = matching(/^\d+$/, 'a HubSpot id (digits)')
export const slackUser = matching(/^[UW][A-Z0-9]{2,}$/, 'a Slack user id such as U012AB3CD')
export const slackChannel = matching(
  /^[CGD][A-Z0-9]{2,}$/,
  'a Slack channel id such as C012AB3CD (not a name)',
)
export const holder = matching(/^(rep|team):\d+$/, '"rep:<owner id>" or "team:<team id>"')
export const name = matching(/\S/, 'a text that is not blank')
export const day = text('a day').refine(isDay, 'must be a day that exists, as YYYY-MM-DD')
export const month = matching(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, as YYYY-MM')
export const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day from 00:00 to 23:59, as HH:MM')
export const zone = text('a time zone').refine(isZone, 'must be an IANA time zone such as Europe/Copenhagen')
export const instant = text('an instant').refine(isInstant, 'must be an instant such as 2026-11-01T09:00:00Z')
export const flag = z.boolean({ error: 'must be true or false' })

export function languageAmong(codes: readonly string[]) {
  return z.enum(codes, { error: `must be one of ${codes.join(', ')}` })
}
export const visibility = z.enum(['named', 'top', 'team'], { error: 'must be "named", "top" or "team"' })

/** The zone is required: without one the same text would be a different instant on another machine. */
function isInstant(written: string): boolean {
  const match = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}.*(Z|[+-]\d{2}:\d{2})$/.exec(written)
  return match?.[1] !== undefined && isDay(match[1]) && !Number.isNaN(Date.parse(written))
}

export function whole(least: number, most: number): z.ZodNumber {
  const error = `must be a whole number from ${least} to ${most}`
  return z.int({ error }).min(least, error).max(most, error)
}

export function between(least: number, most: number): z.ZodNumber {
  const error = `must be a number from ${least} to ${most}`
  return z.number({ error }).min(least, error).max(most, error)
}

/** ISO weekdays in order, each once. */
export const weekdays = z
  .array(whole(1, 7), { error: 'must be a list of ISO weekdays (1 = Monday)' })
  .min(1, 'must hold at least one weekday')
  .transform((days) => [...new Set(days)].sort((a, b) => a - b))

/** A decimal as text. A JSON number is accepted too, as the shortest decimal with that value. */
export function decimal(least: { value: number; included: boolean }): z.ZodType<string> {
  const range = least.included ? `from ${least.value} to` : `above ${least.value} and up to`
  const error = `must be a decimal number ${range} 10000000000000`
  return z
    .union([z.string(), z.number().transform(String)], { error })
    .transform((written) => written.trim())
    .refine((written) => isWithin(fromDecimal(written), least), error)
}

function isWithin(value: Exact | null, least: { value: number; included: boolean }): boolean {
  if (!value || compare(value, LARGEST) > 0) return false
  const above = compare(value, exact(least.value))
  return least.included ? above >= 0 : above > 0
}

export function listOf<T extends z.ZodType>(part: T): z.ZodArray<T> {
  return z.array(part, { error: 'must be a list' })
}

export function recordOf<K extends z.ZodString, T extends z.ZodType>(key: K, part: T): z.ZodRecord<K, T> {
  return z.record(key, part, { error: 'must be an object' })
}

/** An object with these keys and no others. `what`: what it is, for the complaint about a key that it cannot have. */
export function object<S extends z.ZodRawShape>(shape: S, what?: string) {
  const unknown =
    what === undefined ? UNKNOWN_KEY : `is not a key of ${what}, which has ${Object.keys(shape).join(', ')}`
  return z.strictObject(shape, {
    error: ({ code }) => {
      if (code === 'invalid_type') return 'must be an object'
      return code === 'unrecognized_keys' ? unknown : undefined
    },
  })
}

export const UNKNOWN_KEY = 'is not a settings key'
