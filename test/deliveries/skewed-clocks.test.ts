/** Two processes on one database whose clocks are minutes apart: leases and due times go by the database's clock. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDeliveries } from '../../src/deliveries/deliveries.ts'
import type { Clock } from '../../src/ports/clock.ts'
import { LEASE_MS } from '../../src/ports/leases.ts'
import type { Store } from '../../src/ports/store.ts'
import { openStore } from '../../src/store/store.ts'
import { DATABASES, type TestStore, testStore } from '../store/stores.ts'
import { aDigest, type FakeClock, type FakeMessenger, fakeClock, fakeLog, fakeMessenger } from './fakes.ts'

const OFF_MS = 5 * 60_000
const POST = { key: 'k', channel: 'C1', message: { kind: 'digest', digest: aDigest() } } as const

describe.each(DATABASES)('two processes on one %s, one with a clock five minutes off,', (database) => {
  let clock: FakeClock
  let world: TestStore
  let other: Store
  let messenger: FakeMessenger

  beforeEach(async () => {
    clock = fakeClock()
    world = await testStore(database, clock)
    other = await openStore(world.address, { clock })
    messenger = fakeMessenger(clock)
  })
  afterEach(async () => {
    await other.close()
    await world.end()
  })

  const off = (ms: number): Clock => ({ now: () => clock.now() + ms })
  const aProcess = (store: Store, own: Clock) =>
    createDeliveries({ store, messenger, clock: own, log: fakeLog(), wait: clock.wait })
  const stateOf = async () => (await world.store.deliveries.list(1))[0]?.state

  it.each([OFF_MS, -OFF_MS])('leave each other’s running posts alone (%i ms)', async (offMs) => {
    messenger.fail('C1', 'hung')
    await world.store.deliveries.add([POST], null)
    void aProcess(world.store, clock).work()
    await expect.poll(() => messenger.posts.length).toBe(1)
    const done = await aProcess(other, off(offMs)).work()
    clock.pass(LEASE_MS - 1)
    await aProcess(other, off(offMs)).work()
    const before = await stateOf()
    clock.pass(1)
    await aProcess(other, off(offMs)).work()

    expect(done).toEqual({ sent: 0, retried: 0, failed: 0, uncertain: 0, unknown: 0 })
    expect([before, await stateOf()]).toEqual(['sending', 'sent'])
    expect(messenger.posts).toHaveLength(1)
  })

  it.each([OFF_MS, -OFF_MS])('leave each other’s claims alone (%i ms)', async (offMs) => {
    messenger.refuse('C1', 'stuck')
    await world.store.deliveries.add([POST], null)
    void aProcess(world.store, clock).work()
    await expect.poll(() => messenger.seen).toEqual(['C1'])
    await aProcess(other, off(offMs)).work()
    const before = await stateOf()
    clock.pass(LEASE_MS)

    expect(before).toBe('claimed')
    expect(await aProcess(other, off(offMs)).work()).toMatchObject({ sent: 1 })
  })

  it('wait as long as Slack asks, whoever of them sends', async () => {
    messenger.fail('C1', { kind: 'retry', afterMs: 30_000, error: 'ratelimited' })
    await world.store.deliveries.add([POST], null)
    await aProcess(world.store, clock).work()
    clock.pass(29_999)
    const early = await aProcess(other, off(OFF_MS)).work()
    clock.pass(1)

    expect([early.sent, messenger.calls.length]).toEqual([0, 1])
    expect(await aProcess(other, off(-OFF_MS)).work()).toMatchObject({ sent: 1 })
  })

  it('look for a lost post twice, ten seconds and a minute after it, whoever of them looks', async () => {
    messenger.fail('C1', 'dropped')
    await world.store.deliveries.add([POST], null)
    await aProcess(world.store, clock).work()
    const looksAfter = async (ms: number) => {
      clock.pass(ms)
      await aProcess(other, off(OFF_MS)).work()
      return messenger.looks
    }

    expect([await looksAfter(9_999), await looksAfter(1), await looksAfter(49_999)]).toEqual([0, 1, 1])
    expect([await looksAfter(1), await stateOf()]).toEqual([2, 'unknown'])
  })
})
