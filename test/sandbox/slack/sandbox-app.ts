import { App, LogLevel } from '@slack/bolt'
import {
  type SlackSandbox,
  type SlackSandboxOptions,
  startSlackSandbox,
} from '../../../src/sandbox/slack/slack-sandbox.ts'

export const ana = { id: 'U0ANA', name: 'ana', realName: 'Ana Sørensen', email: 'ana@example.com' }
export const jonas = { id: 'U0JONAS', name: 'jonas', realName: 'Jonas Berg', email: 'jonas@example.com' }
export const sales = { id: 'C0SALES', name: 'sales' }

export function startSandbox(options: Partial<SlackSandboxOptions> = {}): Promise<SlackSandbox> {
  return startSlackSandbox({ users: [ana, jonas], channels: [sales], ...options })
}

/** The real Bolt app in Socket Mode against the sandbox. */
export function socketApp(sandbox: SlackSandbox): App {
  return new App({
    token: sandbox.botToken,
    appToken: sandbox.appToken,
    socketMode: true,
    convoStore: false,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } },
  })
}

/** The real Bolt app in HTTP mode, and the sandbox pointed at it. */
export async function startHttpApp(sandbox: SlackSandbox): Promise<App> {
  const app = new App({
    token: sandbox.botToken,
    signingSecret: sandbox.signingSecret,
    convoStore: false,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } },
  })
  const server = await app.start({ port: 0, host: '127.0.0.1' })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The app has no port.')
  sandbox.link.httpTarget = `http://127.0.0.1:${address.port}/slack/events`
  return app
}
