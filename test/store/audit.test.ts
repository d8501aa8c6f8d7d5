import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Look } from '../../src/domain/access/look.ts'
import { at } from '../builders.ts'
import { DATABASES, type TestStore, testStore } from './stores.ts'

const DAY = 86_400_000
const NOW = at('2026-11-18T12:00:00Z')

const aLook = (more: Partial<Look> = {}): Look => ({
  actor: 'U9',
  actorOwnerId: '9',
  ownerId: '1',
  shown: { view: 'card', metrics: ['calls'], period: { kind: 'unit', unit: 'week', which: -1 } },
  surface: 'button',
  ...more,
})

describe.each(DATABASES)('looks on %s', (database) => {
  let world: TestStore
  let now = NOW

  beforeEach(async () => {
    now = NOW
    world = await testStore(database, { now: () => now })
  })
  afterEach(() => world.end())

  it('are read back as they were recorded, with their time, the newest first', async () => {
    const { audit } = world.store
    await audit.recordLooks([aLook()])
    now += 1_000
    await audit.recordLooks([aLook({ actor: 'cli:eva', actorOwnerId: null, surface: 'commandLine' })])

    expect(await audit.looksAt('1', 90)).toEqual([
      { ...aLook({ actor: 'cli:eva', actorOwnerId: null, surface: 'commandLine' }), at: NOW + 1_000 },
      { ...aLook(), at: NOW },
    ])
  })

  it('are kept apart by person, also of 500 people at once', async () => {
    const { audit } = world.store
    await audit.recordLooks(Array.from({ length: 500 }, (_, index) => aLook({ ownerId: String(index) })))

    expect(await audit.looksAt('499', 90)).toHaveLength(1)
    expect(await audit.looksAt('500', 90)).toEqual([])
  })

  it('are read only as far back as is asked for, and forgotten once they are older than they are kept', async () => {
    const { audit } = world.store
    await audit.recordLooks([aLook()])
    now += 100 * DAY
    await audit.recordLooks([aLook({ actor: 'U8' })])

    expect((await audit.looksAt('1', 90)).map(({ actor }) => actor)).toEqual(['U8'])
    expect(await audit.looksAt('1', 365)).toHaveLength(2)

    await audit.forget(99)
    expect((await audit.looksAt('1', 365)).map(({ actor }) => actor)).toEqual(['U8'])
  })
})
