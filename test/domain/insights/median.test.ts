import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsOf, medianOf } from '../../../src/domain/insights/median.ts'
import { exact, toNumber } from '../../../src/domain/numbers/exact.ts'

function median(values: number[]): number | null {
  const value = medianOf(countsOf(values))
  return value && toNumber(value)
}

describe('medians', () => {
  it('are the middle one, or the mean of the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([1, 2, 4, 100])).toBe(3)
    expect(median([1, 2])).toBe(1.5)
    expect(median([7])).toBe(7)
  })

  it('count equal values as often as they occur', () => {
    expect(median([0, 0, 0, 8, 9])).toBe(0)
    expect(median([2, 2, 3, 3])).toBe(2.5)
    expect(median([10, 9, 9, 9])).toBe(9)
  })

  it('are exact', () => {
    expect(medianOf(countsOf([1, 2]))).toEqual(exact(3, 2))
  })

  it('are missing for an empty list', () => {
    expect(median([])).toBeNull()
  })

  it('have as many values below as above', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 50 }), { minLength: 1, maxLength: 60 }), (values) => {
        const middle = median(values) ?? Number.NaN
        const half = values.length / 2

        expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(half)
        expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(half)
      }),
    )
  })
})
