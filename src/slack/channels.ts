import type { Clock } from '../ports/clock.ts'
import type { Refusal } from '../ports/messenger.ts'
import type { Clients } from './clients.ts'
import { type Limiter, SlackBusyError } from './limiter.ts'
import { createLookupCache } from './lookup-cache.ts'
import { outcomeOfError } from './post-outcome.ts'

/** Makes sure that figures never go to a channel that another organisation can read. */
export interface Channels {
  /** Why a conversation must not be posted to; `null` if posting is fine. */
  refusal(channel: string): Promise<Refusal | null>
  /**
   * Looks again at the channels not looked at within `maxAgeMs`. Does nothing while results may not be kept, and stops
   * as soon as a look has to be retried.
   */
  renew(channels: readonly string[], maxAgeMs: number): Promise<void>
  /** Forgets a channel that has changed. */
  forget(channel: string): void
  forgetAll(): void
}

export interface ChannelPorts {
  clients: Pick<Clients, 'lookups'>
  clock: Clock
  limiter: Limiter
  ttlMs: () => number
}

/** Well within the time for which a poster's claim on the message lasts. */
const PATIENCE_MS = 20_000
const RETRY_MS = 5_000

export function createChannels({ clients, clock, limiter, ttlMs }: ChannelPorts): Channels {
  async function look(channel: string): Promise<Refusal | null> {
    try {
      const ask = () => clients.lookups.conversations.info({ channel })
      const { channel: found } = await limiter.run(ask, PATIENCE_MS)
      return found?.is_ext_shared || found?.is_pending_ext_shared ? SHARED : null
    } catch (error) {
      return refusalOf(error)
    }
  }

  const cache = createLookupCache({ look, clock, ttlMs, mayKeep: (refusal) => refusal === null })
  return {
    ...cache,
    async refusal(channel) {
      return isDirect(channel) ? null : cache.get(channel)
    },
    async renew(channels, maxAgeMs) {
      for (const channel of channels.filter((one) => !isDirect(one))) {
        if (ttlMs() === 0) return
        const refusal = await cache.get(channel, maxAgeMs)
        if (refusal?.kind === 'retry') return
      }
    },
  }
}

const SHARED: Refusal = {
  kind: 'failed',
  error: 'channel_shared: people in another organisation can read this channel: choose an internal one',
}

/** Only the look failed. Nothing was posted, so even an uncertain outcome can be tried again. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof SlackBusyError) return { kind: 'retry', afterMs: error.waitMs, error: error.message }
  const outcome = outcomeOfError(error)
  if (outcome.kind !== 'uncertain') return outcome
  return { kind: 'retry', afterMs: RETRY_MS, error: outcome.error }
}

/** Whether this is a person's id or a direct message. These need no look: only members of the workspace are written to. */
export function isDirect(channel: string): boolean {
  return /^[DUW]/.test(channel)
}
