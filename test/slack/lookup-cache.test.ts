import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLookupCache } from '../../src/slack/lookup-cache.ts'
import { buildManifest } from '../../src/slack/manifest.ts'
import { type FakeClock, fakeClock } from '../deliveries/fakes.ts'
import { startWorld, until, type World, type WorldOptions } from './door.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

const manifest = { ...JSON.parse(JSON.stringify(buildManifest({ http: false }))) }

let clock: FakeClock
let world: World

async function start(options: WorldOptions = {}): Promise<void> {
  // Bolt checks signatures against the real time.
  clock = fakeClock(new Date().toISOString())
  world = await startWorld({ clock, ...options, sandbox: { manifest, ...options.sandbox } })
}
afterEach(() => world.stop())

/** The answer to a command. */
async function ask(userId = 'U1'): Promise<string> {
  const run = await world.sandbox.typeCommand({ userId, channelId: 'C1', text: '/sales' })
  return (await run.reply()).text
}

/** How often Slack was asked about people or channels since the last call of this. */
function looks(method: 'users.info' | 'conversations.info'): number {
  const count = world.sandbox.calls.count(method)
  world.sandbox.calls.reset()
  return count
}

describe.each(['socket', 'http'] as const)('what is known about a person, by %s', (mode) => {
  beforeEach(() => start({ mode }))

  it('is kept for a day', async () => {
    await ask()
    clock.pass(DAY_MS - 1)
    await ask()
    expect(looks('users.info')).toBe(1)

    clock.pass(1)
    await ask()
    expect(looks('users.info')).toBe(1)
  })

  it('is dropped when Slack reports a change', async () => {
    await ask()

    await world.sandbox.changeUser('U1', { isRestricted: true })
    await ask()

    expect(world.asked.map(({ asker }) => asker.isFullMember)).toEqual([true, false])
    await ask('U2')
    expect(looks('users.info')).toBe(3)
  })

  it('is fetched once for everyone who waits for it', async () => {
    world.sandbox.faults.next('users.info', { kind: 'slow', delayMs: 200 })

    await Promise.all(Array.from({ length: 20 }, () => ask()))

    expect(looks('users.info')).toBe(1)
  })

  it('is fetched again after a failure', async () => {
    world.sandbox.faults.next('users.info', { kind: 'error', error: 'internal_error' })

    expect(await ask()).toContain('Something went wrong')
    expect(await ask()).toContain('What you can type')
  })
})

describe('what is known about a person', () => {
  it('is dropped with the connection, since events may have been missed', async () => {
    await start()
    await ask()

    world.sandbox.sockets.drop()
    await until(() => world.sandbox.sockets.opened === 2 && world.door.isConnected())
    await ask()

    expect(looks('users.info')).toBe(2)
  })

  it('is kept for five minutes where events may go to another process', async () => {
    await start({ isShared: true })
    await ask()
    clock.pass(5 * MINUTE_MS - 1)
    await ask()
    expect(looks('users.info')).toBe(1)

    clock.pass(1)
    await ask()
    expect(looks('users.info')).toBe(1)
  })

  it('makes someone the bot cannot see a stranger', async () => {
    await start()
    world.sandbox.faults.next('users.info', { kind: 'error', error: 'user_not_found' })

    expect(await ask()).toContain('only people in its own workspace')
    expect(world.asked).toEqual([])
  })
})

describe('many people asking in one minute', () => {
  const users = Array.from({ length: 115 }, (_, n) => ({
    id: `U${100 + n}`,
    name: `rep${n}`,
    realName: `Rep ${n}`,
  }))

  beforeEach(async () => {
    await start({ sandbox: { users } })
    world.sandbox.rateLimits.isOn = true
  })

  const askAll = () => Promise.all(users.map(({ id }) => ask(id)))

  it('are all answered, and Slack refuses no call', async () => {
    const startedAt = clock.now()

    expect(new Set((await askAll()).map((text) => text.includes('What you can type')))).toEqual(
      new Set([true]),
    )
    await askAll()

    expect(clock.now() - startedAt).toBeLessThanOrEqual(2 * MINUTE_MS)
    expect(world.sandbox.calls.all.filter(({ status }) => status === 429)).toEqual([])
    expect(looks('users.info')).toBe(115)
  })

  it('are all answered when other programs use up the rate limit', async () => {
    world.sandbox.rateLimits.perMinute['users.info'] = 20

    expect(new Set((await askAll()).map((text) => text.includes('What you can type')))).toEqual(
      new Set([true]),
    )
  })

  it('all see their Homes', async () => {
    await Promise.all(users.map(({ id }) => world.sandbox.openHome(id)))

    await until(() => world.sandbox.workspace.homes.size === users.length)
    expect(world.sandbox.calls.all.filter(({ status }) => status === 429)).toEqual([])
  })
})

describe('what is known about a channel', () => {
  beforeEach(() => start())

  const look = (channel = 'C1') => world.door.messenger.look(channel)

  it('is kept for a day', async () => {
    expect(await look()).toBe(null)
    clock.pass(DAY_MS - 1)
    expect(await look()).toBe(null)
    expect(looks('conversations.info')).toBe(1)

    clock.pass(1)
    await look()
    expect(looks('conversations.info')).toBe(1)
  })

  it('is renewed once ahead of a post', async () => {
    const ahead = () => world.door.messenger.lookAhead(['C1', 'C4', 'U1', 'C1'], 30 * MINUTE_MS)
    await look()
    clock.pass(30 * MINUTE_MS)
    looks('conversations.info')

    await ahead()
    expect(looks('conversations.info')).toBe(2)
    clock.pass(30 * MINUTE_MS - 1)
    await ahead()
    expect(world.sandbox.calls.all.map(({ args }) => args['channel'])).toEqual(['C4'])
  })

  it('is not renewed ahead when Slack takes no more calls, nor while no events arrive', async () => {
    world.sandbox.faults.next('conversations.info', { kind: 'rate-limited', retryAfterSeconds: 1_000 })
    await world.door.messenger.lookAhead(['C1', 'C5'], MINUTE_MS)
    expect(looks('conversations.info')).toBe(1)

    clock.pass(1_000_000)
    await world.door.stop()
    await world.door.messenger.lookAhead(['C1', 'C5'], MINUTE_MS)
    expect(looks('conversations.info')).toBe(0)
  })

  it('is dropped at once when the channel is shared with another organisation', async () => {
    await look()

    await world.sandbox.changeChannel('C1', { isExtShared: true })

    expect(await look()).toMatchObject({ kind: 'failed', error: expect.stringContaining('channel_shared') })
    await world.sandbox.changeChannel('C1', { isExtShared: false })
    expect(await look()).toBe(null)
  })

  it.each([
    ['is archived', { isArchived: true }],
    ['gets another id', { id: 'C9' }],
    ['is left by a member, perhaps the bot', { members: ['U1'] }],
  ])('is dropped when the channel %s', async (_, change) => {
    await look()
    looks('conversations.info')

    await world.sandbox.changeChannel('C1', change)
    await look()

    expect(looks('conversations.info')).toBe(1)
  })

  it('is fetched again if the channel changes during a look', async () => {
    world.sandbox.faults.next('conversations.info', { kind: 'accept-then-slow', delayMs: 300 })
    const outcome = look()
    await until(() => world.sandbox.calls.count('conversations.info') === 1)

    await world.sandbox.changeChannel('C1', { isExtShared: true })

    expect(await outcome).toMatchObject({ kind: 'failed' })
  })

  it('is dropped when a later look refuses the channel, even if Slack reported no change', async () => {
    await look()
    const channel = world.sandbox.workspace.channels.find(({ id }) => id === 'C1')
    Object.assign(channel ?? {}, { isExtShared: true })
    clock.pass(30 * MINUTE_MS)

    await world.door.messenger.lookAhead(['C1'], 30 * MINUTE_MS)

    expect(await look()).toMatchObject({ kind: 'failed' })
  })

  it('is dropped with the connection, and not kept without one', async () => {
    await look()
    await world.door.stop()
    looks('conversations.info')

    await look()
    await look()

    expect(looks('conversations.info')).toBe(2)
  })

  it('is not kept if the channel must not be posted to, nor if the look failed', async () => {
    world.sandbox.faults.next('conversations.info', { kind: 'rate-limited', retryAfterSeconds: 1_000 })

    expect(await look()).toMatchObject({ kind: 'retry', afterMs: 1_000_000 })
    clock.pass(1_000_000)
    expect(await look()).toBe(null)
    expect(await look('C4')).toMatchObject({ kind: 'failed' })
    world.sandbox.calls.reset()
    expect(await look('C4')).toMatchObject({ kind: 'failed' })
    expect(looks('conversations.info')).toBe(1)
  })
})

it('a channel is looked at each time where events may go to another process', async () => {
  await start({ isShared: true })

  await world.door.messenger.look('C1')
  await world.door.messenger.look('C1')

  expect(looks('conversations.info')).toBe(2)
})

describe('lookups', () => {
  it('are shared while in progress, fail for everyone who waits, and are then made again', async () => {
    await start()
    let calls = 0
    const failing = createLookupCache({
      look: async () => {
        calls += 1
        throw new Error('reset')
      },
      clock,
      ttlMs: () => DAY_MS,
    })

    const both = await Promise.allSettled([failing.get('a'), failing.get('a')])
    await failing.get('a').catch(() => undefined)

    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(calls).toBe(2)
  })
})
