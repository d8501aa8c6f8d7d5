import { ErrorCode } from '@slack/web-api'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SlackSandbox } from '../../../src/sandbox/slack/slack-sandbox.ts'
import { clientOf, jonas, sales, startSandbox } from './sandbox-app.ts'

let now = Date.UTC(2026, 8, 21, 8)
let sandbox: SlackSandbox

beforeEach(async () => {
  now = Date.UTC(2026, 8, 21, 8)
  sandbox = await startSandbox({ clock: () => now })
})
afterEach(() => sandbox.stop())

function post(channel: string = sales.id) {
  return clientOf(sandbox).chat.postMessage({ channel, text: 'digest' })
}

test.each([
  ['accept-then-reset', ErrorCode.RequestError, 1],
  ['accept-then-500', ErrorCode.HTTPError, 1],
  ['reset', ErrorCode.RequestError, 0],
] as const)('%s fails with %s and leaves %i message(s)', async (kind, code, posted) => {
  sandbox.faults.next('chat.postMessage', { kind })

  await expect(post()).rejects.toMatchObject({ code })

  expect(sandbox.workspace.messages).toHaveLength(posted)
  await post()
  expect(sandbox.workspace.messages).toHaveLength(posted + 1)
})

test('a slow answer comes after the message has appeared', async () => {
  sandbox.faults.next('chat.postMessage', { kind: 'accept-then-slow', delayMs: 150 })
  const posting = post()

  await sandbox.waitFor(({ messages }) => messages[0], 140)

  expect(await posting).toMatchObject({ ok: true })
})

test('a refusal by error, an HTML page and a 429 leave no message', async () => {
  sandbox.faults.next('chat.postMessage', { kind: 'error', error: 'token_revoked' })
  await expect(post()).rejects.toMatchObject({ data: { error: 'token_revoked' } })

  sandbox.faults.next('chat.postMessage', { kind: 'html', status: 502 })
  await expect(post()).rejects.toMatchObject({ code: ErrorCode.HTTPError, statusCode: 502 })

  sandbox.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 30 })
  await expect(post()).rejects.toMatchObject({ code: ErrorCode.RateLimitedError, retryAfter: 30 })

  expect(sandbox.workspace.messages).toEqual([])
  expect(sandbox.calls.all.map(({ status }) => status)).toEqual([200, 502, 429])
})

test('a fault affects as many calls as planned, and only those of its method', async () => {
  sandbox.faults.next('chat.postMessage', { kind: 'error', error: 'fatal_error' }, 2)

  await clientOf(sandbox).auth.test()
  await expect(post()).rejects.toThrow('fatal_error')
  await expect(post()).rejects.toThrow('fatal_error')
  await post()

  expect(sandbox.calls.count('chat.postMessage')).toBe(3)
})

test('while Slack is down every call is cut', async () => {
  sandbox.faults.isDown = true
  await expect(post()).rejects.toMatchObject({ code: ErrorCode.RequestError })

  sandbox.faults.clear()

  await expect(post()).resolves.toMatchObject({ ok: true })
})

test('with limits on, a channel accepts one post per second and other channels are unaffected', async () => {
  sandbox.rateLimits.isOn = true

  await post()
  await expect(post()).rejects.toMatchObject({ code: ErrorCode.RateLimitedError, retryAfter: 1 })
  await post(jonas.id)
  now += 1000
  await post()

  expect(sandbox.workspace.messages).toHaveLength(3)
})

test('with limits on, a method of tier 2 accepts 20 calls per minute', async () => {
  sandbox.rateLimits.isOn = true
  const client = clientOf(sandbox)
  for (let call = 0; call < 20; call += 1) await client.users.list({})

  await expect(client.users.list({})).rejects.toMatchObject({ retryAfter: 60 })
  now += 60_000

  await expect(client.users.list({})).resolves.toMatchObject({ ok: true })
})
