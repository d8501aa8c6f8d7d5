import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api'
import { afterEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/domain/answer/answer.ts'
import { addFailure, backoffMs } from '../../src/slack/doors/backoff.ts'
import { help, startWorld, until, type World } from './door.ts'

describe('the socket', () => {
  let world: World
  afterEach(() => world.stop())

  it('is reopened each time it is lost, and commands keep working', async () => {
    world = await startWorld({ config: { firstRetryMs: 1 } })

    for (let drop = 0; drop < 5; drop++) {
      world.sandbox.sockets.drop()
      await until(() => world.sandbox.sockets.opened === drop + 2 && world.door.isConnected())
    }
    const run = await world.sandbox.typeCommand({ userId: 'U1', channelId: 'C1', text: '/sales' })

    expect((await run.reply()).text).toContain('What you can type')
    expect(world.sandbox.sockets.count).toBe(1)
    expect(world.fatal).toEqual([])
  })

  it('is reopened when Slack asks for it', async () => {
    world = await startWorld()

    world.sandbox.sockets.refresh()

    await until(() => world.sandbox.sockets.opened === 2 && world.door.isConnected())
    await until(() => world.sandbox.sockets.count === 1)
  })

  it('survives a token that is refused for a while, with neither a storm of attempts nor a crash', async () => {
    world = await startWorld({ isStarted: false })
    world.sandbox.faults.next('apps.connections.open', { kind: 'error', error: 'invalid_auth' }, 2)

    await world.door.start()

    expect(world.door.isConnected()).toBe(false)
    expect(world.sandbox.calls.count('apps.connections.open')).toBe(1)
    expect(world.logged).toContainEqual(
      expect.objectContaining({ level: 'warn', message: 'could not connect to Slack' }),
    )
  })

  it('opens once Slack is reachable again', async () => {
    world = await startWorld({ isStarted: false })
    world.sandbox.faults.next('apps.connections.open', { kind: 'reset' })
    world.sandbox.faults.next('apps.connections.open', { kind: 'html', status: 502 })
    world.sandbox.faults.next('apps.connections.open', { kind: 'error', error: 'internal_error' })

    await world.door.start()
    expect(world.door.isConnected()).toBe(false)

    await until(() => world.door.isConnected())
    expect(world.sandbox.calls.count('apps.connections.open')).toBe(4)
    expect(world.fatal).toEqual([])
  })

  it.runIf(process.env['SCORELINE_TEST_LONG'])(
    'is reopened when it falls silent without closing',
    async () => {
      world = await startWorld()

      world.sandbox.sockets.goSilent()

      await until(() => world.sandbox.sockets.opened === 2 && world.door.isConnected(), 60_000)
    },
    70_000,
  )

  it('waits for work in progress before it stops', async () => {
    world = await startWorld()
    let release: (answer: Answer) => void = () => undefined
    world.answerWith(() => new Promise((resolve) => (release = resolve)))
    const run = await world.sandbox.typeCommand({ userId: 'U1', channelId: 'C1', text: '/sales' })
    await until(() => world.asked.length === 1)

    const stopped = world.door.stop()
    setTimeout(() => release(help), 100)
    await stopped

    expect(run.replies).toHaveLength(1)
    expect(world.door.isConnected()).toBe(false)
  })
})

describe('the wait between attempts', () => {
  it('is 0 at first and then doubles up to 10 s', () => {
    const waits = [0, 1, 2, 3, 10].map((count) => backoffMs({ count, last: new Error('reset') }, 1_000))

    expect(waits).toEqual([0, 1_000, 2_000, 4_000, 10_000])
  })

  it('is minutes long while the token is refused: at most 8 attempts in 20 minutes', () => {
    const last = new WebAPIPlatformError({ ok: false, error: 'invalid_auth' })
    let attempts = 1
    for (let ms = 0, count = 1; ; count++, attempts++) {
      ms += backoffMs({ count, last }, 1_000)
      if (ms > 20 * 60_000) break
    }

    expect(attempts).toBeLessThanOrEqual(8)
    expect(backoffMs({ count: 20, last }, 1_000)).toBe(15 * 60_000)
  })

  it('starts over when a refusal follows network errors', () => {
    const refused = new WebAPIPlatformError({ ok: false, error: 'invalid_auth' })
    const failures = addFailure({ count: 9, last: new Error('reset') }, refused)

    expect(backoffMs(failures, 1_000)).toBe(60_000)
  })

  it('is what Slack asks for after too many attempts', () => {
    expect(backoffMs({ count: 1, last: new WebAPIRateLimitedError(42) }, 1_000)).toBe(42_000)
  })
})
