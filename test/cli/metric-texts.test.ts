/** What the command prints for trends and explanations, for every metric of an account full of hostile names. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { explanationText } from '../../src/cli/metric/explain-text.ts'
import { trendText } from '../../src/cli/metric/trend-text.ts'
import { createCatalogue } from '../../src/domain/metrics/catalogue.ts'
import { hubSpotWords } from '../../src/hubspot/words.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import { readExplanation } from '../../src/reports/explain.ts'
import { readTrend } from '../../src/reports/trend.ts'
import { type GoldenAccount, goldenAccount } from '../golden-account.ts'

const catalogue = createCatalogue()

const texts = createTexts('en')
const scope = { kind: 'everyone' } as const
const ids = catalogue.all.map(({ id }) => id)

let world: GoldenAccount
beforeAll(async () => {
  world = await goldenAccount(['today'])
})
afterAll(() => world.end())

async function explained(metric: string, period = 'this month'): Promise<string> {
  const found = await readExplanation({ ...world, words: hubSpotWords }, { metric, scope, period })
  if (typeof found === 'string') throw new Error(found)
  return explanationText(found, texts, hubSpotWords)
}

async function trended(metric: string, by: 'day' | 'week' | 'month', period: string): Promise<string> {
  const found = await readTrend(world, { metric, scope, period, by })
  if (typeof found === 'string' || 'refused' in found) throw new Error(JSON.stringify(found))
  return trendText(found, texts, hubSpotWords)
}

/** Lines that a terminal would break. Links are left whole, so that they can be opened. */
function wide(text: string): string[] {
  return text.split('\n').filter((line) => [...line].length > 80 && !line.includes('https://'))
}

describe('the text of an explanation', () => {
  test.each(ids)('of %s fits a terminal, has its formula in words, and controls nothing', async (id) => {
    const text = await explained(id)

    expect(wide(text)).toEqual([])
    expect(text).not.toMatch(/undefined|NaN|\[object/)
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
    expect(text.replace(/\s+/g, ' ')).toContain(texts.metricAbout(id))
    for (const head of ['Parts', 'Rules', 'Records']) expect(text).toContain(`\n\n${head}`)
  })

  test.each(['pace', 'quota_attainment', 'projected_attainment'])(
    'of %s lists the past months that it rests on, each with its share',
    async (id) => {
      const text = (await explained(id)).replace(/\s+/g, ' ')

      expect(text).toMatch(/Usual by now: [\d.]+ %\. The past of everyone at the same point: 20/)
      expect(text.match(/20\d\d-\d\d-01 to 20\d\d-\d\d-\d\d: [\d.]+ %/g)?.length).toBeGreaterThanOrEqual(4)
    },
  )

  test('of pace in a period that is over says that it goes by working days', async () => {
    expect(await explained('pace', '2026-10')).toContain('Expected by now: 100 %, by working days.')
  })

  test('says what the number is based on: parts, days, reps, sample and pipelines, and links to records', async () => {
    const text = await explained('win_rate', '2026-10')

    expect(text).toMatch(/^Win rate: [\d.]+ % {2}\(2026-10-01 to before 2026-11-01\)\n/)
    expect(text).toMatch(/\n {2}deals won +\d+\n {2}÷ deals won +\d+\n {2}÷ deals lost +\d+\n/)
    expect(text).toContain('Days: 2026-10-01 to 2026-10-31, counted to 2026-10-31.')
    expect(text).toMatch(/Minimum sample: 5; here \d+/)
    expect(text).toMatch(/Sales pipelines: \S/)
    expect(text).toMatch(/\n {4}https:\/\/\S+\/record\/0-3\/\d+/)
  })

  test('gives targets in money, even where the number is a ratio', async () => {
    expect(await explained('quota_attainment')).toMatch(/\n {2}target +\D{1,4}[\d,.]+\n/)
  })
})

describe('the text of a trend', () => {
  const bars = catalogue.all.filter(({ family }) => family !== 'P').map(({ id }) => id)

  test.each(bars)('of %s fits a terminal', async (id) => {
    const text = await trended(id, 'month', '2026-09-20..2026-12-05')

    expect(wide(text)).toEqual([])
    expect(text).not.toMatch(/undefined|NaN|\[object/)
    expect(text).toMatch(/\n {2}2026-09-20\* /)
    expect(text).toMatch(/\n {2}2026-11… /)
    expect(text).toMatch(/^ {2}2026-12-01\* +(–|\$[1-9][\d,.]*)( |$)/m)
  })

  test('has the longest bar at the largest value, and none at 0', async () => {
    const found = await readTrend(world, { metric: 'calls', scope, period: 'last 14 days', by: 'day' })
    if (typeof found === 'string' || 'refused' in found) throw new Error(JSON.stringify(found))
    const lengths = trendText(found, texts, hubSpotWords)
      .split('\n')
      .filter((line) => /^ {2}20/.test(line))
      .map((line) => [...line].filter((character) => character === '█').length)
    const values = found.buckets.map(({ value }) => value ?? 0)

    expect(lengths).toHaveLength(14)
    expect(lengths.indexOf(Math.max(...lengths))).toBe(values.indexOf(Math.max(...values)))
    expect(lengths.map((length) => length === 0)).toEqual(values.map((value) => value === 0))
  })

  test('of a quota has target, share and status of each past month, and says that months do not add up', async () => {
    const text = await trended('quota_attainment', 'month', '2026-10-01..2026-11-30')

    expect(text).toMatch(/reached +target +share\n/)
    expect(text).toMatch(/\n {2}2026-10 .* \d+(\.\d)? % (met|missed)/)
    expect(text).toContain('do not add up')
  })

  test('has columns for a quota only where one of its buckets has a target', async () => {
    const found = await readTrend(world, { metric: 'revenue', scope, period: '2026-10', by: 'week' })
    if (typeof found === 'string' || 'refused' in found) throw new Error(JSON.stringify(found))
    const untargeted = found.buckets.map((bucket) => ({
      ...bucket,
      quota: bucket.quota && { ...bucket.quota, target: null, attainment: null },
    }))

    expect(trendText(found, texts, hubSpotWords)).toMatch(/reached +target +share\n/)
    expect(trendText({ ...found, buckets: untargeted }, texts, hubSpotWords)).not.toMatch(/reached| – /)
  })

  test('marks a share with working days that have no target, and names them', async () => {
    const order = {
      metric: 'quota_attainment',
      scope,
      period: '2026-10-01..2026-11-30',
      by: 'month',
    } as const
    const found = await readTrend(world, order)
    if (typeof found === 'string' || 'refused' in found) throw new Error(JSON.stringify(found))
    const uncovered = (days: number) => {
      const buckets = found.buckets.map((bucket) => ({
        ...bucket,
        quota: bucket.quota && { ...bucket.quota, uncoveredDays: bucket.from === '2026-10-01' ? days : 0 },
      }))
      return trendText({ ...found, buckets }, texts, hubSpotWords)
    }

    expect(uncovered(12)).toMatch(/\n {2}2026-10 .* % ?†/)
    expect(uncovered(12)).toContain('† working days without a target: 2026-10-01 12')
    expect(uncovered(0)).not.toContain('†')
  })

  test('of a number that is not set up says what to set instead of showing bars', async () => {
    await world.store.settings.save({ positiveDispositions: null })
    const text = await trended('positive_call_rate', 'week', 'last month')

    expect(text.replace(/\s+/g, ' ')).toContain('“positiveDispositions”')
    expect(text).not.toContain('█')
  })
})
