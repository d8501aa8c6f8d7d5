/** What a card says about its numbers: which period is meant, which days a target leaves out, and what is a true 0. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Answers, createAnswers } from '../../src/answers/answers.ts'
import type { MetricLine } from '../../src/domain/answer/answer.ts'
import type { QuotaSetting, Settings } from '../../src/domain/company/settings.ts'
import { LEXICONS } from '../../src/i18n/lexicons.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import { answerBlocks } from '../../src/slack/blocks/answer-blocks.ts'
import { aCall, aCursor, aDeal, at, aWonDeal } from '../builders.ts'
import type { TestStore } from '../store/stores.ts'
import { someOwners, teamStore } from './team-store.ts'

const NOW = at('2026-09-22T14:00:00Z')
const texts = createTexts('en')

describe('a card', () => {
  let world: TestStore
  let answers: Answers

  beforeEach(async () => {
    const made = await teamStore(someOwners(3), NOW)
    const { rules } = made
    world = made.world
    const { store } = world
    const ahead = at('2026-10-29T09:00:00Z')
    const deals = [
      aWonDeal({ amount: '1000', closesAt: at('2026-09-21T09:00:00Z') }),
      aDeal({ id: '201', closesAt: ahead }),
    ]
    const page = { skipped: [] }
    await store.facts.savePage(
      { ...page, type: 'deals', facts: deals, cursor: aCursor({ type: 'deals', asOf: NOW }) },
      rules,
    )
    const calls = [aCall({ at: at('2026-09-22T09:00:00Z') })]
    await store.facts.savePage(
      { ...page, type: 'calls', facts: calls, cursor: aCursor({ type: 'calls', asOf: NOW }) },
      rules,
    )
    await set({})
  })
  afterEach(() => world.end())

  const set = (settings: Partial<Settings>) => {
    answers = createAnswers({ store: world.store, clock: { now: () => NOW }, lexicons: LEXICONS })
    return world.store.settings.save(settings)
  }
  const quotaFor = (from: string, to: string): QuotaSetting => ({
    ...{ source: 'csv', who: 'rep:1', metric: 'revenue', target: '1000' },
    from,
    to,
  })

  async function ask(words: string) {
    const asker = { userId: 'U1', email: 'rep1@example.com', isFullMember: true }
    return answers.answer({ asker, words })
  }

  async function line(words: string): Promise<MetricLine> {
    const { body } = await ask(words)
    const [first] = body.kind === 'card' ? body.lines : []
    if (!first) throw new Error(`${body.kind} and no number`)
    return first
  }

  const textOf = async (words: string) =>
    answerBlocks(await ask(words), { texts, oauthScopesFor: () => [] }).text

  it.each(['forecast', 'commit', 'best case', 'commission', 'time to quota'])(
    'of %s uses the period of the quota in force',
    async (words) => {
      await set({ quotas: [quotaFor('2026-07-01', '2026-10-01')] })

      expect((await line(words)).asked.period).toMatchObject({ from: '2026-07-01', to: '2026-10-01' })
    },
  )

  it.each(['score', 'activity score', 'objective score', 'forecast accuracy', 'close date slip'])(
    'of %s uses the month',
    async (words) => {
      await set({ quotas: [quotaFor('2026-07-01', '2026-10-01')] })

      expect((await line(words)).asked.period).toMatchObject({ from: '2026-09-01', to: '2026-10-01' })
    },
  )

  it('names the days that a target does not cover', async () => {
    await set({ quotas: [quotaFor('2026-09-01', '2026-10-01')] })
    const text = await textOf('revenue q3')

    expect(text).toContain('100 % of €1,000')
    expect(text).toContain('44 days of this period have no target')
    expect(await textOf('revenue this month')).not.toContain('have no target')
  })

  it('says that nothing is logged only if nothing is', async () => {
    expect(await textOf('emails today')).toContain('Nothing is logged in HubSpot')
    expect(await textOf('connects today')).not.toContain('Nothing is logged')
    expect(await textOf('revenue 2026-08')).toContain('Nothing is logged in HubSpot')
  })

  it('shows a true 0 for stalled deals and for a forecast that came to nothing', async () => {
    const stage = { id: 'qualifiedtobuy', label: 'Qualified', order: 1, isClosed: false, probability: '0.4' }
    await world.store.directory.savePipelines([{ id: 'default', label: 'Sales', order: 1, stages: [stage] }])
    expect(await line('stalled deals')).toMatchObject({ value: { value: 0 }, hasRecords: true })
    expect(await textOf('stalled deals')).not.toContain('Nothing is logged')

    const dueInAugust = aDeal({
      id: '300',
      createdAt: at('2026-07-01T09:00:00Z'),
      closesAt: at('2026-08-20T09:00:00Z'),
    })
    const rules = await world.store.rules.current()
    if (!rules) throw new Error('no rules')
    const cursor = aCursor({ type: 'deals', asOf: NOW })
    await world.store.facts.savePage({ type: 'deals', facts: [dueInAugust], skipped: [], cursor }, rules)

    const accuracy = await textOf('forecast accuracy 2026-08')
    expect(accuracy).toContain('0 %')
    expect(accuracy).not.toContain('Nothing is logged')
  })
})
