import type { App } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SlackSandbox } from '../../../src/sandbox/slack/slack-sandbox.ts'
import { ana, modes, sales, startApp, startSandbox } from './sandbox-app.ts'

const place = { userId: ana.id, channelId: sales.id }

describe.each(modes)('a command over %s', (mode) => {
  let sandbox: SlackSandbox
  let app: App

  beforeEach(async () => {
    sandbox = await startSandbox({ ackTimeoutMs: 400 })
    app = await startApp(mode, sandbox)
  })
  afterEach(async () => {
    await app.stop()
    await sandbox.stop()
  })

  test('is acked, and answered through the response_url for the typer only', async () => {
    app.command('/sales', async ({ ack, respond, command }) => {
      await ack()
      await respond(`heard ${command.text} from ${command.user_name}`)
    })

    const run = await sandbox.typeCommand({ ...place, text: '/sales quota @jonas in #sales' })
    const reply = await run.reply()

    expect(run.acked).toBe(true)
    expect(reply.text).toBe('heard quota <@U0JONAS|jonas> in <#C0SALES|sales> from ana')
    expect(sandbox.workspace.ephemerals.map(({ userId }) => userId)).toEqual([ana.id])
    expect(sandbox.workspace.messages).toEqual([])
  })

  test('may be answered in the ack itself', async () => {
    app.command('/sales', async ({ ack }) => ack('in the ack'))

    const run = await sandbox.typeCommand({ ...place, text: '/sales' })

    expect(run.replies.map(({ text }) => text)).toEqual(['in the ack'])
  })

  test('answered in_channel shows the command and the answer to everybody', async () => {
    app.command('/sales', async ({ ack }) => ack({ response_type: 'in_channel', text: 'for all' }))

    await sandbox.typeCommand({ ...place, text: '/sales top' })

    expect(sandbox.workspace.messages.map(({ text }) => text)).toEqual(['/sales top', 'for all'])
  })

  test('that the app does not ack in time shows the person an error', async () => {
    app.command('/sales', async () => undefined)

    const run = await sandbox.typeCommand({ ...place, text: '/sales' })

    expect(run).toMatchObject({ acked: false, error: 'operation_timeout' })
    expect(sandbox.workspace.ephemerals[0]).toMatchObject({
      isFromSlack: true,
      text: '/sales failed with the error "operation_timeout"',
    })
  })
})

describe('a typed line', () => {
  let sandbox: SlackSandbox
  afterEach(() => sandbox.stop())

  test('without an app behind it fails immediately', async () => {
    sandbox = await startSandbox()

    const run = await sandbox.typeCommand({ ...place, text: '/sales' })

    expect(run).toMatchObject({ acked: false, error: 'dispatch_failed' })
  })

  test('with a command that the app does not have never reaches it', async () => {
    sandbox = await startSandbox({ commands: ['/sales'] })

    await sandbox.typeCommand({ ...place, text: '/weather' })

    expect(sandbox.workspace.ephemerals[0]?.text).toBe('/weather is not a valid command.')
  })

  test('in a thread is refused, as Slack refuses every custom command there', async () => {
    sandbox = await startSandbox()

    await sandbox.typeCommand({ ...place, text: '/sales', threadTs: '1.000000' })

    expect(sandbox.workspace.ephemerals[0]?.text).toBe('/sales is not supported in threads. Sorry!')
  })

  test('keeps names as typed without should_escape in the manifest', async () => {
    const slashCommands = [{ command: '/sales', description: 'Numbers', should_escape: false }]
    sandbox = await startSandbox({ manifest: { features: { slash_commands: slashCommands } } })
    const app = await startApp('socket', sandbox)
    app.command('/sales', async ({ ack, command }) => ack(command.text))

    const run = await sandbox.typeCommand({ ...place, text: '/sales @ana' })

    expect(run.replies[0]?.text).toBe('@ana')
    await app.stop()
  })
})
