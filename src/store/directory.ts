/** The directory: account, people and other small data as last read, keeping what HubSpot no longer lists. */
import type { Kysely } from 'kysely'
import type { Directory, Owner, Pipeline, Team, TeamMembership } from '../domain/company/people.ts'
import { personsOf } from '../domain/company/persons.ts'
import type { DirectoryStore, Reading } from '../ports/directory-store.ts'
import { type Documents, readDocument, writeDocument } from './documents.ts'
import { type Engine, insertRows, inTransaction, replaceAll, type Tx } from './engine.ts'
import { fromJson } from './json.ts'
import type { OwnerRow, Tables } from './tables.ts'
import { readUsers, saveUsers } from './users.ts'

export function createDirectory(engine: Engine): DirectoryStore {
  const replace = <P extends keyof Documents>(part: P, body: Documents[P]) =>
    inTransaction(engine, (tx) => writeDocument(engine, tx, { part, body: JSON.stringify(body) }))
  return {
    read: () => readDirectory(engine.reader),
    saveAccount: (account) => replace('account', account),
    saveOwners: (owners, teams) => inTransaction(engine, (tx) => saveOwners(engine, tx, { owners, teams })),
    savePipelines: (pipelines) => inTransaction(engine, (tx) => savePipelines(engine, tx, pipelines)),
    saveExchangeRates: (rates) => replace('exchangeRates', [...rates]),
    saveCallOutcomes: (outcomes) => replace('callOutcomes', [...outcomes]),
    saveObjects: (objects) => replace('objects', [...objects]),
    objects: () => readDocument(engine.reader, 'objects', []),
    saveGoals: (goals) => replace('goals', goals),
    goals: () => readDocument(engine.reader, 'goals', { goals: [], unreadable: [] }),
    saveUsers: (users, at) => inTransaction(engine, (tx) => saveUsers(engine, tx, { users, at })),
    readings: () => readReadings(engine.reader),
    saveReading: (reading) => inTransaction(engine, (tx) => saveReading(engine, tx, reading)),
  }
}

async function readDirectory(db: Kysely<Tables>): Promise<Directory> {
  return {
    account: await readDocument(db, 'account', null),
    owners: personsOf(await readOwners(db)),
    teams: await readDocument(db, 'teams', []),
    pipelines: await readDocument(db, 'pipelines', []),
    exchangeRates: await readDocument(db, 'exchangeRates', []),
    callOutcomes: await readDocument(db, 'callOutcomes', []),
    users: await readUsers(db),
    objects: await readDocument(db, 'objects', []),
  }
}

async function readOwners(db: Kysely<Tables>): Promise<Owner[]> {
  const rows = await db.selectFrom('owners').selectAll().orderBy('id').execute()
  return rows.map(toOwner)
}

const OWNER_COLUMNS = [
  'id',
  'user_id',
  'email',
  'first_name',
  'last_name',
  'is_archived',
  'archived_at',
  'updated_at',
  'teams',
]

/** An archived owner keeps the archive instant, names and teams that were known first. */
async function saveOwners(
  engine: Engine,
  tx: Tx,
  { owners, teams }: { owners: readonly Owner[]; teams: readonly Team[] },
): Promise<void> {
  const known = new Map((await readOwners(tx)).map((owner) => [owner.id, owner]))
  const rows = owners.map((owner) => ownerCells(withMemory(owner, known.get(owner.id))))
  await insertRows(
    { engine, tx },
    { table: 'owners', columns: OWNER_COLUMNS, onConflict: replaceAll(['id'], OWNER_COLUMNS) },
    rows,
  )
  await writeDocument(engine, tx, { part: 'teams', body: JSON.stringify(teams) })
}

function withMemory(owner: Owner, known: Owner | undefined): Owner {
  if (!owner.isArchived || !known) return owner
  const hasName = owner.firstName !== '' || owner.lastName !== ''
  return {
    ...owner,
    firstName: hasName ? owner.firstName : known.firstName,
    lastName: hasName ? owner.lastName : known.lastName,
    archivedAt: known.isArchived ? known.archivedAt : owner.updatedAt,
    teams: owner.teams.length > 0 ? owner.teams : known.teams,
  }
}

function ownerCells(owner: Owner) {
  return [
    Number(owner.id),
    owner.userId,
    owner.email,
    owner.firstName,
    owner.lastName,
    owner.isArchived ? 1 : 0,
    owner.isArchived ? (owner.archivedAt ?? owner.updatedAt) : null,
    owner.updatedAt,
    JSON.stringify(owner.teams),
  ]
}

function toOwner(row: OwnerRow): Owner {
  return {
    id: String(row.id),
    userId: row.user_id,
    email: row.email,
    firstName: row.first_name,
    lastName: row.last_name,
    isArchived: row.is_archived === 1,
    archivedAt: row.archived_at,
    updatedAt: row.updated_at,
    teams: fromJson<TeamMembership[]>(row.teams),
  }
}

/** Deals and their history still name pipelines and stages that HubSpot no longer lists. */
async function savePipelines(engine: Engine, tx: Tx, listed: readonly Pipeline[]): Promise<void> {
  const known = await readDocument(tx, 'pipelines', [])
  const gone = known.filter((pipeline) => !listed.some((one) => one.id === pipeline.id))
  const merged = listed.map((pipeline) => {
    const before = known.find((one) => one.id === pipeline.id)?.stages ?? []
    const lost = before.filter((stage) => !pipeline.stages.some((one) => one.id === stage.id))
    return { ...pipeline, stages: [...pipeline.stages, ...lost] }
  })
  await writeDocument(engine, tx, { part: 'pipelines', body: JSON.stringify([...merged, ...gone]) })
}

async function readReadings(db: Kysely<Tables>): Promise<Reading[]> {
  const rows = await db.selectFrom('readings').selectAll().orderBy('part').execute()
  return rows.map((row) => ({ part: row.part, asOf: row.as_of, error: row.error }))
}

async function saveReading(engine: Engine, tx: Tx, reading: Reading): Promise<void> {
  const columns = ['part', 'as_of', 'error']
  const insert = { table: 'readings', columns, onConflict: replaceAll(['part'], columns) }
  await insertRows({ engine, tx }, insert, [[reading.part, reading.asOf, reading.error]])
}
