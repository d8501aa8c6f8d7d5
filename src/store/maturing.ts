/** Maturing: future meetings begin to count as the clock moves on. */
import { type Kysely, sql } from 'kysely'
import { type Engine, inOrder } from './engine.ts'
import { type Row, toStored } from './fact-tables.ts'
import { SLICE, withRules } from './replace-facts.ts'
import type { KeptRules } from './rules.ts'
import { readMaturedUntil, writeMaturedUntil } from './state.ts'
import type { Tables } from './tables.ts'
import { tallyChanges } from './tally-changes.ts'
import type { WriteContext } from './write-context.ts'

/** Advances the store's clock in slices and adds what begins to count along the way. */
export async function mature(engine: Engine, rules: KeptRules, now: number): Promise<number> {
  let matured = 0
  for (;;) {
    const slice = await inOrder(engine, (tx) => matureSlice({ engine, tx, rules }, now))
    matured += slice.facts
    if (slice.until >= now) return matured
  }
}

async function matureSlice(
  { engine, tx, rules }: WriteContext,
  now: number,
): Promise<{ facts: number; until: number }> {
  const from = await readMaturedUntil(tx)
  if (from >= now) return { facts: 0, until: now }
  const { rows: bounds } = await sql<Row>`select counts_from from meetings where counts_from > ${from}
    and counts_from <= ${now} order by counts_from limit 1 offset ${SLICE - 1}`.execute(tx)
  const bound = bounds[0]?.['counts_from']
  const until = typeof bound === 'number' ? bound : now
  const due = await meetingRows(tx, from, until)
  const changes = tallyChanges()
  for (const row of due) {
    const { fact, rules: under } = await withRules(toStored('meetings', row), rules, tx)
    changes.countMaturing(fact, under, { from, until })
  }
  await changes.write(engine, tx)
  await writeMaturedUntil(tx, until)
  return { facts: due.length, until }
}

/** Meetings that begin to count after `from`, up to and including `until`. */
async function meetingRows(db: Kysely<Tables>, from: number, until: number): Promise<Row[]> {
  const query = sql<Row>`select * from meetings where counts_from > ${from} and counts_from <= ${until}`
  return (await query.execute(db)).rows
}
