import { describe, expect, it } from 'vitest'
import { needleOf, type Pair, strongestFirst } from '../../../src/domain/insights/needle.ts'
import { exact } from '../../../src/domain/numbers/exact.ts'

/** Each rep as [value or null, bookings]. */
function pairs(rows: [number | null, number][]): Pair[] {
  return rows.map(([value, revenue]) => ({
    value: value === null ? null : exact(value),
    revenue: exact(revenue),
  }))
}

const RISING: [number | null, number][] = [1, 2, 3, 4, 5, 6, 7, 8].map((calls) => [calls, calls * 1000])

describe('what moves the needle', () => {
  it('says how a metric correlates with bookings, and for how many reps', () => {
    expect(needleOf('calls', pairs(RISING))).toEqual({
      metric: 'calls',
      reps: 8,
      value: { rho: 1, weak: false },
      why: null,
    })
  })

  it('is missing below 8 reps, and says how many there are', () => {
    expect(needleOf('calls', pairs(RISING.slice(1)))).toEqual({
      metric: 'calls',
      reps: 7,
      value: null,
      why: 'too_few_reps',
    })
  })

  it('leaves out reps without a value: a missing rate is not a rate of 0', () => {
    const withNone = pairs([...RISING, [null, 1]])

    expect(needleOf('win_rate', withNone)).toMatchObject({ reps: 8, value: { rho: 1 } })
    expect(needleOf('win_rate', withNone.slice(1))).toMatchObject({ reps: 7, why: 'too_few_reps' })
  })

  it('is missing if all reps have the same value', () => {
    const equal = pairs(RISING.map(([, revenue]) => [4, revenue]))

    expect(needleOf('meetings', equal)).toEqual({
      metric: 'meetings',
      reps: 8,
      value: null,
      why: 'no_variance',
    })
  })

  it('lists the strongest first, whatever its sign, and metrics without a correlation last', () => {
    const none = needleOf('emails', [])
    const falling = needleOf(
      'no_show_rate',
      pairs(RISING.map(([calls, revenue]) => [-(calls ?? 0), revenue])),
    )
    const rising = needleOf('calls', pairs(RISING))
    const mixed = needleOf(
      'tasks',
      pairs(RISING.map(([calls, revenue], at) => [at === 0 ? 9 : calls, revenue])),
    )

    const order = strongestFirst([none, mixed, falling, rising]).map(({ metric }) => metric)

    expect(order).toEqual(['no_show_rate', 'calls', 'tasks', 'emails'])
  })
})
