import { App, type AppOptions, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
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

function common(sandbox: SlackSandbox): AppOptions {
  return {
    token: sandbox.botToken,
    convoStore: false,
    // Otherwise Bolt calls auth.test from the start, and the call may still be running when a test is over.
    tokenVerificationEnabled: false,
    logLevel: LogLevel.ERROR,
    clientOptions: clientOptions(sandbox),
  }
}

function clientOptions(sandbox: SlackSandbox) {
  return { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } }
}

/** The real Bolt app in Socket Mode against the sandbox; without pings it reconnects after pingTimeoutMs. */
export async function startSocketApp(sandbox: SlackSandbox, pingTimeoutMs = 5000): Promise<App> {
  const receiver = new SocketModeReceiver({
    appToken: sandbox.appToken,
    clientPingTimeout: pingTimeoutMs,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions: clientOptions(sandbox) },
  })
  const app = new App({ ...common(sandbox), receiver })
  await app.start()
  return app
}

/** The real Bolt app in HTTP mode, with the sandbox pointed at it. */
export async function startHttpApp(sandbox: SlackSandbox): Promise<App> {
  const app = new App({ ...common(sandbox), signingSecret: sandbox.signingSecret })
  const server = await app.start({ port: 0, host: '127.0.0.1' })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The app has no port.')
  sandbox.link.httpTarget = `http://127.0.0.1:${address.port}/slack/events`
  return app
}

export const modes = ['socket', 'http'] as const

export function startApp(mode: (typeof modes)[number], sandbox: SlackSandbox): Promise<App> {
  return mode === 'socket' ? startSocketApp(sandbox) : startHttpApp(sandbox)
}

/** The real client, without retries, so that one call is one request. */
export function clientOf(sandbox: SlackSandbox, token = sandbox.botToken): WebClient {
  const quiet = { logLevel: LogLevel.ERROR, rejectRateLimitedCalls: true }
  return new WebClient(token, { ...clientOptions(sandbox), ...quiet })
}

export function plain(text: string) {
  return { type: 'plain_text' as const, text }
}

export function mrkdwn(text: string) {
  return { type: 'mrkdwn' as const, text }
}
