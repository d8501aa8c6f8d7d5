/** Exact fractions: every average, weighted sum and prorated target stays exact until it is displayed. */

/** A fraction in lowest terms; `d` is above 0. */
export interface Exact {
  readonly n: bigint
  readonly d: bigint
}

export const ZERO: Exact = { n: 0n, d: 1n }
export const ONE: Exact = { n: 1n, d: 1n }

/** Integers that fit exactly in a double are divided as numbers, which is several times as fast. */
function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  while (!isSafe(x) || !isSafe(y)) {
    if (y === 0n) return x
    ;[x, y] = [y, x % y]
  }
  return BigInt(gcdOfSafe(Number(x), Number(y)))
}

function gcdOfSafe(a: number, b: number): number {
  let [x, y] = [a, b]
  while (y > 0) [x, y] = [y, x % y]
  return x
}

/** `n / d` in lowest terms. Whole numbers only; throws if `d` is 0. */
export function exact(n: number | bigint, d: number | bigint = 1n): Exact {
  const [top, bottom] = [BigInt(n), BigInt(d)]
  if (bottom === 1n) return { n: top, d: bottom }
  if (bottom === 0n) throw new Error('the denominator of a fraction is 0')
  const [sn, sd] = bottom < 0n ? [-top, -bottom] : [top, bottom]
  const common = gcd(sn, sd)
  return common > 1n ? { n: sn / common, d: sd / common } : { n: sn, d: sd }
}

export function plus(a: Exact, b: Exact): Exact {
  return a.d === b.d ? exact(a.n + b.n, a.d) : exact(a.n * b.d + b.n * a.d, a.d * b.d)
}

export function minus(a: Exact, b: Exact): Exact {
  return plus(a, { n: -b.n, d: b.d })
}

export function times(a: Exact, b: Exact): Exact {
  return exact(a.n * b.n, a.d * b.d)
}

/** `a / b`; `null` if `b` is 0, because such a ratio has no value. */
export function over(a: Exact, b: Exact): Exact | null {
  return b.n === 0n ? null : exact(a.n * b.d, a.d * b.n)
}

export function sum(values: Iterable<Exact>): Exact {
  let total = ZERO
  for (const value of values) total = plus(total, value)
  return total
}

/** Below 0, 0 or above 0 if `a` is less than, equal to or greater than `b`. */
export function compare(a: Exact, b: Exact): number {
  const [x, y] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, b.n * a.d]
  return x === y ? 0 : x < y ? -1 : 1
}

/** The nearest double. */
export function toNumber({ n, d }: Exact): number {
  if (d === 1n) return Number(n)
  if (isSafe(n) && isSafe(d)) return Number(n) / Number(d)
  return nearestQuotient(n, d)
}

function isSafe(n: bigint): boolean {
  return n <= 9007199254740991n && n >= -9007199254740991n
}

/** Scales so that the integer quotient keeps about 64 significant bits, the last one sticky, then rounds once. */
function nearestQuotient(n: bigint, d: bigint): number {
  const positive = n < 0n ? -n : n
  const shift = 64 - (positive.toString(2).length - d.toString(2).length)
  const [top, bottom] = shift >= 0 ? [positive << BigInt(shift), d] : [positive, d << BigInt(-shift)]
  const quotient = (top / bottom) | (top % bottom === 0n ? 0n : 1n)
  const value = Number(quotient) * 2 ** -shift
  return n < 0n ? -value : value
}

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/

/** Parses a plain decimal such as `-1841.430` or `1.2e3`; `null` for anything else ('12,500', 'n/a', blank). */
export function fromDecimal(text: string): Exact | null {
  const match = DECIMAL.exec(text.trim())
  if (!match) return null
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  if (whole === '' && fraction === '') return null
  const digits = BigInt(`${sign ?? ''}${whole}${fraction}`)
  const scale = Number(exponent) - fraction.length
  return scale >= 0 ? exact(digits * 10n ** BigInt(scale)) : exact(digits, 10n ** BigInt(-scale))
}

/** Rounded to a whole number, half away from zero. */
export function toWhole({ n, d }: Exact): bigint {
  const positive = n < 0n ? -n : n
  const rounded = (positive * 2n + d) / (d * 2n)
  return n < 0n ? -rounded : rounded
}
