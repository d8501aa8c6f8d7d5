import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SlackSandbox } from '../../../src/sandbox/slack/slack-sandbox.ts'
import { ana, sales, startSandbox } from './sandbox-app.ts'

let now = Date.UTC(2026, 8, 21, 8)
let sandbox: SlackSandbox
let responseUrl: string

beforeEach(async () => {
  now = Date.UTC(2026, 8, 21, 8)
  sandbox = await startSandbox({ clock: () => now })
  sandbox.link.deliver = async () => ({ ok: true, payload: undefined, tookMs: 0 })
  const run = await sandbox.typeCommand({ userId: ana.id, channelId: sales.id, text: '/sales' })
  responseUrl = run.responseUrl
})
afterEach(() => sandbox.stop())

async function answer(body: object) {
  const response = await fetch(responseUrl, { method: 'POST', body: JSON.stringify(body) })
  return { status: response.status, body: await response.text() }
}

function shown() {
  return sandbox.workspace.ephemerals.map(({ text }) => text)
}

test('a response_url accepts five answers and refuses the sixth', async () => {
  const statuses = []
  for (let use = 1; use <= 6; use += 1) statuses.push((await answer({ text: `answer ${use}` })).status)

  expect(statuses).toEqual([200, 200, 200, 200, 200, 404])
  expect(shown()).toHaveLength(5)
})

test('a response_url expires after thirty minutes', async () => {
  now += 30 * 60_000
  expect(await answer({ text: 'just in time' })).toEqual({ status: 200, body: 'ok' })
  now += 1

  expect(await answer({ text: 'late' })).toMatchObject({
    status: 404,
    body: expect.stringContaining('expired'),
  })
  expect(shown()).toEqual(['just in time'])
})

test('a response_url replaces and deletes the previous answer', async () => {
  await answer({ text: 'thinking' })
  await answer({ text: 'done', replace_original: true })
  expect(shown()).toEqual(['done'])

  await answer({ delete_original: true })

  expect(shown()).toEqual([])
})

test('a response_url shows an answer to everybody only on request', async () => {
  await answer({ text: 'private' })
  await answer({ text: 'public', response_type: 'in_channel' })

  expect(shown()).toEqual(['private'])
  expect(sandbox.workspace.messages.map(({ text }) => text)).toEqual(['public'])
})

test('a response_url refuses blocks that are not allowed in messages', async () => {
  const refused = await answer({
    text: 'x',
    blocks: [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }],
  })

  expect(refused).toMatchObject({ status: 400, body: expect.stringContaining('invalid_blocks') })
  expect(shown()).toEqual([])
})

test('a response_url has its own faults', async () => {
  sandbox.faults.next('response_url', { kind: 'status', status: 500 })

  expect(await answer({ text: 'x' })).toMatchObject({ status: 500 })
  expect(await answer({ text: 'x' })).toMatchObject({ status: 200 })
})

test('a response_url is not found if no run has it', async () => {
  responseUrl = responseUrl.replace(/[^/]+$/, 'unknown')

  expect(await answer({ text: 'x' })).toMatchObject({ status: 404 })
})
