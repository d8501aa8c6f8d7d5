/** Messages that the bot sends unprompted, stored unchanged in the outbox until they are sent. */
import type { Visibility } from '../company/settings.ts'
import type { Digest, DigestQuota } from './digest.ts'

/** `digestTable` goes into the digest's thread, with rows `[first, first + count)` of its table. */
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

/** `unknown`: it may have arrived. `tableFailed` and `tableUnknown` are about the table in the digest's thread. */
export type Problem = 'skipped' | 'failed' | 'unknown' | 'stale' | 'tableFailed' | 'tableUnknown'

/** What was expected was once always the share of working time that had passed. */
interface StraightQuota extends Omit<DigestQuota, 'expectedShare' | 'expectedBy' | 'isTooEarly'> {
  elapsedShare: number | null
}

interface FrozenDigest extends Omit<Digest, 'quota' | 'named'> {
  quota: DigestQuota | StraightQuota | null
  visibility?: Visibility
  /** Accounts once had no metrics of their own. */
  named?: Digest['named']
}

/**
 * A message as this version or an earlier one stored it. Digests once contained names that were only left out when the digest was
 * drawn, and the visibility that decided this.
 */
export type FrozenMessage =
  | Exclude<Message, { digest: Digest }>
  | { kind: 'digest'; digest: FrozenDigest }
  | { kind: 'digestTable'; digest: FrozenDigest; first: number; count: number }

/** A stored message without the names that may not be shown. */
export function thawed(message: FrozenMessage): Message {
  if (message.kind === 'digestProblem') return message
  const { quota, named = [], ...digest } = message.digest
  const whole = { ...digest, named, quota: quota && withExpected(quota) }
  return { ...message, digest: withoutHiddenNames(whole) }
}

function withExpected(quota: DigestQuota | StraightQuota): DigestQuota {
  if (!('elapsedShare' in quota)) return quota
  const { elapsedShare, ...rest } = quota
  return { ...rest, expectedShare: elapsedShare, expectedBy: 'straight', isTooEarly: false }
}

/** Drops the most improved rep, since an old digest does not show whether it was a rep in the top or a namesake. */
function withoutHiddenNames({
  visibility = 'named',
  ...digest
}: Digest & { visibility?: Visibility }): Digest {
  if (visibility === 'named') return digest
  const worthKnowing = digest.worthKnowing?.kind === 'mostImproved' ? null : digest.worthKnowing
  return { ...digest, board: visibility === 'top' ? digest.board : null, worthKnowing, table: null }
}
