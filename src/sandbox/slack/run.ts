import type { Sent } from './delivery.ts'
import type { Json } from './json.ts'
import type { Shown } from './model.ts'
import type { ResponseUrl } from './response-urls.ts'
import { type World, waitUntil } from './world.ts'

/** What a person's act led to. */
export interface Run {
  acked: boolean
  /** operation_timeout, dispatch_failed, … when the app did not answer in time or at all. */
  error: string | undefined
  ack: Json | undefined
  tookMs: number
  /** What was shown through the ack or the response_url, in order; grows as more arrives. */
  replies: readonly Shown[]
  /** The response_url; empty where Slack gives none. */
  responseUrl: string
  /** The reply at this place, waiting for it. Rejects after timeoutMs (5000). */
  reply(index?: number, timeoutMs?: number): Promise<Shown>
}

export interface RunParts {
  sent: Sent
  record: ResponseUrl | undefined
  responseUrl: string
}

export function createRun(world: World, { sent, record, responseUrl }: RunParts): Run {
  const replies = record?.replies ?? []
  return {
    acked: sent.ok,
    error: sent.ok ? undefined : sent.error,
    ack: sent.ok ? sent.payload : undefined,
    tookMs: sent.ok ? sent.tookMs : Number.NaN,
    replies,
    responseUrl,
    reply: (index = 0, timeoutMs = 5000) => waitUntil(world, () => replies[index], timeoutMs),
  }
}
