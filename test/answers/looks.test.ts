import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AnswerRequest, type Answers, createAnswers } from '../../src/answers/answers.ts'
import type { AnswerBody } from '../../src/domain/answer/answer.ts'
import type { RoleSetting } from '../../src/domain/company/settings.ts'
import { LEXICONS } from '../../src/i18n/lexicons.ts'
import type { Store } from '../../src/ports/store.ts'
import { anOwner, at } from '../builders.ts'
import type { TestStore } from '../store/stores.ts'
import { teamStore } from './team-store.ts'

const NOW = at('2026-09-22T14:00:00Z')

const inTeam = (teamId: string) => [{ teamId, name: teamId, isPrimary: true }]

/** Eva manages North, with Ana and Bo; Cleo coaches Kim of South; Finn is an admin. Two are called Ana. */
const OWNERS = [
  anOwner({ id: '1', firstName: 'Ana', lastName: 'Berg', email: 'ana@example.com', teams: inTeam('11') }),
  anOwner({ id: '2', firstName: 'Bo', lastName: 'Ek', email: 'bo@example.com', teams: inTeam('11') }),
  anOwner({ id: '3', firstName: 'Kim', lastName: 'Dahl', email: 'kim@example.com', teams: inTeam('12') }),
  anOwner({ id: '4', firstName: 'Ana', lastName: 'Lind', email: 'ana2@example.com', teams: inTeam('12') }),
  anOwner({ id: '8', firstName: 'Cleo', lastName: 'Holm', email: 'cleo@example.com', teams: [] }),
  anOwner({ id: '9', firstName: 'Eva', lastName: 'Falk', email: 'eva@example.com', teams: inTeam('11') }),
  anOwner({ id: '7', firstName: 'Finn', lastName: 'Gro', email: 'finn@example.com', teams: [] }),
]

const none = { teams: [], groups: [], reps: [] }
const ROLES: RoleSetting[] = [
  { ...none, user: 'eva@example.com', role: 'manager', teams: ['11'] },
  { ...none, user: 'cleo@example.com', role: 'coach', reps: ['3'] },
  { ...none, user: 'finn@example.com', role: 'admin' },
]

const member = (name: string) => ({
  userId: `U${name.toUpperCase()}`,
  email: `${name}@example.com`,
  isFullMember: true,
})

const subjectIn = (body: AnswerBody) => ('subject' in body ? body.subject : body)
const refusal = (reason: string) => ({ kind: 'refused', reason })

describe('looking at the figures of somebody else', () => {
  let world: TestStore
  let answers: Answers

  beforeEach(async () => {
    ;({ world } = await teamStore(OWNERS, NOW))
    await world.store.directory.saveOwners(OWNERS, [
      { id: '11', name: 'North' },
      { id: '12', name: 'South' },
    ])
    await world.store.settings.save({ tracked: ['1', '2', '3', '4'], roles: ROLES })
    answers = answersFrom(world.store)
  })
  afterEach(() => world.end())

  const answersFrom = (store: Store) =>
    createAnswers({ store, clock: { now: () => NOW }, lexicons: LEXICONS })

  async function ask(name: string, words: string, by: AnswerRequest['by'] = {}): Promise<AnswerBody> {
    const mentioned = ['ana', 'bo', 'kim', 'eva'].map(member)
    return (await answers.answer({ asker: member(name), words, by: { mentioned, ...by } })).body
  }

  const looksAt = async (ownerId: string) =>
    (await world.store.audit.looksAt(ownerId, 1)).map(({ at: _, ...look }) => look)

  it.each([
    'show me calls for ana',
    'calls <@UANA>',
    'calls @ana',
    '"ana berg" calls',
    'calls ana@example.com',
  ])('is answered for a manager and recorded: %s', async (words) => {
    expect(subjectIn(await ask('eva', words))).toMatchObject({ ownerId: '1', isAsker: false })
    expect(await looksAt('1')).toEqual([
      {
        actor: 'UEVA',
        actorOwnerId: '9',
        ownerId: '1',
        shown: { view: 'card', metrics: ['calls'], period: null },
        surface: 'command',
      },
    ])
  })

  it('is recorded with what was shown, when and where', async () => {
    await ask('eva', 'quota bo q3', { surface: 'button' })

    expect(await looksAt('2')).toMatchObject([
      {
        shown: { view: 'quota', metrics: ['revenue'], period: { kind: 'latestQuarter', quarter: 3 } },
        surface: 'button',
      },
    ])
  })

  it('is answered for a coach, for the coached reps alone', async () => {
    expect(subjectIn(await ask('cleo', 'calls kim'))).toMatchObject({ ownerId: '3' })
    expect(await ask('cleo', 'calls bo')).toEqual(refusal('otherPerson'))
    expect(await looksAt('3')).toHaveLength(1)
    expect(await looksAt('2')).toEqual([])
  })

  it.each(['bo', 'finn'])('is refused to a rep and an admin, without a record: %s', async (name) => {
    expect(await ask(name, 'calls "ana berg"')).toEqual(refusal('otherPerson'))
    expect(await ask(name, 'calls <@UANA>')).toEqual(refusal('otherPerson'))
    expect(await ask(name, 'calls <@UNOBODY>')).toEqual(refusal('otherPerson'))
    expect(await looksAt('1')).toEqual([])
  })

  it('is not recorded for one’s own figures and for totals', async () => {
    await ask('ana', 'calls')
    await ask('ana', '')
    await ask('ana', 'calls <@UANA>')
    await ask('eva', 'calls team')

    for (const id of ['1', '2', '3', '4', '9']) expect(await looksAt(id)).toEqual([])
  })

  it('is recorded on the command line, also for the asker’s own figures', async () => {
    await ask('ana', 'calls', { actor: 'cli:root', surface: 'commandLine' })
    await ask('ana', '', { actor: 'cli:root', surface: 'commandLine' })

    expect(await looksAt('1')).toMatchObject(
      Array(2).fill({ actor: 'cli:root', actorOwnerId: null, surface: 'commandLine' }),
    )
  })

  it('tells a manager that a mentioned person is not a rep', async () => {
    expect(await ask('eva', 'calls <@UNOBODY>')).toEqual(refusal('untracked'))
    expect(await ask('eva', 'calls <@UKIM>')).toEqual(refusal('otherPerson'))
  })

  it('shows nothing if it cannot be recorded', async () => {
    const { audit } = world.store
    const failing = { ...audit, recordLooks: () => Promise.reject(new Error('the disk is full')) }
    answers = answersFrom({ ...world.store, audit: failing })

    await expect(ask('eva', 'calls ana')).rejects.toThrow('the disk is full')
    expect(subjectIn(await ask('ana', 'calls'))).toMatchObject({ ownerId: '1' })
  })

  it('is suggested only for people whom the asker may see', async () => {
    expect(await ask('eva', 'calls "ana berg" flurb')).toMatchObject({ lines: ['calls "ana berg"'] })
    expect(await ask('bo', 'calls "ana berg" flurb')).not.toMatchObject({ lines: ['calls "ana berg"'] })
    expect(await ask('eva', 'calls kimm')).toMatchObject({
      kind: 'help',
      unknown: ['kimm'],
      lines: ['calls'],
    })
  })

  describe('/sales privacy', () => {
    it('shows a rep who may see their figures, and who looked, once a day and person', async () => {
      await ask('eva', 'calls ana')
      await ask('eva', 'meetings ana')
      await ask('ana', 'calls', { actor: 'cli:root', surface: 'commandLine' })

      expect(await ask('ana', 'privacy')).toMatchObject({
        kind: 'privacy',
        isRep: true,
        seers: [{ user: 'eva@example.com', name: 'Eva Falk', as: 'manager' }],
        visibility: null,
        hasOptedOut: false,
        days: 90,
        looks: expect.arrayContaining([
          expect.objectContaining({
            name: 'Eva Falk',
            metrics: expect.arrayContaining(['calls', 'meetings']),
          }),
          expect.objectContaining({ name: 'root', isCommandLine: true, metrics: ['calls'] }),
        ]),
      })
      expect(await ask('bo', 'privacy')).toMatchObject({ isRep: true, looks: [] })
    })

    it('names the coach of a rep', async () => {
      expect(await ask('kim', 'privacy')).toMatchObject({
        seers: [{ user: 'cleo@example.com', name: 'Cleo Holm', as: 'coach' }],
      })
    })

    it('goes back no further than the audit is kept', async () => {
      const { audit } = world.store
      const asked: number[] = []
      await world.store.settings.save({ retention: { facts: null, incidents: 180, messages: 30, audit: 30 } })
      answers = answersFrom({
        ...world.store,
        audit: {
          ...audit,
          looksAt: async (id, days) => {
            asked.push(days)
            return audit.looksAt(id, days)
          },
        },
      })

      expect(await ask('ana', 'privacy')).toMatchObject({ days: 30 })
      expect(asked).toEqual([30])
    })

    it.each(['privatliv', 'integritet', 'privasi', 'confidențialitate'])(
      'is understood: %s',
      async (words) => {
        expect(await ask('finn', words)).toMatchObject({ kind: 'privacy', isRep: false, looks: [] })
      },
    )
  })
})
