import type { Clock } from '../ports/clock.ts'
import type { PostOutcome } from '../ports/messenger.ts'
import type { Clients } from './clients.ts'
import { outcomeOfError } from './post-outcome.ts'

/** Why a conversation may not be posted to; `null` when it may. */
export interface Channels {
  refusal(channel: string): Promise<PostOutcome | null>
}

const KEPT_MS = 30_000
const RETRY_MS = 5_000

/** Figures never go to a channel that people of another organisation read. Asked before each send; a digest and its thread ask once. */
export function createChannels({ lookups }: Pick<Clients, 'lookups'>, clock: Clock): Channels {
  const allowed = new Map<string, number>()

  async function ask(channel: string): Promise<PostOutcome | null> {
    try {
      const { channel: found } = await lookups.conversations.info({ channel })
      if (found?.is_ext_shared || found?.is_pending_ext_shared) return shared
      allowed.set(channel, clock.now())
      return null
    } catch (error) {
      const outcome = outcomeOfError(error)
      // Only the look failed: nothing was posted, whatever became of it.
      return outcome.kind === 'uncertain'
        ? { kind: 'retry', afterMs: RETRY_MS, error: outcome.error }
        : outcome
    }
  }

  return {
    async refusal(channel) {
      if (isDirect(channel)) return null
      const since = allowed.get(channel)
      if (since !== undefined && clock.now() - since < KEPT_MS) return null
      allowed.delete(channel)
      return ask(channel)
    },
  }
}

const shared: PostOutcome = {
  kind: 'failed',
  error: 'channel_shared: people of another organisation read this channel: choose an internal one',
}

/** A person's id, or a direct message: only members of the workspace are written to. */
export function isDirect(channel: string): boolean {
  return /^[DUW]/.test(channel)
}
