import type { App } from '@slack/bolt'
import { mrkdwn, plain, sales } from './sandbox-app.ts'

const reps = ['Ana', 'Budi', 'Elena', 'Freja', 'Jonas', 'Karin', 'Lars']
const cell = (text: string) => ({ type: 'raw_text' as const, text })
const calls = (value: number) => ({ type: 'raw_number' as const, value, text: `${value} calls` })
/** Seven reps on two pages. */
export const table = {
  type: 'data_table' as const,
  caption: 'Calls this week',
  page_size: 5,
  rows: [[cell('Rep'), cell('Calls')], ...reps.map((rep, index) => [cell(rep), calls((index * 3) % 7)])],
}
const series = ['North', 'South'].map((name) => ({
  name,
  data: ['Jul', 'Aug'].map((label) => ({ label, value: 10 })),
}))
export const chart = {
  type: 'data_visualization',
  title: 'Revenue',
  chart: { type: 'bar', series, axis_config: { categories: ['Jul', 'Aug'] } },
}
const quotaView = {
  type: 'modal' as const,
  callback_id: 'quota',
  title: plain('Set a quota'),
  submit: plain('Save'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'rep',
      label: plain('Rep'),
      element: { type: 'users_select' as const, action_id: 'user' },
    },
    {
      type: 'input' as const,
      block_id: 'amount',
      label: plain('Amount'),
      element: { type: 'plain_text_input' as const, action_id: 'euro' },
    },
  ],
}

/** An app with one answer, one modal and a Home tab. */
export function listen(app: App): void {
  app.command('/sales', async ({ ack, respond, command }) => {
    await ack()
    const button = { type: 'button' as const, text: plain('Share'), action_id: 'share' }
    const blocks = [
      { type: 'section' as const, text: mrkdwn(`*${command.text}* is 68 %`) },
      { type: 'actions' as const, elements: [button] },
    ]
    await respond({ text: 'quota', blocks })
  })
  app.action('share', async ({ ack, respond }) => {
    await ack()
    await respond({ replace_original: true, text: 'Shared.' })
  })
  app.command('/quota', async ({ ack, client, command }) => {
    await ack()
    await client.views.open({ trigger_id: command.trigger_id, view: quotaView })
  })
  app.view('quota', async ({ ack, client, view }) => {
    const { amount, rep } = view.state.values
    const euro = amount?.['euro']?.value
    if (euro !== '900') return ack({ response_action: 'errors', errors: { amount: 'Say 900.' } })
    await ack()
    await client.chat.postMessage({
      channel: sales.id,
      text: `<@${rep?.['user']?.selected_user}> has ${euro}`,
    })
  })
  app.event('app_home_opened', async ({ client, event }) => {
    const blocks = [{ type: 'header' as const, text: plain('Your day') }]
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
  })
}
