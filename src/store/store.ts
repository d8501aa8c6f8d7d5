/** The store converts facts, tallies and deliveries to rows and back: SQLite in a file, or PostgreSQL. */
import type { Store } from '../ports/store.ts'
import { createBudgets } from './budgets.ts'
import { createCursors } from './cursors.ts'
import { createDealDetails } from './deal-details.ts'
import { createDealReads } from './deal-reads.ts'
import { createDeliveries } from './deliveries.ts'
import { createDirectory } from './directory.ts'
import { type Engine, readTime } from './engine.ts'
import { createFacts } from './facts.ts'
import { createInsights } from './insights.ts'
import { checkLease, createLeases } from './leases.ts'
import { appliedMigrations, migrate } from './migrate.ts'
import { createPasses } from './passes.ts'
import { createRules } from './rules.ts'
import { createSettings } from './settings.ts'
import { createSlots } from './slots.ts'
import { openSqlite } from './sqlite.ts'
import { createSignatures } from './state.ts'
import { createTallies } from './tallies.ts'

export type StoreAddress = { kind: 'sqlite'; path: string } | { kind: 'postgres'; url: string }

/**
 * Opens the database and migrates its tables. Throws `NewerSchemaError` when a newer program wrote it, and
 * `DatabaseAddressError` when a PostgreSQL does not accept the connection.
 */
export function openStore(address: StoreAddress): Promise<Store> {
  return address.kind === 'sqlite' ? migrated(openSqlite(address.path)) : openOnPostgres(address.url)
}

/** Loads the PostgreSQL client only when it is used. */
async function openOnPostgres(url: string): Promise<Store> {
  const { checkAddress, explainedRefusal } = await import('./database-faults.ts')
  const { openPostgres } = await import('./postgres.ts')
  await checkAddress(url)
  try {
    return await migrated(openPostgres(url))
  } catch (error) {
    throw explainedRefusal(error, url)
  }
}

async function migrated(engine: Engine): Promise<Store> {
  try {
    await migrate(engine)
  } catch (error) {
    await engine.close()
    throw error
  }
  return createStore(engine)
}

/** `plain` is the engine without a guard: leases are taken and given back no matter who has them. */
function createStore(engine: Engine, plain: Engine = engine): Store {
  const rules = createRules(engine)
  return {
    directory: createDirectory(engine),
    settings: createSettings(engine),
    rules,
    facts: createFacts(engine, rules),
    tallies: createTallies(engine, rules),
    cursors: createCursors(engine),
    passes: createPasses(engine),
    dealDetails: createDealDetails(engine, rules),
    deals: createDealReads(engine),
    leases: createLeases(plain),
    budgets: createBudgets(plain),
    insights: createInsights(engine, rules),
    deliveries: createDeliveries(engine),
    slots: createSlots(engine),
    signatures: createSignatures(engine),
    time: () => readTime(engine),
    schemaVersion: async () => (await appliedMigrations(engine)).length,
    under: (lease) => createStore({ ...plain, guard: (tx) => checkLease(plain, tx, lease()) }, plain),
    close: () => engine.close(),
  }
}
