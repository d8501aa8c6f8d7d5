/** The store's own progress, kept as small documents. */
import type { Kysely } from 'kysely'
import type { SignatureStore } from '../ports/store.ts'
import { type Engine, inTransaction, type Tx } from './engine.ts'
import type { Tables } from './tables.ts'

export const MATURED_UNTIL = 'matured_until'
const RETALLY = 'retally'
const VERIFIED = 'signature_verified'

/** Re-tally progress: under which rules, in which type and up to which id of it. */
export interface RetallyPosition {
  rules: number
  type: number
  afterId: number
  done: number
  /** The number of facts when it began. */
  total: number
}

async function read(db: Kysely<Tables>, key: string): Promise<string | undefined> {
  const row = await db.selectFrom('state').select('body').where('key', '=', key).executeTakeFirst()
  return row?.body
}

async function write(tx: Tx, key: string, body: string): Promise<void> {
  await tx
    .insertInto('state')
    .values({ key, body })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ body }))
    .execute()
}

/** The moment up to which future meetings count in the stored tallies. */
export async function readMaturedUntil(db: Kysely<Tables>): Promise<number> {
  return Number((await read(db, MATURED_UNTIL)) ?? 0)
}

export function writeMaturedUntil(tx: Tx, instant: number): Promise<void> {
  return write(tx, MATURED_UNTIL, String(instant))
}

export async function readRetally(db: Kysely<Tables>): Promise<RetallyPosition | undefined> {
  const body = await read(db, RETALLY)
  if (body === undefined) return undefined
  const [rules = 0, type = 0, afterId = 0, done = 0, total = 0] = body.split(' ').map(Number)
  return { rules, type, afterId, done, total }
}

export function writeRetally(tx: Tx, { rules, type, afterId, done, total }: RetallyPosition): Promise<void> {
  return write(tx, RETALLY, `${rules} ${type} ${afterId} ${done} ${total}`)
}

export function createSignatures(engine: Engine): SignatureStore {
  return {
    async lastVerified(secretId) {
      const [id, at] = ((await read(engine.reader, VERIFIED)) ?? '').split(' ')
      return id === secretId && at !== undefined ? Number(at) : null
    },
    noteVerified: (secretId, at) => inTransaction(engine, (tx) => write(tx, VERIFIED, `${secretId} ${at}`)),
  }
}
