/** Lists of records with the properties that own metrics name, while the declarations change and change back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FactPage, NamedProperties } from '../../src/ports/source.ts'
import { aCall, at } from '../builders.ts'
import { anOwnMetric } from '../own-metrics.ts'
import { DATABASES } from '../store/stores.ts'
import { pass, type SyncWorld, syncWorld } from './worlds.ts'

const METRIC = anOwnMetric({ count: { object: 'calls', date: 'shown_on' } })
const PAGES = 6

/** As HubSpot answers: with the properties that were asked for. */
function withDeclared(page: FactPage, named?: NamedProperties): FactPage {
  if (!named?.declared?.includes('shown_on')) return page
  return { ...page, facts: page.facts.map((fact) => ({ ...fact, declared: { shown_on: '2026-09-18' } })) }
}

describe.each(DATABASES)('declared properties on %s', (database) => {
  let world: SyncWorld

  beforeEach(async () => {
    world = await syncWorld(database)
    const { source } = world
    const [listPage, changedPage] = [source.listPage, source.changedPage]
    source.pageSize = 400
    source.listPage = async (type, cursor, named) => withDeclared(await listPage(type, cursor, named), named)
    source.changedPage = async (type, window, cursor, named) =>
      withDeclared(await changedPage(type, window, cursor, named), named)
    for (let id = 1; id <= PAGES * source.pageSize; id += 1)
      source.put(
        aCall({ id: String(id), at: at('2026-09-18T08:00:00Z'), modifiedAt: at('2026-09-18T08:00:00Z') }),
      )
  })
  afterEach(async () => {
    expect((await world.store.tallies.verify()).differences).toEqual([])
    await world.end()
  })

  const declare = (isThere: boolean) => world.store.settings.save({ metrics: isThere ? [METRIC] : [] })

  /** Takes the declaration away before one page of calls is requested, and gives it back before the next but one. */
  function takeAwayWhileListing(): void {
    let page = 0
    world.source.before = async ({ name, type }) => {
      if (name !== 'listPage' || type !== 'calls') return
      page += 1
      if (page === 2) await declare(false)
      if (page === 4) await declare(true)
    }
  }

  async function counted(): Promise<number> {
    const [sum] = await world.store.tallies.sum({
      tallies: ['own:demos'],
      from: '2026-09-01',
      until: '2026-10-01',
    })
    return sum?.amount ?? 0
  }

  async function poll(): Promise<void> {
    pass(world, 5)
    await world.sync.run()
  }

  it('are listed again if they were taken away and given back during a fill', async () => {
    await declare(true)
    takeAwayWhileListing()
    await world.sync.run()
    world.source.before = () => undefined
    await poll()
    await poll()

    expect(await counted()).toBe(PAGES * world.source.pageSize)
  })

  it('are listed from the start if they were taken away and given back while they are listed', async () => {
    await world.sync.run()
    await declare(true)
    takeAwayWhileListing()
    await poll()
    world.source.before = () => undefined
    await poll()
    await poll()

    expect(await counted()).toBe(PAGES * world.source.pageSize)
  })
})
