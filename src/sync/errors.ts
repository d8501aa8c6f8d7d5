/** A fault that only shows when what is stored meets what HubSpot answers. It counts as one of HubSpot's. */
import type { SourceError } from '../ports.ts'

/** The stored cursor lies after HubSpot's own time, so that every pass from it would find nothing. */
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
