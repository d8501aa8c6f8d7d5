/** Rules snapshots: written once, numbered and never changed, so that they can be cached in memory. */
import { type Kysely, sql } from 'kysely'
import { keptRules, type Rules, type RulesBody, TALLIES_VERSION } from '../domain/company/rules.ts'
import type { RulesStore } from '../ports/directory-store.ts'
import { type Engine, inOrder, type Tx } from './engine.ts'
import { NewerSchemaError } from './errors.ts'
import { fromJson } from './json.ts'
import { beginRetally, type RulesByNumber } from './retally-position.ts'
import type { Tables } from './tables.ts'

export interface KeptRules extends RulesStore {
  byNumber: RulesByNumber
}

export function createRules(engine: Engine): KeptRules {
  const kept = new Map<number, Rules>()
  async function byNumber(db: Kysely<Tables>, number: number): Promise<Rules> {
    const known = kept.get(number)
    if (known) return known
    const row = await db
      .selectFrom('rules')
      .selectAll()
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    const rules = toRules(row)
    kept.set(number, rules)
    return rules
  }
  return {
    byNumber,
    async current() {
      const { rows } = await sql<{ number: number | null }>`select max(number) as number from rules`.execute(
        engine.reader,
      )
      const number = rows[0]?.number ?? null
      return number === null ? undefined : byNumber(engine.reader, number)
    },
    adopt: (body) => inOrder(engine, (tx) => adopt(tx, body, byNumber)),
  }
}

async function latest(db: Kysely<Tables>): Promise<Rules | undefined> {
  const row = await db.selectFrom('rules').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row && toRules(row)
}

async function adopt(tx: Tx, body: RulesBody, byNumber: RulesByNumber): Promise<Rules> {
  const present = await latest(tx)
  const text = JSON.stringify(body)
  if (present) {
    const { number, ...rest } = present
    if (JSON.stringify(rest) === text) return { number, ...rest }
    refuseNewer(present)
    if (present.version < body.version) await dropTallies(tx)
  }
  const rules = { number: (present?.number ?? 0) + 1, ...body }
  await tx.insertInto('rules').values({ number: rules.number, body: text }).execute()
  if (present) await beginRetally(tx, byNumber, rules)
  return rules
}

/** Throws `NewerSchemaError` if a newer program tallies by rules that this one does not understand. */
export function refuseNewer({ version }: RulesBody): void {
  if (version <= TALLIES_VERSION) return
  throw new NewerSchemaError(
    'A newer Scoreline writes to this database. Stop this one, or start that version.',
  )
}

/** Deletes all tallies. Each fact contributes again when it is tallied under the rules adopted now. */
async function dropTallies(tx: Kysely<Tables>): Promise<void> {
  await tx.deleteFrom('tallies').execute()
  await tx.deleteFrom('tally_months').execute()
}

function toRules(row: { number: number; body: string }): Rules {
  return { ...keptRules(fromJson<RulesBody>(row.body)), number: row.number }
}
