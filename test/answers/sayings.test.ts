/** Lines as people say them, answered from the store. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Answers, createAnswers } from '../../src/answers/answers.ts'
import { LEXICONS } from '../../src/i18n/lexicons.ts'
import { aCursor, at, aWonDeal } from '../builders.ts'
import type { TestStore } from '../store/stores.ts'
import { ownersCalled, teamStore } from './team-store.ts'

const NOW = at('2026-09-22T14:00:00Z')

describe('what people say', () => {
  let world: TestStore
  let answers: Answers

  beforeEach(async () => {
    const made = await teamStore(ownersCalled(['Ana', 'Bo', 'Cy', 'Di']), NOW)
    const { rules } = made
    world = made.world
    const { store } = world
    await store.settings.save({ visibility: 'named' })
    const cursor = aCursor({ type: 'deals', asOf: NOW })
    const facts = ['1', '2', '2', '3'].map((ownerId, index) =>
      aWonDeal({ id: String(1000 + index), ownerId }),
    )
    await store.facts.savePage({ type: 'deals', facts, skipped: [], cursor }, rules)
    answers = createAnswers({ store, clock: { now: () => NOW }, lexicons: LEXICONS })
  })
  afterEach(() => world.end())

  async function ask(words: string, language?: string) {
    const asker = { userId: 'U1', email: 'ana@example.com', isFullMember: true }
    return answers.answer({ asker, words, language })
  }

  it.each([
    'top performers',
    'best reps this month',
    'bedste sælgere',
    'bästa säljaren',
    'penjual terbaik',
    'cei mai buni vânzători',
  ])('%s is the board of bookings', async (words) => {
    const { body } = await ask(words)

    expect(body).toMatchObject({ kind: 'board', metric: 'revenue' })
    expect(body.kind === 'board' && body.top[0]?.name).toBe('Bo')
  })

  it.each([
    'where do I stand',
    'am I on track?',
    'gap to quota',
    'hvor står jeg',
    'var står jag',
    'posisi saya',
    'cum stau',
  ])('%s is the quota', async (words) => {
    expect((await ask(words)).body).toMatchObject({ kind: 'quota', metric: 'revenue' })
  })

  it.each(['what do I need today', 'hvad nu', 'vad ska jag göra idag', 'sekarang apa', 'ce am de făcut azi'])(
    '%s is the day',
    async (words) => {
      expect((await ask(words)).body.kind).toBe('today')
    },
  )

  it.each([
    ['help win rate', 'en', 'win rate'],
    ['hjælp lukkerate', 'da', null],
    ['help win_rate', 'sv', null],
  ] as const)('%s tells in %s what it means', async (words, language, typed) => {
    const { body } = await ask(words, language)

    if (body.kind !== 'definition') throw new Error(`expected a definition, got ${JSON.stringify(body)}`)
    expect(body.words.length).toBeGreaterThan(0)
    for (const word of body.words)
      expect((await ask(`help ${word}`, language)).body).toMatchObject({ metric: body.metric })
    if (typed) expect(body.words).toContain(typed)
  })

  it('top quota is the board by share of target', async () => {
    expect((await ask('top quota')).body).toMatchObject({ kind: 'board', metric: 'quota_attainment' })
  })

  it('answers a greeting, and words for a period that does not exist', async () => {
    expect((await ask('hello')).body).toMatchObject({ kind: 'help', greeting: 'hello', unknown: [] })
    expect((await ask('calls 30 feb')).body).toEqual({
      kind: 'noPeriod',
      problem: 'noSuchDay',
      typed: '30 feb',
    })
  })

  it('answers five numbers and names the rest', async () => {
    const { body, leftOut } = await ask('calls emails meetings tasks notes messages')

    expect(body.kind === 'card' && body.lines.map(({ metric }) => metric)).toContain('notes')
    expect(leftOut).toEqual(['messages'])
  })

  it('offers lines in the language of the asker', async () => {
    expect((await ask('opkald 10', 'da')).body).toEqual({
      kind: 'choice',
      word: '10',
      readings: ['opkald top 10', 'opkald sidste 10 dage'],
    })
  })

  it.each(['deals due this week', 'biggest deal', 'who closed today', 'calls per day'])(
    '%s has no view yet, so its words are not understood',
    async (words) => {
      const { body } = await ask(words)

      expect(body.kind).toBe('help')
      expect(body.kind === 'help' && body.unknown.length).toBeGreaterThan(0)
    },
  )

  it('answers an average that is a metric', async () => {
    const { body } = await ask('average sales cycle')

    expect(body.kind === 'card' && new Set(body.lines.map(({ metric }) => metric))).toEqual(
      new Set(['sales_cycle']),
    )
  })
})
