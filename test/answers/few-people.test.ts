import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Answers, createAnswers } from '../../src/answers/answers.ts'
import type { AnswerBody } from '../../src/domain/answer/answer.ts'
import type { Rules } from '../../src/domain/company/rules.ts'
import { FACT_TYPES, type Fact, type FactType } from '../../src/domain/facts/facts.ts'
import { LEXICONS } from '../../src/i18n/lexicons.ts'
import { aCall, aCursor, aDeal, anAccount, anOwner, at, aWonDeal, rulesBody } from '../builders.ts'
import { type TestStore, testStore } from '../store/stores.ts'

const NOW = at('2026-09-22T14:00:00Z')
const REPS = ['1', '2', '3', '4']

describe('totals of few people', () => {
  let world: TestStore
  let rules: Rules
  let answers: Answers

  beforeEach(async () => {
    world = await testStore('sqlite')
    const { store } = world
    rules = await store.rules.adopt(rulesBody())
    await store.directory.saveAccount(anAccount())
    const owners = REPS.map((id) => anOwner({ id, firstName: `Rep${id}`, email: `rep${id}@example.com` }))
    await store.directory.saveOwners(owners, [{ id: '11', name: 'North' }])
    for (const type of FACT_TYPES) await store.cursors.save(aCursor({ type, asOf: NOW }))
    answers = createAnswers({ store, clock: { now: () => NOW }, lexicons: LEXICONS })
  })
  afterEach(() => world.end())

  const save = (type: FactType, facts: Fact[]) =>
    world.store.facts.savePage({ type, facts, skipped: [], cursor: aCursor({ type, asOf: NOW }) }, rules)

  async function ask(words: string): Promise<AnswerBody> {
    const asker = { userId: 'U1', email: 'rep1@example.com', isFullMember: true }
    return (await answers.answer({ asker, words })).body
  }

  const callsOn = (day: string, reps: readonly string[]) =>
    reps.map((ownerId) =>
      aCall({ id: `${day.replaceAll('-', '')}${ownerId}`, ownerId, at: at(`${day}T09:00:00Z`) }),
    )

  async function lines(words: string) {
    const body = await ask(words)
    if (body.kind !== 'card') throw new Error(`${body.kind} and no card`)
    return body.lines.map(({ value, before }) => [
      value === null || typeof value === 'string' ? value : value.value,
      before?.value.value ?? null,
    ])
  }

  it('show no number for a day on which only one person called', async () => {
    await save('calls', [...callsOn('2026-09-22', ['2']), ...callsOn('2026-09-21', REPS)])

    expect(await lines('calls team')).toEqual([
      ['tooFew', null],
      [5, 0],
      [5, 0],
    ])
  })

  it('show no number that comes from one person, although many people called', async () => {
    await save('calls', callsOn('2026-09-22', REPS))
    await save('deals', [aWonDeal({ ownerId: '2' })])

    expect(await lines('team this month')).toContainEqual(['tooFew', null])
  })

  it('do not reveal a withheld number through a comparison', async () => {
    await save('calls', [...callsOn('2026-09-22', REPS), ...callsOn('2026-09-21', ['2'])])

    expect(await lines('calls team today')).toEqual([[4, null]])
  })

  it('withhold the progress of a quota that comes from one person', async () => {
    await save('deals', [
      aWonDeal({ ownerId: '2' }),
      ...['1', '3', '4'].map((ownerId) =>
        aWonDeal({ id: `20${ownerId}`, ownerId, closesAt: at('2026-07-02T09:00:00Z') }),
      ),
    ])

    expect(await ask('quota team')).toEqual({ kind: 'refused', reason: 'tooFew' })
    expect(await ask('quota team this quarter')).toMatchObject({ kind: 'quota' })
  })

  it('do not affect one’s own numbers', async () => {
    await save('calls', callsOn('2026-09-22', ['1']))

    expect(await lines('calls today')).toEqual([[1, 0]])
  })

  it('withhold a target that is the only member’s', async () => {
    const quota = { source: 'csv' as const, metric: 'revenue', from: '2026-09-01', to: '2026-10-01' }
    await world.store.settings.save({ quotas: [{ ...quota, who: 'rep:2', target: '1000' }] })
    await save(
      'deals',
      REPS.map((ownerId) => aWonDeal({ id: `10${ownerId}`, ownerId, closesAt: at('2026-09-02T09:00:00Z') })),
    )

    expect(await ask('quota team')).toEqual({ kind: 'refused', reason: 'tooFew' })
    expect(await ask('revenue team this month')).toMatchObject({ lines: [{ target: null }] })
  })

  it('withhold a ratio with few people in its numerator', async () => {
    await save('deals', [
      aWonDeal({ id: '101', ownerId: '2' }),
      ...REPS.map((ownerId) =>
        aDeal({
          id: `30${ownerId}`,
          ownerId,
          isClosed: true,
          isWon: false,
          closesAt: at('2026-09-02T09:00:00Z'),
        }),
      ),
    ])

    expect(await lines('win rate team this month')).toEqual([['tooFew', null]])
  })

  it('are shown to a manager of all of them, who may see each one’s numbers', async () => {
    const manager = { user: 'U1', role: 'manager' as const, teams: ['11'], groups: [], reps: [] }
    const quota = { source: 'csv' as const, metric: 'revenue', from: '2026-09-01', to: '2026-10-01' }
    await world.store.settings.save({
      roles: [manager],
      tracked: ['2', '3'],
      visibility: 'team',
      quotas: [{ ...quota, who: 'rep:2', target: '1000' }],
    })
    await save('calls', callsOn('2026-09-22', ['2']))

    expect(await lines('calls team today')).toEqual([[1, 0]])
    expect(await ask('quota team')).toMatchObject({ kind: 'quota', progress: { target: 100_000 } })
  })

  describe('where boards name only the top', () => {
    beforeEach(() => world.store.settings.save({ visibility: 'top' }))

    it('do not tell one person’s number as the difference of two periods', async () => {
      await save('calls', [
        ...callsOn('2026-07-14', REPS),
        ...callsOn('2026-08-11', ['2']),
        ...callsOn('2026-09-15', REPS),
      ])

      expect(await lines('calls team august')).toEqual([['tooFew', null]])
      expect(await lines('calls team 2026-07-01..2026-08-31')).toEqual([['partPeriod', null]])
      expect(await lines('calls team q3')).toEqual([['tooFew', null]])
      expect(await lines('calls team july')).toEqual([[4, 0]])
    })

    it('are of whole periods to date, compared with whole ones alone', async () => {
      await save('calls', [...callsOn('2026-09-22', REPS), ...callsOn('2026-08-11', REPS)])

      expect(await lines('calls team')).toEqual([
        ['partPeriod', null],
        [4, null],
        [4, null],
      ])
      expect(await lines('calls today')).toEqual([[1, 0]])
    })
  })
})
