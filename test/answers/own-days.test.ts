/** Leave and weekdays of their own, with where they come from: reps see theirs. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Answers, createAnswers } from '../../src/answers/answers.ts'
import type { AnswerBody, OwnDays } from '../../src/domain/answer/answer.ts'
import { FACT_TYPES } from '../../src/domain/facts/facts.ts'
import { LEXICONS } from '../../src/i18n/lexicons.ts'
import { aCursor, at, aWonDeal } from '../builders.ts'
import type { TestStore } from '../store/stores.ts'
import { someOwners, teamStore } from './team-store.ts'

const NOW = at('2026-09-22T14:00:00Z')
const SEPTEMBER = { from: at('2026-09-07T00:00:00Z'), to: at('2026-09-12T00:00:00Z') }
const ANA = 'rep1@example.com'

describe('own days', () => {
  let world: TestStore
  let answers: Answers

  beforeEach(async () => {
    const owners = someOwners(3).map((owner) => ({ ...owner, userId: `500${owner.id}` }))
    const made = await teamStore(owners, NOW)
    const { rules } = made
    world = made.world
    const { store } = world
    const nothing = { zone: null, weekdays: [1, 2, 3], outOfOffice: [SEPTEMBER], updatedAt: null }
    await store.directory.saveUsers([{ userId: '5001', ...nothing }], NOW)
    await store.settings.save({
      weekdaysFromHubSpot: true,
      leave: {
        '1': [
          ['2026-09-28', '2026-10-02'],
          ['2026-10-12', '2026-10-13'],
        ],
      },
    })
    const deals = owners.map(({ id }) => aWonDeal({ id: `20${id}`, ownerId: id }))
    await store.facts.savePage({ type: 'deals', facts: deals, skipped: [] }, rules)
    answers = createAnswers({ store, clock: { now: () => NOW }, lexicons: LEXICONS })
  })
  afterEach(() => world.end())

  async function ownDays(words: string, asker = { userId: 'U1', email: ANA }): Promise<OwnDays | null> {
    const body: AnswerBody = (await answers.answer({ asker: { ...asker, isFullMember: true }, words })).body
    const quota = body.kind === 'today' ? body.quota : body
    if (quota?.kind !== 'quota') throw new Error(`${body.kind} and no quota`)
    return quota.ownDays
  }

  it('leave no next step on a day that is not worked', async () => {
    const { store } = world
    const september = { from: '2026-09-01', to: '2026-10-01' }
    const quota = { source: 'csv', who: 'rep:1', metric: 'revenue', target: '90000', ...september } as const
    await store.settings.save({ quotas: [quota] })
    const nextStepAt = async (now: number) => {
      for (const type of FACT_TYPES) await store.cursors.save(aCursor({ type, asOf: now }))
      const later = createAnswers({ store, clock: { now: () => now }, lexicons: LEXICONS })
      const asker = { userId: 'U1', email: ANA, isFullMember: true }
      const { body } = await later.answer({ asker, words: '' })
      if (body.kind !== 'today') throw new Error(body.kind)
      expect(body.quota).not.toBeNull()
      return body.nextStep
    }

    expect(await nextStepAt(NOW)).not.toBeNull()
    expect(await nextStepAt(at('2026-09-24T14:00:00Z'))).toBeNull()
  })

  it('are shown with a quota, as far as they fall into its period', async () => {
    const weekdays = { days: [1, 2, 3], source: 'hubspot' }
    const september = [
      { first: '2026-09-07', last: '2026-09-11', source: 'hubspot' },
      { first: '2026-09-28', last: '2026-10-02', source: 'settings' },
    ]

    expect(await ownDays('quota september')).toEqual({ weekdays, leave: september })
    expect(await ownDays('quota 2026-08')).toEqual({ weekdays, leave: [] })
    expect(await ownDays('')).toEqual({ weekdays, leave: september })
  })

  it('are nothing for a rep who is never away and works on the weekdays of the company', async () => {
    const bo = { userId: 'U2', email: 'rep2@example.com' }

    expect(await ownDays('quota september', bo)).toEqual({ leave: [], weekdays: null })
  })

  it('are not in the quota of a team', async () => {
    expect(await ownDays('quota team september')).toBe(null)
  })
})
