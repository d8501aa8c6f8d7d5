/** Faults of the sync itself. */
import type { SourceError } from '../ports/source.ts'

/** Reading was stopped midway. Nothing is wrong, and the next sync continues from there. */
export class SyncStoppedError extends Error {
  override readonly name = 'SyncStoppedError'

  constructor() {
    super('Stopped. The next sync goes on from here.')
  }
}

/**
 * The stored cursor is later than HubSpot's own time, so every pass from it would find nothing. Counts as one of
 * HubSpot's faults.
 */
export class FutureCursorError extends Error implements SourceError {
  override readonly name = 'FutureCursorError'
  readonly fault = 'refused'

  constructor(asOf: number, serverTime: number) {
    const minutes = Math.round((asOf - serverTime) / 60_000)
    super(
      `The cursor was ${minutes} minutes ahead of HubSpot's time. It was reset; the next poll reads again from there.`,
    )
  }
}
