/** Targets as people write them: `12500`, `12.500,50`, `€ 12 500`. Text that could mean two amounts is refused. */
import { compare, exact, fromDecimal, ZERO } from '../domain/numbers/exact.ts'
import type { Reading } from './reading.ts'

/** Far above any real amount of money, and low enough that sums cannot overflow. */
const LARGEST = exact(10n ** 13n)

/** A currency by its ISO code, and the languages in which signs for it are recognised. */
export interface Money {
  currency: string
  languages: readonly string[]
}

/** The target as decimal text. `money` is `null` if the target is not money. */
export function readTarget(written: string, money: Money | null): Reading<string> {
  const text = plainText(written)
  const bare = withoutCurrency(text, money)
  const currency = money?.currency ?? null
  if (bare !== text && currency === null)
    return refused(written, 'is an amount of money, but its metric is not measured in money')
  if (/^[+-]?[\p{Sc}\p{L}]|[\p{Sc}\p{L}]\.?$/u.test(bare) && /\d/.test(bare))
    return refused(
      written,
      currency === null ? NOT_A_NUMBER : `is not a number, nor an amount in ${currency}`,
    )
  const number = readNumber(bare)
  if ('readings' in number) return refused(written, ambiguous(number.readings))
  const value = number.value === null ? null : fromDecimal(number.value)
  if (number.value === null || value === null || compare(value, ZERO) <= 0 || compare(value, LARGEST) > 0)
    return refused(written, NOT_A_NUMBER)
  return { value: number.value }
}

const NOT_A_NUMBER = 'is not a number above 0 and up to 10000000000000, such as 12500 or 12500.50'

function refused(written: string, why: string): { reason: string } {
  return { reason: `target "${written}" ${why}` }
}

function ambiguous([whole, decimal]: readonly [string, string]): string {
  const [units = '', digits = ''] = decimal.split('.')
  // Three decimals would be ambiguous again.
  const written = digits === '' ? units : `${units}.${digits.length === 2 ? digits : `${digits}0`}`
  return `may mean ${whole} or ${decimal}: write ${whole} or ${written}`
}

/** Every kind of space becomes a plain one, and every kind of apostrophe too. */
function plainText(written: string): string {
  return written
    .replace(/\s/g, ' ')
    .replace(/[’‘´`]/g, "'")
    .trim()
}

/** Removes the company's currency sign or code before or after the number. Signs of other currencies stay. */
function withoutCurrency(text: string, money: Money | null): string {
  return text.replace(signPattern(money), '')
}

const patterns = new Map<string, RegExp>()

/** Formatters are expensive to create, so each currency's pattern is built once. */
function signPattern(money: Money | null): RegExp {
  const key = JSON.stringify(money)
  const known = patterns.get(key)
  if (known) return known
  const signs = money === null ? ANY_SIGN : signsOf(money).map(escaped).join('|')
  const pattern = new RegExp(`^(?:${signs})\\.? ?(?=\\d)|(?<=\\d) ?(?:${signs})\\.?$`, 'iu')
  patterns.set(key, pattern)
  return pattern
}

const ANY_SIGN = '\\p{Sc}'

function escaped(sign: string): string {
  return sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** The code, and the signs that the given languages use for it (`DKK`, `kr`), longest first. */
function signsOf({ currency, languages }: Money): string[] {
  const signs = languages.flatMap((locale) =>
    (['symbol', 'narrowSymbol'] as const).map((currencyDisplay) => signOf(locale, currency, currencyDisplay)),
  )
  return [...new Set([currency, ...signs])].sort((a, b) => b.length - a.length)
}

function signOf(locale: string, currency: string, currencyDisplay: 'symbol' | 'narrowSymbol'): string {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay }).formatToParts(
    0,
  )
  const sign = parts.find(({ type }) => type === 'currency')?.value ?? currency
  return sign.replace(/\.$/, '')
}

type Numeral = { value: string | null } | { readings: readonly [whole: string, decimal: string] }

const NONE = { value: null }

/** Separators are `.`, `,`, a space and an apostrophe. The last two only ever separate thousands. */
function readNumber(text: string): Numeral {
  if (/^\d+([.,]\d+)?e\+?\d{1,2}$/i.test(text)) return { value: text.replace(',', '.') }
  if (!/^\d[\d., ']*$/.test(text)) return NONE
  const separators = text.replace(/\d/g, '')
  const last = separators.at(-1)
  if (last === undefined) return { value: text }
  const kinds = new Set(separators)
  if (kinds.size > 2) return NONE
  if (kinds.size === 2) return readMixed(text, last)
  return separators.length === 1 && /[.,]/.test(last) ? readSingle(text, last) : readGrouped(text, last)
}

/** With two kinds of separator the last is the decimal one, and it can occur only once. */
function readMixed(text: string, decimal: string): Numeral {
  const [whole = '', digits = '', ...more] = text.split(decimal)
  if (more.length > 0 || digits === '' || !/[.,]/.test(decimal)) return NONE
  const grouped = readGrouped(whole, whole.replace(/\d/g, '').charAt(0))
  return 'value' in grouped && grouped.value !== null ? { value: `${grouped.value}.${digits}` } : NONE
}

function readGrouped(text: string, separator: string): Numeral {
  const [first = '', ...groups] = text.split(separator)
  const isGrouped = /^[1-9]\d{0,2}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group))
  return isGrouped ? { value: [first, ...groups].join('') } : NONE
}

/** Three digits after a single separator can be thousands or decimals, so both readings are returned. */
function readSingle(text: string, separator: string): Numeral {
  const [whole = '', digits = ''] = text.split(separator)
  if (digits === '') return NONE
  if (digits.length !== 3) return { value: `${whole}.${digits}` }
  const rest = digits.replace(/0+$/, '')
  return { readings: [withoutZeros(`${whole}${digits}`), rest === '' ? whole : `${whole}.${rest}`] }
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '')
}
