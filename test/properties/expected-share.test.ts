/** The expected share: what part of the whole was there at the same point of past periods. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, daysBetween, daysOf } from '../../src/domain/calendar/day.ts'
import { resolvePeriod } from '../../src/domain/calendar/period.ts'
import { DEFAULT_SETTINGS } from '../../src/domain/company/settings.ts'
import { sharedCalendar, type WorkCalendar } from '../../src/domain/company/working-time.ts'
import { compare, type Exact, exact, ONE, plus, sum, times, ZERO } from '../../src/domain/numbers/exact.ts'
import { type Expected, pastShare } from '../../src/domain/quotas/expected-share.ts'
import { type PastPeriod, pastPeriods, pointAt } from '../../src/domain/quotas/past-periods.ts'
import { cases } from './cases.ts'

const EVERYONE = { kind: 'everyone' } as const

const unit = fc.constantFrom('week', 'month', 'quarter', 'year')
const day = fc.nat({ max: 3 * 365 }).map((index) => addDays('2025-01-01', index))

const calendar: fc.Arbitrary<WorkCalendar> = fc
  .record({
    workingWeekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    holidays: fc.array(fc.nat({ max: 8 * 365 }), { maxLength: 60 }),
  })
  .map(({ workingWeekdays, holidays }) => {
    const days = holidays.map((index) => addDays('2020-01-01', index))
    return sharedCalendar({ ...DEFAULT_SETTINGS, workingWeekdays, holidays: { default: days } }, null, 'UTC')
  })

const share: fc.Arbitrary<Exact> = fc
  .tuple(fc.nat({ max: 1000 }), fc.integer({ min: 1, max: 1000 }))
  .map(([n, d]) => exact(Math.min(n, d), d))

/** The amount of each day of the periods, by the number of the day in all of them. */
type AmountOn = (index: number, day: Day) => number

const amounts = (least: number): fc.Arbitrary<AmountOn> =>
  fc
    .array(fc.integer({ min: least, max: 1_000 }), { minLength: 1, maxLength: 30 })
    .map((list) => (index) => list[index % list.length] ?? 0)

interface Past {
  periods: readonly PastPeriod[]
  amountOn: AmountOn
}

const past = (amountOn: fc.Arbitrary<AmountOn>): fc.Arbitrary<Past> =>
  fc.tuple(unit, day, calendar, amountOn).map(([of, today, by, on]) => {
    const basis = { today, weekStart: 1, fiscalYearStartMonth: 1 }
    const { from } = resolvePeriod({ kind: 'unit', unit: of, which: 0 }, basis)
    return { periods: pastPeriods(of, from, by), amountOn: on }
  })

function totalOf(list: readonly number[]): number {
  return list.reduce((all, one) => all + one, 0)
}

function expectedAt({ periods, amountOn }: Past, elapsed: Exact): Expected {
  const courses = periods.map((period) => {
    const ofDays = daysOf(period.from, period.to).map((one, index) => amountOn(index, one))
    const between = (from: Day, until: Day) =>
      totalOf(ofDays.slice(daysBetween(period.from, from), daysBetween(period.from, until)))
    const { done, next, part } = pointAt(period, elapsed)
    return {
      ...{ from: period.from, to: period.to, part },
      actual: between(period.from, period.to),
      done: between(period.from, done),
      next: between(done, next),
    }
  })
  return pastShare(
    EVERYONE,
    courses.filter(({ actual }) => actual > 0),
  )
}

function shareOf({ share: found }: Expected): Exact {
  if (found === null) throw new Error('a past has a share')
  return found
}

describe('the expected share by the past', () => {
  it('never falls as time passes, where nothing was taken back', () => {
    fc.assert(
      fc.property(past(amounts(0)), share, share, (before, one, other) => {
        const [earlier, later] = compare(one, other) <= 0 ? [one, other] : [other, one]

        expect(
          compare(shareOf(expectedAt(before, earlier)), shareOf(expectedAt(before, later))),
        ).toBeLessThanOrEqual(0)
      }),
      cases(60),
    )
  })

  it('is between 0 and 1, also where amounts were taken back', () => {
    fc.assert(
      fc.property(past(amounts(-300)), share, (before, elapsed) => {
        const found = shareOf(expectedAt(before, elapsed))

        expect([compare(found, ZERO) >= 0, compare(found, ONE) <= 0]).toEqual([true, true])
      }),
      cases(60),
    )
  })

  it('is the straight line where every working day was alike', () => {
    fc.assert(
      fc.property(
        unit,
        day,
        calendar,
        fc.integer({ min: 1, max: 99 }),
        share,
        (of, today, by, each, elapsed) => {
          const basis = { today, weekStart: 1, fiscalYearStartMonth: 1 }
          const { from } = resolvePeriod({ kind: 'unit', unit: of, which: 0 }, basis)
          const amountOn: AmountOn = (_, one) => (by.isPresent(one) ? each : 0)

          const periods = pastPeriods(of, from, by)
          fc.pre(periods.length > 0)

          expect(shareOf(expectedAt({ periods, amountOn }, elapsed))).toEqual(elapsed)
        },
      ),
      cases(60),
    )
  })

  it('is nothing at the start and all at the end', () => {
    fc.assert(
      fc.property(past(amounts(0)), (before) => {
        fc.pre(expectedAt(before, ZERO).past?.periods.length !== 0)

        expect([shareOf(expectedAt(before, ZERO)), shareOf(expectedAt(before, ONE))]).toEqual([ZERO, ONE])
      }),
      cases(40),
    )
  })

  it('is the mean of the shares of the periods, weighted by what each added up to', () => {
    fc.assert(
      fc.property(past(amounts(0)), share, ({ periods, amountOn }, elapsed) => {
        const found = expectedAt({ periods, amountOn }, elapsed)
        const wholes = new Map(
          periods.map((period) => [
            period.from,
            totalOf(daysOf(period.from, period.to).map((one, index) => amountOn(index, one))),
          ]),
        )
        const shares = found.past?.periods ?? []
        const whole = totalOf(shares.map(({ from }) => wholes.get(from) ?? 0))

        const weighted = sum(shares.map((one) => times(one.share, exact(wholes.get(one.from) ?? 0))))
        expect(times(shareOf(found), exact(whole))).toEqual(plus(weighted, ZERO))
      }),
      cases(40),
    )
  })
})
