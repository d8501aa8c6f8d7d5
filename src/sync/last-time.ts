import type { Cursor } from '../ports/fact-store.ts'

/**
 * Up to when a pass says that it was made; `null` where it was never made, and where that lies after the cursor, which it
 * does only when HubSpot's time once was wrong.
 */
export function lastTime(told: number | null | undefined, { asOf }: Pick<Cursor, 'asOf'>): number | null {
  return typeof told === 'number' && asOf !== null && told <= asOf ? told : null
}
