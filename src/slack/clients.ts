import { type FetchFunction, WebClient, type WebClientOptions } from '@slack/web-api'
import { boltLogger, type Log } from './log.ts'

/**
 * Three clients, because a client that meets a rate limit holds back all its calls: a burst of posts must never delay
 * an answer, and a client must never repeat a post on its own.
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
  /** Sends each request. */
  fetch: FetchFunction
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

/** Always sets the retries, because the socket client writes 100 of them into options that leave them out. */
export function baseOptions({ apiUrl, log, fetch }: Omit<ClientPorts, 'botToken'>): WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    logger: boltLogger(log),
    retryConfig: { retries: 0 },
    timeout: 10_000,
    rejectRateLimitedCalls: true,
    fetch: withRetryAfter(fetch),
  }
}

/** How long to wait when Slack limits the rate without saying for how long. */
const DEFAULT_RETRY_AFTER_SECONDS = 30

/** Slack's client takes a 429 for a rate limit only if it says how long to wait; otherwise it is an unknown error. */
function withRetryAfter(fetch: FetchFunction): FetchFunction {
  return async (url, init) => {
    const response = await fetch(url, init)
    const hasRetryAfter = !Number.isNaN(Number.parseInt(response.headers.get('retry-after') ?? '', 10))
    if (response.status !== 429 || hasRetryAfter) return response
    const headers = new Headers([...response.headers.entries()])
    headers.set('retry-after', String(DEFAULT_RETRY_AFTER_SECONDS))
    return new Response(await response.text(), { status: 429, headers })
  }
}
