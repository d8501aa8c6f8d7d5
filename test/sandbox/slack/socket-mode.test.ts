import type { App } from '@slack/bolt'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { SlackSandbox } from '../../../src/sandbox/slack/slack-sandbox.ts'
import { ana, clientOf, sales, startSandbox, startSocketApp } from './sandbox-app.ts'

const line = { userId: ana.id, channelId: sales.id, text: '/sales' }
const pingTimeoutMs = 250

let sandbox: SlackSandbox
const apps: App[] = []

async function start(): Promise<App> {
  const app = await startSocketApp(sandbox, pingTimeoutMs)
  apps.push(app)
  app.command('/sales', async ({ ack }) => ack('here'))
  return app
}

function connected(opened: number) {
  const { sockets } = sandbox
  return sandbox.waitFor(() => (sockets.opened >= opened && sockets.count > 0 ? true : undefined))
}

beforeEach(async () => {
  sandbox = await startSandbox({ ackTimeoutMs: 500, pingEveryMs: 100 })
})
afterEach(async () => {
  for (const app of apps.splice(0)) await app.stop()
  await sandbox.stop()
})

test('the app reconnects after its socket was cut', async () => {
  await start()

  sandbox.sockets.drop()
  await connected(2)

  expect(await sandbox.typeCommand(line)).toMatchObject({ acked: true })
})

test('the app reconnects when Slack asks it to', async () => {
  await start()

  sandbox.sockets.refresh()
  await connected(2)

  expect(await sandbox.typeCommand(line)).toMatchObject({ acked: true })
})

test('a silent socket loses what is typed until the app notices and reconnects', async () => {
  await start()

  sandbox.sockets.goSilent()
  const lost = await sandbox.typeCommand(line)
  await connected(2)

  expect(lost).toMatchObject({ acked: false, error: 'operation_timeout' })
  expect(await sandbox.typeCommand(line)).toMatchObject({ acked: true })
})

test('with no socket open nothing can be delivered', async () => {
  await start()

  sandbox.sockets.drop()
  await sandbox.waitFor(() => (sandbox.sockets.count === 0 ? true : undefined))

  expect(await sandbox.typeCommand(line)).toMatchObject({ acked: false, error: 'dispatch_failed' })
})

test('with several connections each payload goes to one of them', async () => {
  const seen = [0, 0]
  for (const index of [0, 1]) {
    const app = await startSocketApp(sandbox, pingTimeoutMs)
    apps.push(app)
    app.command('/sales', async ({ ack }) => {
      seen[index] = (seen[index] ?? 0) + 1
      await ack()
    })
  }

  for (let typed = 0; typed < 4; typed += 1) await sandbox.typeCommand(line)

  expect(seen).toEqual([2, 2])
})

test('an app may have ten connections', async () => {
  const sockets: WebSocket[] = []
  const client = clientOf(sandbox, sandbox.appToken)
  for (let index = 0; index < 10; index += 1) {
    const { url = '' } = await client.apps.connections.open({})
    const socket = new WebSocket(url)
    await new Promise((resolve) => socket.once('message', resolve))
    sockets.push(socket)
  }

  await expect(client.apps.connections.open({})).rejects.toThrow('too_many_websockets')
  for (const socket of sockets) socket.terminate()
})

test('a ticket opens one socket, and hello is the first message', async () => {
  const { url = '' } = await clientOf(sandbox, sandbox.appToken).apps.connections.open({})
  const socket = new WebSocket(url)
  const hello = await new Promise((resolve) =>
    socket.once('message', (data) => resolve(JSON.parse(String(data)))),
  )
  const second = new WebSocket(url)
  const refused = await new Promise<Error>((resolve) => second.once('error', resolve))

  expect(hello).toMatchObject({ type: 'hello', num_connections: 1 })
  expect(refused.message).toContain('408')
  socket.terminate()
})
