/** Trends over the golden account: each bucket is what the report prints for its days, and together they are the period. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Trend, TrendUnit } from '../../src/domain/boards/trend.ts'
import type { Scope } from '../../src/domain/company/roster.ts'
import { createCatalogue } from '../../src/domain/metrics/catalogue.ts'
import { readTrend } from '../../src/reports/trend.ts'
import { isSheet } from '../golden.ts'
import { type GoldenAccount, goldenAccount, reported, scopesIn } from '../golden-account.ts'

const catalogue = createCatalogue()

/** Days in four months, the first and last only partly covered, reaching into the future. */
const LONG = '2026-09-16..2026-12-05'
const MONTHS = ['2026-09-16..2026-09-30', '2026-10', '2026-11', '2026-12-01..2026-12-05']
const EVERYONE: Scope = { kind: 'everyone' }

const trended = catalogue.all.filter(({ family }) => family !== 'P')

let world: GoldenAccount
beforeAll(async () => {
  world = await goldenAccount([LONG, 'this month', ...MONTHS])
})
afterAll(() => world.end())

async function trendOf(metric: string, scope: Scope, period: string, by: TrendUnit): Promise<Trend> {
  const found = await readTrend(world, { metric, scope, period, by })
  if (typeof found === 'string' || 'refused' in found) throw new Error(JSON.stringify(found))
  return found
}

describe('trends of the golden account', () => {
  test('each month of each metric is what the report prints for its days, for every scope', async () => {
    const wrong: string[] = []
    for (const [scope, of] of scopesIn(world.report)) {
      for (const { id: metric } of trended) {
        const { buckets, missing } = await trendOf(metric, of, LONG, 'month')
        const keptBack = missing === 'fewCosts' ? { value: null, numerator: null, denominator: null } : null
        expect(buckets).toHaveLength(MONTHS.length)
        for (const [index, { value, numerator, denominator }] of buckets.entries()) {
          const expected = keptBack ?? reported(world.report, { period: MONTHS[index] ?? '', scope, metric })
          if (JSON.stringify({ value, numerator, denominator }) !== JSON.stringify(expected))
            wrong.push(`${scope} ${metric} ${MONTHS[index]}`)
        }
      }
    }

    expect(wrong).toEqual([])
  })

  test.each(['day', 'week', 'month'] as const)(
    'what adds up over %ss adds up to the value of the report',
    async (by) => {
      const wrong: string[] = []
      for (const [scope, of] of scopesIn(world.report)) {
        for (const metric of trended.filter(({ addsUp }) => addsUp)) {
          const { buckets, whole } = await trendOf(metric.id, of, 'this month', by)
          const expected = reported(world.report, { period: 'this month', scope, metric: metric.id })
          const total = buckets.reduce((sum, { value }) => sum + (value ?? 0), 0)
          if (JSON.stringify(whole) !== JSON.stringify(expected)) wrong.push(`${scope} ${metric.id}: whole`)
          if (Math.abs(total - (expected.value ?? 0)) > 1e-9 * Math.max(1, Math.abs(total)))
            wrong.push(`${scope} ${metric.id}: ${total} for ${expected.value}`)
        }
      }

      expect(wrong).toEqual([])
    },
  )

  test('a ratio in a bucket is the ratio of its sums, never a mean of days', async () => {
    const days = await trendOf('connect_rate', EVERYONE, '2026-10', 'day')
    const [october] = (await trendOf('connect_rate', EVERYONE, '2026-10', 'month')).buckets
    const sum = (of: 'numerator' | 'denominator') =>
      days.buckets.reduce((total, bucket) => total + (bucket[of] ?? 0), 0)

    expect(october).toMatchObject({ numerator: sum('numerator'), denominator: sum('denominator') })
    expect(october?.value).toBe(sum('numerator') / sum('denominator'))
    expect(days.addsUp).toBe(false)
  })

  test('past buckets of quotas have the same target, attainment and status as in the report', async () => {
    const { buckets, quotaMetric } = await trendOf('quota_attainment', EVERYONE, LONG, 'month')
    const sheets = MONTHS.map((period) => world.report[period])
    const quotas = sheets.map((sheet) => {
      const everyone = isSheet(sheet) ? sheet['everyone'] : undefined
      const all = isSheet(everyone) ? everyone['_quota'] : undefined
      const quota = isSheet(all) ? all['revenue'] : undefined
      if (!isSheet(quota)) throw new Error('no quota')
      const { target, actual, attainment, status, uncovered_days: uncoveredDays } = quota
      return { target, actual, attainment, status, uncoveredDays }
    })

    expect(quotaMetric).toBe('revenue')
    expect(buckets.map(({ quota }) => quota)).toEqual(quotas)
    expect(buckets[1]?.quota?.target).toBeGreaterThan(0)
    expect(buckets[1]?.quota?.status).toMatch(/met|missed/)
  })

  test('a metric with a quota of its own is shown with that quota', async () => {
    const calls = await trendOf('calls', { kind: 'team', teamId: '9001' }, '2026-10', 'month')
    const emails = await trendOf('emails', { kind: 'team', teamId: '9001' }, '2026-10', 'month')

    expect(calls.buckets[0]?.quota?.target).toBeGreaterThan(1000)
    expect(calls.buckets[0]?.quota?.actual).toBe(calls.buckets[0]?.value)
    expect([emails.quotaMetric, emails.buckets[0]?.quota]).toEqual([null, null])
  })

  test('the tallies are read once, however many buckets there are', async () => {
    let readings = 0
    const { tallies } = world.store
    const counted = <Q, R>(read: (query: Q) => R) => {
      return (query: Q) => {
        readings++
        return read(query)
      }
    }
    const store = {
      ...world.store,
      tallies: { ...tallies, sum: counted(tallies.sum), byDay: counted(tallies.byDay) },
    }
    await readTrend(
      { ...world, store },
      { metric: 'quota_attainment', scope: EVERYONE, period: 'this month', by: 'day' },
    )

    expect(readings).toBe(1)
  })

  test('a snapshot and the funnel are refused with a reason', async () => {
    const order = { scope: EVERYONE, period: 'this month', by: 'week' } as const
    const refused = await Promise.all(
      catalogue.all
        .filter(({ family }) => family === 'P')
        .map(({ id }) => readTrend(world, { ...order, metric: id })),
    )

    expect(refused.length).toBeGreaterThan(4)
    expect(new Set(refused.map((one) => JSON.stringify(one)))).toEqual(new Set(['{"refused":"snapshot"}']))
    expect(await readTrend(world, { ...order, metric: 'funnel' })).toEqual({ refused: 'table' })
  })

  test('an unknown scope is reported as such, and words that are not a period are refused', async () => {
    const scope: Scope = { kind: 'team', teamId: '1' }

    expect(await readTrend(world, { metric: 'calls', scope, period: 'today', by: 'day' })).toBe(
      'unknownScope',
    )
    await expect(
      readTrend(world, { metric: 'calls', scope: EVERYONE, period: 'soon', by: 'day' }),
    ).rejects.toThrow('soon')
  })
})
