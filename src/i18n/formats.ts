import { LRUCache } from 'lru-cache'
import type { Day, Zone } from '../domain/calendar/day.ts'
import type { Language } from './language.ts'

/** A currency and the number of digits of its minor unit. */
export interface Currency {
  currency: string
  exponent: number
}

/** Numbers, money and dates as a locale writes them. */
export interface Formats {
  number(value: number, digits?: number): string
  /** `minor` is in minor units. `short` gives '€184k'; `full` gives all digits that matter. */
  money(minor: number, currency: Currency, style: 'short' | 'full'): string
  /** 'Mon 21 Sep' */
  day(day: Day): string
  /** '21 Sep' */
  date(day: Day): string
  /** '21 Sep 2026' */
  fullDate(day: Day): string
  weekday(day: Day): string
  month(day: Day, hasYear: boolean): string
  /** '07:55' */
  time(instant: number, zone: Zone): string
  dayOfInstant(instant: number, zone: Zone): string
}

type DateFields = Intl.DateTimeFormatOptions

/** More than the zones and currencies of any company. */
const KEPT_FORMATS = 500

/** Formatters are expensive to create, so each is created once per locale. */
export function createFormats({ locale, shorter = {} }: Pick<Language, 'locale' | 'shorter'>): Formats {
  const dates = new LRUCache<string, Intl.DateTimeFormat>({ max: KEPT_FORMATS })
  const monies = new LRUCache<string, Intl.NumberFormat>({ max: KEPT_FORMATS })
  const numbers = [0, 1, 2, 3, 4, 5, 6].map(
    (digits) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }),
  )

  function written(instant: number, fields: DateFields): string {
    const key = JSON.stringify(fields)
    const known = dates.get(key) ?? new Intl.DateTimeFormat(locale, fields)
    dates.set(key, known)
    // Some locales write 'Mon, 21 Sep'; the comma is dropped to keep lines short.
    const text = plainSpaces(known.format(instant)).replace(/,(?= \d)/, '')
    return text.replace(/\p{L}+/gu, (word) => shorter[word] ?? word)
  }

  function ofDay(day: Day, fields: DateFields): string {
    return written(Date.parse(`${day}T00:00:00Z`), { ...fields, timeZone: 'UTC' })
  }

  function money(minor: number, { currency, exponent }: Currency, style: 'short' | 'full'): string {
    const major = minor / 10 ** exponent
    const digits = Math.abs(major) >= 1000 || Number.isInteger(major) ? 0 : exponent
    const key = `${currency} ${style} ${digits}`
    const format = monies.get(key) ?? moneyFormat(locale, currency, style === 'short' ? 'short' : digits)
    monies.set(key, format)
    return plainSpaces(format.format(major))
  }

  const short: DateFields = { day: 'numeric', month: 'short' }
  return {
    number: (value, digits = 0) =>
      plainSpaces((numbers[digits] ?? new Intl.NumberFormat(locale)).format(value)),
    money,
    day: (day) => ofDay(day, { weekday: 'short', ...short }),
    date: (day) => ofDay(day, short),
    fullDate: (day) => ofDay(day, { ...short, year: 'numeric' }),
    weekday: (day) => ofDay(day, { weekday: 'short' }),
    month: (day, hasYear) => ofDay(day, hasYear ? { month: 'long', year: 'numeric' } : { month: 'long' }),
    time: (instant, timeZone) =>
      written(instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }),
    dayOfInstant: (instant, timeZone) => written(instant, { ...short, timeZone }),
  }
}

function moneyFormat(locale: string, currency: string, digits: number | 'short'): Intl.NumberFormat {
  const money: Intl.NumberFormatOptions = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }
  if (digits === 'short') {
    return new Intl.NumberFormat(locale, { ...money, notation: 'compact', maximumSignificantDigits: 3 })
  }
  return new Intl.NumberFormat(locale, {
    ...money,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}

/** Replaces narrow and no-break spaces with ordinary ones, so that widths and searches agree. */
function plainSpaces(text: string): string {
  return text.replace(/\s/g, ' ')
}
