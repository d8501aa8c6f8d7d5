/** Migrates the tables to the version the program knows: once, at start, under a lock. A newer version is refused. */
import { Migrator } from 'kysely/migration'
import type { Engine } from './engine.ts'
import { NewerSchemaError } from './errors.ts'
import { initial } from './migrations/0001-initial.ts'
import { slotDeliveries } from './migrations/0002-slot-deliveries.ts'
import { goalsAsRead } from './migrations/0003-goals-as-read.ts'
import { savedAt } from './migrations/0004-saved-at.ts'
import { hubSpotUsers } from './migrations/0005-hubspot-users.ts'
import { declaredProperties } from './migrations/0006-declared-properties.ts'
import { documentVersions } from './migrations/0007-document-versions.ts'
import { audit } from './migrations/0008-audit.ts'
import { lastQuestions } from './migrations/0009-last-questions.ts'
import { refuseForeignTables } from './own-tables.ts'

function migrationsFor(engine: Engine) {
  return {
    '0001-initial': initial(engine.dialect),
    '0002-slot-deliveries': slotDeliveries,
    '0003-goals-as-read': goalsAsRead,
    '0004-saved-at': savedAt,
    '0005-hubspot-users': hubSpotUsers,
    '0006-declared-properties': declaredProperties,
    '0007-document-versions': documentVersions,
    '0008-audit': audit,
    '0009-last-questions': lastQuestions,
  }
}

/** Throws `NewerSchemaError` when a newer program wrote the database. */
export function migrate(engine: Engine): Promise<void> {
  // A long read may lock a table for longer than a transaction waits.
  return engine.retrying(() => migrateOnce(engine))
}

async function migrateOnce(engine: Engine): Promise<void> {
  const known = migrationsFor(engine)
  await refuseNewer(engine, Object.keys(known))
  await refuseForeignTables(engine)
  const migrator = new Migrator({ db: engine.writer, provider: { getMigrations: async () => known } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

async function refuseNewer(engine: Engine, known: readonly string[]): Promise<void> {
  const applied = await appliedMigrations(engine)
  const unknown = applied.filter((name) => !known.includes(name))
  if (unknown.length === 0) return
  // Without the first one of ours they are another program's, whose tables tell.
  if (!applied.includes('0001-initial')) return refuseForeignTables(engine)
  throw new NewerSchemaError(
    `The database was written by a newer Scoreline (it has ${unknown.join(', ')}). Start that version, or restore a backup.`,
  )
}

/** The names of the migrations applied to the database, in order. */
export async function appliedMigrations(engine: Engine): Promise<string[]> {
  if (!(await hasTables(engine))) return []
  const rows = await engine.writer
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute()
  return rows.map((row) => row.name)
}

/** Whether it is a store at all, of whatever version. */
export async function hasTables(engine: Engine): Promise<boolean> {
  return (await engine.tableNames()).includes('kysely_migration')
}
