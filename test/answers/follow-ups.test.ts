/** Lines in a thread or a direct message that follow a question there. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Answers, createAnswers } from '../../src/answers/answers.ts'
import { LEXICONS } from '../../src/i18n/lexicons.ts'
import { at } from '../builders.ts'
import type { TestStore } from '../store/stores.ts'
import { ownersCalled, teamStore } from './team-store.ts'

const NOW = at('2026-09-22T14:00:00Z')
const THREAD = 'C1:1.1'

describe('a line in a thread', () => {
  let world: TestStore
  let answers: Answers

  beforeEach(async () => {
    const made = await teamStore(ownersCalled(['Ana', 'Bo', 'Cy', 'Di']), NOW)
    world = made.world
    answers = createAnswers({ store: world.store, clock: { now: () => NOW }, lexicons: LEXICONS })
  })
  afterEach(() => world.end())

  async function ask(words: string, { place, name = 'ana' }: { place?: string; name?: string } = {}) {
    const asker = { userId: `U-${name}`, email: `${name}@example.com`, isFullMember: true }
    const { reading, answer } = await answers.consider({ asker, words, place })
    return { question: reading?.kind === 'question' ? reading.question : null, body: answer.body }
  }

  it('takes metric and person from the asker’s question before', async () => {
    await ask('win rate last month', { place: THREAD })
    const { question, body } = await ask('this month', { place: THREAD })

    expect(question?.metrics).toEqual(['win_rate'])
    expect(body).toMatchObject({
      kind: 'card',
      lines: [{ metric: 'win_rate', asked: { period: { from: '2026-09-01' } } }],
    })
  })

  it('takes nothing from elsewhere, from somebody else, or where no thread is', async () => {
    await ask('win rate last month', { place: THREAD })

    for (const place of ['C1:1.2', undefined])
      expect((await ask('this month', place ? { place } : {})).question?.metrics).toEqual([])
    expect((await ask('this month', { place: THREAD, name: 'bo' })).question?.metrics).toEqual([])
  })

  it('follows the last question that was answered, not one that was refused', async () => {
    await ask('win rate last month', { place: THREAD })
    expect((await ask('and bo?', { place: THREAD })).body).toEqual({ kind: 'refused', reason: 'otherPerson' })

    expect((await ask('this month', { place: THREAD })).question).toMatchObject({
      who: { kind: 'me' },
      metrics: ['win_rate'],
    })
  })
})
