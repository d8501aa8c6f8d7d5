/** How requests leave for Slack: directly, or through the company's proxy. */
import type { FetchFunction } from '@slack/web-api'
import { type Dispatcher, EnvHttpProxyAgent, fetch as fetchThrough } from 'undici'
import type { WebProxy } from '../ports/web-proxy.ts'

export interface Outgoing {
  fetch: FetchFunction
  /** Opens the connection of Socket Mode; left out, Slack's client opens it directly. */
  dispatcher?: Dispatcher
}

export function createOutgoing(proxy: WebProxy | null): Outgoing {
  if (!proxy) return { fetch }
  const { http, https, except } = proxy
  // An empty address keeps the agent from looking for one in the environment. A WebSocket needs HTTP/1.1.
  const dispatcher = new EnvHttpProxyAgent({
    httpProxy: http ?? '',
    httpsProxy: https,
    noProxy: except,
    allowH2: false,
  })
  return {
    fetch: (url, { body, ...init } = {}) => fetchThrough(url, { ...init, ...textOf(body), dispatcher }),
    dispatcher,
  }
}

/** Slack's client makes a form of files alone, and Scoreline sends none. */
function textOf(body: string | FormData | undefined): { body?: string } {
  if (body instanceof FormData) throw new TypeError('no file can be sent to Slack')
  return body === undefined ? {} : { body }
}
