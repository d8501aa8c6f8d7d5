/** Messages: what the bot says of its own accord, frozen in the outbox until it is sent. */
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
