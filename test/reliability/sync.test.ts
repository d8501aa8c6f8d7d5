/** The known ways in which a sync with HubSpot can go wrong, each with its input and the expected outcome. */
import { describe, expect, it } from 'vitest'
import { FACT_TYPES } from '../../src/domain/facts/facts.ts'
import { DATABASES } from '../store/stores.ts'
import { asked } from './looks.ts'
import {
  ANN,
  addCall,
  aWorld,
  BEN,
  DAY,
  HOUR,
  large,
  MINUTE,
  NOON,
  searches,
  totals,
  winDeal,
} from './worlds.ts'

describe.each(DATABASES)('records with the same timestamp, on %s', (database) => {
  it('S1: a fourth deal with the timestamp of three that were already read counts once, as they do', async () => {
    const world = await aWorld({ database })
    for (let at = 0; at < 3; at++) winDeal(world.account, {}, NOON)
    await world.sync.run()
    winDeal(world.account, {}, NOON)

    await world.pollAfter(5 * MINUTE)
    await world.pollAfter(5 * MINUTE)

    expect(await world.store.facts.count('deals')).toBe(4)
    expect(await totals(world.store, 'deals_won', 'revenue')).toEqual({
      '1 deals_won': 4,
      '1 revenue': 400_000,
    })
  })

  it(`S4: ${large(12_345)} of 12,345 calls with one timestamp from a bulk edit all arrive, and the loop ends`, async () => {
    const world = await aWorld({ database })
    await world.sync.run()
    world.clock.time += MINUTE
    for (let at = 0; at < large(12_345); at++) addCall(world.account, {}, world.clock.time)

    const report = await world.sync.run()

    expect(report.types.calls).toMatchObject({ error: null, changed: large(12_345) })
    expect(await totals(world.store, 'calls')).toEqual({ '1 calls': large(12_345) })
    expect(searches(world.sandbox, 'calls')).toBeLessThan(large(12_345) / 200 + 5)
  })
})

describe('search that lags', () => {
  it('S2: new and changed calls that are hidden for 30 s, 20 min, 50 min and 3 h arrive in the end', async () => {
    const world = await aWorld()
    const old = Array.from({ length: large(5_000) }, () => addCall(world.account, {}, NOON - DAY))
    await world.sync.run()
    world.clock.time += MINUTE
    const lags = [30_000, 20 * MINUTE, 50 * MINUTE, 3 * HOUR]
    for (const [at, id] of old.entries()) {
      const indexLagMs = lags[at % lags.length] ?? 0
      world.account.update('calls', id, { hubspot_owner_id: BEN }, { indexLagMs })
      const fresh = { hubspot_owner_id: ANN, hs_timestamp: '2026-11-18T11:00:00Z' }
      world.account.create('calls', fresh, { indexLagMs })
    }
    const quarter = large(5_000) / 4
    const arrived = async () => Object.values(await totals(world.store, 'calls')).map((n) => n / quarter)

    await world.pollAfter(2 * MINUTE)
    expect(await arrived()).toEqual([4, 1])
    for (let minutes = 0; minutes < 40; minutes += 5) await world.pollAfter(5 * MINUTE)
    // Hidden for longer than the fast pass looks back; the trailing pass has not reached them yet.
    expect(await arrived()).toEqual([4, 1])
    for (let hours = 0; hours < 3; hours++) await world.pollAfter(HOUR)
    expect(await arrived()).toEqual([4, 3])
    await world.night()
    expect(await arrived()).toEqual([4, 4])
  })

  it('S2: a call that was hidden while the bot was stopped for days arrives with the next nightly pass', async () => {
    const world = await aWorld()
    await world.sync.run()
    await world.night()
    await world.pollAfter(4 * HOUR)
    const id = addCall(world.account)
    world.sandbox.faults.hide('calls', id, world.clock.time + 5 * HOUR)
    for (let hours = 0; hours < 4; hours++) await world.pollAfter(HOUR)

    await world.pollAfter(5 * DAY)
    await world.night()

    expect(await totals(world.store, 'calls')).toEqual({ '1 calls': 1 })
  })
})

describe('many changes', () => {
  it(`S3: ${large(25_000)} of 25,000 changes within an hour all arrive, and no page is requested by offset`, async () => {
    const world = await aWorld()
    await world.sync.run()
    world.sandbox.requests.reset()
    for (let at = 0; at < large(25_000); at++) {
      addCall(world.account, {}, NOON + Math.floor((at / large(25_000)) * HOUR))
    }

    await world.pollAfter(HOUR)

    expect(await totals(world.store, 'calls')).toEqual({ '1 calls': large(25_000) })
    const bodies = asked(world.sandbox, 'search').map(({ body }) => JSON.parse(String(body)))
    expect(bodies.length).toBeGreaterThan(large(25_000) / 200)
    expect(bodies.filter((body) => 'after' in body)).toEqual([])
  })

  it(`S5: after ${large(50_000)} of 50,000 equal timestamps, polls are as cheap as ever from the fourth on`, async () => {
    const world = await aWorld()
    for (let at = 0; at < large(50_000); at++) addCall(world.account, {}, NOON)
    await world.sync.run()
    const costs: number[] = []
    for (let poll = 1; poll <= 10; poll++) {
      world.sandbox.requests.reset()
      const report = await world.pollAfter(5 * MINUTE)
      expect(report.types.calls.changed).toBe(0)
      costs.push(world.sandbox.requests.total)
    }

    expect(costs.slice(3).filter((cost) => cost !== FACT_TYPES.length)).toEqual([])
  })
})
