/** A bare Bolt app: it acks each command and sends the same answer to its response_url. */
import { App, HTTPReceiver } from '@slack/bolt'
import { BoltOrder } from './orders.ts'
import { serve } from './serve.ts'

serve({
  async listen(input) {
    const { apiUrl, signingSecret, answer } = BoltOrder.parse(input)
    const receiver = new HTTPReceiver({ signingSecret, endpoints: ['/slack/events'] })
    const app = new App({
      receiver,
      authorize: async () => ({ botToken: 'xoxb-bench' }),
      clientOptions: { slackApiUrl: apiUrl },
    })
    app.command('/sales', async ({ ack, respond }) => {
      await ack()
      await respond(answer)
    })
    const server = await receiver.start({ host: '127.0.0.1', port: 0 })
    const address = server.address()
    return typeof address === 'object' ? address?.port : null
  },
})
