import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Answers, createAnswers } from '../../src/answers/answers.ts'
import type { MetricLine } from '../../src/domain/answer/answer.ts'
import type { Settings } from '../../src/domain/company/settings.ts'
import type { FactType } from '../../src/domain/facts/facts.ts'
import { LEXICONS } from '../../src/i18n/lexicons.ts'
import { readMetric } from '../../src/reports/metric.ts'
import { aCursor, aDeal, at, aWonDeal } from '../builders.ts'
import { noteDetailsRead } from '../store/details-read.ts'
import type { TestStore } from '../store/stores.ts'
import { someOwners, teamStore } from './team-store.ts'

const NOW = at('2026-09-22T14:00:00Z')

describe('a missing number', () => {
  let world: TestStore
  let answers: Answers

  beforeEach(async () => {
    const made = await teamStore(someOwners(3), NOW)
    const { rules } = made
    world = made.world
    const { store } = world
    const cursor = (type: FactType) => aCursor({ type, asOf: NOW })
    const won = aWonDeal({ amount: '1000', closesAt: at('2026-09-21T09:00:00Z') })
    const open = aDeal({ id: '201', amount: '500', probability: '0.5', closesAt: at('2026-09-29T09:00:00Z') })
    const page = { type: 'deals', facts: [won, open], skipped: [], cursor: cursor('deals') } as const
    await store.facts.savePage(page, rules)
    await noteDetailsRead(store)
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
  ])('%s comes with its reason: %s', async (words, missing) => {
    expect(await line(words)).toMatchObject({ missing })
  })

  it('is not shown as 0: margin without a cost property has no value', async () => {
    await set({ privateNumbers: ['U1'] })

    expect(await line('margin')).toMatchObject({ missing: 'costProperty' })
  })

  it('is null in JSON output', async () => {
    const ports = { store: world.store, clock: { now: () => NOW } }
    const order = { metric: 'margin', scope: { kind: 'everyone' }, period: 'this month' } as const

    expect(await readMetric(ports, order)).toMatchObject({ value: null, missing: 'costProperty' })
  })

  it('is not explained to people whom no admin has named for private numbers', async () => {
    expect(await line('margin')).toMatchObject({ value: 'private' })
    expect(await line('cost efficiency')).toMatchObject({ value: 'private' })
  })

  it('is what each person costs: the cost of fewer than 5 reps', async () => {
    await set({ privateNumbers: ['U1'], repCost: { '1': [{ from: '2026-01', monthly: '6000' }] } })

    expect(await line('cost efficiency')).toMatchObject({ missing: 'fewCosts', value: { value: null } })
  })

  it('is the cost of fewer than 5 reps in the comparison as well', async () => {
    await set({ privateNumbers: ['U1'], repCost: { '1': [{ from: '2026-01', monthly: '6000' }] } })

    expect(await line('cost efficiency')).toMatchObject({ before: null })
  })

  it('is the progress towards a quota on bookings while deals are loading, whichever ratio is asked for', async () => {
    await world.store.cursors.save(aCursor({ type: 'deals', asOf: null }))

    expect(await line('quota connect rate')).toMatchObject({ metric: 'revenue', value: null })
  })

  it('is not revealed by its quota to people whom no admin has named for private numbers', async () => {
    const ofMargin = { source: 'slack', who: 'rep:1', metric: 'margin', target: '1000' } as const
    await set({ quotas: [{ ...ofMargin, from: '2026-09-01', to: '2026-10-01' }] })

    expect(await line('quota margin')).toMatchObject({ value: 'private', target: null })
    expect(await line('quota margin everyone')).toMatchObject({ value: 'private', target: null })
  })

  it('is commission as long as no tiers are set', async () => {
    const none = { value: { value: null }, missing: 'commission' }

    expect(await line('commission')).toMatchObject(none)
    expect(await line('commission forecast')).toMatchObject(none)
  })

  it('is no longer commission once tiers are set, which people see only for themselves', async () => {
    await set({ commission: { tiers: [{ from: '0', rate: '0.18' }] } })

    expect(await line('commission')).toMatchObject({ value: { value: 180_00 }, missing: null, rank: null })
    expect(await line('commission team')).toMatchObject({ value: 'private' })
  })

  it('is not a forecast, pipeline value or score that can be computed', async () => {
    expect(await line('forecast')).toMatchObject({ value: { value: 1_250_00 }, missing: null })
    expect(await line('pipeline value')).toMatchObject({ value: { value: 500_00 }, before: null })
    expect(await line('score')).toMatchObject({ value: { value: 60 }, missing: null })
  })

  it('has no board: a top list of private numbers or estimates becomes a card of the total', async () => {
    expect(await line('top commission')).toMatchObject({ metric: 'commission' })
    expect(await line('top selling time')).toMatchObject({ metric: 'selling_time', rank: null })
  })
})
