/** Decimal arithmetic on written digits, as on paper: an oracle that is independent of fractions. */
import fc from 'fast-check'

/** A decimal number: `digits` × 10^-`places`. */
export interface Decimal {
  digits: bigint
  places: number
}

export function decimal(most: bigint, places: number): fc.Arbitrary<Decimal> {
  return fc.record({ digits: fc.bigInt({ min: -most, max: most }), places: fc.nat({ max: places }) })
}

export function inDigits({ digits, places }: Decimal): string {
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, '0')
  const cut = text.length - places
  const point = places === 0 ? '' : `.${text.slice(cut)}`
  return `${digits < 0n ? '-' : ''}${text.slice(0, cut)}${point}`
}

/**
 * Rounding as on paper: drop the digits after the point, and round up in size if the first one dropped is 5 or more.
 */
export function roundedOnPaper({ digits, places }: Decimal): bigint {
  if (places <= 0) return digits * 10n ** BigInt(-places)
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, '0')
  const kept = BigInt(text.slice(0, -places))
  const size = Number(text.at(-places)) >= 5 ? kept + 1n : kept
  return digits < 0n ? -size : size
}

/** Amounts as people write them, and some with more decimals than any currency has. */
export const amount = fc.oneof(decimal(10n ** 8n, 4), decimal(10n ** 16n, 12))
