import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDeliveries } from '../../src/deliveries/deliveries.ts'
import { type FakeClock, fakeClock, fakeLog } from '../deliveries/fakes.ts'
import { type TestStore, testStore } from '../store/stores.ts'
import { aDigest } from './builders.ts'
import { startWorld, type World } from './door.ts'

const COUNT = 100
const channels = Array.from({ length: COUNT }, (_, n) => ({ id: `C${100 + n}`, name: `team-${n}` }))

describe('a hundred digests due in the same minute', () => {
  let clock: FakeClock
  let store: TestStore
  let world: World

  beforeEach(async () => {
    clock = fakeClock(new Date().toISOString())
    store = await testStore('sqlite', clock)
    world = await startWorld({ clock, sandbox: { channels } })
    world.sandbox.rateLimits.isOn = true
    await store.store.deliveries.add(
      channels.map(({ id, name }) => ({
        key: `digest|${name}|2026-09-21|${id}`,
        channel: id,
        message: { kind: 'digest', digest: aDigest({ name }) } as const,
      })),
      null,
    )
  })
  afterEach(async () => {
    await world.stop()
    await store.end()
  })

  /** Sends as the scheduler's ticks would; returns how many seconds it took until nothing was left to send. */
  async function sendAll(): Promise<number> {
    const startedAt = clock.now()
    const deliveries = createDeliveries({
      ...{ store: store.store, messenger: world.door.messenger, clock, log: fakeLog() },
      wait: clock.wait,
    })
    while (clock.now() - startedAt < 600_000) {
      await deliveries.work()
      const rows = await store.store.deliveries.list(COUNT + 10)
      if (rows.every(({ state }) => state === 'sent' || state === 'failed')) break
      clock.pass(2_000)
    }
    return (clock.now() - startedAt) / 1_000
  }

  const limited = () => world.sandbox.calls.all.filter(({ status }) => status === 429)

  it('go out within three minutes, with one look per channel, when no channel was known', async () => {
    expect(await sendAll()).toBeLessThanOrEqual(180)

    expect(world.sandbox.workspace.messages).toHaveLength(COUNT)
    expect(world.sandbox.calls.count('conversations.info')).toBe(COUNT)
    expect(limited()).toEqual([])
  })

  it('go out at once when the channels were looked at before', async () => {
    const ids = channels.map(({ id }) => id)
    for (let minute = 0; minute < 5; minute++) {
      await world.door.messenger.lookAhead(ids, 1_800_000)
      clock.pass(60_000)
    }
    expect(world.sandbox.calls.count('conversations.info')).toBe(COUNT)
    world.sandbox.calls.reset()

    expect(await sendAll()).toBeLessThanOrEqual(10)

    expect(world.sandbox.workspace.messages).toHaveLength(COUNT)
    expect(world.sandbox.calls.count('conversations.info')).toBe(0)
    expect(limited()).toEqual([])
  })

  it('never reach a channel that was shared with another organisation a moment before', async () => {
    await world.door.messenger.look('C100')
    await world.sandbox.changeChannel('C100', { isExtShared: true })

    await sendAll()

    expect(world.sandbox.workspace.messages.filter(({ channelId }) => channelId === 'C100')).toEqual([])
    expect(
      world.sandbox.workspace.messages.filter(({ channelId }) => channelId.startsWith('C')),
    ).toHaveLength(COUNT - 1)
  })
})
