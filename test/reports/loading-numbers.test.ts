import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { noNumberText } from '../../src/cli/metric/no-number.ts'
import { hubSpotWords } from '../../src/hubspot/words.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import { readExplanation } from '../../src/reports/explain.ts'
import { readInsights } from '../../src/reports/insights/insights.ts'
import { readMetric } from '../../src/reports/metric.ts'
import { readReport } from '../../src/reports/report.ts'
import { readTrend } from '../../src/reports/trend.ts'
import { aCursor, anAccount, anOwner, at, aWonDeal, rulesBody } from '../builders.ts'
import { type TestStore, testStore } from '../store/stores.ts'

const NOW = at('2026-09-22T14:00:00Z')
const ORDER = { metric: 'revenue', scope: { kind: 'everyone' }, period: 'this month' } as const

describe('a number that has not been completely loaded yet', () => {
  let world: TestStore & { clock: { now(): number } }

  beforeEach(async () => {
    world = { ...(await testStore('sqlite')), clock: { now: () => NOW } }
    const { store } = world
    const rules = await store.rules.adopt(rulesBody())
    await store.directory.saveAccount(anAccount())
    await store.directory.saveOwners([anOwner()], [])
    const cursor = aCursor({ type: 'deals', filled: 43, total: 100 })
    await store.facts.savePage({ type: 'deals', facts: [aWonDeal()], skipped: [], cursor }, rules)
  })
  afterEach(() => world.end())

  it('has no value, and says how far loading has come', async () => {
    const found = await readMetric(world, ORDER)

    expect(found).toMatchObject({ value: null, loading: [{ type: 'deals', share: 0.43 }] })
    if (typeof found === 'string') throw new Error(found)
    expect(noNumberText({ ...found, period: 'now' }, createTexts('en'), hubSpotWords)).toMatch(/loading, 43/)
  })

  it('has no value in an explanation or in a trend', async () => {
    expect(await readExplanation({ ...world, words: hubSpotWords }, ORDER)).toMatchObject({
      value: { value: null },
      parts: [{ part: 'revenue', value: null }],
      records: { counted: 0, withoutAmount: 0, newest: [] },
    })
    expect(await readTrend(world, { ...ORDER, by: 'month' })).toMatchObject({
      whole: { value: null },
      buckets: [{ value: null, quota: null }],
    })
  })

  it('leaves the sample of an explanation open as well', async () => {
    const explained = await readExplanation(
      { ...world, words: hubSpotWords },
      { ...ORDER, metric: 'win_rate' },
    )

    expect(explained).toMatchObject({ rules: { minimumSample: { sample: null, isSmall: false } } })
  })

  it('has no value in the insights, which say what each part is waiting for', async () => {
    const document = await readInsights(world)

    expect(document).toMatchObject({
      what_moves_the_needle: { value: null, why: 'still_loading' },
      before_a_sale: { everyone: { unread_deals: null, value: null, why: 'still_loading' } },
      stage_bottlenecks: { value: null, why: 'still_loading' },
      territories: { balance: { value: null }, boards: { value: null } },
      plateau: { everyone: { value: null, why: 'still_loading' } },
      _meta: { missing_metrics: { revenue: 'still_loading', arr: 'still_loading', calls: 'still_loading' } },
    })
    expect(document?._meta.incomplete.deals).toEqual({ reason: 'loading', progress: 0.43 })
    expect(document?.averages['everyone']?.value?.per_working_day).toEqual({})
  })

  it.each([
    { fault: null, reason: 'loading' },
    { fault: 'forbidden', reason: 'refused' },
    { fault: 'unauthorized', reason: 'refused' },
    { fault: 'unreachable', reason: 'failed' },
  ] as const)('has the reason $reason after the fault $fault', async ({ fault, reason }) => {
    await world.store.cursors.save(aCursor({ type: 'deals', filled: 43, total: 100, fault, error: fault }))
    const incomplete = { deals: { reason, progress: 0.43 } }
    const report = await readReport({ ...world, words: hubSpotWords }, { periods: ['this month'] })

    expect(await readMetric(world, ORDER)).toMatchObject({ value: null, _meta: { incomplete } })
    expect(await readTrend(world, { ...ORDER, by: 'month' })).toMatchObject({ basis: { incomplete } })
    expect(report).toMatchObject({
      'this month': { everyone: { revenue: { value: null, numerator: null } } },
      _meta: { incomplete },
    })
  })
})
