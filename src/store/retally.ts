/** Re-tallying: recounts, slice by slice, the facts that newer rules count differently. */
import { sql } from 'kysely'
import type { Rules } from '../domain/company/rules.ts'
import { factsOf, type Row, toStored } from './fact-tables.ts'
import { replaceFacts, SLICE } from './replace-facts.ts'
import { leftAt, positionUnder, saveRetally } from './retally-position.ts'
import { readTallyingState } from './tallying-state.ts'
import type { WriteContext } from './write-context.ts'

/** Goes through the types that count differently, in order of id, and remembers its position, so that each slice costs the same. */
export async function retally(context: WriteContext, known: Rules, limit: number): Promise<number> {
  const tallying = await readTallyingState(context, known)
  const current = tallying.rules
  const { tx, rules } = context
  const position = await positionUnder(tx, rules.byNumber, current)
  const [type] = position.types
  if (!type) return 0
  const { rows } = await sql<Row>`select * from ${factsOf(type)} where id > ${position.afterId} order by id
    limit ${Math.min(limit, SLICE)}`.execute(tx)
  const stored = rows.map((row) => toStored(type, row))
  const outdated = stored.filter((one) => one.rules !== current.number)
  const byId = new Map(outdated.map((one) => [one.fact.id, one]))
  await replaceFacts(context, { type, stored: byId, facts: outdated.map((one) => one.fact), tallying })
  const last = stored.at(-1)
  const next = last
    ? { ...position, afterId: Number(last.fact.id), done: position.done + stored.length }
    : { ...position, types: position.types.slice(1), afterId: 0 }
  await saveRetally(tx, next)
  return leftAt(next)
}
