import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Receiver } from '@slack/bolt'

/** A page of the bot's own, such as `/healthz`. */
export interface Route {
  path: string
  method: string
  handler: (request: IncomingMessage, response: ServerResponse) => void
}

/** How Slack reaches the bot: by socket or by HTTP. */
export interface Door {
  receiver: Receiver
  start(): Promise<void>
  stop(): Promise<void>
  isConnected(): boolean
  /** The port of the HTTP server, once it listens. */
  port(): number | null
}

/** Where the HTTP server listens; port 0 takes a free one. */
export interface Address {
  host: string
  port: number
}

export function portOf(server: Server | undefined): number | null {
  const address = server?.address()
  return address && typeof address === 'object' ? address.port : null
}
