import type { Json, JsonObject } from './json.ts'

/** One thing that Slack tells the app. */
export interface Delivery {
  kind: 'slash_commands' | 'interactive' | 'events_api'
  payload: JsonObject
  retry?: { attempt: number; reason: string }
}

/** What became of it. */
export type Sent =
  | { ok: true; payload: Json | undefined; tookMs: number }
  | { ok: false; error: 'operation_timeout' | 'dispatch_failed'; status?: number; noRetry?: boolean }
