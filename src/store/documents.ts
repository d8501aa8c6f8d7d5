/** Documents: small data that is read and replaced as a whole, each a row of JSON. */
import { randomUUID } from 'node:crypto'
import { CompiledQuery, type Kysely } from 'kysely'
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
 * Cache of the documents as last read: every question needs the same few, and the goals of a large team take more than a
 * megabyte. Each write gives a document another version, in any database, so the cache is never stale.
 */
const kept = new Map<keyof Documents, { version: string; value: unknown }>()

const queries = new Map<keyof Documents, CompiledQuery>()

/** Made once for each part: each request to HubSpot asks for the version of one of them twice. */
function versionQuery(part: keyof Documents): CompiledQuery {
  const known = queries.get(part) ?? CompiledQuery.raw(`select version from documents where part = '${part}'`)
  queries.set(part, known)
  return known
}

/** Shared by all readers until it changes, and therefore frozen. */
export async function readDocument<P extends keyof Documents>(
  db: Kysely<Tables>,
  part: P,
  none: Documents[P],
): Promise<Documents[P]> {
  const [current] = (await db.executeQuery<{ version: string }>(versionQuery(part))).rows
  const known = kept.get(part)
  if (known && known.version === current?.version) return trusted(known.value)
  const document = db.selectFrom('documents').where('part', '=', part)
  const row = current && (await document.select(['version', 'body']).executeTakeFirst())
  if (!row) return none
  const value = frozen(fromJson<Documents[P]>(row.body))
  kept.set(part, { version: row.version, value })
  return value
}

export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

export async function writeDocument(
  engine: Engine,
  tx: Tx,
  { part, body }: { part: string; body: string },
): Promise<void> {
  const columns = ['part', 'version', 'body']
  const onConflict = replaceAll(['part'], columns)
  await insertRows({ engine, tx }, { table: 'documents', columns, onConflict }, [[part, randomUUID(), body]])
}
