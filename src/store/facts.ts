/** Facts: each is saved together with the difference that it makes to the tallies, in one transaction. */
import { type Kysely, sql } from 'kysely'
import {
  type DealFact,
  type Fact,
  type FactType,
  isSyncedType,
  type SyncedType,
} from '../domain/facts/facts.ts'
import type { FactStore } from '../ports/fact-store.ts'
import { type Engine, inOrder } from './engine.ts'
import { factsOf, type Row, toStored } from './fact-tables.ts'
import { factsBehind } from './facts-behind.ts'
import { forgetFacts } from './forget-facts.ts'
import { createGroupCommit } from './group-commit.ts'
import { mature } from './maturing.ts'
import { readRestatements } from './restatements.ts'
import { retally } from './retally.ts'
import { countOutdated, countRows } from './retally-position.ts'
import type { KeptRules } from './rules.ts'
import { savePage } from './save-page.ts'
import type { Tables } from './tables.ts'

export function createFacts(engine: Engine, rules: KeptRules): FactStore {
  const commitInGroup = createGroupCommit(engine)
  return {
    savePage: (page, current) => commitInGroup((tx) => savePage({ engine, tx, rules }, page, current)),
    mature: (now) => mature(engine, rules, now),
    retally: (current, limit) => inOrder(engine, (tx) => retally({ engine, tx, rules }, current, limit)),
    countOutdated: (current) => countOutdated(engine.reader, rules.byNumber, current),
    count: (type) => countRows(engine.reader, type),
    openDealsDue: (from, to) => openDealsDue(engine.reader, from, to),
    skipped: () => skipped(engine.reader),
    countSkipped: () => countSkipped(engine.reader),
    storedIds: (type, afterId, limit) => storedIds(engine.reader, { type, afterId, limit }),
    scan: (type, afterId, limit, owners) => scan(engine, { type, afterId, limit }, owners),
    forget: (type) => inOrder(engine, (tx) => forgetFacts({ engine, tx, rules }, type)),
    restatements: (since) => readRestatements(engine.reader, since),
    behind: (query) => factsBehind(engine, rules, query),
  }
}

async function openDealsDue(db: Kysely<Tables>, from: number, to: number): Promise<DealFact[]> {
  const { rows } = await sql<Row>`select * from deals where is_closed = 0 and is_won = 0
    and closes_at >= ${from} and closes_at < ${to}`.execute(db)
  return rows.map((row) => toStored('deals', row).fact)
}

async function skipped(db: Kysely<Tables>) {
  const rows = await db.selectFrom('skipped_records').selectAll().orderBy('at', 'desc').limit(1000).execute()
  return rows.flatMap(({ type, id, reason, at }) => {
    return isSyncedType(type) ? [{ type, id: id === '?' ? null : id, reason, at }] : []
  })
}

async function countSkipped(db: Kysely<Tables>) {
  const rows = await db
    .selectFrom('skipped_records')
    .select(['type', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('type')
    .execute()
  return rows.flatMap(({ type, count }) => (isSyncedType(type) ? [{ type, count: Number(count) }] : []))
}

interface Slice {
  type: SyncedType
  afterId: string | null
  limit: number
}

async function storedIds(db: Kysely<Tables>, { type, afterId, limit }: Slice): Promise<string[]> {
  const { rows } = await sql<{
    id: number
  }>`select id from ${factsOf(type)} where id > ${Number(afterId ?? -1)}
    order by id limit ${limit}`.execute(db)
  return rows.map(({ id }) => String(id))
}

async function scan(
  engine: Engine,
  { type, afterId, limit }: Slice & { type: FactType },
  owners?: readonly string[],
): Promise<Fact[]> {
  const ofNoneOf = owners
    ? sql`and (owner_id is null or owner_id not in ${engine.list(owners.map(Number))})`
    : sql``
  const { rows } =
    await sql<Row>`select * from ${sql.table(type)} where id > ${Number(afterId ?? -1)} ${ofNoneOf}
    order by id limit ${limit}`.execute(engine.reader)
  return rows.map((row) => toStored(type, row).fact)
}
