import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spearman } from '../../../src/domain/insights/correlation.ts'
import { exact } from '../../../src/domain/numbers/exact.ts'

function correlate(xs: number[], ys: number[]) {
  return spearman(
    xs.map((x) => exact(x)),
    ys.map((y) => exact(y)),
  )
}

describe('rank correlation', () => {
  it('matches the textbook example: hours of television and intelligence', () => {
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110]
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17]

    // 1 - 6 × 194 / (10 × 99)
    expect(correlate(iq, hours)).toEqual({ rho: expect.closeTo(-29 / 165, 15), isWeak: true })
  })

  it('gives equal values the mean of their ranks', () => {
    // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / √(4.5 × 5)
    expect(correlate([10, 20, 20, 30], [1, 2, 3, 4])?.rho).toBeCloseTo(Math.sqrt(0.9), 15)
    // Ranks 2, 2, 2, 4, 5 against 1.5, 1.5, 3.5, 3.5, 5: 7 / √(8 × 9)
    expect(correlate([0, 0, 0, 7, 9], [1, 1, 4, 4, 6])?.rho).toBeCloseTo(7 / Math.sqrt(72), 15)
  })

  it('depends on ranks alone, so one huge deal counts no more than any larger one', () => {
    expect(correlate([1, 2, 3, 4], [5, 6, 7, 1_000_000])).toEqual({ rho: 1, isWeak: false })
    expect(correlate([1, 2, 3, 4], [9, 8, 7, -50])).toEqual({ rho: -1, isWeak: false })
  })

  it('has no value if everybody has the same value', () => {
    expect(correlate([3, 3, 3], [1, 2, 3])).toBeNull()
    expect(correlate([1, 2, 3], [0, 0, 0])).toBeNull()
    expect(correlate([], [])).toBeNull()
  })

  it('is weak under 0.4, and not at 0.4 itself', () => {
    expect(correlate([1, 2, 3, 4], [2, 3, 1, 4])).toEqual({ rho: 0.4, isWeak: false })
    expect(correlate([1, 2, 3, 4, 5], [1, 5, 2, 4, 3])).toEqual({ rho: 0.3, isWeak: true })
    expect(correlate([1, 2, 3, 4], [3, 2, 4, 1])).toEqual({ rho: -0.4, isWeak: false })
  })

  it('distinguishes values that no double can', () => {
    const [less, more] = [exact(9007199254740990n, 9007199254740991n), exact(1)]

    expect(spearman([less, more], [exact(1), exact(2)])?.rho).toBe(1)
  })

  it('refuses lists of different lengths', () => {
    expect(() => correlate([1, 2], [1])).toThrow('2 values cannot be paired with 1')
  })

  const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
    minLength: 2,
    maxLength: 40,
  })

  it('agrees with the plain formula on ranks, whatever the ties', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [xs, ys] = [rows.map(([x]) => x), rows.map(([, y]) => y)]
        const [a, b] = [ranks(xs), ranks(ys)]
        const plain = covariance(a, b) / Math.sqrt(covariance(a, a) * covariance(b, b))
        const rho = correlate(xs, ys)?.rho

        if (Number.isNaN(plain)) expect(rho).toBeUndefined()
        else expect(rho).toBeCloseTo(plain, 12)
      }),
    )
  })

  it('is symmetric, changes sign with its values, and stays between -1 and 1', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [xs, ys] = [rows.map(([x]) => x), rows.map(([, y]) => y)]
        const rho = correlate(xs, ys)?.rho ?? null

        expect(correlate(ys, xs)?.rho ?? null).toBe(rho)
        if (rho === null) return
        expect(Math.abs(rho)).toBeLessThanOrEqual(1)
        expect(
          (correlate(
            xs,
            ys.map((y) => -y),
          )?.rho ?? 0) + rho,
        ).toBe(0)
        expect(
          correlate(
            xs.map((x) => 3 * x + 2),
            ys,
          )?.rho,
        ).toBe(rho)
      }),
    )
  })
})

/** Ranks by counting: the values below, and half of the equal ones. */
function ranks(values: number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length
    const equal = values.filter((other) => other === value).length
    return below + (equal + 1) / 2
  })
}

function covariance(a: number[], b: number[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [ma, mb] = [mean(a), mean(b)]
  return a.reduce((sum, value, at) => sum + (value - ma) * ((b[at] ?? 0) - mb), 0)
}
