import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PLAIN_QUESTION } from '../../src/domain/question/question.ts'
import { at } from '../builders.ts'
import { DATABASES, type TestStore, testStore } from './stores.ts'

const HALF_HOUR = 30 * 60_000
const NOW = at('2026-11-18T12:00:00Z')
const ANA = { asker: 'U1', place: 'C1:1.1' }
const calls = { ...PLAIN_QUESTION, metrics: ['calls'] }
const meetings = { ...PLAIN_QUESTION, metrics: ['meetings'] }

describe.each(DATABASES)('last questions on %s', (database) => {
  let world: TestStore
  let now = NOW

  beforeEach(async () => {
    now = NOW
    world = await testStore(database, { now: () => now })
  })
  afterEach(() => world.end())

  it('are those of one asker in one place, the latest alone', async () => {
    const { lastQuestions } = world.store
    await lastQuestions.keep(ANA, calls)
    await lastQuestions.keep(ANA, meetings)

    expect(await lastQuestions.last(ANA)).toEqual(meetings)
    expect(await lastQuestions.last({ ...ANA, asker: 'U2' })).toBeNull()
    expect(await lastQuestions.last({ ...ANA, place: 'C1:1.2' })).toBeNull()
  })

  it('are kept for less than half an hour, and deleted with the next question of anybody', async () => {
    const { lastQuestions } = world.store
    await lastQuestions.keep(ANA, calls)

    now += HALF_HOUR - 1
    expect(await lastQuestions.last(ANA)).toEqual(calls)
    now += 1
    expect(await lastQuestions.last(ANA)).toBeNull()

    await lastQuestions.keep({ ...ANA, asker: 'U2' }, meetings)
    now -= 1
    expect(await lastQuestions.last(ANA)).toBeNull()
  })
})
