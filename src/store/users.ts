/** HubSpot's users as last read, and what is kept of out-of-office hours that vanished from HubSpot. */
import type { Kysely } from 'kysely'
import { withKeptSpans, withoutUser } from '../domain/company/leave.ts'
import type { KnownUser, TimeSpan, User } from '../domain/company/people.ts'
import { type Engine, insertRows, replaceAll, type Tx } from './engine.ts'
import { fromJson } from './json.ts'
import type { HubSpotUserRow, Tables } from './tables.ts'

export async function readUsers(db: Kysely<Tables>): Promise<KnownUser[]> {
  const rows = await db.selectFrom('hubspot_users').selectAll().orderBy('user_id').execute()
  return rows.map(toUser)
}

const COLUMNS = ['user_id', 'zone', 'weekdays', 'out_of_office', 'kept', 'updated_at', 'is_listed']

/** Replaces the users by those that HubSpot lists at `at`. One that it no longer lists stays for what is kept of it. */
export async function saveUsers(
  engine: Engine,
  tx: Tx,
  { users, at }: { users: readonly User[]; at: number },
): Promise<void> {
  const known = await readUsers(tx)
  const knownById = new Map(known.map((user) => [user.userId, user]))
  const listed = new Set(users.map(({ userId }) => userId))
  const current = users.map((user) => withKeptSpans(knownById.get(user.userId), user, at))
  const gone = known.filter(({ userId }) => !listed.has(userId))
  const remembered = gone.map((user) => withoutUser(user, at)).filter(({ kept }) => kept.length > 0)
  await tx.deleteFrom('hubspot_users').execute()
  await insertRows(
    { engine, tx },
    { table: 'hubspot_users', columns: COLUMNS, onConflict: replaceAll(['user_id'], COLUMNS) },
    [...current, ...remembered].map(cells),
  )
}

function cells({ userId, zone, weekdays, outOfOffice, kept, updatedAt, isListed }: KnownUser) {
  return [
    userId,
    zone,
    weekdays && JSON.stringify(weekdays),
    JSON.stringify(outOfOffice),
    JSON.stringify(kept),
    updatedAt,
    isListed ? 1 : 0,
  ]
}

function toUser(row: HubSpotUserRow): KnownUser {
  return {
    userId: row.user_id,
    zone: row.zone,
    weekdays: row.weekdays === null ? null : fromJson<number[]>(row.weekdays),
    outOfOffice: fromJson<TimeSpan[]>(row.out_of_office),
    kept: fromJson<TimeSpan[]>(row.kept),
    updatedAt: row.updated_at,
    isListed: row.is_listed === 1,
  }
}
