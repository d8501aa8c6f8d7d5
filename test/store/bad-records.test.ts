import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Rules } from '../../src/domain/company/rules.ts'
import { aCursor, at, rulesBody } from '../builders.ts'
import { DATABASES, type TestStore, testStore } from './stores.ts'

describe.each(DATABASES)('bad records on %s', (database) => {
  let world: TestStore
  let rules: Rules

  beforeEach(async () => {
    world = await testStore(database)
    rules = await world.store.rules.adopt(rulesBody())
  })
  afterEach(() => world.end())

  it('a page full of records without an id does not stop a pass', async () => {
    const nameless = Array.from({ length: 60 }, () => ({ id: null, reason: 'no id' }))
    const twice = [
      { id: '7', reason: 'no stamp' },
      { id: '7', reason: 'no stamp' },
    ]
    const cursor = aCursor({ type: 'calls', asOf: 5 })

    await world.store.facts.savePage(
      { type: 'calls', facts: [], skipped: [...nameless, ...twice], cursor },
      rules,
    )

    expect((await world.store.facts.skipped()).map(({ id }) => id).sort()).toEqual(['7', null])
  })

  it('an impossibly large reply count does not stop a pass', async () => {
    const email = {
      type: 'emails',
      id: '1',
      ownerId: '1',
      modifiedAt: at('2026-09-21T09:00:00Z'),
      at: at('2026-09-21T09:00:00Z'),
      direction: 'EMAIL',
      status: 'SENT',
      replyCount: 3_000_000_000,
    } as const
    const cursor = aCursor({ type: 'emails' })

    expect(
      await world.store.facts.savePage({ type: 'emails', facts: [email], skipped: [], cursor }, rules),
    ).toMatchObject({ changed: 1 })
  })
})
