import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDigests } from '../../src/digests/digests.ts'
import type { AssembleDigest } from '../../src/digests/digests-context.ts'
import type { DigestOrder } from '../../src/digests/order.ts'
import type { DigestSetting } from '../../src/domain/company/settings.ts'
import type { Digest } from '../../src/domain/digest/digest.ts'
import type { Delivery, Settlement } from '../../src/ports/delivery-store.ts'
import { at } from '../builders.ts'
import { aDigest, type FakeClock, type FakeLog, fakeClock, fakeLog } from '../deliveries/fakes.ts'
import { DATABASES, type TestStore, testStore } from '../store/stores.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

function aDigestSetting(changes: Partial<DigestSetting> = {}): DigestSetting {
  return {
    name: 'north',
    channel: 'C1',
    owner: 'UOWNER',
    scope: 'team:11',
    days: [1, 2, 3, 4, 5],
    time: '09:00',
    zone: 'Europe/Copenhagen',
    top: 5,
    board: 'revenue',
    columns: ['calls'],
    quotaColumn: true,
    weekly: true,
    monthly: true,
    staleMinutes: 60,
    enabled: true,
    ...changes,
  }
}

function reps(count: number): Digest['table'] {
  const period = { from: '2026-09-01', to: '2026-10-01', until: '2026-09-22' }
  const rows = Array.from({ length: count }, (_, n) => ({
    name: `Rep ${n}`,
    cells: [n],
    attainment: null,
    uncoveredDays: 0,
  }))
  const asked = { spec: { kind: 'unit', unit: 'month', which: 0 }, period } as const
  return { asked, columns: ['calls'], hasQuotaColumn: false, rows }
}

describe.each(DATABASES)('digests on %s', (database) => {
  let world: TestStore
  let clock: FakeClock
  let log: FakeLog
  let orders: DigestOrder[]

  beforeEach(async () => {
    clock = fakeClock('2026-09-21T06:50:00Z')
    world = await testStore(database, clock)
    log = fakeLog()
    orders = []
  })
  afterEach(() => world.end())

  const ready: AssembleDigest = async (setting, order) => {
    orders.push(order)
    const { localDate, lateMinutes } = order
    return aDigest({ name: setting.name, localDate, lateMinutes, isStale: order.force })
  }
  const aProcess = (assemble: AssembleDigest = ready) =>
    createDigests({ store: world.store, clock, assemble, log })
  const keep = (...digests: DigestSetting[]) => world.store.settings.save({ visibility: 'named', digests })
  const runAt = (iso: string, digests = aProcess()) => {
    clock.set(at(iso))
    return digests.runDue()
  }
  const outbox = (): Promise<Delivery[]> => world.store.deliveries.list(1000)
  const posts = async () => (await outbox()).filter((row) => row.message.kind === 'digest')
  const notices = async () =>
    (await outbox()).flatMap((row) =>
      row.message.kind === 'digestProblem' ? [{ to: row.channel, ...row.message }] : [],
    )
  const slots = async () =>
    (await world.store.slots.list(1000)).map(({ localDate, outcome }) => `${localDate} ${outcome}`)

  it('puts a digest into the outbox once, in its due minute', async () => {
    await keep(aDigestSetting())
    const digests = aProcess()

    expect(await digests.runDue()).toEqual({ queued: 0, late: 0, skipped: 0, waiting: 0, failed: 0 })
    expect(await runAt('2026-09-21T06:59:59.999Z', digests)).toMatchObject({ queued: 0 })
    expect(await runAt('2026-09-21T07:00:00.020Z', digests)).toMatchObject({ queued: 1, late: 0 })
    expect(await runAt('2026-09-21T07:01:00Z', digests)).toMatchObject({ queued: 0, late: 0 })

    expect(await posts()).toMatchObject([
      {
        key: 'digest|north|2026-09-21|C1',
        channel: 'C1',
        state: 'pending',
        message: { digest: { lateMinutes: null } },
      },
    ])
    expect(await slots()).toEqual(['2026-09-21 queued'])
    expect(orders).toMatchObject([
      { localDate: '2026-09-21', dueAt: at('2026-09-21T07:00:00Z'), force: false },
    ])
  })

  describe.each([5, -5])('a process whose clock is %i minutes off', (minutes) => {
    const processClock = { now: () => clock.now() + minutes * MINUTE_MS }
    const offProcess = () => createDigests({ store: world.store, clock: processClock, assemble: ready, log })

    it('posts in the due minute by the clock of the database', async () => {
      await keep(aDigestSetting())
      await offProcess().runDue()

      expect(await runAt('2026-09-21T06:59:59.999Z', offProcess())).toMatchObject({ queued: 0, late: 0 })
      expect(await runAt('2026-09-21T07:00:00Z', offProcess())).toMatchObject({ queued: 1, late: 0 })
      expect(orders).toMatchObject([{ at: at('2026-09-21T07:00:00Z'), lateMinutes: null }])
    })

    it('makes no other process miss a digest that is set shortly before it is due', async () => {
      clock.set(at('2026-09-21T06:57:00Z'))
      await keep(aDigestSetting())
      await offProcess().runDue()

      expect(await runAt('2026-09-21T07:00:00Z')).toMatchObject({ queued: 1, late: 0 })
    })
  })

  it('is posted in its minute by the ticks of the process although the clock of the database lags a little', async () => {
    const ahead = { now: () => clock.now() + 40 }
    const digests = createDigests({ store: world.store, clock: ahead, assemble: ready, log })
    await keep(aDigestSetting())
    await digests.runDue()

    expect(await runAt('2026-09-21T06:59:59.960Z', digests)).toMatchObject({ queued: 1, late: 0 })
  })

  it('lists the channels that digests will go to soon, without duplicates or inactive digests', async () => {
    await keep(
      aDigestSetting(),
      aDigestSetting({ name: 'second', channel: 'C1' }),
      aDigestSetting({ name: 'later', channel: 'C2', time: '09:20' }),
      aDigestSetting({ name: 'off', channel: 'C3', enabled: false }),
    )
    const soonAt = (iso: string) => {
      clock.set(at(iso))
      return aProcess().channelsSoon(30 * 60_000)
    }

    expect(await soonAt('2026-09-21T06:29:59Z')).toEqual([])
    expect(await soonAt('2026-09-21T06:50:00Z')).toEqual(['C1'])
    expect(await soonAt('2026-09-21T06:51:00Z')).toEqual(['C1', 'C2'])
    expect(await soonAt('2026-09-21T07:01:00Z')).toEqual(['C2'])
    await world.store.settings.save({ visibility: null })
    expect(await soonAt('2026-09-21T06:51:00Z')).toEqual([])
  })

  it('puts the table into the thread, at most 100 reps per message and each rep once', async () => {
    await keep(aDigestSetting())
    const digests = aProcess(async () => aDigest({ table: reps(250) }))
    await digests.runDue()

    await runAt('2026-09-21T07:00:00Z', digests)

    const rows = await outbox()
    const digest = rows.find((row) => row.parentId === null)
    const tables = rows.filter((row) => row.parentId === digest?.id).sort((a, b) => (a.key < b.key ? -1 : 1))
    expect(tables.map((row) => row.key)).toEqual(
      [0, 1, 2].map((n) => `digest|north|2026-09-21|C1|table|${n}`),
    )
    expect(tables.map((row) => row.message)).toMatchObject([
      { first: 0, count: 100 },
      { first: 100, count: 100 },
      { first: 200, count: 50 },
    ])
  })

  it('posts nothing on days that are not its own', async () => {
    await keep(aDigestSetting())
    await runAt('2026-09-25T20:00:00Z')

    await runAt('2026-09-26T07:00:00Z')
    await runAt('2026-09-27T07:00:00Z')

    expect(await outbox()).toEqual([])
    expect(await slots()).toEqual([])
  })

  it('posts once if several processes find it due at the same time', async () => {
    await keep(aDigestSetting(), aDigestSetting({ name: 'south', channel: 'C2' }))
    await aProcess().runDue()
    clock.set(at('2026-09-21T07:00:00Z'))

    const done = await Promise.all([1, 2, 3, 4].map(() => aProcess().runDue()))

    expect(done.reduce((sum, { queued }) => sum + queued, 0)).toBe(2)
    expect(await posts()).toHaveLength(2)
  })

  it('is posted late and says so if nothing ran from 08:55 to 09:20', async () => {
    await keep(aDigestSetting())
    await runAt('2026-09-21T06:54:00Z')

    expect(await runAt('2026-09-21T07:20:00Z')).toMatchObject({ queued: 0, late: 1 })

    expect(await posts()).toMatchObject([{ message: { digest: { lateMinutes: 20 } } }])
    expect(await slots()).toEqual(['2026-09-21 queued'])
    expect(await notices()).toEqual([])
  })

  it('is still posted four hours late, but not a minute later', async () => {
    await keep(aDigestSetting(), aDigestSetting({ name: 'east', time: '08:59', channel: 'C2' }))
    await runAt('2026-09-21T06:54:00Z')

    expect(await runAt('2026-09-21T11:00:00Z')).toMatchObject({ late: 1, skipped: 1 })
    expect(await posts()).toMatchObject([{ channel: 'C1' }])
  })

  it('is skipped, recorded and reported to its owner once if nothing ran until 15:00', async () => {
    await keep(aDigestSetting())
    await runAt('2026-09-21T06:54:00Z')

    expect(await runAt('2026-09-21T13:00:00Z')).toMatchObject({ queued: 0, late: 0, skipped: 1 })
    expect(await runAt('2026-09-21T13:01:00Z')).toMatchObject({ skipped: 0 })

    expect(await posts()).toEqual([])
    expect(await slots()).toEqual(['2026-09-21 skipped'])
    expect(await notices()).toMatchObject([
      {
        to: 'UOWNER',
        digestName: 'north',
        channel: 'C1',
        problem: 'skipped',
        detail: expect.stringContaining('2026-09-21'),
      },
    ])
  })

  it('reports a week without a running process in one notice', async () => {
    await keep(aDigestSetting())
    await runAt('2026-09-21T06:54:00Z')

    expect(await runAt('2026-09-28T06:00:00Z')).toMatchObject({ skipped: 5 })
    expect(await runAt('2026-09-28T07:00:00Z')).toMatchObject({ queued: 1 })

    expect(await notices()).toHaveLength(1)
    expect((await slots()).filter((slot) => slot.endsWith('skipped'))).toHaveLength(5)
  })

  it('reports a skipped slot once although several processes come back at the same time', async () => {
    await keep(aDigestSetting())
    await aProcess().runDue()
    clock.set(at('2026-09-21T13:00:00Z'))

    await Promise.all([1, 2, 3, 4].map(() => aProcess().runDue()))

    expect(await notices()).toHaveLength(1)
    expect(await slots()).toEqual(['2026-09-21 skipped'])
  })

  describe('a slot from before the digest was known', () => {
    it('is not made up for a new digest, nor recorded', async () => {
      await keep(aDigestSetting())

      await runAt('2026-09-21T07:01:00Z')
      await runAt('2026-09-21T15:00:00Z')

      expect(await outbox()).toEqual([])
      expect(await slots()).toEqual([])
    })

    it('is not made up for a digest that is enabled again', async () => {
      await keep(aDigestSetting({ enabled: false }))
      await runAt('2026-09-21T06:50:00Z')
      await keep(aDigestSetting())

      await runAt('2026-09-21T07:30:00Z')
      expect(await outbox()).toEqual([])
      expect(await runAt('2026-09-22T07:00:00Z')).toMatchObject({ queued: 1 })
    })

    it('is not made up for when the visibility is finally chosen', async () => {
      await world.store.settings.save({ digests: [aDigestSetting()] })
      await runAt('2026-09-21T06:50:00Z')
      await runAt('2026-09-21T07:00:00Z')
      expect(await outbox()).toEqual([])
      await keep(aDigestSetting())

      await runAt('2026-09-21T07:30:00Z')
      expect(await outbox()).toEqual([])
      expect(await runAt('2026-09-22T07:00:00Z')).toMatchObject({ queued: 1 })
    })

    it('is not made up for a digest that was removed and comes back unchanged', async () => {
      await keep(aDigestSetting())
      await runAt('2026-09-20T06:50:00Z')
      await runAt('2026-09-21T07:00:00Z')
      await keep()
      await runAt('2026-09-21T08:00:00Z')
      await keep(aDigestSetting())

      await runAt('2026-09-25T08:00:00Z')

      expect(await slots()).toEqual(['2026-09-21 queued'])
      expect(await notices()).toEqual([])
    })
  })

  it('is posted once per local date even if its time is edited a hundred times in the due minute', async () => {
    await keep(aDigestSetting())
    const digests = aProcess()
    await digests.runDue()

    for (let edit = 0; edit < 100; edit += 1) {
      clock.set(at('2026-09-21T07:00:00Z') + edit * 1_000)
      await keep(
        aDigestSetting({ time: edit % 2 === 0 ? '09:00' : '09:01', channel: edit < 50 ? 'C1' : 'C2' }),
      )
      await digests.runDue()
    }
    await runAt('2026-09-21T07:05:00Z', digests)

    expect(await posts()).toHaveLength(1)
  })

  it('is posted in the minute it is set for, even if that is the current one', async () => {
    await keep(aDigestSetting())

    expect(await runAt('2026-09-21T07:00:40Z')).toMatchObject({ queued: 1 })
  })

  it('is posted once on each of 200 days although ticks come up to three minutes early or late', async () => {
    await keep(aDigestSetting({ days: [1, 2, 3, 4, 5, 6, 7], zone: 'UTC' }))
    const digests = aProcess()
    await digests.runDue()

    for (let day = 0; day < 200; day += 1) {
      const due = at('2026-09-21T09:00:00Z') + day * DAY_MS
      for (const minutes of [-3 + (day % 3), day % 4, 3]) {
        clock.set(due + minutes * MINUTE_MS)
        await digests.runDue()
      }
    }

    expect(await posts()).toHaveLength(200)
    expect(new Set(await slots()).size).toBe(200)
  })

  it('is posted once although assembling it takes longer than a tick, and does not affect the next day', async () => {
    await keep(aDigestSetting())
    let finish = () => {}
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    const slow = aProcess(async (setting, order) => {
      await finished
      return ready(setting, order)
    })
    await slow.runDue()
    clock.set(at('2026-09-21T07:00:00Z'))

    const first = slow.runDue()
    clock.pass(27_000)
    const second = slow.runDue()
    finish()
    await Promise.all([first, second])
    await runAt('2026-09-22T07:00:00Z', slow)

    expect((await slots()).sort()).toEqual(['2026-09-21 queued', '2026-09-22 queued'])
  })

  it.each(['2026-10-25T00:29:00Z', '2026-10-25T00:45:00Z', '2026-10-25T01:29:00Z'])(
    'is posted once in the autumn hour that occurs twice in Berlin, after a restart at %s',
    async (restart) => {
      await keep(aDigestSetting({ days: [7], time: '02:30', zone: 'Europe/Berlin' }))
      await runAt('2026-10-24T12:00:00Z')

      const digests = aProcess()
      for (let tick = at(restart); tick < at('2026-10-25T02:00:00Z'); tick += MINUTE_MS) {
        clock.set(tick)
        await digests.runDue()
      }

      expect(await posts()).toHaveLength(1)
      expect(orders).toMatchObject([{ dueAt: at('2026-10-25T00:30:00Z') }])
    },
  )

  describe('while it is not ready', () => {
    const stale: AssembleDigest = async (setting, order) =>
      order.force ? ready(setting, order) : { notReady: 'stale' }

    it('waits, and is posted as soon as the data is there', async () => {
      await keep(aDigestSetting())
      let isReady = false
      const digests = aProcess(async (...args) => (isReady ? ready(...args) : { notReady: 'loading' }))
      await digests.runDue()

      expect(await runAt('2026-09-21T07:00:00Z', digests)).toMatchObject({ waiting: 1 })
      expect(await runAt('2026-09-21T07:12:00Z', digests)).toMatchObject({ waiting: 1 })
      isReady = true

      expect(await runAt('2026-09-21T07:13:00Z', digests)).toMatchObject({ late: 1 })
      expect(await posts()).toMatchObject([{ message: { digest: { lateMinutes: 13, isStale: false } } }])
    })

    it('accepts stale data after 30 minutes and notifies its owner', async () => {
      await keep(aDigestSetting())
      const digests = aProcess(stale)
      await digests.runDue()

      await runAt('2026-09-21T07:00:00.050Z', digests)
      expect(await runAt('2026-09-21T07:29:59.999Z', digests)).toMatchObject({ waiting: 1 })
      expect(await runAt('2026-09-21T07:30:00.010Z', digests)).toMatchObject({ late: 1 })

      expect(await posts()).toMatchObject([{ message: { digest: { isStale: true } } }])
      expect(await notices()).toMatchObject([{ to: 'UOWNER', problem: 'stale' }])
    })

    it('accepts stale data and logs it if nobody can be notified', async () => {
      await keep(aDigestSetting({ owner: undefined }))
      await aProcess().runDue()
      const digests = aProcess(stale)
      await runAt('2026-09-21T07:00:00Z', digests)
      await runAt('2026-09-21T07:30:00Z', digests)

      expect(await posts()).toHaveLength(1)
      expect(await notices()).toEqual([])
      expect(log.lines).toContain('nobody to notify: name an owner for the digest, or an admin')
    })

    it('starts waiting again after a long stop, so that the first read of HubSpot can finish', async () => {
      await keep(aDigestSetting())
      await aProcess().runDue()
      const restarted = aProcess(stale)

      expect(await runAt('2026-09-21T10:50:00Z', restarted)).toMatchObject({ waiting: 1 })
      expect(await runAt('2026-09-21T11:19:00Z', restarted)).toMatchObject({ waiting: 1, skipped: 0 })
      expect(await runAt('2026-09-21T11:20:00Z', restarted)).toMatchObject({ late: 1 })
    })

    it('is skipped and reported after 30 minutes if there is still nothing to post', async () => {
      await keep(aDigestSetting())
      const digests = aProcess(async () => ({ notReady: 'loading' }))
      await digests.runDue()

      await runAt('2026-09-21T07:00:00Z', digests)
      expect(await runAt('2026-09-21T07:30:00Z', digests)).toMatchObject({ skipped: 1 })
      expect(await runAt('2026-09-21T07:31:00Z', digests)).toMatchObject({ skipped: 0, waiting: 0 })

      expect(await slots()).toEqual(['2026-09-21 skipped'])
      expect(await notices()).toMatchObject([
        { problem: 'skipped', detail: expect.stringContaining('loading') },
      ])
    })

    it('does not hold up another digest that is ready, even if assembling it fails', async () => {
      await keep(aDigestSetting(), aDigestSetting({ name: 'south', channel: 'C2' }))
      const digests = aProcess(async (setting, order) => {
        if (setting.name === 'north') throw new Error('no such board')
        return ready(setting, order)
      })
      await digests.runDue()

      expect(await runAt('2026-09-21T07:00:00Z', digests)).toMatchObject({ queued: 1, waiting: 1 })
      expect(log.lines).toContain('a digest could not be assembled')
      await runAt('2026-09-21T07:30:00Z', digests)
      expect(await notices()).toMatchObject([
        { problem: 'skipped', detail: expect.stringContaining('no such board') },
      ])
    })
  })

  it('is posted even if the time zone of another digest no longer exists', async () => {
    await keep(aDigestSetting({ zone: 'Europe/Atlantis' }), aDigestSetting({ name: 'south', channel: 'C2' }))
    await aProcess().runDue()

    expect(await runAt('2026-09-21T07:00:00Z')).toMatchObject({ queued: 1, failed: 1 })
  })

  describe('its list', () => {
    const lists = async () => {
      const listings = await aProcess().list()
      const lines = listings[0]?.slots.map(({ localDate, outcome, delivery, reason }) =>
        [localDate, outcome, delivery, reason].join(' '),
      )
      return lines ?? []
    }
    /** Sends the post with this outcome; its notices are left alone. */
    const settle = async (outcome: Settlement) => {
      const claimed = await world.store.deliveries.claim({ limit: 9, worker: 'w' })
      const post = claimed.find(({ message }) => message.kind === 'digest')
      await world.store.deliveries.beginSending(post?.id ?? '', 'w')
      await world.store.deliveries.settle(post?.id ?? '', outcome, { state: 'sending', worker: 'w' })
    }

    it('has the next slot, but none for a digest that is disabled', async () => {
      await keep(aDigestSetting(), aDigestSetting({ name: 'south', enabled: false }))
      await aProcess().runDue()
      await runAt('2026-09-25T07:00:00Z')

      expect(await aProcess().list()).toMatchObject([
        {
          setting: { name: 'north' },
          isActive: true,
          next: { localDate: '2026-09-28', dueAt: at('2026-09-28T07:00:00Z') },
        },
        { setting: { name: 'south' }, isActive: false, next: null, slots: [] },
      ])
    })

    it('says due, then queued, then the outcome of the delivery with its reason', async () => {
      await keep(aDigestSetting())
      await aProcess().runDue()
      clock.set(at('2026-09-21T07:00:00Z'))
      const due = await lists()
      await aProcess().runDue()
      const queued = await lists()
      await settle({ state: 'pending', afterMs: 0, error: 'ratelimited' })
      const refused = await lists()
      await settle({ state: 'sent', ts: '1.1' })
      const sent = await lists()

      expect([due, queued, refused, sent].flat()).toEqual([
        '2026-09-21 due  ',
        '2026-09-21 queued pending ',
        '2026-09-21 queued pending ratelimited',
        '2026-09-21 sent sent ',
      ])
    })

    it('says that a refused digest failed, and that one with an unknown outcome may be in the channel', async () => {
      await keep(aDigestSetting())
      await aProcess().runDue()
      await runAt('2026-09-21T07:20:00Z')
      await settle({ state: 'sent', ts: '1.1' })
      await runAt('2026-09-22T07:00:00Z')
      await settle({ state: 'failed', error: 'not_in_channel: invite the bot' })
      await runAt('2026-09-23T07:00:00Z')
      await settle({ state: 'unknown', error: 'ECONNRESET' })
      await runAt('2026-09-24T15:00:00Z')

      expect(await lists()).toEqual([
        expect.stringMatching(/^2026-09-24 skipped {2}Scoreline was not running at 09:00/),
        '2026-09-23 unknown unknown may be in the channel: check there (ECONNRESET)',
        '2026-09-22 failed failed not_in_channel: invite the bot',
        '2026-09-21 late sent ',
      ])
    })

    it('has at most the last ten slots', async () => {
      await keep(aDigestSetting({ days: [1, 2, 3, 4, 5, 6, 7] }))
      await aProcess().runDue()
      for (let day = 0; day < 12; day += 1) {
        clock.set(at('2026-09-21T07:00:00Z') + day * DAY_MS)
        await aProcess().runDue()
      }

      expect((await lists()).map((line) => line.slice(0, 10))).toEqual([
        ...['2026-10-02', '2026-10-01', '2026-09-30', '2026-09-29', '2026-09-28'],
        ...['2026-09-27', '2026-09-26', '2026-09-25', '2026-09-24', '2026-09-23'],
      ])
    })
  })
})
