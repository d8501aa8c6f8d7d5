/** Accounts, people and pipelines seldom change. */
export const DIRECTORY_EVERY_MS = 3_600_000

/**
 * Whether something last read at `lastAt` is due. A future moment means that the clock was set back, so it is due as
 * well.
 */
export function isDue(lastAt: number | null, everyMs: number, now: number): boolean {
  return lastAt === null || lastAt > now || now - lastAt >= everyMs
}
