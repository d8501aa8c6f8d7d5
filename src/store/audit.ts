/** The audit: looks at the figures of other people. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Shown, SURFACES } from '../domain/access/look.ts'
import type { AuditStore, PastLook } from '../ports/audit-store.ts'
import { type Engine, insertRows, inTransaction, readTime } from './engine.ts'
import { fromJson } from './json.ts'
import type { AuditRow } from './tables.ts'

const DAY_MS = 86_400_000
const MOST_LOOKS = 1_000

const INSERT = {
  table: 'audit',
  columns: ['id', 'at', 'action', 'actor', 'actor_owner', 'subject', 'what', 'surface'],
  onConflict: '(id) do nothing',
}

export function createAudit(engine: Engine): AuditStore {
  return {
    async recordLooks(looks) {
      const at = await readTime(engine)
      const rows = looks.map(({ actor, actorOwnerId, ownerId, shown, surface }) => {
        const owner = actorOwnerId === null ? null : Number(actorOwnerId)
        return [randomUUID(), at, 'look', actor, owner, ownerId, JSON.stringify(shown), surface]
      })
      await inTransaction(engine, (tx) => insertRows({ engine, tx }, INSERT, rows))
    },
    async looksAt(ownerId, days) {
      const rows = await engine.reader
        .selectFrom('audit')
        .selectAll()
        .where('action', '=', 'look')
        .where('subject', '=', ownerId)
        .where('at', '>=', sql<number>`${engine.now()} - ${sql.lit(days * DAY_MS)}`)
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(MOST_LOOKS)
        .execute()
      return rows.map(toLook)
    },
    forget: (days) =>
      inTransaction(engine, async (tx) => {
        await tx
          .deleteFrom('audit')
          .where('at', '<', sql<number>`${engine.now()} - ${sql.lit(days * DAY_MS)}`)
          .execute()
      }),
  }
}

function toLook({ at, actor, actor_owner, subject, what, surface }: AuditRow): PastLook {
  return {
    at,
    actor,
    actorOwnerId: actor_owner === null ? null : String(actor_owner),
    ownerId: subject,
    shown: fromJson<Shown>(what),
    surface: SURFACES.find((known) => known === surface) ?? 'command',
  }
}
