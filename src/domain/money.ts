/** Money: integer minor units of the company currency, rounded once, on the way in. */
import { type Exact, exact, fromDecimal, times, toWhole } from './exact.ts'

/** Beyond this an amount counts as unreadable: sums of it would leave the safe integers. */
export const LARGEST_MINOR = 10n ** 15n

/** Digits after the point in a currency's minor unit (ISO 4217): 2 for EUR, 0 for JPY, 3 for KWD. */
export function exponentOf(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency })
    return format.resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

/** A decimal text in major units, times an optional rate, as minor units; half away from zero. `null`: cannot be read. */
export function toMinor(amount: string, exponent: number, rate: Exact = exact(1)): number | null {
  const major = fromDecimal(amount)
  if (!major) return null
  const minor = toWhole(times(times(major, rate), exact(10n ** BigInt(exponent))))
  return minor > LARGEST_MINOR || minor < -LARGEST_MINOR ? null : Number(minor)
}
