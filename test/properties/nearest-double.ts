/**
 * Whether a double is the nearest to a fraction by definition: neither neighbour is nearer, and a tie goes to the even
 * one.
 */

interface Fraction {
  n: bigint
  d: bigint
}

function bitsOf(value: number): bigint {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  return view.getBigUint64(0)
}

function ofBits(bits: bigint): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setBigUint64(0, bits)
  return view.getFloat64(0)
}

/** The exact value of a double above 0. */
function toFraction(value: number): Fraction {
  const bits = bitsOf(value)
  const [biased, fraction] = [Number((bits >> 52n) & 0x7ffn), bits & (2n ** 52n - 1n)]
  const mantissa = biased === 0 ? fraction : fraction + 2n ** 52n
  const power = Math.max(1, biased) - 1075
  return power >= 0 ? { n: mantissa << BigInt(power), d: 1n } : { n: mantissa, d: 1n << BigInt(-power) }
}

/** The distance of a double from `n / d`, as a fraction. */
function distance(value: number, n: bigint, d: bigint): Fraction {
  const one = toFraction(value)
  const difference = one.n * d - n * one.d
  return { n: difference < 0n ? -difference : difference, d: one.d * d }
}

export function isNearestDouble(value: number, n: bigint, d: bigint): boolean {
  if (n === 0n) return value === 0
  if (n < 0n) return value < 0 && isNearestDouble(-value, -n, d)
  if (!(value > 0) || !Number.isFinite(value)) return false
  const bits = bitsOf(value)
  const own = distance(value, n, d)
  return [ofBits(bits - 1n), ofBits(bits + 1n)].every((neighbour) => {
    const other = distance(neighbour, n, d)
    const difference = own.n * other.d - other.n * own.d
    return difference < 0n || (difference === 0n && bits % 2n === 0n)
  })
}
