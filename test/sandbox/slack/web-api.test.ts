import { ErrorCode } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SlackSandbox } from '../../../src/sandbox/slack/slack-sandbox.ts'
import { ana, clientOf, sales, startSandbox } from './sandbox-app.ts'

let now = Date.UTC(2026, 8, 21, 8)
let sandbox: SlackSandbox

beforeEach(async () => {
  now = Date.UTC(2026, 8, 21, 8)
  const channels = [
    sales,
    { id: 'C0SECRET', name: 'secret', isPrivate: true, members: [ana.id] },
    { id: 'C0OTHER', name: 'other', members: [ana.id] },
    { id: 'C0OLD', name: 'old', isArchived: true },
  ]
  sandbox = await startSandbox({ channels, clock: () => now })
})
afterEach(() => sandbox.stop())

function refusal(error: string) {
  return { code: ErrorCode.PlatformError, data: { ok: false, error } }
}

describe('posting', () => {
  test("gives increasing times within one millisecond, and the app's identity", async () => {
    const client = clientOf(sandbox)

    const first = await client.chat.postMessage({ channel: sales.id, text: 'one' })
    const second = await client.chat.postMessage({ channel: sales.id, text: 'two' })

    expect(Number(second.ts)).toBeGreaterThan(Number(first.ts))
    expect(first.message).toMatchObject({ bot_id: 'B0SANDBOX01', app_id: 'A0SANDBOX01', text: 'one' })
  })

  test("in a thread stays out of the channel's history, is counted, and is read with its metadata", async () => {
    const client = clientOf(sandbox)
    const metadata = { event_type: 'delivery', event_payload: { id: 'd-1' } }
    const parent = await client.chat.postMessage({ channel: sales.id, text: 'digest', metadata })
    const reply = { channel: sales.id, text: 'table', thread_ts: parent.ts ?? '' }
    await client.chat.postMessage(reply)

    const history = await client.conversations.history({ channel: sales.id, include_all_metadata: true })
    const replies = await client.conversations.replies({ channel: sales.id, ts: parent.ts ?? '' })

    expect(history.messages).toHaveLength(1)
    expect(history.messages?.[0]).toMatchObject({ text: 'digest', reply_count: 1, metadata })
    expect(replies.messages?.map(({ text }) => text)).toEqual(['digest', 'table'])
    expect(replies.messages?.[0]).not.toHaveProperty('metadata')
  })

  test('to a person creates the direct message channel', async () => {
    const client = clientOf(sandbox)

    const posted = await client.chat.postMessage({ channel: ana.id, text: 'hello' })
    const opened = await client.conversations.open({ users: ana.id })

    expect(posted.channel).toBe(opened.channel?.id)
    expect(posted.channel).toMatch(/^D/)
  })

  test.each([
    ['C0NOWHERE', 'channel_not_found'],
    ['C0SECRET', 'channel_not_found'],
    ['C0OTHER', 'not_in_channel'],
    ['C0OLD', 'is_archived'],
  ])('to %s is refused with %s', async (channel, error) => {
    const post = clientOf(sandbox).chat.postMessage({ channel, text: 'x' })

    await expect(post).rejects.toMatchObject(refusal(error))
    expect(sandbox.workspace.messages).toEqual([])
  })

  test('needs text or blocks, an existing thread, and valid metadata', async () => {
    const { chat } = clientOf(sandbox)
    const post = { channel: sales.id, text: 'x' }

    await expect(chat.postMessage({ ...post, text: '' })).rejects.toMatchObject(refusal('no_text'))
    await expect(chat.postMessage({ ...post, thread_ts: '1.000000' })).rejects.toMatchObject(
      refusal('thread_not_found'),
    )
    const metadata = JSON.parse('{"event_type":"x"}')
    await expect(chat.postMessage({ ...post, metadata })).rejects.toMatchObject(
      refusal('invalid_metadata_schema'),
    )
  })

  test('can be edited and deleted by its author only', async () => {
    const { chat } = clientOf(sandbox)
    const { ts = '' } = await chat.postMessage({ channel: sales.id, text: 'draft' })
    const said = sandbox.say({ userId: ana.id, channelId: sales.id, text: 'mine' })

    await chat.update({ channel: sales.id, ts, text: 'final' })
    await expect(chat.update({ channel: sales.id, ts: said.ts, text: 'x' })).rejects.toMatchObject(
      refusal('cant_update_message'),
    )
    expect(sandbox.workspace.messages[0]).toMatchObject({ text: 'final', edited: { userId: 'U0SANDBOX01' } })
    await chat.delete({ channel: sales.id, ts })

    expect(sandbox.workspace.messages.map(({ text }) => text)).toEqual(['mine'])
  })

  test('accepts JSON bodies as well as forms', async () => {
    const response = await fetch(`${sandbox.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${sandbox.botToken}` },
      body: JSON.stringify({ channel: sales.id, blocks: [{ type: 'divider' }], text: 'json' }),
    })

    expect(await response.json()).toMatchObject({ ok: true, channel: sales.id })
    expect(sandbox.calls.of('chat.postMessage')[0]?.args['blocks']).toEqual([{ type: 'divider' }])
  })
})

describe('reading', () => {
  test('history is newest first, limited by time, and paged', async () => {
    const client = clientOf(sandbox)
    for (const text of ['a', 'b', 'c']) {
      now += 1000
      await client.chat.postMessage({ channel: sales.id, text })
    }

    const oldest = String(now / 1000 - 1.5)
    const recent = await client.conversations.history({ channel: sales.id, oldest })
    const first = await client.conversations.history({ channel: sales.id, limit: 2 })
    const cursor = first.response_metadata?.next_cursor ?? ''
    const rest = await client.conversations.history({ channel: sales.id, limit: 2, cursor })

    expect(recent.messages?.map(({ text }) => text)).toEqual(['c', 'b'])
    expect(first).toMatchObject({ has_more: true })
    expect(rest.messages?.map(({ text }) => text)).toEqual(['a'])
  })

  test('people are found by exact e-mail, which needs its own scope', async () => {
    const client = clientOf(sandbox)

    const found = await client.users.lookupByEmail({ email: 'Ana@example.com' })
    sandbox.workspace.scopes.delete('users:read.email')

    expect(found.user?.id).toBe(ana.id)
    const again = client.users.lookupByEmail({ email: 'ana@example.com' })
    await expect(again).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'users:read.email' },
    })
    const info = await client.users.info({ user: ana.id })
    expect(info.user?.profile).not.toHaveProperty('email')
  })

  test('a person has a locale if requested, and few fields once deactivated', async () => {
    const client = clientOf(sandbox)
    const plain = await client.users.info({ user: ana.id })
    const spoken = await client.users.info({ user: ana.id, include_locale: true })
    for (const user of sandbox.workspace.users) user.isDeleted = user.id === ana.id
    const gone = await client.users.info({ user: ana.id })

    expect(plain.user).not.toHaveProperty('locale')
    expect(plain.user).toMatchObject({ deleted: false, is_restricted: false })
    expect(spoken.user?.locale).toBe('en-GB')
    expect(gone.user).toMatchObject({ id: ana.id, deleted: true })
    expect(gone.user).not.toHaveProperty('is_restricted')
  })

  test('a channel is read by its id only, whereas a post also accepts its name', async () => {
    const client = clientOf(sandbox)

    await expect(client.conversations.info({ channel: sales.name })).rejects.toMatchObject(
      refusal('channel_not_found'),
    )
    expect(await client.chat.postMessage({ channel: sales.name, text: 'x' })).toMatchObject({ ok: true })
  })

  test('a private channel without the app does not exist for it', async () => {
    const client = clientOf(sandbox)

    await expect(client.conversations.info({ channel: 'C0SECRET' })).rejects.toMatchObject(
      refusal('channel_not_found'),
    )
    const other = await client.conversations.info({ channel: 'C0OTHER' })
    expect(other.channel).toMatchObject({ is_member: false, is_archived: false })
  })
})

describe('tokens', () => {
  test.each([
    ['xoxb-wrong', 'invalid_auth'],
    ['', 'not_authed'],
    ['xapp-sandbox-app-token', 'not_allowed_token_type'],
  ])('the token "%s" gives %s', async (token, error) => {
    await expect(clientOf(sandbox, token).auth.test()).rejects.toMatchObject(refusal(error))
  })

  test('an app-level token needs its own scope to open connections', async () => {
    const app = clientOf(sandbox, sandbox.appToken)
    const opened = await app.apps.connections.open()
    sandbox.workspace.appScopes.clear()

    expect(opened.url).toMatch(/^ws:/)
    await expect(app.apps.connections.open()).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'connections:write' },
    })
    await expect(clientOf(sandbox).apps.connections.open()).rejects.toMatchObject(
      refusal('not_allowed_token_type'),
    )
  })

  test('identify the app', async () => {
    const identity = await clientOf(sandbox).auth.test()

    expect(identity).toMatchObject({ team_id: sandbox.teamId, user_id: 'U0SANDBOX01', bot_id: 'B0SANDBOX01' })
  })
})
