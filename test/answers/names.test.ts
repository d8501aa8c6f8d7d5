import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Answers, createAnswers } from '../../src/answers/answers.ts'
import type { AnswerBody } from '../../src/domain/answer/answer.ts'
import { FACT_TYPES } from '../../src/domain/facts/facts.ts'
import { LEXICONS } from '../../src/i18n/lexicons.ts'
import { aCursor, anAccount, anOwner, at, rulesBody } from '../builders.ts'
import { type TestStore, testStore } from '../store/stores.ts'

/** A Monday. */
const NOW = at('2026-09-21T12:00:00Z')

const TEAMS = [
  { id: '11', name: 'North' },
  { id: '12', name: 'South' },
]

describe('words that name a person or team', () => {
  let world: TestStore
  let answers: Answers

  beforeEach(async () => {
    world = await testStore('sqlite')
    const { store } = world
    await store.rules.adopt(rulesBody())
    await store.directory.saveAccount(anAccount())
    await store.directory.saveOwners(
      [
        anOwner({ id: '1', firstName: 'Ana', email: 'ana@example.com' }),
        anOwner({ id: '2', firstName: 'Jonas', email: 'jonas@example.com' }),
        anOwner({ id: '3', firstName: 'Birgitte', email: 'birgitte@example.com', teams: [] }),
      ],
      TEAMS,
    )
    await store.settings.save({ tracked: ['1', '2'] })
    for (const type of FACT_TYPES) await store.cursors.save(aCursor({ type, asOf: NOW }))
    answers = createAnswers({ store, clock: { now: () => NOW }, lexicons: LEXICONS })
  })
  afterEach(() => world.end())

  async function ask(words: string, email = 'ana@example.com'): Promise<AnswerBody> {
    return (await answers.answer({ asker: { userId: 'U1', email, isFullMember: true }, words })).body
  }

  it('are refused for another person or team rather than treated as unknown', async () => {
    expect(await ask('jonas calls')).toEqual({ kind: 'refused', reason: 'otherPerson' })
    expect(await ask('quota jonas')).toEqual({ kind: 'refused', reason: 'otherPerson' })
    expect(await ask('team south')).toEqual({ kind: 'refused', reason: 'otherTeam' })
  })

  it('are not answered if two HubSpot owners have the asker’s e-mail, with that reason', async () => {
    await world.store.directory.saveOwners(
      ['1', '2'].map((id) => anOwner({ id, email: 'ana@example.com' })),
      TEAMS,
    )

    expect(await ask('calls')).toEqual({ kind: 'refused', reason: 'emailShared' })
    expect(await ask('help')).toMatchObject({ kind: 'help', hasOwnNumbers: false })
  })

  it('let a manager ask for any team with enough people', async () => {
    const own = { user: 'ana@example.com', teams: ['11'], groups: [], reps: [] }
    await world.store.settings.save({ tracked: ['1', '2'], roles: [{ ...own, role: 'manager' }] })
    answers = createAnswers({ store: world.store, clock: { now: () => NOW }, lexicons: LEXICONS })

    expect(await ask('team south')).toEqual({ kind: 'refused', reason: 'tooFew' })
    expect(await ask('jonas calls')).toMatchObject({ kind: 'card', subject: { ownerId: '2' } })
    expect(await ask('birgitte calls')).toEqual({ kind: 'refused', reason: 'otherPerson' })
  })

  it('do not suggest other people for a near miss', async () => {
    expect(await ask('jonass')).toMatchObject({ kind: 'help', unknown: ['jonass'], lines: [] })
    expect(await ask('souht')).toMatchObject({ kind: 'help', ownTeam: 'North' })
  })

  it('offer the top instead of a list of those at the bottom', async () => {
    expect(await ask('bottom 5')).toMatchObject({
      kind: 'notYet',
      isNever: true,
      instead: ['top', 'quota team'],
    })
  })

  it('offer the last working day if yesterday was a day off', async () => {
    const [yesterday, today] = [await ask('calls yesterday'), await ask('calls today')]

    expect(yesterday).toMatchObject({ kind: 'card', lastWorkingDay: '2026-09-18' })
    expect(today).toMatchObject({ kind: 'card', lastWorkingDay: null })
  })

  it('show somebody without numbers or a team what is set up', async () => {
    const setup = { kind: 'setup', hasAccount: true, unlinked: null, trackedReps: 2 }

    expect(await ask('', 'birgitte@example.com')).toEqual(setup)
    expect(await ask('team', 'birgitte@example.com')).toEqual(setup)
    expect(await ask('calls', 'birgitte@example.com')).toEqual(setup)
  })
})
