import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aCall, aMeeting, anOwner, at, aWonDeal } from '../builders.ts'
import { DATABASES } from '../store/stores.ts'
import { pass, type SyncWorld, sums, syncWorld } from './worlds.ts'

describe.each(DATABASES)('what affects tallies besides the records, on %s', (database) => {
  let world: SyncWorld

  beforeEach(async () => {
    world = await syncWorld(database)
  })
  afterEach(async () => {
    expect((await world.store.tallies.verify()).differences).toEqual([])
    await world.end()
  })

  async function callsOn(day: string): Promise<number> {
    const rows = await world.store.tallies.byDay({
      tallies: ['calls'],
      from: '2026-09-01',
      until: '2026-10-01',
    })
    return rows.find((row) => row.day === day)?.amount ?? 0
  }

  it("moves every fact of a team to the team's days when its time zone is set", async () => {
    for (let n = 1; n <= 1200; n += 1)
      world.source.put(aCall({ id: String(n), at: at('2026-09-21T20:00:00Z') }))
    await world.sync.run()
    const before = await callsOn('2026-09-21')
    await world.store.settings.save({ teamZones: { 11: 'Asia/Tokyo' } })
    pass(world, 30)

    const report = await world.sync.run()

    expect(before).toBe(1200)
    expect([await callsOn('2026-09-21'), await callsOn('2026-09-22')]).toEqual([0, 1200])
    expect(report.retallied).toBe(1200)
    expect((await world.sync.run()).retallied).toBe(0)
  })

  it('follows an owner who moves to a team in another time zone at the next read of the directory', async () => {
    world.source.put(aCall({ at: at('2026-09-21T20:00:00Z') }))
    await world.store.settings.save({ teamZones: { 12: 'Asia/Tokyo' } })
    await world.sync.run()
    world.source.directory.people.owners = [
      anOwner({ teams: [{ teamId: '12', name: 'East', isPrimary: true }] }),
    ]
    pass(world, 60)
    await world.sync.run()

    expect([await callsOn('2026-09-21'), await callsOn('2026-09-22')]).toEqual([0, 1])
  })

  it('converts by a rate from the moment it comes into force', async () => {
    const from = world.clock.time + 20 * 60_000
    world.source.directory.rates = [
      { from: 'USD', to: 'EUR', rate: '0.9', effectiveAt: 0 },
      { from: 'USD', to: 'EUR', rate: '0.8', effectiveAt: from },
    ]
    world.source.put(aWonDeal({ amount: '100', currency: 'USD' }))
    await world.sync.run()
    const before = await sums(world.store)
    pass(world, 20)
    await world.sync.run()

    expect(before['1 revenue']).toBe(9_000)
    expect((await sums(world.store))['1 revenue']).toBe(8_000)
  })

  it('counts a meeting once it is over, without a change in HubSpot', async () => {
    world.source.put(aMeeting())
    await world.sync.run()
    const before = await sums(world.store)
    pass(world, 24 * 60)
    const report = await world.sync.run()

    expect(before['1 meetings']).toBeUndefined()
    expect((await sums(world.store))['1 meetings']).toBe(1)
    expect(report.matured).toBe(1)
  })
})
