/** What tallies differ by at another moment than the one up to which the store has let facts mature. */

import { type Kysely, sql } from 'kysely'
import { MATURING_TALLIES } from '../domain/facts/maturing.ts'
import { tallied } from '../domain/facts/tallied.ts'
import type { Tally } from '../domain/facts/tally.ts'
import type { TallyDay, TallyQuery } from '../ports/fact-store.ts'
import { type Row, toStored } from './fact-tables.ts'
import type { KeptRules } from './rules.ts'
import { readMaturedUntil } from './state.ts'
import type { Tables } from './tables.ts'

/** Other questions need not look at meetings at all. */
export function isMaturing({ at, tallies }: TallyQuery): boolean {
  return at !== undefined && tallies.some((tally) => MATURING_TALLIES.has(tally))
}

/**
 * The difference between the stored tallies and the moment of the question: meetings that count by then but not yet in
 * the store, or the other way round.
 */
export async function shifts(db: Kysely<Tables>, rules: KeptRules, query: TallyQuery): Promise<TallyDay[]> {
  if (query.at === undefined || !isMaturing(query)) return []
  const maturedUntil = await readMaturedUntil(db)
  if (query.at === maturedUntil) return []
  const [from, until] = [Math.min(query.at, maturedUntil), Math.max(query.at, maturedUntil)]
  const { rows } =
    await sql<Row>`select * from meetings where counts_from > ${from} and counts_from <= ${until}`.execute(db)
  const sign = query.at > maturedUntil ? 1 : -1
  const list: TallyDay[] = []
  for (const row of rows) {
    const stored = toStored('meetings', row)
    const under = await rules.byNumber(db, stored.rules)
    for (const { rep, day, tally, amount, from: countsFrom } of tallied(stored.fact, under)) {
      if (countsFrom !== null && isAsked(query, { rep, day, tally }))
        list.push({ rep, day, tally, amount: sign * amount })
    }
  }
  return list
}

function isAsked(
  query: TallyQuery,
  { rep, day, tally }: { rep: string; day: string; tally: Tally },
): boolean {
  if (!query.tallies.includes(tally) || day < query.from || day >= query.until) return false
  return query.reps === undefined || query.reps.includes(rep)
}
