import type { JsonObject } from './json.ts'
import type { SandboxChannel, SandboxCommand, SandboxUser } from './model.ts'

export interface SlackSandboxOptions {
  users: SandboxUser[]
  channels: SandboxChannel[]
  /** 0, the default, picks a free port. */
  port?: number
  /** The origins of the addresses that the app is given, which in Slack are hosts of their own; the sandbox's by default. */
  origins?: { sockets: string; responses: string }
  /** Epoch ms. */
  clock?: () => number
  /** The app's commands; if none are named, every command goes to the app. */
  commands?: (string | Partial<SandboxCommand>)[]
  /** An app manifest to take commands and shortcuts from. */
  manifest?: JsonObject
  /** The app's request URL in HTTP mode, such as http://127.0.0.1:3000/slack/events. */
  httpTarget?: string
  /** Whether the web page is served; true by default. */
  page?: boolean
  teamName?: string
  teamId?: string
  /** The organisation's id, if the workspace belongs to an Enterprise Grid. */
  enterpriseId?: string
  /** How long to wait for an ack; 3000 by default, as in Slack. */
  ackTimeoutMs?: number
  pingEveryMs?: number
  eventRetryDelaysMs?: number[]
}

export interface RawRequest {
  body: string
  contentType?: string
  signingSecret?: string
  atSeconds?: number
  headers?: Record<string, string>
}
