import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

const OUTCOME = 'call_outcome:'
/** The outcome name of calls without an outcome. */
const NONE = `${OUTCOME}none`

/**
 * The outcomes that have tallies. Each step seeks the next name in the key, so there are as many steps as names,
 * however many days and reps there are. A range would not work, since databases order `:` and `_` differently.
 */
export async function readOutcomes(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ tally: string }>`with recursive names (tally) as (
      select min(tally) from tallies
      union all
      select (select min(tallies.tally) from tallies where tallies.tally > names.tally)
        from names where names.tally is not null
    ) select tally from names where tally is not null`.execute(db)
  return rows.flatMap(({ tally }) =>
    tally.startsWith(OUTCOME) && tally !== NONE ? tally.slice(OUTCOME.length) : [],
  )
}
