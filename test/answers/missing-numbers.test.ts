import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Answers, createAnswers } from '../../src/answers/answers.ts'
import type { MetricLine } from '../../src/domain/answer/answer.ts'
import type { Settings } from '../../src/domain/company/settings.ts'
import { FACT_TYPES, type FactType } from '../../src/domain/facts/facts.ts'
import { LEXICONS } from '../../src/i18n/lexicons.ts'
import { readMetric } from '../../src/reports/metric.ts'
import { aCursor, aDeal, anAccount, anOwner, at, aWonDeal, rulesBody } from '../builders.ts'
import { type TestStore, testStore } from '../store/stores.ts'

const NOW = at('2026-09-22T14:00:00Z')

describe('a number that cannot be had', () => {
  let world: TestStore
  let answers: Answers

  beforeEach(async () => {
    world = await testStore('sqlite')
    const { store } = world
    const rules = await store.rules.adopt(rulesBody())
    await store.directory.saveAccount(anAccount())
    const owners = ['1', '2', '3'].map((id) => anOwner({ id, email: `rep${id}@example.com` }))
    await store.directory.saveOwners(owners, [{ id: '11', name: 'North' }])
    const cursor = (type: FactType) => aCursor({ type, asOf: NOW })
    for (const type of FACT_TYPES) await store.cursors.save(cursor(type))
    const won = aWonDeal({ amount: '1000', closesAt: at('2026-09-21T09:00:00Z') })
    const open = aDeal({ id: '201', amount: '500', probability: '0.5', closesAt: at('2026-09-29T09:00:00Z') })
    const page = { type: 'deals', facts: [won, open], skipped: [], cursor: cursor('deals') } as const
    await store.facts.savePage(page, rules)
    await set({ visibility: 'named' })
  })
  afterEach(() => world.end())

  const set = (settings: Partial<Settings>) => {
    answers = createAnswers({ store: world.store, clock: { now: () => NOW }, lexicons: LEXICONS })
    return world.store.settings.save(settings)
  }

  async function line(words: string): Promise<MetricLine> {
    const asker = { userId: 'U1', email: 'rep1@example.com', isFullMember: true }
    const { body } = await answers.answer({ asker, words })
    const [first] = body.kind === 'card' ? body.lines : []
    if (!first) throw new Error(`${body.kind} and no number`)
    return first
  }

  it.each([
    ['churn rate', 'renewalPipelines'],
    ['positive call rate', 'positiveDispositions'],
    ['time to quota', 'quota'],
    ['arr', 'contract'],
    ['forecast accuracy this month', 'notOver'],
    ['close date slip 2026-12', 'notBegun'],
  ])('%s says what it lacks: %s', async (words, missing) => {
    expect(await line(words)).toMatchObject({ missing })
  })

  it('is no zero: margin without a cost property is not shown to anybody as 0', async () => {
    await set({ privateNumbers: ['U1'] })

    expect(await line('margin')).toMatchObject({ missing: 'costProperty' })
  })

  it('is null in what programs read', async () => {
    const ports = { store: world.store, clock: { now: () => NOW } }
    const order = { metric: 'margin', scope: { kind: 'everyone' }, period: 'this month' } as const

    expect(await readMetric(ports, order)).toMatchObject({ value: null, missing: 'costProperty' })
  })

  it('is not said to those whom no admin has named', async () => {
    expect(await line('margin')).toMatchObject({ value: 'private' })
    expect(await line('cost efficiency')).toMatchObject({ value: 'private' })
  })

  it('is what single people cost: the cost of fewer than 5 reps', async () => {
    await set({ privateNumbers: ['U1'], repCost: { '1': [{ from: '2026-01', monthly: '6000' }] } })

    expect(await line('cost efficiency')).toMatchObject({ missing: 'fewCosts', value: { value: null } })
  })

  it('is no cost of single people in the days before either', async () => {
    await set({ privateNumbers: ['U1'], repCost: { '1': [{ from: '2026-01', monthly: '6000' }] } })

    expect(await line('cost efficiency')).toMatchObject({ before: null })
  })

  it('is not told by its quota to those whom no admin has named', async () => {
    const ofMargin = { source: 'slack', who: 'rep:1', metric: 'margin', target: '1000' } as const
    await set({ quotas: [{ ...ofMargin, from: '2026-09-01', to: '2026-10-01' }] })

    expect(await line('quota margin')).toMatchObject({ value: 'private', target: null })
    expect(await line('quota margin everyone')).toMatchObject({ value: 'private', target: null })
  })

  it('is that of commission while no tiers are set', async () => {
    const none = { value: { value: null }, missing: 'commission' }

    expect(await line('commission')).toMatchObject(none)
    expect(await line('commission forecast')).toMatchObject(none)
  })

  it('is told of oneself alone where it is pay', async () => {
    await set({ commission: { tiers: [{ from: '0', rate: '0.18' }] } })

    expect(await line('commission')).toMatchObject({ value: { value: 180_00 }, missing: null, rank: null })
    expect(await line('commission team')).toMatchObject({ value: 'private' })
  })

  it('is none for what can be had: forecast, pipeline and scores', async () => {
    expect(await line('forecast')).toMatchObject({ value: { value: 1_250_00 }, missing: null })
    expect(await line('pipeline value')).toMatchObject({ value: { value: 500_00 }, before: null })
    expect(await line('score')).toMatchObject({ value: { value: 60 }, missing: null })
  })

  it('has no board: private numbers and estimates are told of oneself instead', async () => {
    expect(await line('top commission')).toMatchObject({ metric: 'commission' })
    expect(await line('top selling time')).toMatchObject({ metric: 'selling_time', rank: null })
  })
})
