import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact, toNumber } from '../../../src/domain/numbers/exact.ts'
import { commissionOf } from '../../../src/domain/quotas/commission.ts'

const FLAT = [{ from: '0', rate: '0.18' }]
const ACCELERATED = [
  { from: '0', rate: '0.18' },
  { from: '1', rate: '0.25' },
  { from: '1.5', rate: '0.3' },
]

function commission(tiers: typeof FLAT, revenue: number, target: number | null): number {
  const pair = { revenue: exact(revenue), target: target === null ? null : exact(target) }
  return toNumber(commissionOf(tiers, pair))
}

describe('commission', () => {
  it('is a fixed share of the revenue at a flat rate', () => {
    expect(commission(FLAT, 8_500_000, null)).toBe(1_530_000)
    expect(commission(FLAT, 8_500_000, 5_000_000)).toBe(1_530_000)
  })

  it('pays the higher rate only for what is above the target', () => {
    expect(commission(ACCELERATED, 7_000_000, 5_000_000)).toBe(900_000 + 500_000)
    expect(commission(ACCELERATED, 8_500_000, 5_000_000)).toBe(900_000 + 625_000 + 300_000)
    expect(commission(ACCELERATED, 5_000_000, 5_000_000)).toBe(900_000)
  })

  it('pays the first rate on everything without a target', () => {
    expect(commission(ACCELERATED, 8_500_000, null)).toBe(1_530_000)
  })

  it('takes back negative revenue at the first rate', () => {
    expect(commission(ACCELERATED, -149_738, 4_100_000)).toBe(-26_952.84)
    expect(commission(ACCELERATED, -149_738, null)).toBe(-26_952.84)
  })

  it('pays nothing below the first tier', () => {
    const late = [{ from: '0.5', rate: '0.2' }]

    expect(commission(late, 400, 1000)).toBe(0)
    expect(commission(late, 1000, 1000)).toBe(100)
  })

  it('is exact for targets that are not whole minor units', () => {
    const paid = commissionOf(ACCELERATED, { revenue: exact(1000), target: exact(2000, 3) })

    expect(paid).toEqual(exact(120 * 3 + 250, 3))
  })

  it('never falls when revenue grows', () => {
    const money = fc.nat(10_000_000)
    fc.assert(
      fc.property(money, money, fc.integer({ min: 1, max: 5_000_000 }), (revenue, more, target) => {
        expect(commission(ACCELERATED, revenue + more, target)).toBeGreaterThanOrEqual(
          commission(ACCELERATED, revenue, target),
        )
      }),
    )
  })
})
