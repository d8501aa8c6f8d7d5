import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Message } from '../../src/domain/digest/message.ts'
import type { Post, PostOutcome } from '../../src/ports/messenger.ts'
import type { Fault } from '../../src/sandbox/slack/faults.ts'
import { portOf } from '../../src/slack/doors/door.ts'
import { aDigest, aTable } from './builders.ts'
import { startWorld, until, type World } from './door.ts'

const digest: Message = { kind: 'digest', digest: aDigest() }
const table: Message = { kind: 'digestTable', digest: aDigest(), first: 0, count: 100 }

let world: World
let posts = 0

beforeEach(async () => {
  world = await startWorld({ isStarted: false })
})
afterEach(() => world.stop())

function aPost(post: Partial<Post> = {}): Post {
  posts += 1
  return { channel: 'C1', message: digest, deliveryId: `d${posts}`, threadTs: null, ...post }
}

function post(given: Partial<Post> = {}): Promise<PostOutcome> {
  return world.door.messenger.post(aPost(given))
}

describe('a post', () => {
  it('is sent with its delivery id in the metadata, and nothing unfurled', async () => {
    const outcome = await post({ deliveryId: 'd-1' })

    const [message] = world.sandbox.workspace.messages
    expect(outcome).toEqual({ kind: 'sent', ts: message?.ts })
    expect(message).toMatchObject({
      metadata: { event_type: 'scoreline_delivery', event_payload: { id: 'd-1' } },
      unfurl: { links: 'false', media: 'false' },
      text: expect.stringMatching(/^Team North · Mon 21 Sep\nQ3 ▓/),
    })
  })

  it('goes into the thread that it belongs to', async () => {
    const parent = await post()
    if (parent.kind !== 'sent') throw new Error('the parent was not sent')

    await post({ message: table, threadTs: parent.ts })

    expect(world.sandbox.workspace.messages[1]).toMatchObject({
      threadTs: parent.ts,
      isBroadcast: false,
      blocks: [{ type: 'data_table' }, { type: 'context' }],
    })
  })

  it('goes to a person by id', async () => {
    const message: Message = {
      kind: 'digestProblem',
      digestName: 'north',
      channel: 'C3',
      problem: 'failed',
      detail: 'is_archived',
    }

    expect(await post({ channel: 'U1', message })).toMatchObject({ kind: 'sent' })
    expect(world.sandbox.workspace.messages[0]).toMatchObject({ channelId: 'D1' })
  })

  it('is sent once more, as text, if the workspace refuses the blocks', async () => {
    world.sandbox.workspace.refuses.add('data_table')

    const outcome = await post({ message: table })

    expect(outcome).toMatchObject({ kind: 'sent' })
    expect(world.sandbox.workspace.messages).toMatchObject([
      { blocks: [], text: expect.stringContaining('Ana Sørensen') },
    ])
    expect(world.sandbox.calls.count('chat.postMessage')).toBe(2)
  })

  it('is sent as text if it exceeds the limits, and the log says so', async () => {
    const names = Array.from({ length: 100 }, () => '&'.repeat(80))
    const huge: Message = {
      kind: 'digestTable',
      digest: aDigest({ table: aTable(names) }),
      first: 0,
      count: 100,
    }

    expect(await post({ message: huge })).toMatchObject({ kind: 'sent' })
    expect(world.sandbox.workspace.messages[0]?.blocks).toEqual([])
    expect(world.logged).toMatchObject([{ level: 'error', fields: { faults: [expect.any(String)] } }])
  })
})

describe('a post that meets', () => {
  const cases: [string, Fault, Partial<PostOutcome>, number][] = [
    ['a rate limit', { kind: 'rate-limited', retryAfterSeconds: 30 }, { kind: 'retry', afterMs: 30_000 }, 0],
    ['a rate limit without a time', { kind: 'status', status: 429 }, { kind: 'retry', afterMs: 30_000 }, 0],
    ['a reset after it arrived', { kind: 'accept-then-reset' }, { kind: 'uncertain' }, 1],
    ['a 500 after it arrived', { kind: 'accept-then-500' }, { kind: 'uncertain' }, 1],
    ['a reset', { kind: 'reset' }, { kind: 'uncertain' }, 0],
    ['a 503', { kind: 'status', status: 503 }, { kind: 'uncertain' }, 0],
    ['a page instead of an answer', { kind: 'html', status: 200 }, { kind: 'uncertain' }, 0],
    ['internal_error', { kind: 'error', error: 'internal_error' }, { kind: 'uncertain' }, 0],
    ['fatal_error', { kind: 'error', error: 'fatal_error' }, { kind: 'uncertain' }, 0],
    ['service_unavailable', { kind: 'error', error: 'service_unavailable' }, { kind: 'uncertain' }, 0],
    ['request_timeout', { kind: 'error', error: 'request_timeout' }, { kind: 'uncertain' }, 0],
    ['ratelimited', { kind: 'error', error: 'ratelimited' }, { kind: 'retry' }, 0],
  ]

  it.each(cases)('%s', async (_, fault, outcome, arrived) => {
    world.sandbox.faults.next('chat.postMessage', fault)

    expect(await post()).toMatchObject(outcome)
    expect(world.sandbox.calls.count('chat.postMessage')).toBe(1)
    expect(world.sandbox.workspace.messages).toHaveLength(arrived)
  })

  const permanent = [
    'invalid_auth',
    'token_revoked',
    'account_inactive',
    'not_in_channel',
    'channel_not_found',
    'is_archived',
    'missing_scope',
    'restricted_action',
    'msg_too_long',
    'some_future_code',
  ]

  it.each(permanent)('%s is given up after one call, with the reason', async (error) => {
    world.sandbox.faults.next('chat.postMessage', { kind: 'error', error }, 5)

    expect(await post()).toEqual({ kind: 'failed', error: expect.stringMatching(`^${error}: .{10,}`) })
    expect(world.sandbox.calls.count('chat.postMessage')).toBe(1)
  })

  it('a refused connection was not sent, and is tried again', async () => {
    const dead = await startWorld({ isStarted: false, config: { apiUrl: await unreachableUrl() } })

    expect(await dead.door.messenger.post(aPost({ channel: 'U1' }))).toMatchObject({
      kind: 'retry',
      error: expect.stringContaining('ECONNREFUSED'),
    })
    await dead.stop()
  })
})

/** An address where nobody listens: its port was free a moment ago. */
async function unreachableUrl(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server)
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}/api/`
}

describe('where the bot may not post', () => {
  async function post({ channel = 'C1' }: Partial<Post> = {}): Promise<PostOutcome> {
    const { messenger } = world.door
    return (await messenger.look(channel)) ?? messenger.post(aPost({ channel }))
  }

  it('says that it has to be invited', async () => {
    expect(await post({ channel: 'C5' })).toEqual({
      kind: 'failed',
      error: expect.stringContaining('/invite'),
    })
    expect(await post({ channel: 'C2' })).toEqual({
      kind: 'failed',
      error: expect.stringContaining('/invite'),
    })
  })

  it('says that a channel is archived', async () => {
    expect(await post({ channel: 'C3' })).toEqual({
      kind: 'failed',
      error: expect.stringContaining('archived'),
    })
  })

  it('never posts where another organisation can read along', async () => {
    expect(await post({ channel: 'C4' })).toEqual({
      kind: 'failed',
      error: expect.stringContaining('another organisation'),
    })
    expect(world.sandbox.calls.count('chat.postMessage')).toBe(0)
  })

  it('posts nothing while it cannot tell whether a channel is shared', async () => {
    world.sandbox.faults.next('conversations.info', { kind: 'error', error: 'internal_error' })

    expect(await post()).toMatchObject({ kind: 'retry' })
    expect(world.sandbox.calls.count('chat.postMessage')).toBe(0)
  })
})

describe('looking for a post', () => {
  const since = () => Date.now() - 1_000

  it('finds a post when Slack’s answer to it was lost', async () => {
    world.sandbox.faults.next('chat.postMessage', { kind: 'accept-then-reset' })
    await post({ deliveryId: 'lost' })
    const [message] = world.sandbox.workspace.messages

    expect(await world.door.messenger.find('C1', 'lost', since())).toEqual({ ts: message?.ts })
  })

  it('finds one in a thread', async () => {
    const parent = await post()
    if (parent.kind !== 'sent') throw new Error('the parent was not sent')
    world.sandbox.faults.next('chat.postMessage', { kind: 'accept-then-500' })
    await post({ deliveryId: 'reply', message: table, threadTs: parent.ts })

    expect(await world.door.messenger.find('C1', 'reply', since())).toEqual({
      ts: world.sandbox.workspace.messages[1]?.ts,
    })
  })

  it('finds one in a direct message', async () => {
    world.sandbox.faults.next('chat.postMessage', { kind: 'accept-then-500' })
    await post({ channel: 'U1', deliveryId: 'dm' })

    expect(await world.door.messenger.find('U1', 'dm', since())).toHaveProperty('ts')
  })

  it('finds neither a missing post nor one that someone else wrote', async () => {
    const forged = world.sandbox.say({ userId: 'U2', channelId: 'C1', text: 'copied' })
    forged.metadata = { event_type: 'scoreline_delivery', event_payload: { id: 'copied' } }

    expect(await world.door.messenger.find('C1', 'copied', since())).toBe('absent')
    expect(await world.door.messenger.find('C1', 'nowhere', since())).toBe('absent')
  })

  it('cannot look where the bot may not read', async () => {
    world.sandbox.workspace.scopes.delete('channels:history')
    world.sandbox.workspace.scopes.delete('im:write')

    expect(await world.door.messenger.find('C1', 'x', since())).toBe('cannotLook')
    expect(await world.door.messenger.find('U1', 'x', since())).toBe('cannotLook')
  })

  it('rejects if Slack cannot be asked: that is not the same as absent', async () => {
    world.sandbox.faults.next('conversations.history', { kind: 'status', status: 503 }, 5)

    await expect(world.door.messenger.find('C1', 'x', since())).rejects.toThrow()
  })
})

describe('a burst of posts', () => {
  it('does not delay commands, even while Slack asks posts to wait', async () => {
    await world.door.start()
    world.sandbox.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 30 }, 20)
    const burst = Array.from({ length: 20 }, (_, index) => post({ channel: index % 2 ? 'U1' : 'U2' }))

    const started = Date.now()
    const run = await world.sandbox.typeCommand({ userId: 'U1', channelId: 'C1', text: '/sales' })
    await run.reply()

    expect(Date.now() - started).toBeLessThan(1_000)
    void burst
  })
})

describe('the installation', () => {
  it('is not ready before Slack has said who the bot is', async () => {
    world.sandbox.faults.next('auth.test', { kind: 'error', error: 'internal_error' }, 5)

    await world.door.start()

    await until(() => world.logged.some(({ message }) => message === 'connected to Slack'))
    expect(world.door.isConnected()).toBe(false)
  })
})
