import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Answers, createAnswers } from '../../src/answers/answers.ts'
import type { Answer } from '../../src/domain/answer/answer.ts'
import { oauthScopesFor } from '../../src/hubspot/oauth-scopes.ts'
import * as languages from '../../src/i18n/languages.ts'
import { LEXICONS } from '../../src/i18n/lexicons.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import { answerBlocks } from '../../src/slack/blocks/answer-blocks.ts'
import { checkBlocks } from '../../src/slack/blocks/check-blocks.ts'
import { aCall, aCursor, anOwner, at } from '../builders.ts'
import type { TestStore } from '../store/stores.ts'
import { ownersCalled, teamStore } from './team-store.ts'

const NOW = at('2026-09-22T14:00:00Z')
/** Eva manages North, of which Hal is not a member. */
const OWNERS = [
  ...ownersCalled(['Ana', 'Bo', 'Cy', 'Gro', 'Eva']),
  anOwner({ id: '9', firstName: 'Hal', lastName: '', email: 'hal@example.com', teams: [] }),
]

describe('a comparison', () => {
  let world: TestStore
  let answers: Answers

  beforeEach(async () => {
    const made = await teamStore(OWNERS, NOW)
    world = made.world
    const eva = { user: 'eva@example.com', role: 'manager' as const, teams: ['11'], groups: [], reps: [] }
    await world.store.settings.save({ tracked: ['1', '2', '3', '4', '9'], roles: [eva] })
    const calls = [
      ['1', '2026-09-21'],
      ['1', '2026-09-22'],
      ['2', '2026-09-21'],
      ['2', '2026-09-15'],
      ['1', '2026-09-15'],
    ].map(([ownerId = '', day], index) => aCall({ id: String(index), ownerId, at: at(`${day}T09:00:00Z`) }))
    const cursor = aCursor({ type: 'calls', asOf: NOW })
    await world.store.facts.savePage({ type: 'calls', facts: calls, skipped: [], cursor }, made.rules)
    answers = createAnswers({ store: world.store, clock: { now: () => NOW }, lexicons: LEXICONS })
  })
  afterEach(() => world.end())

  const ask = (name: string, words: string): Promise<Answer> =>
    answers.answer({ asker: { userId: `U${name}`, email: `${name}@example.com`, isFullMember: true }, words })

  async function values(name: string, words: string) {
    const { body } = await ask(name, words)
    if (body.kind !== 'versus') throw new Error(JSON.stringify(body))
    return body.columns.map(({ subject, lines }) => [
      subject.kind === 'rep' ? subject.ownerId : subject.kind,
      ...lines.map(({ value }) => (value === null || typeof value === 'string' ? value : value.value)),
    ])
  }
  const looksAt = async (id: string) => (await world.store.audit.looksAt(id, 1)).length

  it('of people has a column for each, and a record of each look', async () => {
    expect(await values('eva', 'calls @ana vs @bo this week')).toEqual([
      ['1', 2],
      ['2', 1],
    ])
    expect([await looksAt('1'), await looksAt('2'), await looksAt('3')]).toEqual([1, 1, 0])
  })

  it('of people of whom one may not be seen is one refusal for all, without a record', async () => {
    const { body } = await ask('eva', 'calls @ana vs @bo vs @hal')

    expect(body).toEqual({ kind: 'refused', reason: 'otherPerson' })
    expect([await looksAt('1'), await looksAt('2')]).toEqual([0, 0])
    expect((await ask('ana', 'calls @ana vs @bo')).body).toEqual({ kind: 'refused', reason: 'otherPerson' })
  })

  it('with a period has the running one of the same kind beside it, or the one that was asked for', async () => {
    expect(await values('ana', 'calls vs last week')).toEqual([
      ['1', 2],
      ['1', 1],
    ])
    expect(await values('ana', 'calls today vs yesterday')).toEqual([
      ['1', 1],
      ['1', 1],
    ])
  })

  it('with nothing to compare is not read as something else', async () => {
    expect((await ask('ana', 'calls vs team')).body).toMatchObject({ kind: 'notYet', word: 'vs' })
  })

  it('is drawn as one table in every language, with the numbers as text beside it', async () => {
    const answer = await ask('eva', 'calls and win rate @ana vs @bo this week')
    for (const language of Object.keys(languages))
      expect(checkBlocks(answerBlocks(answer, { texts: createTexts(language), oauthScopesFor }))).toEqual([])
    const { text, blocks } = answerBlocks(answer, { texts: createTexts('en'), oauthScopesFor })

    expect(text).toContain('Calls, Ana · this week: 2\nCalls, Bo · this week: 1\n')
    expect(blocks.filter(({ type }) => type === 'data_table')).toHaveLength(1)
  })
})
