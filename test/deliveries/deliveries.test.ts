import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDeliveries } from '../../src/deliveries/deliveries.ts'
import type { Delivery, NewDelivery } from '../../src/ports/delivery-store.ts'
import type { Messenger, Refusal } from '../../src/ports/messenger.ts'
import type { Store } from '../../src/ports/store.ts'
import { DATABASES, type TestStore, testStore } from '../store/stores.ts'
import {
  aDigest,
  type FakeClock,
  type FakeLog,
  type FakeMessenger,
  fakeClock,
  fakeLog,
  fakeMessenger,
} from './fakes.ts'

const MINUTE_MS = 60_000
const CLOSED: Refusal = { kind: 'failed', error: 'is_archived' }

function aDelivery(changes: Partial<NewDelivery> = {}): NewDelivery {
  return {
    key: 'digest|north|2026-09-21|C1',
    channel: 'C1',
    message: { kind: 'digest', digest: aDigest() },
    ...changes,
  }
}

describe.each(DATABASES)('deliveries on %s', (database) => {
  let world: TestStore
  let clock: FakeClock
  let messenger: FakeMessenger
  let log: FakeLog

  beforeEach(async () => {
    clock = fakeClock()
    world = await testStore(database, clock)
    messenger = fakeMessenger(clock)
    log = fakeLog()
    await world.store.settings.save({
      roles: [{ user: 'UADMIN', role: 'admin', teams: [], groups: [], reps: [] }],
    })
  })
  afterEach(() => world.end())

  const options = () => ({ store: world.store, messenger, clock, log, wait: clock.wait })
  const aWorker = (store: Pick<Store, 'deliveries' | 'settings'> = world.store) =>
    createDeliveries({ ...options(), store })
  const add = (...deliveries: NewDelivery[]) => world.store.deliveries.add(deliveries, null)
  async function outbox(): Promise<Record<string, Delivery>> {
    return Object.fromEntries((await world.store.deliveries.list(1000)).map((row) => [row.key, row]))
  }
  async function stateOf(key = aDelivery().key): Promise<string | undefined> {
    return (await outbox())[key]?.state
  }
  const noticesTo = (user: string) => messenger.in(user).map((post) => post.message)

  it('posts what is due and stores the timestamp of the message', async () => {
    await add(aDelivery())

    const done = await aWorker().work()

    expect(done).toEqual({ sent: 1, retried: 0, failed: 0, uncertain: 0, unknown: 0 })
    expect(messenger.in('C1').map((post) => post.message)).toEqual([aDelivery().message])
    expect((await outbox())[aDelivery().key]).toMatchObject({
      state: 'sent',
      ts: messenger.posts[0]?.ts,
      attempts: 1,
      error: null,
    })
    expect(await aWorker().work()).toMatchObject({ sent: 0 })
    expect(messenger.calls).toHaveLength(1)
  })

  it('leaves messages that are not due yet', async () => {
    await add(aDelivery({ afterMs: 1 }))

    expect(await aWorker().work()).toMatchObject({ sent: 0 })
    clock.pass(1)
    expect(await aWorker().work()).toMatchObject({ sent: 1 })
  })

  it('posts tables into the thread of their digest, in order and never before it', async () => {
    const tables = [0, 1, 2].map((n) =>
      aDelivery({
        key: `${aDelivery().key}|table|${n}`,
        message: { kind: 'digestTable', digest: aDigest(), first: n * 100, count: 100 },
        parentKey: aDelivery().key,
        afterMs: n,
      }),
    )
    messenger.fail('C1', { kind: 'retry', afterMs: 30_000, error: 'ratelimited' })
    await add(aDelivery(), ...tables)

    await aWorker().work()
    expect(messenger.posts).toEqual([])
    clock.pass(30_000)
    await aWorker().work()

    const [digest, ...thread] = messenger.in('C1')
    expect(digest).toMatchObject({ threadTs: null, message: { kind: 'digest' } })
    const ts = messenger.posts[0]?.ts
    expect(thread).toMatchObject([0, 100, 200].map((first) => ({ threadTs: ts, message: { first } })))
  })

  it('posts each of 200 digests that are due together exactly once with four workers', async () => {
    await add(...Array.from({ length: 200 }, (_, n) => aDelivery({ key: `digest|${n}`, channel: `C${n}` })))

    const done = await Promise.all(
      [aWorker(), aWorker(), aWorker(), aWorker()].map((worker) => worker.work()),
    )

    expect(done.reduce((sum, { sent }) => sum + sent, 0)).toBe(200)
    expect(messenger.posts).toHaveLength(200)
    expect(new Set(messenger.posts.map((post) => post.channel)).size).toBe(200)
  })

  it('posts at most one message per second to a channel, across calls and in parallel with other channels', async () => {
    const worker = aWorker()
    const startedAt = clock.now()
    const three = (channel: string, from: number) =>
      [0, 1, 2].map((n) => aDelivery({ key: `${channel}|${from + n}`, channel }))

    await add(...three('C1', 0), ...three('C2', 0))
    await worker.work()
    await add(...three('C1', 3))
    await Promise.all([worker.work(), worker.work()])

    const times = messenger.posts.filter((post) => post.channel === 'C1').map((post) => post.at)
    expect(times).toHaveLength(6)
    for (const [n, time] of times.entries()) {
      if (n > 0) expect(time - (times[n - 1] ?? 0)).toBeGreaterThanOrEqual(1_000)
    }
    expect(clock.now() - startedAt).toBeLessThan(8_000)
  })

  it('sends 150 digests within three minutes although Slack makes the first wait 30 s', async () => {
    await add(...Array.from({ length: 150 }, (_, n) => aDelivery({ key: `digest|${n}`, channel: `C${n}` })))
    for (let n = 0; n < 150; n += 10)
      messenger.fail(`C${n}`, { kind: 'retry', afterMs: 30_000, error: 'ratelimited' })
    const worker = aWorker()

    for (let second = 0; second < 180; second += 15) {
      await worker.work()
      clock.pass(15_000)
    }

    expect(messenger.posts).toHaveLength(150)
    expect(messenger.calls).toHaveLength(165)
  })

  it('retries a temporary refusal, but not before Slack allows it', async () => {
    messenger.fail('C1', { kind: 'retry', afterMs: 20_000, error: 'ratelimited' })
    await add(aDelivery())

    expect(await aWorker().work()).toMatchObject({ sent: 0, retried: 1 })
    expect((await outbox())[aDelivery().key]).toMatchObject({ state: 'pending', error: 'ratelimited' })
    clock.pass(19_999)
    expect(await aWorker().work()).toMatchObject({ sent: 0, retried: 0 })
    clock.pass(1)
    expect(await aWorker().work()).toMatchObject({ sent: 1 })
    expect(messenger.posts).toHaveLength(1)
  })

  it('gives up on a message that was refused for four hours', async () => {
    const refusals = Array.from(
      { length: 20 },
      () => ({ kind: 'retry', afterMs: 0, error: 'fatal_error' }) as const,
    )
    messenger.fail('C1', ...refusals)
    await add(aDelivery())

    const worker = aWorker()
    for (let hour = 0; hour < 6; hour += 1) {
      await worker.work()
      clock.pass(60 * MINUTE_MS)
    }

    expect(await stateOf()).toBe('failed')
    expect(messenger.calls.filter((call) => call.channel === 'C1')).toHaveLength(5)
  })

  it('calls once, stores the reason and notifies the owner when Slack refuses for good', async () => {
    const errors = [
      'invalid_auth',
      'token_revoked',
      'account_inactive',
      'not_in_channel',
      'channel_not_found',
      'is_archived',
      'missing_scope',
    ]
    for (const error of errors) messenger.fail(`C-${error}`, { kind: 'failed', error })
    await add(...errors.map((error) => aDelivery({ key: error, channel: `C-${error}` })))

    expect(await aWorker().work()).toMatchObject({ failed: 7, sent: 7 })
    clock.pass(10 * MINUTE_MS)
    await aWorker().work()

    const rows = await outbox()
    for (const error of errors) {
      expect(messenger.calls.filter((call) => call.channel === `C-${error}`)).toHaveLength(1)
      expect(rows[error]).toMatchObject({ state: 'failed', error })
      expect(noticesTo('UADMIN')).toContainEqual({
        kind: 'digestProblem',
        digestName: 'north',
        channel: `C-${error}`,
        problem: 'failed',
        detail: error,
      })
    }
  })

  it('notifies the owner named by the digest, and logs it if there is nobody to notify', async () => {
    const digests = [{ name: 'north', owner: 'UOWNER' }]
    await world.store.settings.save({ digests: digests as never, roles: [] })
    messenger.fail('C1', { kind: 'failed', error: 'is_archived' })
    messenger.fail('C2', { kind: 'failed', error: 'is_archived' })
    const south = { kind: 'digest', digest: aDigest({ name: 'south' }) } as const
    await add(aDelivery(), aDelivery({ key: 'digest|south', channel: 'C2', message: south }))

    await aWorker().work()

    expect(noticesTo('UOWNER')).toHaveLength(1)
    expect(messenger.posts).toHaveLength(1)
    expect(log.lines).toContain('nobody to notify: name an owner for the digest, or an admin')
  })

  it('passes a notice that cannot reach its owner on to the other admins, then to the log', async () => {
    const digests = [{ name: 'north', owner: 'UOWNER' }]
    await world.store.settings.save({ digests: digests as never })
    messenger.fail('C1', { kind: 'failed', error: 'is_archived' })
    messenger.fail('UOWNER', { kind: 'failed', error: 'user_disabled' })
    messenger.fail('UADMIN', { kind: 'failed', error: 'user_disabled' })
    await add(aDelivery())
    const worker = createDeliveries({ ...options(), admins: ['UADMIN', 'UENV'] })

    for (let turn = 0; turn < 4; turn += 1) await worker.work()

    expect(messenger.posts.map(({ channel, message }) => [channel, message])).toEqual([
      [
        'UENV',
        {
          kind: 'digestProblem',
          digestName: 'north',
          channel: 'C1',
          problem: 'failed',
          detail: 'is_archived',
        },
      ],
    ])
    expect(messenger.calls).toHaveLength(4)
    expect(log.lines).toContain('everybody who could be notified was notified before')
  })

  it('creates no further notice for a failed notice if there is nobody else to notify', async () => {
    messenger.fail('C1', { kind: 'failed', error: 'is_archived' })
    messenger.fail('UADMIN', { kind: 'failed', error: 'invalid_auth' })
    await add(aDelivery())

    await aWorker().work()
    await aWorker().work()

    expect(Object.values(await outbox()).map((row) => row.state)).toEqual(['failed', 'failed'])
    expect(messenger.calls).toHaveLength(2)
    expect(log.lines).toContain('nobody to notify: name an owner for the digest, or an admin')
  })

  describe.each(['failed', 'unknown'] as const)('the thread of a digest that ends as %s', (end) => {
    it('is closed with it, without another notice', async () => {
      messenger.fail('C1', end === 'failed' ? { kind: 'failed', error: 'is_archived' } : 'dropped')
      messenger.mayLook = false
      const message = { kind: 'digestTable', digest: aDigest(), first: 0, count: 100 } as const
      await add(aDelivery(), aDelivery({ key: 'table', message, parentKey: aDelivery().key }))

      await aWorker().work()
      clock.pass(10_000)
      await aWorker().work()

      const { state, error } = (await outbox())['table'] ?? {}
      expect([await stateOf(), state]).toEqual([end, 'failed'])
      expect(error).toMatch(/whose thread this belongs to/)
      expect(messenger.posts.map(({ channel }) => channel)).toEqual(['UADMIN'])
    })
  })

  it('says in the notice of a failed or unknown table that it is about the table', async () => {
    messenger.fail('C1', 'throws', { kind: 'failed', error: 'thread_not_found' })
    messenger.mayLook = false
    const tables = [0, 1].map((n) => {
      const message = { kind: 'digestTable', digest: aDigest(), first: n * 100, count: 100 } as const
      return aDelivery({ key: `table|${n}`, message, afterMs: n })
    })
    await add(...tables)

    await aWorker().work()
    clock.pass(10_000)
    await aWorker().work()
    await aWorker().work()

    const problems = noticesTo('UADMIN').map((message) => 'problem' in message && message.problem)
    expect(problems.sort()).toEqual(['tableFailed', 'tableUnknown'])
  })

  describe('a post without an answer from Slack', () => {
    it('counts as sent when it is found after ten seconds', async () => {
      messenger.fail('C1', 'lost')
      await add(aDelivery())

      expect(await aWorker().work()).toMatchObject({ uncertain: 1, sent: 0 })
      clock.pass(9_999)
      await aWorker().work()
      expect(messenger.looks).toBe(0)
      clock.pass(1)

      expect(await aWorker().work()).toMatchObject({ sent: 1 })
      expect((await outbox())[aDelivery().key]).toMatchObject({ state: 'sent', ts: messenger.posts[0]?.ts })
      expect(messenger.calls).toHaveLength(1)
    })

    it.each(['dropped', 'throws'] as const)(
      'is looked for twice (%s), then becomes unknown and is never sent again',
      async (failure) => {
        messenger.fail('C1', failure)
        await add(aDelivery())

        await aWorker().work()
        clock.pass(10_000)
        await aWorker().work()
        expect(await stateOf()).toBe('uncertain')
        clock.pass(49_999)
        await aWorker().work()
        expect([await stateOf(), messenger.looks]).toEqual(['uncertain', 1])
        clock.pass(1)
        expect(await aWorker().work()).toMatchObject({ unknown: 1 })
        clock.pass(24 * 60 * MINUTE_MS)
        await aWorker().work()

        expect([await stateOf(), messenger.looks]).toEqual(['unknown', 2])
        expect(messenger.in('C1')).toEqual([])
        expect(messenger.calls.filter((call) => call.channel === 'C1')).toHaveLength(1)
        expect(noticesTo('UADMIN')).toHaveLength(1)
      },
    )

    it('becomes unknown at the first lookup if the bot may not read the history', async () => {
      messenger.fail('C1', 'lost')
      messenger.mayLook = false
      await add(aDelivery())

      await aWorker().work()
      clock.pass(10_000)
      await aWorker().work()

      expect(await stateOf()).toBe('unknown')
      expect(messenger.in('C1')).toHaveLength(1)
      expect(noticesTo('UADMIN')).toMatchObject([
        { problem: 'unknown', detail: expect.stringContaining('ECONNRESET') },
      ])
    })

    it('is looked for again for as long as Slack cannot be reached', async () => {
      messenger.fail('C1', 'lost')
      messenger.isUnreachable = true
      await add(aDelivery())

      await aWorker().work()
      for (let minute = 0; minute < 5; minute += 1) {
        clock.pass(MINUTE_MS)
        await aWorker().work()
      }
      expect(await stateOf()).toBe('uncertain')
      messenger.isUnreachable = false
      clock.pass(MINUTE_MS)
      await aWorker().work()

      expect(await stateOf()).toBe('sent')
      expect(messenger.posts).toHaveLength(1)
    })

    it('is followed by its thread once it is found', async () => {
      messenger.fail('C1', 'lost')
      const message = { kind: 'digestTable', digest: aDigest(), first: 0, count: 100 } as const
      await add(aDelivery(), aDelivery({ key: 'table', message, parentKey: aDelivery().key }))

      await aWorker().work()
      expect(messenger.posts).toHaveLength(1)
      clock.pass(10_000)
      await aWorker().work()

      expect(messenger.posts.map((post) => post.threadTs)).toEqual([null, messenger.posts[0]?.ts])
    })
  })

  describe('a worker that dies', () => {
    const never = () => new Promise<never>(() => {})
    const dyingAt = (step: 'beginSending' | 'settle', isAfter = false): Store => {
      const { deliveries } = world.store
      const dying = isAfter
        ? {
            beginSending: async (...args: Parameters<typeof deliveries.beginSending>) =>
              (await deliveries.beginSending(...args)) && never(),
          }
        : { [step]: never }
      return { ...world.store, deliveries: { ...deliveries, ...dying } }
    }
    const untilSettled = async () => {
      const survivor = aWorker()
      for (let n = 0; n < 20; n += 1) {
        clock.pass(10_000)
        await survivor.work()
      }
    }
    const twenty = () =>
      Array.from({ length: 20 }, (_, n) => aDelivery({ key: `digest|${n}`, channel: `C${n}` }))
    const die = async (store: Store) => {
      await add(...twenty())
      void aWorker(store).work()
      await expect.poll(async () => (await busy()).length).toBe(20)
    }
    const busy = async () =>
      Object.values(await outbox()).filter(({ state }) => state === 'claimed' || state === 'sending')
    const digestStates = async () => twenty().map(async ({ key }) => (await outbox())[key]?.state)

    it('before the request leaves its messages to another worker, which sends each once', async () => {
      await die(dyingAt('beginSending'))

      await untilSettled()

      expect(messenger.posts).toHaveLength(20)
      expect(new Set(await Promise.all(await digestStates()))).toEqual(new Set(['sent']))
    })

    it('between committing the send and the request leaves them unknown rather than sent twice', async () => {
      await die(dyingAt('beginSending', true))
      // Those that are still claimed would be another worker's to send.
      await expect.poll(async () => (await busy()).every(({ state }) => state === 'sending')).toBe(true)

      await untilSettled()

      expect(messenger.calls.filter((call) => call.channel.startsWith('C'))).toEqual([])
      expect(new Set(await Promise.all(await digestStates()))).toEqual(new Set(['unknown']))
    })

    it('after Slack accepted them leaves them to be found', async () => {
      for (let n = 0; n < 20; n += 1) messenger.fail(`C${n}`, 'hung')
      await die(world.store)
      await expect.poll(() => messenger.posts.length).toBe(20)

      await untilSettled()

      expect(messenger.posts).toHaveLength(20)
      expect(new Set(await Promise.all(await digestStates()))).toEqual(new Set(['sent']))
    })

    it('after the answer but before settling leaves them to be found, or unknown if the bot may not read the history', async () => {
      await die(dyingAt('settle'))
      await expect.poll(() => messenger.posts.length).toBe(20)
      messenger.mayLook = false

      await untilSettled()

      expect(messenger.posts.filter((post) => post.channel.startsWith('C'))).toHaveLength(20)
      expect(new Set(await Promise.all(await digestStates()))).toEqual(new Set(['unknown']))
    })

    it('does not send its claimed messages if it wakes up after its lease', async () => {
      let wake = () => {}
      const asleep = new Promise<void>((resolve) => {
        wake = resolve
      })
      const { deliveries } = world.store
      const sleeping: Store['deliveries'] = {
        ...deliveries,
        beginSending: async (...args) => {
          await asleep
          return deliveries.beginSending(...args)
        },
      }
      await add(aDelivery())
      const slow = aWorker({ ...world.store, deliveries: sleeping }).work()
      await expect.poll(async () => (await busy()).length).toBe(1)
      clock.pass(MINUTE_MS)
      await aWorker().work()
      wake()

      expect(await slow).toMatchObject({ sent: 0 })
      expect(messenger.posts).toHaveLength(1)
    })
  })

  describe('a channel that is checked before a post', () => {
    it('and cannot be posted to fails the delivery before it counts as being sent, and its owner is notified', async () => {
      messenger.refuse('C1', { kind: 'failed', error: 'channel_shared: choose another one' })
      await add(aDelivery())

      expect(await aWorker().work()).toMatchObject({ failed: 1 })

      expect(messenger.in('C1')).toEqual([])
      expect((await outbox())[aDelivery().key]).toMatchObject({
        ...{ state: 'failed', attempts: 0, sendingAt: null },
        error: 'channel_shared: choose another one',
      })
      await aWorker().work()
      expect(noticesTo('UADMIN')).toMatchObject([{ kind: 'digestProblem', channel: 'C1' }])
    })

    it('and cannot be checked now is posted to later', async () => {
      messenger.refuse('C1', { kind: 'retry', afterMs: 30_000, error: 'Slack takes no more calls for 30 s' })
      await add(aDelivery())

      expect(await aWorker().work()).toMatchObject({ retried: 1 })
      clock.pass(29_999)
      expect(await aWorker().work()).toMatchObject({ sent: 0 })
      clock.pass(1)
      expect(await aWorker().work()).toMatchObject({ sent: 1 })
      expect((await outbox())[aDelivery().key]).toMatchObject({ attempts: 1 })
    })

    it('while the process is killed neither loses nor duplicates a post', async () => {
      messenger.refuse('C1', 'stuck')
      await add(aDelivery())
      void aWorker().work()
      await expect.poll(() => messenger.seen).toEqual(['C1'])
      expect(await stateOf()).toBe('claimed')

      clock.pass(MINUTE_MS)
      expect(await aWorker().work()).toMatchObject({ sent: 1, uncertain: 0, unknown: 0 })

      expect(messenger.in('C1')).toHaveLength(1)
      expect(await stateOf()).toBe('sent')
    })

    it('for so long that the lease is lost is left to the worker that has it now', async () => {
      let answer = () => {}
      const answered = new Promise<void>((resolve) => {
        answer = resolve
      })
      const slow: Messenger = { ...messenger, look: () => answered.then(() => CLOSED) }
      await add(aDelivery())
      const worker = createDeliveries({ store: world.store, messenger: slow, clock, log, wait: clock.wait })
      const working = worker.work()
      await expect.poll(() => stateOf()).toBe('claimed')
      clock.pass(MINUTE_MS)
      await aWorker().work()
      answer()

      expect(await working).toMatchObject({ failed: 0 })
      expect(await stateOf()).toBe('sent')
    })
  })

  it('finishes running sends when it stops, and starts no others', async () => {
    let answer = () => {}
    const answered = new Promise<void>((resolve) => {
      answer = resolve
    })
    let hasBegun = false
    const slow: Messenger = {
      ...messenger,
      async post(post) {
        hasBegun = true
        await answered
        return messenger.post(post)
      },
    }
    await add(aDelivery(), aDelivery({ key: 'second' }))
    const worker = createDeliveries({ store: world.store, messenger: slow, clock, log, wait: clock.wait })

    const working = worker.work()
    await expect.poll(() => hasBegun).toBe(true)
    const drained = worker.drain()
    answer()
    await drained

    expect(messenger.posts).toHaveLength(1)
    expect(await stateOf()).toBe('sent')
    expect(await working).toMatchObject({ sent: 1 })
    expect(await worker.work()).toMatchObject({ sent: 0 })
    clock.pass(MINUTE_MS)
    await aWorker().work()
    expect(messenger.posts).toHaveLength(2)
  })
})
