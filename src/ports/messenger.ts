/** Slack, as use cases post to it. */
import type { Message } from '../domain/digest/message.ts'

export interface Post {
  channel: string
  message: Message
  deliveryId: string
  threadTs: string | null
}

/** Nothing was posted: for now, or for good. */
export type Refusal = { kind: 'retry'; afterMs: number; error: string } | { kind: 'failed'; error: string }

/** What became of a post. `uncertain`: it may or may not have arrived. */
export type PostOutcome = { kind: 'sent'; ts: string } | { kind: 'uncertain'; error: string } | Refusal

export interface Messenger {
  /**
   * Why a channel may not be posted to now; `null` when it may. Sends nothing. What is known of a channel serves while
   * Slack tells of every change of it.
   */
  look(channel: string): Promise<Refusal | null>
  /** Looks at channels that were not seen for `maxAgeMs`, as far as that will serve and Slack takes the calls. */
  lookAhead(channels: readonly string[], maxAgeMs: number): Promise<void>
  /** Posts without looking: look at the channel first. */
  post(post: Post): Promise<PostOutcome>
  /** Looks for a post by its delivery id since an instant; `cannotLook` where the bot may not read history. */
  find(channel: string, deliveryId: string, since: number): Promise<{ ts: string } | 'absent' | 'cannotLook'>
}
