import type { App } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SlackSandbox } from '../../../src/sandbox/slack/slack-sandbox.ts'
import { ana, sales, socketApp, startHttpApp, startSandbox } from './sandbox-app.ts'

describe.each(['socket', 'http'])('a command over %s', (mode) => {
  let sandbox: SlackSandbox
  let app: App

  beforeEach(async () => {
    sandbox = await startSandbox()
    app = mode === 'socket' ? socketApp(sandbox) : await startHttpApp(sandbox)
    if (mode === 'socket') await app.start()
  })
  afterEach(async () => {
    await app.stop()
    await sandbox.stop()
  })

  test('is acked and answered by response_url for the typer only', async () => {
    app.command('/sales', async ({ ack, respond, command }) => {
      await ack()
      await respond(`heard ${command.text} from ${command.user_name}`)
    })

    const run = await sandbox.typeCommand({
      userId: ana.id,
      channelId: sales.id,
      text: '/sales quota @jonas',
    })
    const reply = await run.reply()

    expect(run.acked).toBe(true)
    expect(reply.text).toBe('heard quota <@U0JONAS|jonas> from ana')
    expect(sandbox.workspace.ephemerals.map(({ userId }) => userId)).toEqual([ana.id])
    expect(sandbox.workspace.messages).toEqual([])
  })
})
