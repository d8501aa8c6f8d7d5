import type { App } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SlackSandbox } from '../../../src/sandbox/slack/slack-sandbox.ts'
import { ana, jonas, modes, plain, sales, startApp, startSandbox } from './sandbox-app.ts'

const button = { type: 'button' as const, text: plain('Done'), action_id: 'done' }
const blocks = [{ type: 'actions' as const, elements: [button] }]

describe.each(modes)('over %s', (mode) => {
  let sandbox: SlackSandbox
  let app: App

  beforeEach(async () => {
    sandbox = await startSandbox({ ackTimeoutMs: 1000 })
    app = await startApp(mode, sandbox)
  })
  afterEach(async () => {
    await app.stop()
    await sandbox.stop()
  })

  test('opening the Home tab makes the app publish it, and its buttons work', async () => {
    const pressed: string[] = []
    app.event('app_home_opened', async ({ client, event }) => {
      await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
    })
    app.action('done', async ({ ack, body }) => {
      await ack()
      pressed.push(body.user.id)
    })

    await sandbox.openHome(ana.id)
    const home = await sandbox.waitFor(({ homes }) => homes.get(ana.id))
    await sandbox.click({ userId: ana.id, viewId: home.id, actionId: 'done' })

    expect(pressed).toEqual([ana.id])
    expect(sandbox.workspace.homes.has(jonas.id)).toBe(false)
  })

  test('global and message shortcuts reach the app', async () => {
    const used: string[] = []
    app.shortcut(/.*/, async ({ ack, shortcut }) => {
      await ack()
      used.push(`${shortcut.type} ${shortcut.callback_id}`)
    })
    const { ts } = sandbox.say({ userId: ana.id, channelId: sales.id, text: 'look' })

    await sandbox.shortcut({ userId: ana.id, callbackId: 'setup' })
    await sandbox.shortcut({ userId: ana.id, callbackId: 'explain', message: { channelId: sales.id, ts } })

    expect(used).toEqual(['shortcut setup', 'message_action explain'])
  })
})
