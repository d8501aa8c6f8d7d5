import { describe, expect, it } from 'vitest'
import { median, quantile, spread } from '../../bench/arithmetic.ts'
import { atLeast, atMost } from '../../bench/measurement.ts'
import { toTable } from '../../bench/table.ts'

describe('the arithmetic of measurements', () => {
  it('has the middle value as the median, or the mean of the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([10, 1, 9, 2])).toBe(5.5)
    expect(median([3])).toBe(3)
  })

  it('finds the value that 99 of 100 requests do not exceed', () => {
    const times = Array.from({ length: 100 }, (_, index) => 100 - index)

    expect(quantile(times, 0.99)).toBe(99)
    expect(quantile(times, 0.5)).toBe(50)
    expect(quantile(times, 1)).toBe(100)
    expect(quantile([7], 0.99)).toBe(7)
  })

  it('sorts by value, not as text', () => {
    expect(spread([10, 9, 100])).toEqual({ least: 9, most: 100 })
    expect(median([10, 9, 100])).toBe(10)
  })

  it('has no median of an empty list', () => {
    expect(() => median([])).toThrow('there are no values')
  })
})

describe('a goal', () => {
  it('is met exactly at its limit and missed beyond it', () => {
    expect(atMost(1.5, 1.5).goal).toEqual({ text: '≤ 1.5', isMet: true })
    expect(atMost(1.501, 1.5).goal).toEqual({ text: '≤ 1.5', isMet: false })
    expect(atLeast(0.4, 0.4, ' ×').goal).toEqual({ text: '≥ 0.4 ×', isMet: true })
    expect(atLeast(0.399, 0.4, ' ×').goal).toEqual({ text: '≥ 0.4 ×', isMet: false })
  })

  it('is marked in the table if it is missed', () => {
    const rows = [
      { what: 'a', ours: '1', comparedWith: '2', ...atMost(3, 2) },
      { what: 'longer', ours: '1', comparedWith: '–', figure: '1', goal: null },
    ]

    expect(toTable(rows).split('\n')).toEqual([
      '        ours  compared with  figure  goal',
      '──────  ────  ─────────────  ──────  ────  ──────',
      'a       1     2              3.00    ≤ 2   MISSED',
      'longer  1     –              1',
    ])
  })
})
