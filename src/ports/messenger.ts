/** Slack, as use cases post to it. */
import type { Message } from '../domain/digest/message.ts'

export interface Post {
  channel: string
  message: Message
  deliveryId: string
  threadTs: string | null
}

/** Nothing was posted, either for now (`retry`) or for good (`failed`). */
export type Refusal = { kind: 'retry'; afterMs: number; error: string } | { kind: 'failed'; error: string }

/** The outcome of a post. `uncertain`: it may or may not have arrived. */
export type PostOutcome = { kind: 'sent'; ts: string } | { kind: 'uncertain'; error: string } | Refusal

export interface Messenger {
  /**
   * Why a channel cannot be posted to now; `null` if it can. Sends nothing. What is known about a channel is reused as
   * long as Slack reports every change of it.
   */
  look(channel: string): Promise<Refusal | null>
  /** Looks at channels not seen for `maxAgeMs`, as far as the result can be reused and Slack accepts the calls. */
  lookAhead(channels: readonly string[], maxAgeMs: number): Promise<void>
  /** Posts without checking the channel, so call `look` first. */
  post(post: Post): Promise<PostOutcome>
  /** Looks for a post by its delivery id since an instant; `cannotLook` if the bot may not read the history. */
  find(channel: string, deliveryId: string, since: number): Promise<{ ts: string } | 'absent' | 'cannotLook'>
}
