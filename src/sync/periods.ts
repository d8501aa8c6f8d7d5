/** Accounts, people and pipelines change seldom. */
export const DIRECTORY_EVERY_MS = 3_600_000

/** Whether something last read at `lastAt` is due. A moment still to come is a clock that was set back: due as well. */
export function isDue(lastAt: number | null, everyMs: number, now: number): boolean {
  return lastAt === null || lastAt > now || now - lastAt >= everyMs
}
