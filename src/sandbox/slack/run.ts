import type { Sent } from './delivery.ts'
import type { Json } from './json.ts'
import type { Shown } from './model.ts'
import type { ResponseUrl } from './response-urls.ts'
import { type World, waitUntil } from './world.ts'

/** What a person's action led to. */
export interface Run {
  acked: boolean
  /** operation_timeout, dispatch_failed, … if the app did not answer in time or at all. */
  error: string | undefined
  ack: Json | undefined
  tookMs: number
  /** The answers shown through the ack or the response_url, in order; grows as more arrive. */
  replies: readonly Shown[]
  /** The response_url; empty if Slack gives none. */
  responseUrl: string
  /** Waits for the reply at this index. Rejects after timeoutMs (5000). */
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
