import { WebClient, type WebClientOptions } from '@slack/web-api'
import { boltLogger, type Log } from './log.ts'

/**
 * Three clients, because a client that meets a rate limit holds back all its calls: a burst of posts must never delay
 * an answer, and a post must never be repeated by itself.
 */
export interface Clients {
  interactive: WebClient
  posting: WebClient
  lookups: WebClient
}

export interface ClientPorts {
  botToken: string
  apiUrl: string
  log: Log
}

export function createClients(ports: ClientPorts): Clients {
  const client = (options: WebClientOptions) =>
    new WebClient(ports.botToken, { ...baseOptions(ports), ...options })
  return {
    interactive: client({ retryConfig: { retries: 1, minTimeout: 200 }, timeout: 5_000 }),
    posting: client({ retryConfig: { retries: 0 }, timeout: 15_000 }),
    lookups: client({ retryConfig: { retries: 2, minTimeout: 300, maxTimeout: 2_000 }, timeout: 10_000 }),
  }
}

/** Retries are always named: the socket client writes 100 of them into options that leave them out. */
export function baseOptions({ apiUrl, log }: Omit<ClientPorts, 'botToken'>): WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    logger: boltLogger(log),
    retryConfig: { retries: 0 },
    timeout: 10_000,
    rejectRateLimitedCalls: true,
    fetch: withRetryAfter,
  }
}

/** How long to wait where Slack says that it is too much, but not until when. */
const UNSAID_WAIT_SECONDS = 30

/** Slack's client takes a 429 for a refusal only where it says how long to wait; without that it would be an answer of no known kind. */
const withRetryAfter: typeof fetch = async (input, init) => {
  const response = await fetch(input, init)
  const isSaid = !Number.isNaN(Number.parseInt(response.headers.get('retry-after') ?? '', 10))
  if (response.status !== 429 || isSaid) return response
  const headers = new Headers(response.headers)
  headers.set('retry-after', String(UNSAID_WAIT_SECONDS))
  return new Response(response.body, { status: 429, headers })
}
