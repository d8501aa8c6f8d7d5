import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NewDelivery } from '../../src/ports/delivery-store.ts'
import { DATABASES, type TestStore, testStore } from './stores.ts'

const notice: NewDelivery = {
  key: 'digest|north|2026-09-21|C1',
  channel: 'C1',
  message: {
    kind: 'digestProblem',
    digestName: 'north',
    channel: 'C1',
    problem: 'stale',
    detail: '',
  },
}

describe.each(DATABASES)('deliveries on %s', (database) => {
  let world: TestStore

  beforeEach(async () => {
    world = await testStore(database)
    await world.store.deliveries.add([notice], null, 0)
  })
  afterEach(() => world.end())

  const claimBy = (worker: string, now: number) =>
    world.store.deliveries.claim({ now, limit: 5, leaseMs: 60_000, worker })

  it('are added once per key', async () => {
    expect(await world.store.deliveries.add([notice], null, 1)).toBe(0)
    expect(await world.store.deliveries.list(9)).toHaveLength(1)
  })

  it('are claimed by one worker at a time', async () => {
    const [first, second] = await Promise.all([claimBy('a', 1), claimBy('b', 1)])

    expect([...first, ...second]).toHaveLength(1)
  })

  it('are left alone by a worker that slept past its lease', async () => {
    const [delivery] = await claimBy('a', 1)
    const id = delivery?.id ?? ''
    await world.store.deliveries.beginSending(id, 'a', 2)
    await world.store.deliveries.expire(70_000)

    const settled = await world.store.deliveries.settle(
      id,
      { state: 'pending', notBefore: 0, error: 'late' },
      { state: 'sending', worker: 'a' },
    )

    expect(settled).toBe(false)
    expect(await world.store.deliveries.get(id)).toMatchObject({ state: 'uncertain' })
  })

  it('are not sent by a worker that lost its claim to another one', async () => {
    const [delivery] = await claimBy('a', 1)
    await world.store.deliveries.expire(70_000)
    await claimBy('b', 70_001)

    expect(await world.store.deliveries.beginSending(delivery?.id ?? '', 'a', 70_002)).toBe(false)
    expect(await world.store.deliveries.beginSending(delivery?.id ?? '', 'b', 70_002)).toBe(true)
  })
})
