import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Answers, createAnswers } from '../../src/answers/answers.ts'
import type { Answer, AnswerBody } from '../../src/domain/answer/answer.ts'
import type { Rules } from '../../src/domain/company/rules.ts'
import type { RoleSetting } from '../../src/domain/company/settings.ts'
import { oauthScopesFor } from '../../src/hubspot/oauth-scopes.ts'
import * as languages from '../../src/i18n/languages.ts'
import { LEXICONS } from '../../src/i18n/lexicons.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import { answerBlocks } from '../../src/slack/blocks/answer-blocks.ts'
import { checkBlocks } from '../../src/slack/blocks/check-blocks.ts'
import { aCall, aCursor, anOwner, at, aWonDeal } from '../builders.ts'
import type { TestStore } from '../store/stores.ts'
import { teamStore } from './team-store.ts'

const NOW = at('2026-09-22T14:00:00Z')
const none = { teams: [], groups: [], reps: [] }

/** Owners 1 to `count` in North, with a manager and a coach of owner 2, who are not reps. */
function companyOf(count: number, lastName = 'Berg') {
  const reps = Array.from({ length: count }, (_, index) =>
    anOwner({
      id: String(index + 1),
      firstName: `Rep${index + 1}`,
      lastName,
      email: `rep${index + 1}@example.com`,
    }),
  )
  const eva = anOwner({ id: '9001', firstName: 'Eva', email: 'eva@example.com' })
  const cleo = anOwner({ id: '9002', firstName: 'Cleo', email: 'cleo@example.com' })
  return { owners: [...reps, eva, cleo], tracked: reps.map(({ id }) => id) }
}

const ROLES: RoleSetting[] = [
  { ...none, user: 'eva@example.com', role: 'manager', teams: ['11'] },
  { ...none, user: 'cleo@example.com', role: 'coach', reps: ['2'] },
]

const quotaOf = (rep: string, target: string) => ({
  source: 'csv' as const,
  who: `rep:${rep}`,
  metric: 'revenue',
  from: '2026-07-01',
  to: '2026-10-01',
  target,
})

describe('the list of reps', () => {
  let world: TestStore
  let rules: Rules
  let answers: Answers

  async function begin(count: number, lastName?: string): Promise<void> {
    const { owners, tracked } = companyOf(count, lastName)
    ;({ world, rules } = await teamStore(owners, NOW))
    await world.store.settings.save({
      tracked,
      roles: ROLES,
      pace: 'straight',
      quotas: ['1', '2', '3'].map((rep) => quotaOf(rep, '1000')),
    })
    answers = createAnswers({ store: world.store, clock: { now: () => NOW }, lexicons: LEXICONS })
  }
  afterEach(() => world.end())

  const answered = (name: string, words: string): Promise<Answer> =>
    answers.answer({
      asker: { userId: `U${name}`, email: `${name}@example.com`, isFullMember: true },
      words,
    })
  const ask = async (name: string, words: string): Promise<AnswerBody> => (await answered(name, words)).body

  async function names(name: string, words: string): Promise<string[]> {
    const body = await ask(name, words)
    if (body.kind !== 'reps') throw new Error(`${JSON.stringify(body)} and no list of reps`)
    return body.rows.map((row) => row.name.split(' ')[0] ?? '')
  }

  describe('of four', () => {
    beforeEach(async () => {
      await begin(4)
      const cursor = aCursor({ type: 'deals', asOf: NOW })
      const won = (id: string, ownerId: string, amount: string) =>
        aWonDeal({ id, ownerId, amount, homeAmount: amount, closesAt: at('2026-09-10T09:00:00Z') })
      const facts = [won('1', '1', '950'), won('2', '2', '100'), won('3', '3', '1200')]
      await world.store.facts.savePage({ type: 'deals', facts, skipped: [], cursor }, rules)
      const calls = ['51', '52'].map((id) => aCall({ id, ownerId: '2', at: at('2026-09-21T09:00:00Z') }))
      const page = {
        type: 'calls' as const,
        facts: calls,
        skipped: [],
        cursor: aCursor({ type: 'calls', asOf: NOW }),
      }
      await world.store.facts.savePage(page, rules)
    })

    it('begins with the furthest behind and ends with those without a target', async () => {
      expect(await names('eva', 'reps')).toEqual(['Rep2', 'Rep1', 'Rep3', 'Rep4'])
    })

    it.each([
      'who is behind',
      'hvem er bagud',
      'vem ligger efter',
      'siapa yang tertinggal',
      'cine este în urmă',
    ])('is also what is meant by: %s', async (words) => {
      expect(await names('eva', words)).toEqual(['Rep2', 'Rep1', 'Rep3', 'Rep4'])
    })

    it('has target, actual, what is expected by now, status, calls and meetings of each', async () => {
      const body = await ask('eva', 'reps')

      expect(body).toMatchObject({
        kind: 'reps',
        metric: 'revenue',
        counted: ['calls', 'meetings'],
        asked: { spec: { kind: 'unit', unit: 'quarter', which: 0 } },
        total: 4,
        more: null,
      })
      expect(body.kind === 'reps' && body.rows[0]).toMatchObject({
        ownerId: '2',
        progress: {
          target: 100_000,
          actual: 10_000,
          status: 'at risk',
          expectedShare: expect.closeTo(0.9, 1),
        },
        counts: [2, 0],
      })
    })

    it('records a look at each person in it', async () => {
      await ask('eva', 'reps')

      for (const id of ['1', '2', '3', '4'])
        expect(await world.store.audit.looksAt(id, 1)).toMatchObject([
          { actor: 'Ueva', shown: { view: 'reps' } },
        ])
    })

    it('has only the coached reps for a coach, with no record of others', async () => {
      expect(await names('cleo', 'reps')).toEqual(['Rep2'])
      expect(await world.store.audit.looksAt('1', 1)).toEqual([])
    })

    it('is refused to a rep, and offered instead of the bottom only to managers and coaches', async () => {
      expect(await ask('rep1', 'reps')).toEqual({ kind: 'refused', reason: 'noReps' })
      expect(await ask('eva', 'bottom 5')).toMatchObject({ instead: ['reps', 'top', 'quota team'] })
      expect(await ask('cleo', 'bottom 5')).toMatchObject({ instead: ['reps', 'top', 'quota team'] })
      expect(await ask('rep1', 'bottom 5')).toMatchObject({ instead: ['top', 'quota team'] })
      expect(await world.store.audit.looksAt('2', 1)).toEqual([])
    })

    it('is drawn as one table', async () => {
      const payload = answerBlocks(await answered('eva', 'reps'), {
        texts: createTexts('en'),
        oauthScopesFor,
      })

      expect(payload.text.split('\n').slice(0, 3)).toEqual([
        'Bookings, this quarter: the furthest behind first',
        'Rep2 Berg: €100 of €1k, at risk',
        'Rep1 Berg: €950 of €1k, on pace',
      ])
      // The caption is the headline, which is not said twice.
      expect(payload.blocks.map(({ type }) => type)).toEqual(['data_table', 'context'])
      expect(payload.blocks[0]).toMatchObject({
        type: 'data_table',
        caption: 'Bookings, this quarter: the furthest behind first',
        page_size: 10,
        rows: [
          ['Name', 'Target', 'Actual', 'Expected by now', 'Status', 'Calls', 'Meetings'].map((text) => ({
            text,
          })),
          expect.arrayContaining([expect.objectContaining({ text: 'at risk' })]),
          expect.anything(),
          expect.anything(),
          expect.arrayContaining([expect.objectContaining({ text: 'no target' })]),
        ],
      })
    })
  })

  it('of 500 with long names goes on at the press of a button, until it begins again', async () => {
    await begin(500, 'Ångström-'.repeat(8))
    const seen = new Set<string>()
    for (let words = 'reps team north this month', pages = 0; ; pages += 1) {
      const answer = await answered('eva', words)
      if (answer.body.kind !== 'reps') throw new Error(JSON.stringify(answer.body))
      const { rows, page, total, more } = answer.body
      if (page === 1 && pages > 0) break
      for (const { ownerId } of rows) seen.add(ownerId)
      expect(total).toBe(500)
      for (const language of Object.keys(languages))
        expect(checkBlocks(answerBlocks(answer, { texts: createTexts(language), oauthScopesFor }))).toEqual(
          [],
        )
      if (more === null) throw new Error('there is no next page')
      words = more
    }

    expect(seen.size).toBe(500)
  }, 60_000)
})
