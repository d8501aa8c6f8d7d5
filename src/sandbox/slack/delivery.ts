import type { Json, JsonObject } from './json.ts'

/** One payload that Slack sends to the app. */
export interface Delivery {
  kind: 'slash_commands' | 'interactive' | 'events_api'
  payload: JsonObject
  retry?: { attempt: number; reason: string }
}

/** The result of a delivery. */
export type Sent =
  | { ok: true; payload: Json | undefined; tookMs: number }
  | { ok: false; error: 'operation_timeout' | 'dispatch_failed'; status?: number; noRetry?: boolean }
