import { describe, expect, it } from 'vitest'
import { plateauOf } from '../../../src/domain/insights/plateau.ts'

function months(...revenues: number[]) {
  return revenues.map((revenue, at) => ({ month: `2026-0${at + 7}`, revenue }))
}

describe('a plateau', () => {
  it('is three months of bookings within 5 % of their mean, 5 % included', () => {
    expect(plateauOf(months(9500, 10_000, 10_500))).toEqual({
      value: { plateau: true, mean: 10_000, months: months(9500, 10_000, 10_500) },
      why: null,
    })
    expect(plateauOf(months(9499, 10_000, 10_501)).value?.plateau).toBe(false)
  })

  it('is ruled out by a single month outside', () => {
    expect(plateauOf(months(10_000, 10_000, 12_000)).value?.plateau).toBe(false)
  })

  it('uses the exact mean', () => {
    // The mean is 1001/3; 5 % of it is 16.68…, and 350 is 16.33… above it.
    expect(plateauOf(months(350, 326, 325)).value).toMatchObject({ plateau: true, mean: 1001 / 3 })
    expect(plateauOf(months(351, 325, 325)).value?.plateau).toBe(false)
  })

  it('handles months below 0', () => {
    expect(plateauOf(months(-100, -100, -100)).value?.plateau).toBe(true)
    expect(plateauOf(months(-100, 0, 100)).value?.plateau).toBe(false)
  })

  it('is unknown if no month has bookings', () => {
    expect(plateauOf(months(0, 0, 0))).toEqual({ value: null, why: 'no_revenue' })
    expect(plateauOf([])).toEqual({ value: null, why: 'no_revenue' })
  })
})
