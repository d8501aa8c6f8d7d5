/** The pretend Slack, in its own process. */
import { startSlackSandbox } from '../../src/sandbox/slack/slack-sandbox.ts'
import { serve } from './serve.ts'

serve({
  async start() {
    const { apiUrl, botToken, appToken } = await startSlackSandbox({
      users: [{ id: 'U1', name: 'rep1', realName: 'Rep 1', email: 'rep1@fjordlys.example' }],
      channels: [{ id: 'C1', name: 'sales' }],
      page: false,
    })
    return { apiUrl, botToken, appToken }
  },
})
