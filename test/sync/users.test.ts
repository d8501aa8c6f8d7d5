/** Out-of-office hours as they come and go in HubSpot: what has passed of them stays, what lies ahead follows HubSpot. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TimeSpan, User } from '../../src/domain/company/people.ts'
import { readCompanyContext } from '../../src/values/context.ts'
import { anOwner, at } from '../builders.ts'
import { DATABASES } from '../store/stores.ts'
import { type SyncWorld, syncWorld } from './worlds.ts'

/** Whole days in Copenhagen, where Ana works. */
function days(first: string, after: string): TimeSpan {
  return { from: at(`${first}T00:00:00+02:00`), to: at(`${after}T00:00:00+02:00`) }
}

function anaOutOf(...outOfOffice: TimeSpan[]): User {
  return { userId: '5001', zone: null, weekdays: [1, 2], outOfOffice, updatedAt: null }
}

describe.each(DATABASES)('users on %s', (database) => {
  let world: SyncWorld

  beforeEach(async () => {
    world = await syncWorld(database)
    world.source.directory.people.owners = [anOwner({ userId: '5001' })]
  })
  afterEach(() => world.end())

  /** Ana's leave after a whole poll at this time. */
  async function leaveAt(moment: string, users: User[] | null, order = {}): Promise<string[] | undefined> {
    world.source.directory.users = users
    world.source.serverTime = at(moment)
    world.clock.time = at(moment)
    await world.sync.run({ isWhole: true, ...order })
    const { roster } = await readCompanyContext(world, world.clock.now())
    return roster?.reps[0]?.leave.map(({ first, last }) => `${first}–${last}`)
  }

  it('keep the days that have passed when a leave vanishes, whatever is read later', async () => {
    const week = anaOutOf(days('2026-09-21', '2026-09-26'))

    expect(await leaveAt('2026-09-18T10:00:00Z', [week])).toEqual(['2026-09-21–2026-09-25'])
    expect(await leaveAt('2026-09-23T10:00:00Z', [anaOutOf()])).toEqual(['2026-09-21–2026-09-22'])
    expect(await leaveAt('2026-09-24T10:00:00Z', [anaOutOf()], { isFull: true })).toEqual([
      '2026-09-21–2026-09-22',
    ])
    expect(await leaveAt('2026-09-25T10:00:00Z', [])).toEqual(['2026-09-21–2026-09-22'])
    expect(await leaveAt('2026-09-28T10:00:00Z', [anaOutOf(days('2026-10-05', '2026-10-07'))])).toEqual([
      '2026-09-21–2026-09-22',
      '2026-10-05–2026-10-06',
    ])
    expect(await leaveAt('2026-09-29T10:00:00Z', [anaOutOf()])).toEqual(['2026-09-21–2026-09-22'])
  })

  it('keep what has passed of a shortened leave, and of one of a user who is gone', async () => {
    await leaveAt('2026-09-21T10:00:00Z', [anaOutOf(days('2026-09-21', '2026-09-26'))])

    const shortened = await leaveAt('2026-09-23T10:00:00Z', [anaOutOf(days('2026-09-24', '2026-09-25'))])
    const withoutUser = await leaveAt('2026-09-24T20:00:00Z', [])

    expect(shortened).toEqual(['2026-09-21–2026-09-22', '2026-09-24–2026-09-24'])
    expect(withoutUser).toEqual(['2026-09-21–2026-09-22', '2026-09-24–2026-09-24'])
    const [user, ...others] = (await world.store.directory.read()).users
    expect([user?.isListed, user?.weekdays, others]).toEqual([false, null, []])
  })

  it('stay as last known while the token may not read them', async () => {
    await leaveAt('2026-09-21T10:00:00Z', [anaOutOf(days('2026-09-21', '2026-09-26'))])

    expect(await leaveAt('2026-09-23T10:00:00Z', null)).toEqual(['2026-09-21–2026-09-25'])
  })
})
