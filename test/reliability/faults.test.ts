/** Wrong clocks, poisoned cursors, many 429s and answers out of order: data may be late but are never wrong. */
import { describe, expect, it } from 'vitest'
import { FACT_TYPES } from '../../src/domain/facts/facts.ts'
import type { ObjectType } from '../../src/sandbox/hubspot/object-types.ts'
import { DATABASES } from '../store/stores.ts'
import { cursorOf } from '../sync/worlds.ts'
import { heldIn, truthOf } from './looks.ts'
import { ANN, addCall, aWorld, DAY, HOUR, MINUTE, NOON, totals, winDeal } from './worlds.ts'

describe('the last-modified property', () => {
  it.each(FACT_TYPES)('S8: shows a change of a record in %s', async (type) => {
    const world = await aWorld()
    const { id } = world.account.create(type, { hubspot_owner_id: ANN, hs_timestamp: '2026-11-18T10:00:00Z' })
    await world.sync.run()
    world.clock.time += 30 * MINUTE
    world.account.update(type, id, { hubspot_owner_id: '2' })

    const report = await world.pollAfter(MINUTE)

    expect(report.types[type]).toMatchObject({ read: 1, changed: 1, error: null })
  })

  it('S8: finds contacts by its own name only; the other name silently finds none', async () => {
    const world = await aWorld()
    world.account.create('contacts', { hubspot_owner_id: ANN })
    const found = async (type: ObjectType, propertyName: string) => {
      const filters = [{ propertyName, operator: 'GTE', value: '0' }]
      const answer = await fetch(`${world.sandbox.url}/crm/objects/2026-09/${type}/search`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${world.sandbox.token}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ filterGroups: [{ filters }] }),
      })
      const { total } = (await answer.json()) as { total: number }
      return [answer.status, total]
    }

    expect(await found('contacts', 'hs_lastmodifieddate')).toEqual([200, 0])
    expect(await found('contacts', 'lastmodifieddate')).toEqual([200, 1])
  })
})

describe('clocks', () => {
  it.each([-DAY, -10 * MINUTE, 10 * MINUTE, DAY])(
    'S10: %i ms off HubSpot’s time lose nothing',
    async (clockOffMs) => {
      const world = await aWorld()
      world.sync = world.newSync({ clockOffMs })
      for (let at = 0; at < 150; at++) addCall(world.account, {}, NOON - HOUR)
      await world.sync.run()
      for (let poll = 0; poll < 30; poll++) {
        addCall(world.account, {}, world.clock.time + MINUTE)
        const id = addCall(world.account, {}, world.clock.time + MINUTE)
        world.sandbox.faults.hide('calls', id, world.clock.time + 40 * MINUTE)
        await world.pollAfter(5 * MINUTE)
      }
      await world.pollAfter(2 * HOUR)

      expect(await totals(world.store, 'calls')).toEqual({ '1 calls': 210 })
      expect((await cursorOf(world.store, 'calls')).asOf).toBe(world.clock.time)
      expect(await heldIn(world.store)).toEqual(truthOf(world.account))
    },
  )

  it('S10: one answer a day ahead of HubSpot’s time stops neither the trailing nor the nightly pass', async () => {
    const world = await aWorld()
    addCall(world.account)
    await world.sync.run()
    world.clock.time += DAY
    await world.sync.run()
    await world.sync.reconcile()
    world.clock.time -= DAY - 3 * HOUR
    await world.sync.run()
    await world.sync.run()
    const hidden = addCall(world.account)
    world.sandbox.faults.hide('calls', hidden, world.clock.time + 40 * MINUTE)
    const forLonger = addCall(world.account)
    world.sandbox.faults.hide('calls', forLonger, world.clock.time + 8 * HOUR)

    for (let quarters = 0; quarters < 16; quarters++) await world.pollAfter(15 * MINUTE)
    expect(await totals(world.store, 'calls')).toEqual({ '1 calls': 2 })
    world.clock.time += 7 * HOUR
    await world.sync.run()
    const { types } = await world.sync.reconcile()

    expect(types).toEqual(FACT_TYPES)
    expect(await totals(world.store, 'calls')).toEqual({ '1 calls': 3 })
  })
})

describe.each(DATABASES)('a poisoned cursor, on %s', (database) => {
  it('S11: a cursor in the year 2999 is reported and reset to the last good one, and nothing is lost', async () => {
    const world = await aWorld({ database })
    addCall(world.account)
    await world.sync.run()
    const cursor = await cursorOf(world.store, 'calls')
    await world.store.cursors.save({ ...cursor, asOf: Date.parse('2999-12-31T00:00:00Z') })
    addCall(world.account, {}, NOON + 2 * HOUR)

    const poisoned = await world.pollAfter(3 * HOUR)
    const next = await world.pollAfter(5 * MINUTE)

    expect(poisoned.types.calls).toMatchObject({ fault: 'refused', asOf: NOON })
    expect(poisoned.types.calls.error).toMatch(/cursor/)
    expect(next.types.calls).toMatchObject({ fault: null, error: null, asOf: world.clock.time })
    expect(await totals(world.store, 'calls')).toEqual({ '1 calls': 2 })
  })

  it('S14: a page out of order makes the pass fail without moving a cursor, and the next pass is complete', async () => {
    const world = await aWorld({ database })
    await world.sync.run()
    for (let at = 0; at < 900; at++) addCall(world.account, {}, NOON + MINUTE)
    world.sandbox.faults.next({ kind: 'shuffled', match: { kind: 'search', type: 'calls' }, after: 2 })

    const failed = await world.pollAfter(2 * MINUTE)
    expect(failed.types.calls).toMatchObject({ fault: 'unreachable', asOf: NOON, changed: 400 })
    const next = await world.pollAfter(MINUTE)

    expect(next.types.calls).toMatchObject({ fault: null, error: null, asOf: world.clock.time })
    expect(await totals(world.store, 'calls')).toEqual({ '1 calls': 900 })
  })
})

describe('rate limits', () => {
  it('S13: twenty 429s of both kinds are waited out, and everything is complete afterwards', async () => {
    const world = await aWorld()
    for (let at = 0; at < 300; at++) addCall(world.account)
    world.sandbox.faults.next({ kind: 'ten-secondly', match: { kind: 'list' }, times: 2 })
    await world.sync.run()
    for (let at = 0; at < 300; at++) addCall(world.account, {}, NOON + MINUTE)
    for (const type of FACT_TYPES) {
      world.sandbox.faults.next({ kind: 'secondly', match: { kind: 'search', type }, times: 3 })
    }
    world.sandbox.requests.reset()
    await world.pollAfter(2 * MINUTE)

    expect(world.sandbox.requests.rateLimited).toBe(24)
    expect(await totals(world.store, 'calls')).toEqual({ '1 calls': 600 })
  })

  it('S13: after the daily limit no request is sent until the account’s midnight; then nothing is missing', async () => {
    const world = await aWorld()
    addCall(world.account)
    await world.sync.run()
    addCall(world.account, {}, NOON + MINUTE)
    world.sandbox.faults.next({ kind: 'daily', match: { type: 'calls' } })
    const midnight = Date.parse('2026-11-19T00:00:00+01:00')

    const stopped = await world.pollAfter(2 * MINUTE)
    world.sandbox.requests.reset()
    for (let hours = 0; hours < 10; hours++) {
      const paused = await world.pollAfter(HOUR)
      expect(paused).toMatchObject({ pausedUntil: midnight })
      await world.sync.reconcile(true)
    }
    expect(stopped.pausedUntil).toBe(midnight)
    expect(world.sandbox.requests.total).toBe(0)
    expect((await cursorOf(world.store, 'calls')).asOf).toBe(NOON)
    const after = await world.pollAfter(2 * HOUR)

    expect(after).toMatchObject({ pausedUntil: null, types: { calls: { error: null, changed: 1 } } })
  })
})

describe('a bad hour', () => {
  it('with a fifth of all answers failing loses nothing and counts nothing twice', async () => {
    const world = await aWorld()
    for (let at = 0; at < 500; at++) addCall(world.account, {}, NOON - HOUR)
    for (let at = 0; at < 60; at++) winDeal(world.account, {}, NOON - HOUR)
    const kinds = [
      'ten-secondly',
      'secondly',
      'status',
      'html',
      'empty',
      'reset',
      'cut',
      'truncated',
      'doubled',
    ] as const
    world.sandbox.faults.mix({ share: 0.2, seed: 11, kinds: kinds.map((kind) => ({ kind })) })
    for (let poll = 0; poll < 12; poll++) {
      for (let at = 0; at < 10; at++) addCall(world.account, {}, world.clock.time)
      await world.pollAfter(5 * MINUTE)
      await world.sync.reconcile(true)
    }
    world.sandbox.faults.clear()
    await world.pollAfter(5 * MINUTE)

    expect(await heldIn(world.store)).toEqual(truthOf(world.account))
  })
})
