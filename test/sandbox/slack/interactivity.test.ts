import type { App, BlockAction } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SlackSandbox } from '../../../src/sandbox/slack/slack-sandbox.ts'
import { ana, clientOf, jonas, modes, plain, sales, startApp, startSandbox } from './sandbox-app.ts'

const button = { type: 'button' as const, text: plain('Done'), action_id: 'done', value: 'deal-7' }
const period = {
  type: 'static_select' as const,
  action_id: 'period',
  options: [{ text: plain('Month'), value: 'm' }],
}
const blocks = [{ type: 'actions' as const, block_id: 'plan', elements: [button, period] }]

const quotaView = {
  type: 'modal' as const,
  callback_id: 'quota',
  title: plain('Quota'),
  submit: plain('Save'),
  notify_on_close: true,
  blocks: [
    {
      type: 'input' as const,
      block_id: 'amount',
      label: plain('Amount'),
      element: { type: 'number_input' as const, action_id: 'value', is_decimal_allowed: false },
    },
  ],
}

describe.each(modes)('over %s', (mode) => {
  let sandbox: SlackSandbox
  let app: App

  beforeEach(async () => {
    sandbox = await startSandbox({ ackTimeoutMs: 1000 })
    app = await startApp(mode, sandbox)
    app.command('/quota', async ({ ack, client, command }) => {
      await ack()
      await client.views.open({ trigger_id: command.trigger_id, view: quotaView })
    })
  })
  afterEach(async () => {
    await app.stop()
    await sandbox.stop()
  })

  async function openModal() {
    await sandbox.typeCommand({ userId: ana.id, channelId: sales.id, text: '/quota' })
    return sandbox.waitFor(({ modals }) => modals.get(ana.id)?.[0])
  }

  test('a pressed button reaches its handler, which edits the message', async () => {
    app.action<BlockAction>('done', async ({ ack, client, body, action }) => {
      await ack()
      const value = 'value' in action ? String(action.value) : ''
      const text = `${value} done by ${body.user.id}`
      await client.chat.update({ channel: sales.id, ts: body.message?.ts ?? '', text, blocks: [] })
    })
    const { ts = '' } = await clientOf(sandbox).chat.postMessage({ channel: sales.id, text: 'plan', blocks })

    await sandbox.click({ userId: ana.id, message: { channelId: sales.id, ts }, actionId: 'done' })
    const edited = await sandbox.waitFor(({ messages }) => messages.find((message) => message.edited))

    expect(edited.text).toBe('deal-7 done by U0ANA')
  })

  test('a pick sends the option and is in the state of the next click', async () => {
    const seen: unknown[] = []
    app.action<BlockAction>(/.*/, async ({ ack, action, body }) => {
      await ack()
      seen.push('selected_option' in action ? action.selected_option : body.state?.values['plan']?.['period'])
    })
    const { ts = '' } = await clientOf(sandbox).chat.postMessage({ channel: sales.id, text: 'plan', blocks })
    const message = { channelId: sales.id, ts }

    await sandbox.click({ userId: ana.id, message, actionId: 'period', value: 'm' })
    await sandbox.click({ userId: ana.id, message, actionId: 'done' })

    const option = { text: plain('Month'), value: 'm' }
    expect(seen).toEqual([option, { type: 'static_select', selected_option: option }])
  })

  test('an answer to a click on a private answer replaces it', async () => {
    app.command('/sales', async ({ ack, respond }) => {
      await ack()
      await respond({ text: 'private', blocks })
    })
    app.action('done', async ({ ack, respond }) => {
      await ack()
      await respond({ replace_original: true, text: 'shared' })
    })
    const run = await sandbox.typeCommand({ userId: ana.id, channelId: sales.id, text: '/sales' })
    const { ts } = await run.reply()

    const click = { userId: ana.id, message: { channelId: sales.id, ts }, actionId: 'done' }
    const clicked = await sandbox.click(click)
    await clicked.reply()

    expect(sandbox.workspace.ephemerals.map(({ text }) => text)).toEqual(['shared'])
    await expect(sandbox.click({ ...click, userId: jonas.id })).rejects.toThrow('sees no message')
  })

  test('a modal with an invalid field keeps what was typed and shows the error', async () => {
    app.view('quota', async ({ ack }) => ack({ response_action: 'errors', errors: { amount: 'Too small.' } }))
    const view = await openModal()

    await sandbox.submitView({ userId: ana.id, viewId: view.id, values: { amount: { value: '5' } } })

    const open = sandbox.workspace.modals.get(ana.id)?.[0]
    expect(open?.errors).toEqual({ amount: 'Too small.' })
    expect(open?.state['amount']?.['value']).toEqual({ type: 'number_input', value: '5' })
  })

  test('a modal with an empty required field is held back by Slack itself', async () => {
    let submissions = 0
    app.view('quota', async ({ ack }) => {
      submissions += 1
      await ack()
    })
    const view = await openModal()

    await sandbox.submitView({ userId: ana.id, viewId: view.id, values: {} })

    expect(sandbox.workspace.modals.get(ana.id)?.[0]?.errors).toEqual({
      amount: 'Please complete this required field.',
    })
    expect(submissions).toBe(0)
  })

  test('a modal closes when its submission is acked', async () => {
    const amounts: unknown[] = []
    app.view('quota', async ({ ack, view }) => {
      amounts.push(view.state.values['amount']?.['value']?.value)
      await ack()
    })
    const view = await openModal()

    await sandbox.submitView({ userId: ana.id, viewId: view.id, values: { amount: { value: '900' } } })

    expect(amounts).toEqual(['900'])
    expect(sandbox.workspace.modals.has(ana.id)).toBe(false)
  })

  test('a modal can be replaced, and another one pushed on top of it', async () => {
    const second = { ...quotaView, title: plain('Second'), callback_id: 'second' }
    app.view('quota', async ({ ack }) => ack({ response_action: 'push', view: second }))
    app.view('second', async ({ ack }) =>
      ack({ response_action: 'update', view: { ...second, title: plain('Third') } }),
    )
    const first = await openModal()
    const values = { amount: { value: '900' } }

    await sandbox.submitView({ userId: ana.id, viewId: first.id, values })
    const top = sandbox.workspace.modals.get(ana.id)?.[1]
    await sandbox.submitView({ userId: ana.id, viewId: top?.id ?? '', values })

    const titles = sandbox.workspace.modals.get(ana.id)?.map((view) => view.payload['title'])
    expect(titles).toEqual([plain('Quota'), plain('Third')])
    expect(top?.previousId).toBe(first.id)
  })

  test('the app is notified of a closed modal if it asked for that', async () => {
    const closed: string[] = []
    app.view({ type: 'view_closed', callback_id: 'quota' }, async ({ ack, view }) => {
      await ack()
      closed.push(view.callback_id)
    })
    const view = await openModal()

    await sandbox.closeView({ userId: ana.id, viewId: view.id })

    expect(closed).toEqual(['quota'])
    expect(sandbox.workspace.modals.has(ana.id)).toBe(false)
  })
})
