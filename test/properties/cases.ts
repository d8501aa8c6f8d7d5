/**
 * The cases that a property tries: always the same ones, so failures are reproducible; ten times as many in a long run.
 */
const IS_LONG = process.env['SCORELINE_TEST_LONG'] === '1'

/** Set another number to try other cases. */
const SEED = Number(process.env['SCORELINE_TEST_SEED'] ?? 20_261_122)

export function cases(count: number): { numRuns: number; seed: number } {
  return { numRuns: IS_LONG ? 10 * count : count, seed: SEED }
}

/** A time-out that is long enough for ten times as many cases on a busy machine. */
export const LONG_MS = 300_000
