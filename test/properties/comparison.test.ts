/**
 * Comparison: a running period is compared with as many working days of the previous one, an ended period with all of
 * it.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, daysBetween, daysOf } from '../../src/domain/calendar/day.ts'
import {
  isRunning,
  type PeriodBasis,
  type PeriodSpec,
  resolvePeriod,
} from '../../src/domain/calendar/period.ts'
import { comparisonOf } from '../../src/domain/company/comparison.ts'
import { DEFAULT_SETTINGS } from '../../src/domain/company/settings.ts'
import { sharedCalendar, type WorkCalendar } from '../../src/domain/company/working-time.ts'
import { cases } from './cases.ts'

const UNITS = ['week', 'month', 'quarter', 'year'] as const

const day = fc.nat({ max: 3 * 365 }).map((index) => addDays('2025-01-01', index))

const basis: fc.Arbitrary<PeriodBasis> = fc.record({
  today: day,
  weekStart: fc.integer({ min: 1, max: 7 }),
  fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }),
})

const calendar: fc.Arbitrary<WorkCalendar> = fc
  .record({ workingWeekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]), holidays: fc.array(day, { maxLength: 60 }) })
  .map(({ workingWeekdays, holidays }) =>
    sharedCalendar({ ...DEFAULT_SETTINGS, workingWeekdays, holidays: { default: holidays } }, null, 'UTC'),
  )

const unit = fc.constantFrom(...UNITS)

function compared(spec: PeriodSpec, at: PeriodBasis, by: WorkCalendar) {
  const period = resolvePeriod(spec, at)
  return { period, before: comparisonOf({ spec, period }, at, by) }
}

function workingDays({ from, to }: { from: Day; to: Day }, by: WorkCalendar): Day[] {
  return daysOf(from, to).filter((one) => by.isScheduled(one))
}

describe('the comparison of a running period', () => {
  it('has as many working days, up to and including the last of them, or is the whole previous period', () => {
    fc.assert(
      fc.property(unit, basis, calendar, (of, at, by) => {
        const { period, before } = compared({ kind: 'unit', unit: of, which: 0 }, at, by)
        const previous = resolvePeriod({ kind: 'unit', unit: of, which: -1 }, at)
        const soFar = workingDays({ from: period.from, to: period.until }, by).length
        const days = workingDays(before, by)

        expect(before.from).toBe(previous.from)
        expect(before.to <= previous.to).toBe(true)
        if (soFar === 0) expect(before.to).toBe(before.from)
        else if (days.length === soFar) expect(addDays(before.to, -1)).toBe(days.at(-1))
        else expect([before, days.length < soFar]).toEqual([{ from: previous.from, to: previous.to }, true])
      }),
      cases(1000),
    )
  })

  it('is the same whether the period is requested as this month or as month to date', () => {
    fc.assert(
      fc.property(fc.constantFrom('month', 'quarter', 'year'), basis, calendar, (of, at, by) => {
        const whole = compared({ kind: 'unit', unit: of, which: 0 }, at, by)
        const toDate = compared({ kind: 'toDate', unit: of }, at, by)

        expect(toDate.before).toEqual(whole.before)
      }),
      cases(500),
    )
  })

  it('never shrinks as days pass', () => {
    fc.assert(
      fc.property(unit, basis, calendar, (of, at, by) => {
        const spec: PeriodSpec = { kind: 'unit', unit: of, which: 0 }
        const today = compared(spec, at, by)
        const tomorrow = compared(spec, { ...at, today: addDays(at.today, 1) }, by)
        if (tomorrow.period.from !== today.period.from) return

        expect(tomorrow.before.to >= today.before.to).toBe(true)
      }),
      cases(500),
    )
  })
})

describe('the comparison of any other period', () => {
  it('is the whole previous one for an ended or future week, month, quarter or year', () => {
    fc.assert(
      fc.property(unit, fc.constantFrom(-1, 1), basis, calendar, (of, which, at, by) => {
        const { period, before } = compared({ kind: 'unit', unit: of, which }, at, by)
        const shifted = { ...at, today: addDays(period.from, -1) }
        const { from, to } = resolvePeriod({ kind: 'unit', unit: of, which: 0 }, shifted)

        expect(isRunning(period, at.today)).toBe(false)
        expect(before).toEqual({ from, to })
      }),
      cases(500),
    )
  })

  it('is the same number of days just before, for a span of days', () => {
    const days: fc.Arbitrary<PeriodSpec> = fc.oneof(
      fc.integer({ min: 1, max: 400 }).map((count) => ({ kind: 'last', count, unit: 'days' }) as const),
      day.map((since) => ({ kind: 'since', day: since }) as const),
      fc
        .tuple(day, fc.nat({ max: 100 }))
        .map(([first, more]) => ({ kind: 'range', first, last: addDays(first, more) }) as const),
    )
    fc.assert(
      fc.property(days, basis, calendar, (spec, at, by) => {
        const { period, before } = compared(spec, at, by)

        expect(before.to).toBe(period.from)
        expect(daysBetween(before.from, before.to)).toBe(daysBetween(period.from, period.to))
      }),
      cases(500),
    )
  })

  it('is the last working day before, for a single day', () => {
    const one = fc.constantFrom(-1, 0, 1).map((which) => ({ kind: 'day', which }) as const)
    fc.assert(
      fc.property(one, basis, calendar, (spec, at, by) => {
        const { period, before } = compared(spec, at, by)
        const isAnyWorked = workingDays({ from: addDays(period.from, -366), to: period.from }, by).length > 0

        expect(before.to).toBe(addDays(before.from, 1))
        expect(before.from < period.from).toBe(true)
        expect(workingDays({ from: before.to, to: period.from }, by)).toEqual([])
        expect(by.isScheduled(before.from)).toBe(isAnyWorked)
      }),
      cases(500),
    )
  })

  it('is the N weeks or months before, for the last N weeks or months', () => {
    const last = fc.record({
      kind: fc.constant('last' as const),
      count: fc.integer({ min: 1, max: 30 }),
      unit: fc.constantFrom('weeks', 'months'),
    })
    fc.assert(
      fc.property(last, basis, calendar, (spec, at, by) => {
        const { period, before } = compared(spec, at, by)
        const twice = resolvePeriod({ ...spec, count: 2 * spec.count }, at)

        expect(before).toEqual({ from: twice.from, to: period.from })
      }),
      cases(500),
    )
  })
})
