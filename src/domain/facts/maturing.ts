/** Tallies that may begin to count after their fact is stored: those of meetings that still lie ahead. */
import { COUNTED_FLAWS, tallyOf } from './quality-tallies.ts'
import { declaredTally, TALLIES, type Tally } from './tally.ts'

export const MATURING_TALLIES: ReadonlySet<Tally> = new Set<Tally>([
  ...TALLIES.filter((tally) => declaredTally(tally).matures),
  ...COUNTED_FLAWS.filter(({ matures }) => matures).map(tallyOf),
])
