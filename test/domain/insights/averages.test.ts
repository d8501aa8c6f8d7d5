import { describe, expect, it } from 'vitest'
import { averagesOf } from '../../../src/domain/insights/averages.ts'
import { exact, ZERO } from '../../../src/domain/numbers/exact.ts'

describe('averages', () => {
  it('are sums divided by the working days passed', () => {
    const totals = [
      { metric: 'calls', total: exact(90) },
      { metric: 'revenue', total: exact(100_000) },
    ]

    expect(averagesOf(exact(60), totals)).toEqual({
      value: { working_days: 60, per_working_day: { calls: 1.5, revenue: 100_000 / 60 } },
      why: null,
    })
  })

  it('count parts of a day as well', () => {
    expect(averagesOf(exact(5, 2), [{ metric: 'calls', total: exact(10) }]).value).toEqual({
      working_days: 2.5,
      per_working_day: { calls: 4 },
    })
  })

  it('have no value without a working day, whatever was done', () => {
    const calls = { metric: 'calls', total: exact(3) }

    expect(averagesOf(ZERO, [calls])).toEqual({ value: null, why: 'no_working_days' })
  })
})
