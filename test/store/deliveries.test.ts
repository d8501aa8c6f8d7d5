import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NewDelivery } from '../../src/ports/delivery-store.ts'
import { LEASE_MS } from '../../src/ports/leases.ts'
import { fakeClock } from '../deliveries/fakes.ts'
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
  const clock = fakeClock()
  let world: TestStore

  beforeEach(async () => {
    world = await testStore(database, clock)
    await world.store.deliveries.add([notice], null)
  })
  afterEach(() => world.end())

  const claimBy = (worker: string) => world.store.deliveries.claim({ limit: 5, worker })
  const idClaimedBy = async (worker: string) => (await claimBy(worker))[0]?.id ?? ''
  const isBegunBy = (worker: string, id: string) => world.store.deliveries.beginSending(id, worker)
  const stateOf = async (id: string) => (await world.store.deliveries.get(id))?.state

  it('are added once per key', async () => {
    expect(await world.store.deliveries.add([notice], null)).toBe(0)
    expect(await world.store.deliveries.list(9)).toHaveLength(1)
  })

  it('are claimed by one worker at a time', async () => {
    const [first, second] = await Promise.all([claimBy('a'), claimBy('b')])

    expect([...first, ...second]).toHaveLength(1)
  })

  it('are left alone by a worker that slept past its lease', async () => {
    const id = await idClaimedBy('a')
    await isBegunBy('a', id)
    clock.pass(LEASE_MS)
    await world.store.deliveries.expire()

    const settled = await world.store.deliveries.settle(
      id,
      { state: 'pending', afterMs: 0, error: 'late' },
      { state: 'sending', worker: 'a' },
    )

    expect(settled).toBe(false)
    expect(await stateOf(id)).toBe('uncertain')
  })

  it('are not sent by a worker that lost its claim to another one', async () => {
    const id = await idClaimedBy('a')
    clock.pass(LEASE_MS)
    await world.store.deliveries.expire()
    await claimBy('b')

    expect(await isBegunBy('a', id)).toBe(false)
    expect(await isBegunBy('b', id)).toBe(true)
  })

  it('are not sent on a claim that ran out, even if nobody has noticed', async () => {
    const id = await idClaimedBy('a')
    clock.pass(LEASE_MS)

    expect(await isBegunBy('a', id)).toBe(false)
  })

  it.each([
    ['claimed', 'pending'],
    ['sending', 'uncertain'],
  ] as const)('that are %s become %s when their lease has run out, and not before', async (state, next) => {
    const id = await idClaimedBy('a')
    if (state === 'sending') await isBegunBy('a', id)
    clock.pass(LEASE_MS - 1)
    const early = [await world.store.deliveries.expire(), await stateOf(id)]
    clock.pass(1)

    expect(early).toEqual([0, state])
    expect([await world.store.deliveries.expire(), await stateOf(id)]).toEqual([1, next])
  })

  it('are not held by a lease that reaches further ahead than any can', async () => {
    clock.pass(1)
    const id = await idClaimedBy('ahead')
    clock.pass(-1)

    expect(await isBegunBy('ahead', id)).toBe(false)
    expect([await world.store.deliveries.expire(), await stateOf(id)]).toEqual([1, 'pending'])
  })
})
