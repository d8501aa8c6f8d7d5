import type { Cursor } from '../ports/fact-store.ts'

/**
 * The time up to which a pass was last made. `null` if it was never made, or if the stored time is later than the
 * cursor, which happens only when HubSpot's time was once wrong.
 */
export function lastTime(told: number | null | undefined, { asOf }: Pick<Cursor, 'asOf'>): number | null {
  return typeof told === 'number' && asOf !== null && told <= asOf ? told : null
}
