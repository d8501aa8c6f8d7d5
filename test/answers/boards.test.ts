/** Boards made from the store: on request, as a line of a card, and in a digest. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Answers, createAnswers } from '../../src/answers/answers.ts'
import { readDigest } from '../../src/digests/read-digest.ts'
import type { DigestSetting } from '../../src/domain/company/settings.ts'
import type { DealFact } from '../../src/domain/facts/facts.ts'
import { LEXICONS } from '../../src/i18n/lexicons.ts'
import { aCursor, aDeal, at, aWonDeal } from '../builders.ts'
import type { TestStore } from '../store/stores.ts'
import { ownersCalled, teamStore } from './team-store.ts'

const NOW = at('2026-09-22T14:00:00Z')
const NAMES = ['Ana', 'Bo', 'Cy', 'Di', 'Ed']
const DIGEST: DigestSetting = {
  name: 'morning',
  channel: 'C0SALES',
  scope: 'everyone',
  days: [1, 2, 3, 4, 5],
  time: '08:00',
  zone: 'Europe/Copenhagen',
  top: 5,
  board: 'deals_lost',
  columns: ['calls'],
  quotaColumn: true,
  weekly: true,
  monthly: true,
  staleMinutes: 60,
  enabled: true,
}

describe('a board of a metric that is better low', () => {
  let world: TestStore
  let answers: Answers

  beforeEach(async () => {
    const made = await teamStore(ownersCalled(NAMES), NOW)
    const { rules } = made
    world = made.world
    const { store } = world
    await store.settings.save({ visibility: 'named' })
    const cursor = aCursor({ type: 'deals', asOf: NOW })
    const facts = [...lost('3', 1), ...lost('4', 3), ...won('1', 2), ...open('2', 1), ...open('4', 2)]
    await store.facts.savePage({ type: 'deals', facts, skipped: [], cursor }, rules)
    answers = createAnswers({ store, clock: { now: () => NOW }, lexicons: LEXICONS })
  })
  afterEach(() => world.end())

  let id = 1000
  const some = (count: number, make: (id: string) => DealFact) =>
    Array.from({ length: count }, () => make(String(id++)))
  const lost = (ownerId: string, count: number) =>
    some(count, (own) => aDeal({ id: own, ownerId, stageId: 'closedlost', isClosed: true }))
  const won = (ownerId: string, count: number) => some(count, (own) => aWonDeal({ id: own, ownerId }))
  /** Past its close date, so it is stalled if it is Di's. */
  const open = (ownerId: string, count: number) =>
    some(count, (own) =>
      aDeal({
        id: own,
        ownerId,
        closesAt: at(ownerId === '4' ? '2026-09-10T09:00:00Z' : '2026-10-20T09:00:00Z'),
      }),
    )

  async function ask(words: string, name = 'ana') {
    const asker = { userId: 'U1', email: `${name}@example.com`, isFullMember: true }
    return (await answers.answer({ asker, words })).body
  }

  async function rowsOf(words: string, name = 'ana') {
    const body = await ask(words, name)
    if (body.kind !== 'board') throw new Error(`${body.kind} and not a board`)
    const rows = (list: typeof body.top) =>
      list.map(({ rank, name, value }) => `${rank} ${name} ${value.value}`)
    return { top: rows(body.top), around: rows(body.around) }
  }

  async function placeOf(words: string, name: string) {
    const body = await ask(words, name)
    return body.kind === 'card' ? body.lines[0]?.rank : body.kind
  }

  it('starts with those who have none, and names neither the worst nor those it does not concern', async () => {
    expect(await rowsOf('top deals lost')).toEqual({ top: ['1 Ana 0', '1 Bo 0', '3 Cy 1'], around: [] })
    expect(await rowsOf('top 25 stalled deals')).toEqual({ top: ['1 Bo 0'], around: [] })
  })

  it('shows the worst rep only their own row', async () => {
    expect(await rowsOf('top 2 deals lost', 'di')).toMatchObject({ around: ['3 Cy 1', '4 Di 3'] })
    expect(await rowsOf('top 2 deals lost', 'ed')).toMatchObject({ around: [] })
  })

  it('gives reps with records of it a place on their card', async () => {
    expect(await placeOf('deals lost', 'ana')).toEqual({ rank: 1, of: 4 })
    expect(await placeOf('deals lost', 'cy')).toEqual({ rank: 3, of: 4 })
    expect(await placeOf('deals lost', 'di')).toBeNull()
    expect(await placeOf('deals lost', 'ed')).toBeNull()
  })

  it('is the same in a digest', async () => {
    const order = { localDate: '2026-09-22', dueAt: NOW, at: NOW, lateMinutes: null, force: false }
    const digest = await readDigest({ store: world.store, clock: { now: () => NOW } }, DIGEST, order)
    if ('notReady' in digest) throw new Error(digest.notReady)

    expect(digest.board?.standings.map(({ rank, name }) => `${rank} ${name}`)).toEqual([
      '1 Ana',
      '1 Bo',
      '3 Cy',
    ])
    expect(digest.table?.rows.map(({ name }) => name)).toEqual(NAMES)
  })
})
