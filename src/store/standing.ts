/** The state that a change of facts starts from, in one read: a page is small, and each statement costs time. */
import { sql } from 'kysely'
import type { Rules } from '../domain/company/rules.ts'
import type { FactType } from '../domain/facts/facts.ts'
import { refuseNewer } from './rules.ts'
import { MATURED_UNTIL } from './state.ts'
import type { Work } from './work.ts'

/** The rules and the moment that facts are counted under. */
export interface Standing {
  /** The rules in force, even if others were adopted after the caller read them. */
  rules: Rules
  /** The moment up to which future meetings already count. */
  maturedUntil: number
}

export interface TypeStanding extends Standing {
  /** The database's time, epoch ms. */
  now: number
  hasAliases: boolean
  hasSkipped: boolean
}

interface StandingRow {
  rules: number | null
  matured: string | null
}

const NEWEST_RULES = sql`(select max(number) from rules)`
const MATURED = sql`(select body from state where key = ${MATURED_UNTIL})`

export async function readStanding(work: Work, known: Rules): Promise<Standing> {
  const { rows } = await sql<StandingRow>`select ${NEWEST_RULES} as rules, ${MATURED} as matured`.execute(
    work.tx,
  )
  return toStanding(work, known, rows[0])
}

/** Also reads whether the type has any aliases and skipped records, so that most pages need not query them. */
export async function readStandingOf(work: Work, known: Rules, type: FactType): Promise<TypeStanding> {
  const { rows } = await sql<
    StandingRow & { now: number; aliased: number | null; skipped: string | null }
  >`select
    ${NEWEST_RULES} as rules, ${MATURED} as matured, ${work.engine.now} as now,
    (select id from aliases where type = ${type} limit 1) as aliased,
    (select id from skipped_records where type = ${type} limit 1) as skipped`.execute(work.tx)
  const standing = await toStanding(work, known, rows[0])
  const [row] = rows
  if (!row) throw new Error('a select without a table gives one row')
  return { ...standing, now: row.now, hasAliases: row.aliased !== null, hasSkipped: row.skipped !== null }
}

async function toStanding(
  { rules, tx }: Work,
  known: Rules,
  row: StandingRow | undefined,
): Promise<Standing> {
  const number = row?.rules ?? known.number
  const inForce = number > known.number ? await rules.byNumber(tx, number) : known
  refuseNewer(inForce)
  return {
    rules: inForce,
    maturedUntil: Number(row?.matured ?? 0),
  }
}
