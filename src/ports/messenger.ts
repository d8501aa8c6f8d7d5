/** Slack, as use cases post to it. */
import type { Message } from '../domain/digest/message.ts'

export interface Post {
  channel: string
  message: Message
  deliveryId: string
  threadTs: string | null
}

/** What became of a post. `uncertain`: it may or may not have arrived. */
export type PostOutcome =
  | { kind: 'sent'; ts: string }
  | { kind: 'retry'; afterMs: number; error: string }
  | { kind: 'uncertain'; error: string }
  | { kind: 'failed'; error: string }

export interface Messenger {
  post(post: Post): Promise<PostOutcome>
  /** Looks for a post by its delivery id since an instant; `cannotLook` where the bot may not read history. */
  find(channel: string, deliveryId: string, since: number): Promise<{ ts: string } | 'absent' | 'cannotLook'>
}
