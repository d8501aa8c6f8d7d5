import type { JsonObject } from './json.ts'
import type { SandboxChannel, SandboxCommand, SandboxUser } from './model.ts'

export interface SlackSandboxOptions {
  users: SandboxUser[]
  channels: SandboxChannel[]
  /** 0, the default, takes a free one. */
  port?: number
  /** Epoch ms. */
  clock?: () => number
  /** The app's commands; with none named, every command goes to the app. */
  commands?: (string | Partial<SandboxCommand>)[]
  /** An app manifest to take commands and shortcuts from. */
  manifest?: JsonObject
  /** The app's request URL in HTTP mode, such as http://127.0.0.1:3000/slack/events. */
  httpTarget?: string
  /** False leaves the web page out. */
  page?: boolean
  teamName?: string
  teamId?: string
  /** The organisation, where the workspace is one of an Enterprise Grid. */
  enterpriseId?: string
  /** Slack waits 3000 ms for an ack. */
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
