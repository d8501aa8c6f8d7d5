import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SourceError } from '../../src/hubspot/errors.ts'
import { aCall, aMeeting, at, aWonDeal, someRules } from '../builders.ts'
import { DATABASES } from '../store/stores.ts'
import { pass, type SyncWorld, syncWorld } from './worlds.ts'

const deal = aWonDeal({ id: '7' })
const day = 24 * 60

describe.each(DATABASES)('activities of won deals, on %s', (database) => {
  let world: SyncWorld

  beforeEach(async () => {
    world = await syncWorld(database)
    world.source.put(deal, aCall({ id: '100', at: deal.createdAt }), aCall({ id: '101', at: deal.createdAt }))
    world.source.activities.set('7 calls', ['100'])
  })
  afterEach(() => world.end())

  const asked = () =>
    world.source.calls.filter(({ name }) => name === 'dealActivities').map(({ type }) => type)
  const read = () =>
    world.store.insights.efforts(
      { from: 0, to: at('2100-01-01T00:00:00Z') },
      { rules: someRules(), moment: at('2100-01-01T00:00:00Z') },
    )
  const efforts = async () => (await read()).deals
  const unread = async () => (await read()).unread

  it('are read once, and again within the hour after the deal is modified', async () => {
    await world.sync.run()
    expect(asked()).toEqual(['calls', 'emails', 'meetings'])
    expect(await efforts()).toMatchObject([{ dealId: '7', calls: 1 }])

    world.source.activities.set('7 calls', ['100', '101'])
    world.source.put({ ...deal, modifiedAt: world.source.serverTime })
    pass(world, 59)
    await world.sync.run()
    expect(asked()).toHaveLength(3)
    pass(world, 1)
    await world.sync.run()
    expect(asked()).toHaveLength(6)
    expect(await efforts()).toMatchObject([{ calls: 2 }])
    pass(world, 60)
    await world.sync.run()
    expect(asked()).toHaveLength(6)
  })

  it('are read by a whole poll however recently they were, and for all deals again by a full re-read', async () => {
    await world.sync.run()
    world.source.activities.set('7 calls', ['100', '101'])
    pass(world, 5)
    await world.sync.run({ isWhole: true })
    expect(asked()).toHaveLength(3)

    pass(world, 5)
    await world.sync.run({ isFull: true })
    expect(asked()).toHaveLength(6)
    expect(await efforts()).toMatchObject([{ calls: 2 }])

    const late = aWonDeal({ id: '8' })
    world.source.put({ ...late, modifiedAt: world.source.serverTime })
    pass(world, 5)
    await world.sync.run({ isWhole: true })
    expect([asked().length, await unread()]).toEqual([9, 0])
  })

  it('are not requested for deals that are open, lost or won more than a year ago', async () => {
    world.source.drop('deals', '7')
    const yearAgo = world.clock.time - 365 * day * 60_000
    world.source.put(
      aWonDeal({ id: '8', closesAt: yearAgo - 1 }),
      aWonDeal({ id: '9', isWon: false }),
      aWonDeal({ id: '10', isWon: false, isClosed: false }),
    )
    await world.sync.run()

    expect(asked()).toEqual([])
    expect(await unread()).toBe(1)
  })

  it('wait until the activities themselves have been read', async () => {
    world.source.before = ({ name, type }) => {
      if (name === 'listPage' && type === 'meetings')
        throw new SourceError('unreachable', 'down', { what: 'meetings', status: null })
    }
    await world.sync.run()
    expect([asked(), await unread()]).toEqual([[], 1])

    world.source.before = () => undefined
    pass(world, 5)
    await world.sync.run()
    expect([asked(), await unread()]).toEqual([['calls', 'emails', 'meetings'], 0])
  })

  it('are of the types that the token may read; once it may read another, all are read again', async () => {
    world.source.put(aMeeting({ startsAt: deal.createdAt, outcome: 'COMPLETED' }))
    world.source.activities.set('7 meetings', ['300'])
    let isRefused = true
    world.source.before = ({ type }) => {
      if (type === 'meetings' && isRefused)
        throw new SourceError('forbidden', 'no scope for meetings', { what: 'meetings', status: 403 })
    }
    await world.sync.run()
    expect(asked()).toEqual(['calls', 'emails'])
    expect(await efforts()).toMatchObject([{ calls: 1, meetings: 0 }])

    isRefused = false
    pass(world, 60)
    await world.sync.run()
    expect(await efforts()).toMatchObject([{ calls: 1, meetings: 1 }])
  })

  it('stop nothing if they may not be read, and are requested again an hour later', async () => {
    world.source.companies.set('7', '55')
    world.source.before = ({ name }) => {
      if (name === 'dealActivities')
        throw new SourceError('forbidden', 'no links', { what: 'calls', status: 403 })
    }
    const report = await world.sync.run()
    pass(world, 5)
    await world.sync.run()

    expect(Object.values(report.types).filter(({ error }) => error !== null)).toEqual([])
    expect(asked()).toEqual(['calls'])
    expect(world.warnings).toEqual(['activities of won deals: no links'])
    expect([await efforts(), await unread()]).toEqual([[], 1])
    world.source.before = () => undefined
    pass(world, 60)
    await world.sync.run()
    expect(await efforts()).toMatchObject([{ calls: 1 }])
  })

  it('are still read if the companies of deals may not be', async () => {
    world.source.before = ({ name }) => {
      if (name === 'dealCompanies')
        throw new SourceError('forbidden', 'no companies', { what: 'companies', status: 403 })
    }
    await world.sync.run()

    expect(await efforts()).toMatchObject([{ calls: 1 }])
  })

  it('are read at the next poll after a fault', async () => {
    let isDown = true
    world.source.before = ({ name }) => {
      if (name === 'dealActivities' && isDown)
        throw new SourceError('unreachable', 'down', { what: 'calls', status: 502 })
    }
    await world.sync.run()
    isDown = false
    pass(world, 5)
    await world.sync.run()

    expect(await efforts()).toMatchObject([{ calls: 1 }])
  })
})
