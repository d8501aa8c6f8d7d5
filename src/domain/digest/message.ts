/** Messages: what the bot says of its own accord, frozen in the outbox until it is sent. */
import type { Visibility } from '../company/settings.ts'
import type { Digest } from './digest.ts'

/** `digestTable` goes into the thread of the digest, rows `[first, first + count)` of its table. */
export type Message =
  | { kind: 'digest'; digest: Digest }
  | { kind: 'digestTable'; digest: Digest; first: number; count: number }
  | {
      kind: 'digestProblem'
      digestName: string
      channel: string
      problem: Problem
      detail: string
    }

/** `unknown`: it may have arrived. Those of the table are about the digest's thread. */
export type Problem = 'skipped' | 'failed' | 'unknown' | 'stale' | 'tableFailed' | 'tableUnknown'

/**
 * A message as any version may have frozen it. Digests once held names that were left out only when they were drawn, and
 * the visibility that decided it.
 */
export type FrozenMessage = Message & { digest?: { visibility?: Visibility } }

/** A frozen message with no name in it that may not be shown. */
export function thawed(message: FrozenMessage): Message {
  if (message.kind === 'digestProblem') return message
  return { ...message, digest: withoutHiddenNames(message.digest) }
}

/** Whether the most improved was in the top, or only had the name of somebody who was, cannot be seen any more. */
function withoutHiddenNames({
  visibility = 'named',
  ...digest
}: Digest & { visibility?: Visibility }): Digest {
  if (visibility === 'named') return digest
  const worthKnowing = digest.worthKnowing?.kind === 'mostImproved' ? null : digest.worthKnowing
  return { ...digest, board: visibility === 'top' ? digest.board : null, worthKnowing, table: null }
}
