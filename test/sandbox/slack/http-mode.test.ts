import { createServer } from 'node:http'
import type { App } from '@slack/bolt'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SlackSandbox } from '../../../src/sandbox/slack/slack-sandbox.ts'
import { ana, sales, startHttpApp, startSandbox } from './sandbox-app.ts'

let sandbox: SlackSandbox
let app: App
const heard: string[] = []
const body = 'command=%2Fsales&text=quota&user_id=U0ANA&team_id=T0SANDBOX01&channel_id=C0SALES'

beforeEach(async () => {
  heard.length = 0
  sandbox = await startSandbox({ ackTimeoutMs: 300, eventRetryDelaysMs: [10, 20] })
  app = await startHttpApp(sandbox)
  app.command('/sales', async ({ ack, command }) => {
    heard.push(command.text)
    await ack()
  })
})
afterEach(async () => {
  await app.stop()
  await sandbox.stop()
})

const nowSeconds = () => Math.floor(Date.now() / 1000)

test('a correctly signed request reaches the app', async () => {
  expect(await sandbox.sendRaw({ body })).toMatchObject({ status: 200 })
  expect(heard).toEqual(['quota'])
})

test.each([
  ['with another secret', { signingSecret: 'not-the-secret' }],
  ['301 seconds old', { atSeconds: nowSeconds() - 301 }],
  ['signed for another time', { headers: { 'x-slack-request-timestamp': String(nowSeconds() - 60) } }],
  ['without a signature', { headers: { 'x-slack-signature': '' } }],
])('a request %s is refused by the app', async (_name, wrong) => {
  expect(await sandbox.sendRaw({ body, ...wrong })).toMatchObject({ status: 401 })
  expect(heard).toEqual([])
})

test('an event that the app does not accept is sent again with the attempt and the reason', async () => {
  const asked: (string | undefined)[][] = []
  const server = createServer((request, response) => {
    const { 'x-slack-retry-num': count, 'x-slack-retry-reason': reason } = request.headers
    asked.push([count, reason].map((value) => value?.toString()))
    response.writeHead(asked.length < 3 ? 500 : 200)
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address !== null && typeof address === 'object') {
    sandbox.link.httpTarget = `http://127.0.0.1:${address.port}`
  }

  const sent = await sandbox.sendEvent({ type: 'channel_archive', channel: sales.id })
  server.close()

  expect(sent).toMatchObject({ ok: true })
  expect(asked).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
    ['2', 'http_error'],
  ])
})

test('a command fails immediately if the app is not running', async () => {
  sandbox.link.httpTarget = 'http://127.0.0.1:1/slack/events'

  const run = await sandbox.typeCommand({ userId: ana.id, channelId: sales.id, text: '/sales' })

  expect(run).toMatchObject({ acked: false, error: 'dispatch_failed' })
})
