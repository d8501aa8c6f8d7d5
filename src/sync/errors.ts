/** Faults of reading itself. */
import type { SourceError } from '../ports/source.ts'

/** Reading was stopped where it stood; nothing is wrong, and the next one goes on from there. */
export class SyncStoppedError extends Error {
  override readonly name = 'SyncStoppedError'

  constructor() {
    super('Stopped. The next sync goes on from here.')
  }
}

/** Counts as one of HubSpot's faults. The stored cursor lies after HubSpot's own time, so that every pass from it would find nothing. */
export class FutureCursorError extends Error implements SourceError {
  override readonly name = 'FutureCursorError'
  readonly fault = 'refused'

  constructor(asOf: number, serverTime: number) {
    const minutes = Math.round((asOf - serverTime) / 60_000)
    super(
      `The cursor lay ${minutes} minutes after HubSpot's time. It was set back; the next poll reads again from there.`,
    )
  }
}
