/** The state that a change of facts starts from, in one read: a page is small, and each statement costs time. */
import { sql } from 'kysely'
import type { Rules } from '../domain/company/rules.ts'
import { isFactType, type SyncedType } from '../domain/facts/facts.ts'
import { refuseNewer } from './rules.ts'
import { MATURED_UNTIL } from './state.ts'
import type { WriteContext } from './write-context.ts'

/** The rules and the moment that facts are counted under. */
export interface TallyingState {
  /** The rules in force, even if others were adopted after the caller read them. */
  rules: Rules
  /** The moment up to which future meetings already count. */
  maturedUntil: number
}

export interface TypeTallyingState extends TallyingState {
  /** The database's time, epoch ms. */
  now: number
  hasAliases: boolean
  hasSkipped: boolean
  /** Whether the type is one of those that are read. */
  isRead: boolean
}

interface TallyingRow {
  rules: number | null
  matured: string | null
}

const NEWEST_RULES = sql`(select max(number) from rules)`
const MATURED = sql`(select body from state where key = ${MATURED_UNTIL})`

export async function readTallyingState(context: WriteContext, known: Rules): Promise<TallyingState> {
  const { rows } = await sql<TallyingRow>`select ${NEWEST_RULES} as rules, ${MATURED} as matured`.execute(
    context.tx,
  )
  return toTallyingState(context, known, rows[0])
}

/** Also reads whether the type has aliases and skipped records, so that most pages need not query them. */
export async function readTallyingStateOf(
  context: WriteContext,
  known: Rules,
  type: SyncedType,
): Promise<TypeTallyingState> {
  const { rows } = await sql<
    TallyingRow & { now: number; aliased: number | null; skipped: string | null; listed: string | null }
  >`select
    ${NEWEST_RULES} as rules, ${MATURED} as matured, ${context.engine.now()} as now,
    (select id from aliases where type = ${type} limit 1) as aliased,
    (select id from skipped_records where type = ${type} limit 1) as skipped,
    (select type from cursors where type = ${type}) as listed`.execute(context.tx)
  const tallying = await toTallyingState(context, known, rows[0])
  const [row] = rows
  if (!row) throw new Error('a select without a table gives one row')
  const [hasAliases, hasSkipped] = [row.aliased !== null, row.skipped !== null]
  return {
    ...tallying,
    now: row.now,
    hasAliases,
    hasSkipped,
    isRead: isFactType(type) || row.listed !== null,
  }
}

async function toTallyingState(
  { rules, tx }: WriteContext,
  known: Rules,
  row: TallyingRow | undefined,
): Promise<TallyingState> {
  const number = row?.rules ?? known.number
  const inForce = number > known.number ? await rules.byNumber(tx, number) : known
  refuseNewer(inForce)
  return {
    rules: inForce,
    maturedUntil: Number(row?.matured ?? 0),
  }
}
