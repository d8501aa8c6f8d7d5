/** Targets as people write them: `12500`, `12.500,50`, `€ 12 500`. What could mean two amounts is refused. */
import { compare, exact, fromDecimal, ZERO } from '../domain/numbers/exact.ts'
import type { Reading } from './reading.ts'

/** Far above any amount of money, and far below what sums could not hold. */
const LARGEST = exact(10n ** 13n)

/** What money is in, by its ISO code, and the languages whose signs for it are read. */
export interface Money {
  currency: string
  languages: readonly string[]
}

/** The target as decimal text; `money` is `null` where the target is not money. */
export function readTarget(written: string, money: Money | null): Reading<string> {
  const text = plainText(written)
  const bare = withoutCurrency(text, money)
  const currency = money?.currency ?? null
  if (bare !== text && currency === null)
    return refused(written, 'is an amount of money, which its metric is not')
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

const NOT_A_NUMBER = 'is not a number from above 0 to 10000000000000, such as 12500 or 12500.50'

function refused(written: string, why: string): { reason: string } {
  return { reason: `target "${written}" ${why}` }
}

function ambiguous([whole, decimal]: readonly [string, string]): string {
  const [units = '', digits = ''] = decimal.split('.')
  // Three decimals would be as doubtful again.
  const written = digits === '' ? units : `${units}.${digits.length === 2 ? digits : `${digits}0`}`
  return `may mean ${whole} or ${decimal}: write ${whole} or ${written}`
}

/** All kinds of spaces become one, all kinds of apostrophes too. */
function plainText(written: string): string {
  return written
    .replace(/\s/g, ' ')
    .replace(/[’‘´`]/g, "'")
    .trim()
}

/** Without the company's sign or code before or behind; a sign of another currency stays. */
function withoutCurrency(text: string, money: Money | null): string {
  return text.replace(signPattern(money), '')
}

const patterns = new Map<string, RegExp>()

/** Formatters are dear to make, so each currency's pattern is made once. */
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

/** The code, and the signs that the languages of the product write: `DKK`, `kr`. The longest first. */
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

/** Separators are `.`, `,`, a space and an apostrophe; the last two only ever part thousands. */
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

/** Of two kinds the last is the decimal one, which stands once. */
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

/** Three digits behind a single separator are thousands to some and decimals to others. */
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
