import type { Clock } from '../ports/clock.ts'
import type { Refusal } from '../ports/messenger.ts'
import type { Clients } from './clients.ts'
import { type Limiter, SlackBusyError } from './limiter.ts'
import { createLooks } from './looks.ts'
import { outcomeOfError } from './post-outcome.ts'

/** Figures never go to a channel that people of another organisation read. */
export interface Channels {
  /** Why a conversation may not be posted to; `null` when it may. */
  refusal(channel: string): Promise<Refusal | null>
  /** Looks at those that were not seen for `maxAgeMs`, where that holds; ends where Slack takes no more calls. */
  renew(channels: readonly string[], maxAgeMs: number): Promise<void>
  /** A channel is not what was seen any more. */
  end(channel: string): void
  endAll(): void
}

export interface ChannelPorts {
  clients: Pick<Clients, 'lookups'>
  clock: Clock
  limiter: Limiter
  heldMs: () => number
}

/** Well within the time for which whoever posts has taken the message on. */
const PATIENCE_MS = 20_000
const RETRY_MS = 5_000

export function createChannels({ clients, clock, limiter, heldMs }: ChannelPorts): Channels {
  async function look(channel: string): Promise<Refusal | null> {
    try {
      const ask = () => clients.lookups.conversations.info({ channel })
      const { channel: found } = await limiter.run(ask, PATIENCE_MS)
      return found?.is_ext_shared || found?.is_pending_ext_shared ? SHARED : null
    } catch (error) {
      return refusalOf(error)
    }
  }

  const looks = createLooks({ look, clock, heldMs, mayHold: (refusal) => refusal === null })
  return {
    ...looks,
    async refusal(channel) {
      return isDirect(channel) ? null : looks.get(channel)
    },
    async renew(channels, maxAgeMs) {
      for (const channel of channels.filter((one) => !isDirect(one))) {
        if (heldMs() === 0) return
        const refusal = await looks.get(channel, maxAgeMs)
        if (refusal?.kind === 'retry') return
      }
    },
  }
}

const SHARED: Refusal = {
  kind: 'failed',
  error: 'channel_shared: people of another organisation read this channel: choose an internal one',
}

/** Only the look failed: nothing was posted, whatever became of it. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof SlackBusyError) return { kind: 'retry', afterMs: error.waitMs, error: error.message }
  const outcome = outcomeOfError(error)
  if (outcome.kind !== 'uncertain') return outcome
  return { kind: 'retry', afterMs: RETRY_MS, error: outcome.error }
}

/** A person's id, or a direct message: only members of the workspace are written to. */
export function isDirect(channel: string): boolean {
  return /^[DUW]/.test(channel)
}
