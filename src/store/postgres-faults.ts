/** Faults of PostgreSQL: which of them may pass, how long they are waited out, and which mean a lost connection. */
import { setTimeout as sleep } from 'node:timers/promises'
import { DiskError } from './errors.ts'

/** A restart takes some seconds, a failover up to half a minute. */
const PATIENCE_MS = 30_000
/** A process that was frozen for longer than that still gets this many tries. */
const LEAST_TRIES = 4
const FIRST_PAUSE_MS = 20
const LONGEST_PAUSE_MS = 1_000

/** An address that has never answered is wrong, and this is reported at once. */
export async function tryAgain<T>(work: () => Promise<T>, hasConnected: () => boolean): Promise<T> {
  const giveUpAt = performance.now() + PATIENCE_MS
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (!hasConnected() || !mayPass(error)) throw explainedDisk(error)
      if (tries >= LEAST_TRIES && performance.now() > giveUpAt) throw error
    }
    await sleep(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries))
  }
}

/** PostgreSQL's codes for a lock time-out, a deadlock, and a server that accepts no more connections. */
const CROWDED = ['55P03', '40P01', '53300']
/**
 * Codes for a transaction that idled too long, and for a server that is shutting down, has crashed or is not up yet.
 */
const ENDED = ['25P03', '57P01', '57P02', '57P03']
const NETWORK = ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN']
/** pg's errors for a closed socket have no code. */
const CLOSED = /^(Connection terminated|Client has encountered a connection error)/

/** What is wrong with the disk of the server, in words; any other fault as it is. */
function explainedDisk(error: unknown): unknown {
  if (codeOf(error) !== '53100') return error
  return new DiskError(
    'The disk of the PostgreSQL server is full. Make room; what was saved before is still there.',
    {
      cause: error,
    },
  )
}

function mayPass(error: unknown): boolean {
  return CROWDED.includes(codeOf(error)) || isConnectionLost(error)
}

export function isConnectionLost(error: unknown): boolean {
  const code = codeOf(error)
  if (ENDED.includes(code) || NETWORK.includes(code) || code.startsWith('08')) return true
  return error instanceof Error && CLOSED.test(error.message)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
