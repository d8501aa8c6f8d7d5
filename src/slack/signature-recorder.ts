/** Records that requests are signed with the configured secret, which `doctor` reports. */
import type { Clock, Log } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'

/** The time of the last valid signature is stored at most this often. */
const RECORD_EVERY_MS = 600_000

export interface SignatureRecorderPorts {
  signatures: Store['signatures']
  clock: Clock
  log: Log
  /** Identifies the secret and does not reveal it. */
  secretId: string
}

/** To be called for each request with a valid signature. */
export function createSignatureRecorder({ signatures, clock, log, secretId }: SignatureRecorderPorts) {
  let recordedAt = Number.NEGATIVE_INFINITY
  return () => {
    const now = clock.now()
    if (now - recordedAt < RECORD_EVERY_MS) return
    recordedAt = now
    signatures
      .noteVerified(secretId, now)
      .catch((error: unknown) => log.warn({ err: error }, 'could not record that a signature was valid'))
  }
}
