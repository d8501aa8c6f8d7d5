/** The store's own progress, kept as small documents. */
import type { Kysely } from 'kysely'
import { isSyncedType, type SyncedType } from '../domain/facts/facts.ts'
import type { SignatureStore } from '../ports/store.ts'
import { type Engine, inTransaction, type Tx } from './engine.ts'
import type { Tables } from './tables.ts'

export const MATURED_UNTIL = 'matured_until'
const RETALLY = 'retally'
const RETALLIED_UNDER = 'retallied_under'
const VERIFIED = 'signature_verified'

/** Re-tally progress: under which rules, which types are left, and up to which id of the first of these. */
export interface RetallyPosition {
  rules: number
  types: SyncedType[]
  afterId: number
  done: number
  /** The number of facts when it began. */
  total: number
  /** The own metrics that earlier rules counted otherwise or not at all. */
  metrics: string[]
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

/** `undefined` before the first re-tally, and where an earlier version left a position that it would have gone on from. */
export async function readRetally(db: Kysely<Tables>): Promise<RetallyPosition | undefined> {
  const body = await read(db, RETALLY)
  if (body === undefined || !body.includes('/')) return undefined
  const [numbers = '', types = '', metrics = ''] = body.split('/')
  const [rules = 0, afterId = 0, done = 0, total = 0] = numbers.split(' ').map(Number)
  const own = metrics === '' ? [] : metrics.split(' ')
  return { rules, types: types.split(' ').filter(isSyncedType), afterId, done, total, metrics: own }
}

export function writeRetally(tx: Tx, position: RetallyPosition): Promise<void> {
  const { rules, types, afterId, done, total, metrics } = position
  return write(tx, RETALLY, `${rules} ${afterId} ${done} ${total}/${types.join(' ')}/${metrics.join(' ')}`)
}

/** The rules under which the last whole re-tally ended. Nothing is older than the first rules. */
export async function readRetalliedUnder(db: Kysely<Tables>): Promise<number> {
  return Number((await read(db, RETALLIED_UNDER)) ?? 1)
}

export function writeRetalliedUnder(tx: Tx, rules: number): Promise<void> {
  return write(tx, RETALLIED_UNDER, String(rules))
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
