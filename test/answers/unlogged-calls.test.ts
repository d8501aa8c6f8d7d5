import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAnswers } from '../../src/answers/answers.ts'
import { CONNECTED, type Settings } from '../../src/domain/company/settings.ts'
import { FACT_TYPES } from '../../src/domain/facts/facts.ts'
import { LEXICONS } from '../../src/i18n/lexicons.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import { unloggedText } from '../../src/i18n/unlogged-text.ts'
import { readMetric } from '../../src/reports/metric.ts'
import { aCall, aCursor, anAccount, anOwner, at, rulesBody } from '../builders.ts'
import { type TestStore, testStore } from '../store/stores.ts'

const NOW = at('2026-09-22T14:00:00Z')
const clock = { now: () => NOW }

describe('calls without an outcome', () => {
  let world: TestStore

  beforeEach(async () => {
    world = await testStore('sqlite')
    await world.store.directory.saveAccount(anAccount())
    await world.store.directory.saveOwners([anOwner()], [{ id: '11', name: 'North' }])
    for (const type of FACT_TYPES) await world.store.cursors.save(aCursor({ type, asOf: NOW }))
  })
  afterEach(() => world.end())

  /** Answered calls of five minutes each, with these outcomes. */
  async function call(outcomes: readonly (string | null)[], settings: Partial<Settings> = {}): Promise<void> {
    await world.store.settings.save(settings)
    const { connectSeconds = null } = settings
    const rules = await world.store.rules.adopt(rulesBody({ connectSeconds }))
    const facts = outcomes.map((disposition, place) =>
      aCall({ id: String(100 + place), disposition, durationMs: 300_000 }),
    )
    await world.store.facts.savePage({ type: 'calls', facts, skipped: [] }, rules)
  }

  async function unlogged(words: string) {
    const answers = createAnswers({ store: world.store, clock, lexicons: LEXICONS })
    const asker = { userId: 'U1', email: 'ana@example.com', isFullMember: true }
    const { body } = await answers.answer({ asker, words: `${words} last 7 days` })
    return body.kind === 'card' ? body.lines[0]?.unlogged : body.kind
  }

  it('are pointed out if they are more than half, only with metrics that depend on outcomes', async () => {
    await call([null, null, null, CONNECTED])
    const most = { calls: 4, without: 3, connectSeconds: null }

    expect(await unlogged('connects')).toEqual(most)
    expect(await unlogged('connect rate')).toEqual(most)
    expect(await unlogged('talk time')).toEqual(most)
    expect(await unlogged('calls')).toBe(null)
    const order = { metric: 'connect_rate', scope: { kind: 'everyone' }, period: 'last 7 days' } as const
    expect(await readMetric({ store: world.store, clock }, order)).toMatchObject({ unlogged: most })
  })

  it('are not pointed out if they are half or fewer', async () => {
    await call([null, null, CONNECTED, CONNECTED])

    expect(await unlogged('connects')).toBe(null)
  })

  it('are pointed out with the length from which they count as connects', async () => {
    await call([null, null], { connectSeconds: 60 })

    expect(await unlogged('connects')).toEqual({ calls: 2, without: 2, connectSeconds: 60 })
  })

  it('are described in sentences that say which setting to change', () => {
    const texts = createTexts('en')
    const some = { calls: 4, without: 4, connectSeconds: null }

    expect(unloggedText(some, texts)).toMatch(/^4 of 4 calls have no outcome .* “connectSeconds”/)
    expect(unloggedText({ ...some, connectSeconds: 60 }, texts)).toMatch(/60 seconds or more/)
  })
})
