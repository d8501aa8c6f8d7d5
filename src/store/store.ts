/** The store converts facts, tallies and deliveries to rows and back: SQLite in a file, or PostgreSQL. */
import { existsSync } from 'node:fs'
import { sql } from 'kysely'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'
import { createAudit } from './audit.ts'
import { createBudgets } from './budgets.ts'
import { createCursors } from './cursors.ts'
import { createDealDetails } from './deal-details.ts'
import { createDealReads } from './deal-reads.ts'
import { createDeliveries } from './deliveries.ts'
import { createDirectory } from './directory.ts'
import { type Engine, readTime } from './engine.ts'
import { NoStoreError } from './errors.ts'
import { createFacts } from './facts.ts'
import { createInsights } from './insights.ts'
import { createLastQuestions } from './last-questions.ts'
import { checkLease, createLeases } from './leases.ts'
import { appliedMigrations, hasTables, migrate } from './migrate.ts'
import { createPasses } from './passes.ts'
import { createRules } from './rules.ts'
import { createSettings } from './settings.ts'
import { createSlots } from './slots.ts'
import { lockFile, openSqlite } from './sqlite.ts'
import { createSignatures } from './state.ts'
import { createTallies } from './tallies.ts'

export type StoreAddress = { kind: 'sqlite'; path: string } | { kind: 'postgres'; url: string }

export interface StoreOptions {
  mustExist?: boolean
  /** Replaces the database's own clock, which decides about leases and what is due. For tests. */
  clock?: Clock
}

/**
 * Opens the database and migrates its tables. Throws `NewerSchemaError` when a newer program wrote it, and
 * `DatabaseAddressError` when a PostgreSQL does not accept the connection or a file cannot be used. Where there is no
 * store yet one is made, or, with `mustExist`, `NoStoreError` thrown.
 */
export function openStore(address: StoreAddress, options: StoreOptions = {}): Promise<Store> {
  return address.kind === 'sqlite'
    ? openOnSqlite(address.path, options)
    : openOnPostgres(address.url, options)
}

async function openOnSqlite(path: string, { mustExist, clock }: StoreOptions): Promise<Store> {
  if (mustExist && !existsSync(path)) throw noStoreAt(path)
  return migrated(timedBy(openSqlite(path), clock), mustExist ? path : null)
}

/** Loads the PostgreSQL client only when it is used. */
async function openOnPostgres(url: string, { mustExist, clock }: StoreOptions): Promise<Store> {
  const { checkAddress, explainedRefusal } = await import('./database-faults.ts')
  const { openPostgres } = await import('./postgres.ts')
  await checkAddress(url)
  try {
    const engine = timedBy(openPostgres(url), clock)
    return await migrated(engine, mustExist ? 'the database of DATABASE_URL' : null)
  } catch (error) {
    throw explainedRefusal(error, url)
  }
}

function timedBy(engine: Engine, clock: Clock | undefined): Engine {
  return clock ? { ...engine, now: () => sql`cast(${clock.now()} as bigint)` } : engine
}

/** Keeps other processes from writing where only one may: throws `StoreInUseError` if one does. */
export function lockStore(address: StoreAddress): { release(): void } {
  return address.kind === 'sqlite' ? lockFile(address.path) : { release: () => undefined }
}

/** `needed` says where there has to be a store already; `null`: there need not be one. */
async function migrated(engine: Engine, needed: string | null): Promise<Store> {
  try {
    if (needed !== null && !(await hasTables(engine))) throw noStoreAt(needed)
    await migrate(engine)
  } catch (error) {
    await engine.close()
    throw error
  }
  return createStore(engine)
}

function noStoreAt(where: string): NoStoreError {
  return new NoStoreError(
    `There is no store at ${where}. Correct DATABASE_URL, or fill one with 'scoreline sync'.`,
  )
}

/** `plain` is the engine without a guard: leases are taken and given back no matter who has them. */
function createStore(engine: Engine, plain: Engine = engine): Store {
  const rules = createRules(engine)
  return {
    isShared: engine.isShared,
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
    audit: createAudit(engine),
    lastQuestions: createLastQuestions(engine),
    time: () => readTime(engine),
    schemaVersion: async () => (await appliedMigrations(engine)).length,
    under: (lease) => createStore({ ...plain, guard: (tx) => checkLease(plain, tx, lease()) }, plain),
    close: () => engine.close(),
  }
}
