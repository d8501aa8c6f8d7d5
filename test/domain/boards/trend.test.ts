import { describe, expect, it } from 'vitest'
import { bucketsOf, quotaMetricOf, type TrendUnit, trendRefusal } from '../../../src/domain/boards/trend.ts'
import type { AskedDays } from '../../../src/domain/figures/moment.ts'
import { createCatalogue } from '../../../src/domain/metrics/catalogue.ts'

const catalogue = createCatalogue()

/** A Wednesday. */
const today = '2026-11-18'

function days(from: string, to: string): AskedDays {
  return { from, to, until: to < '2026-11-19' ? to : '2026-11-19', today, unit: null }
}

function cut(from: string, to: string, by: TrendUnit, weekStart = 1): string[] {
  return bucketsOf(days(from, to), by, weekStart).map(
    (bucket) => `${bucket.from} ${bucket.to}${bucket.isPart ? ' part' : ''}`,
  )
}

describe('the buckets of a trend', () => {
  it('by day, are the days of the period', () => {
    expect(cut('2026-02-27', '2026-03-02', 'day')).toEqual([
      '2026-02-27 2026-02-28',
      '2026-02-28 2026-03-01',
      '2026-03-01 2026-03-02',
    ])
  })

  it('by week, begin on the first day of the week; the first and the last may be parts', () => {
    expect(cut('2026-11-01', '2026-11-19', 'week')).toEqual([
      '2026-11-01 2026-11-02 part',
      '2026-11-02 2026-11-09',
      '2026-11-09 2026-11-16',
      '2026-11-16 2026-11-19 part',
    ])
    expect(cut('2026-11-01', '2026-11-15', 'week', 7)).toEqual([
      '2026-11-01 2026-11-08',
      '2026-11-08 2026-11-15',
    ])
  })

  it('by month, cross the ends of years and leap days', () => {
    expect(cut('2027-12-31', '2028-03-01', 'month')).toEqual([
      '2027-12-31 2028-01-01 part',
      '2028-01-01 2028-02-01',
      '2028-02-01 2028-03-01',
    ])
  })

  it('are a single part for a period within one week or month', () => {
    expect(cut('2026-11-10', '2026-11-12', 'month')).toEqual(['2026-11-10 2026-11-12 part'])
    expect(cut('2026-11-10', '2026-11-12', 'week')).toEqual(['2026-11-10 2026-11-12 part'])
  })

  it('are whole weeks and months by name, but parts of them and days are not', () => {
    const units = (from: string, to: string, by: TrendUnit) =>
      bucketsOf(days(from, to), by, 1).map(({ unit }) => unit)

    expect(units('2026-11-01', '2026-11-16', 'week')).toEqual([null, 'week', 'week'])
    expect(units('2026-10-15', '2026-12-01', 'month')).toEqual([null, 'month'])
    expect(units('2026-11-17', '2026-11-19', 'day')).toEqual([null, null])
  })

  it('count up to today: the current one is cut after today, and future ones have no day that counts', () => {
    const untils = bucketsOf(days('2026-11-09', '2026-11-30'), 'week', 1).map(({ until }) => until)

    expect(untils).toEqual(['2026-11-16', '2026-11-19', '2026-11-19'])
  })
})

describe('what has a trend', () => {
  it('is every metric except snapshots of the current state', () => {
    const refusals = (ids: string[]) => ids.map((id) => trendRefusal(catalogue.orThrow(id)))

    expect(refusals(['pipeline_value', 'stalled_deals', 'pipeline_coverage'])).toEqual([
      'snapshot',
      'snapshot',
      'snapshot',
    ])
    expect(refusals(['revenue', 'win_rate', 'forecast', 'commission'])).toEqual([null, null, null, null])
  })

  it('adds up if it is a sum over days; commission does not, because tiers differ by month and by quarter', () => {
    const ids = ['revenue', 'activities', 'forecast', 'score', 'win_rate', 'commission', 'quota_attainment']

    expect(ids.filter((id) => catalogue.orThrow(id).addsUp)).toEqual([
      'revenue',
      'activities',
      'forecast',
      'score',
    ])
  })

  it('is shown with its own target if it has a quota, and with that of bookings if it is about bookings', () => {
    const ids = ['calls', 'emails', 'pace', 'commission', 'close_date_slip', 'score', 'win_rate']

    expect(ids.map((id) => quotaMetricOf(catalogue.orThrow(id), ['calls', 'revenue']))).toEqual([
      'calls',
      null,
      'revenue',
      'revenue',
      null,
      null,
      null,
    ])
  })
})
