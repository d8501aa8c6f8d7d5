/** Documents: small data that is read and replaced as a whole, each a row of JSON. */
import type { Kysely } from 'kysely'
import type {
  Account,
  CallOutcome,
  ExchangeRate,
  NamedObject,
  Pipeline,
  Team,
} from '../domain/company/people.ts'
import type { Goals } from '../domain/quotas/goal.ts'
import { type Engine, insertRows, replaceAll, type Tx } from './engine.ts'
import { fromJson } from './json.ts'
import type { Tables } from './tables.ts'
import { trusted } from './trusted.ts'

/** The content of each document. */
export interface Documents {
  account: Account | null
  teams: Team[]
  pipelines: Pipeline[]
  exchangeRates: ExchangeRate[]
  callOutcomes: CallOutcome[]
  goals: Goals
  objects: NamedObject[]
}

/**
 * Cache of the documents as last read: every question needs the same few, and the goals of a large team take half a
 * megabyte. Identical text parses to identical values, so the cache is never stale.
 */
const kept = new Map<keyof Documents, { body: string; value: unknown }>()

/** Shared by all readers until it changes, and therefore frozen. */
export async function readDocument<P extends keyof Documents>(
  db: Kysely<Tables>,
  part: P,
  none: Documents[P],
): Promise<Documents[P]> {
  const row = await db.selectFrom('documents').select('body').where('part', '=', part).executeTakeFirst()
  if (!row) return none
  const known = kept.get(part)
  if (known?.body === row.body) return trusted(known.value)
  const value = frozen(fromJson<Documents[P]>(row.body))
  kept.set(part, { body: row.body, value })
  return value
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

export async function writeDocument(
  engine: Engine,
  tx: Tx,
  { part, body }: { part: string; body: string },
): Promise<void> {
  const columns = ['part', 'body']
  const onConflict = replaceAll(['part'], columns)
  await insertRows({ engine, tx }, { table: 'documents', columns, onConflict }, [[part, body]])
}
