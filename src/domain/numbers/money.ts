/** Money: integer minor units of the company currency, rounded once, when a record is read. */
import { type Exact, exact, fromDecimal, ONE, times, toWhole } from './exact.ts'

/** Larger amounts count as unreadable, because sums of them would exceed the safe integers. */
export const LARGEST_MINOR = 10n ** 15n

/** The currencies with a minor unit of other than 2 digits (ISO 4217). */
const UNUSUAL = [
  { digits: 0, currencies: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF' },
  { digits: 3, currencies: 'BHD IQD JOD KWD LYD OMR TND' },
  { digits: 4, currencies: 'CLF UYW' },
] as const

const EXPONENTS: ReadonlyMap<string, number> = new Map(
  UNUSUAL.flatMap(({ digits, currencies }) => currencies.split(' ').map((code) => [code, digits] as const)),
)

/**
 * Digits after the point in a currency's minor unit (ISO 4217): 2 for EUR, 0 for JPY, 3 for KWD. `Intl` is not used: it
 * reports how many digits people usually write (0 for HUF or IDR), and its data changes.
 */
export function exponentOf(currency: string): number {
  return EXPONENTS.get(currency) ?? 2
}

/**
 * A decimal text in major units, times an optional rate, in minor units, rounded half away from zero. `null` if
 * unreadable.
 */
export function toMinor(amount: string, exponent: number, rate?: Exact): number | null {
  const isAsIs = !rate || (rate.n === 1n && rate.d === 1n)
  return (isAsIs ? plainMinor(amount, exponent) : null) ?? roundedMinor(amount, exponent, rate)
}

function roundedMinor(amount: string, exponent: number, rate: Exact = ONE): number | null {
  const major = fromDecimal(amount)
  if (!major) return null
  const minor = toWhole(times(times(major, rate), exact(10n ** BigInt(exponent))))
  return minor > LARGEST_MINOR || minor < -LARGEST_MINOR ? null : Number(minor)
}

/** Few enough digits that the amount in minor units has at most 15, which a double holds exactly. */
const PLAIN = /^(-?)(\d{1,11})(?:\.(\d{1,4}))?$/

/** A fast path for how nearly all amounts are written; `null` for other forms and if rounding is needed. */
function plainMinor(amount: string, exponent: number): number | null {
  const match = PLAIN.exec(amount)
  if (!match) return null
  const [, sign, whole = '', fraction = ''] = match
  if (fraction.length > exponent) return null
  const minor = Number(whole + fraction.padEnd(exponent, '0'))
  return sign === '' || minor === 0 ? minor : -minor
}
