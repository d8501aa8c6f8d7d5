/** Restatements: changes to closed deals that altered numbers already reported. */
import type { Kysely } from 'kysely'
import { type DealFact, isSyncedType, type SyncedFact } from '../domain/facts/facts.ts'
import type { Restatement } from '../ports/fact-store.ts'
import { type Engine, insertRows, type Tx } from './engine.ts'
import type { Tables } from './tables.ts'

const INSERT = {
  table: 'restatements',
  columns: ['type', 'id', 'reason', 'at'],
  onConflict: '(type, id, reason, at) do nothing',
}

export async function writeRestatements(engine: Engine, tx: Tx, list: readonly Restatement[]): Promise<void> {
  await insertRows(
    { engine, tx },
    INSERT,
    list.map(({ type, id, reason, at }) => [type, Number(id), reason, at]),
  )
}

export async function readRestatements(db: Kysely<Tables>, since: number): Promise<Restatement[]> {
  const rows = await db
    .selectFrom('restatements')
    .selectAll()
    .where('at', '>=', since)
    .orderBy('at')
    .execute()
  return rows.flatMap((row) => {
    const type = isSyncedType(row.type) ? row.type : undefined
    const reason = REASONS.find((name) => name === row.reason)
    return type && reason ? [{ type, id: String(row.id), reason, at: row.at }] : []
  })
}

const REASONS: readonly Restatement['reason'][] = [
  'removed',
  'merged',
  'owner',
  'amount',
  'closeDate',
  'reopened',
]

/** What a new version restates about a closed deal. */
export function restatementsOf(before: SyncedFact, after: SyncedFact, at: number): Restatement[] {
  if (before.type !== 'deals' || after.type !== 'deals' || !isTold(before)) return []
  const reasons: [Restatement['reason'], boolean][] = [
    ['owner', before.ownerId !== after.ownerId],
    ['amount', before.amount !== after.amount || before.homeAmount !== after.homeAmount],
    ['closeDate', before.closesAt !== after.closesAt],
    ['reopened', !isTold(after)],
  ]
  return reasons.flatMap(([reason, is]) => (is ? [{ type: 'deals' as const, id: after.id, reason, at }] : []))
}

/** The restatement for a closed deal that no longer exists. */
export function removalOf(before: SyncedFact, reason: 'removed' | 'merged', at: number): Restatement[] {
  return before.type === 'deals' && isTold(before) ? [{ type: 'deals', id: before.id, reason, at }] : []
}

function isTold(deal: DealFact): boolean {
  return deal.isClosed || deal.isWon
}
