/** Ratios: the ratio of the summed parts, never a mean of ratios. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCatalogue } from '../../src/domain/metrics/catalogue.ts'
import { measure, type Sums } from '../../src/domain/metrics/measure.ts'
import { type Metric, partsOf } from '../../src/domain/metrics/metric.ts'
import type { Part } from '../../src/domain/metrics/parts.ts'
import { compare, type Exact, exact, minus, over, plus, sum, times } from '../../src/domain/numbers/exact.ts'
import { cases } from './cases.ts'

const catalogue = createCatalogue()

const RATIOS = catalogue.all.filter((metric) => metric.kind === 'ratio')
const SUMS = catalogue.all.filter((metric) => metric.kind === 'additive' || metric.kind === 'sum')

/** Parts that come from a setting and are the same for every scope. */
const OF_SETTINGS: readonly Part[] = ['positive_set', 'tiers_set']
const SET: Sums = Object.fromEntries(OF_SETTINGS.map((part) => [part, 1]))

/** One rep's parts of a metric. Bookings may be negative; the others are counts, durations and money. */
function partsFor(metric: Metric): fc.Arbitrary<Sums> {
  const entries = partsOf(metric).map((part) => {
    if (OF_SETTINGS.includes(part)) return [part, fc.constant(1)] as const
    return [part, fc.oneof(fc.nat({ max: 9 }), fc.nat({ max: 10 ** 12 }))] as const
  })
  return fc.record(Object.fromEntries(entries))
}

function together(list: readonly Sums[]): Sums {
  const total: Partial<Record<Part, number>> = {}
  for (const sums of list) {
    for (const [part, amount] of Object.entries(sums) as [Part, number][])
      total[part] = OF_SETTINGS.includes(part) ? amount : (total[part] ?? 0) + amount
  }
  return total
}

const team = fc
  .constantFrom(...RATIOS)
  .chain((metric) =>
    fc.record({ metric: fc.constant(metric), reps: fc.array(partsFor(metric), { maxLength: 6 }) }),
  )

/** Each rep's value with its weight: the denominator. */
function weighed(metric: Metric, reps: readonly Sums[]): { value: Exact; weight: Exact }[] {
  return reps.flatMap((sums) => {
    const { value, denominator } = measure(metric, sums)
    return value && denominator ? [{ value, weight: denominator }] : []
  })
}

describe('a ratio of several reps or days', () => {
  it('is between the lowest and the highest of them, or has no value', () => {
    fc.assert(
      fc.property(team, ({ metric, reps }) => {
        const parts = reps.filter((sums) => measure(metric, sums).denominator?.n !== 0n)
        const values = weighed(metric, parts).map(({ value }) => value)
        const whole = measure(metric, together(parts)).value

        expect(whole === null).toBe(values.length === 0)
        if (whole) {
          expect(values.some((value) => compare(value, whole) <= 0)).toBe(true)
          expect(values.some((value) => compare(value, whole) >= 0)).toBe(true)
        }
      }),
      cases(1000),
    )
  })

  it('is the sum of the numerators over the sum of the denominators', () => {
    fc.assert(
      fc.property(team, ({ metric, reps }) => {
        const measured = reps.map((sums) => measure(metric, sums))
        const numerator = sum(measured.flatMap((one) => one.numerator ?? []))
        const denominator = sum(measured.flatMap((one) => one.denominator ?? []))

        expect(measure(metric, together(reps)).value).toEqual(over(numerator, denominator))
      }),
      cases(1000),
    )
  })

  it('is never the mean of two ratios that differ in value and in weight', () => {
    fc.assert(
      fc.property(team, ({ metric, reps }) => {
        const [a, b] = weighed(metric, reps.slice(0, 2))
        const whole = measure(metric, together(reps.slice(0, 2))).value
        if (!a || !b || !whole) return
        const mean = times(plus(a.value, b.value), exact(1, 2))
        const isMean = compare(whole, mean) === 0
        const isEven = times(minus(a.value, b.value), minus(a.weight, b.weight)).n === 0n

        expect(isMean).toBe(isEven)
      }),
      cases(1000),
    )
  })

  it.each([
    ['win_rate', { deals_won: 1, deals_lost: 0 }, { deals_won: 0, deals_lost: 9 }, exact(1, 10)],
    ['connect_rate', { dial_connects: 1, dials: 2 }, { dial_connects: 0, dials: 98 }, exact(1, 100)],
    ['average_deal', { revenue: 90_000, deals_won: 1 }, { revenue: 10_000, deals_won: 9 }, exact(10_000)],
    ['average_deal', { revenue: -500, deals_won: 1 }, { revenue: 0, deals_won: 3 }, exact(-125)],
    ['win_rate', {}, { deals_won: 2, deals_lost: 6 }, exact(1, 4)],
    ['win_rate', {}, {}, null],
  ] as const)('%s of %j and %j', (id, first, second, expected) => {
    expect(measure(catalogue.orThrow(id), together([first, second])).value).toEqual(expected)
  })
})

describe('a sum of several reps', () => {
  it('is the sum of their values, and 0 if there are none', () => {
    const several = fc
      .constantFrom(...SUMS)
      .chain((metric) =>
        fc.record({ metric: fc.constant(metric), reps: fc.array(partsFor(metric), { maxLength: 6 }) }),
      )
    fc.assert(
      fc.property(several, ({ metric, reps }) => {
        const values = reps.flatMap((sums) => measure(metric, sums).value ?? [])

        expect(measure(metric, { ...SET, ...together(reps) }).value).toEqual(sum(values))
      }),
      cases(500),
    )
  })
})
