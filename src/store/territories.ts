/**
 * Territories: what deals and contacts contribute to the territories assigned to them, computed from the facts on
 * demand.
 */

import { type Kysely, sql } from 'kysely'
import { type FactType, TERRITORY_TYPES, type TerritoryType } from '../domain/facts/facts.ts'
import { type Contribution, contributions } from '../domain/facts/tallies.ts'
import { isNamedTally, typeOfTally } from '../domain/facts/tally.ts'
import { type CountedTally, isCounted } from '../domain/metrics/metric.ts'
import type { DealTerritory, TerritoryQuery, TerritorySum } from '../ports/insight-store.ts'
import type { Engine } from './engine.ts'
import { type Row, toStored } from './fact-tables.ts'
import type { KeptRules } from './rules.ts'
import { slicesOf } from './slices.ts'
import type { Tables } from './tables.ts'

const FACTS_A_SLICE = 250

type TerritoryFact = ReturnType<typeof toStored<TerritoryType>>

const IS_PLACED = sql`territory is not null and owner_id is not null`

/** The position of a read in order of territory, owner and id. */
interface Place {
  territory: string
  ownerId: number
  id: number
}

const BEGINNING: Place = { territory: '', ownerId: -1, id: -1 }

export async function byTerritory(
  engine: Engine,
  rules: KeptRules,
  query: TerritoryQuery,
): Promise<TerritorySum[]> {
  const sums = new Map<string, TerritorySum>()
  for (const type of typesFor(query.tallies)) {
    const slices = slicesOf<TerritoryFact>(FACTS_A_SLICE, (last) => placedAfter(engine.reader, type, last))
    for await (const slice of slices) {
      for (const { fact, rules: number } of slice) {
        const parts = contributions(fact, await rules.byNumber(engine.reader, number))
        for (const part of parts) if (isAsked(query, part)) add(sums, fact.territory ?? '', part)
      }
    }
  }
  return [...sums.values()].filter(({ amount }) => amount !== 0)
}

function typesFor(tallies: readonly CountedTally[]): TerritoryType[] {
  const types = new Set<FactType>(
    tallies.flatMap((tally): readonly FactType[] =>
      isNamedTally(tally) ? [typeOfTally(tally)] : TERRITORY_TYPES,
    ),
  )
  return TERRITORY_TYPES.filter((type) => types.has(type))
}

function isAsked({ tallies, from, until, reps }: TerritoryQuery, { tally, rep, day }: Contribution): boolean {
  if (!isCounted(tally) || !tallies.includes(tally) || day < from || day >= until) return false
  const end = reps ? reps.get(rep) : until
  return end !== undefined && day < end
}

function add(sums: Map<string, TerritorySum>, territory: string, { rep, tally, amount }: Contribution): void {
  const key = JSON.stringify([territory, tally])
  const before = sums.get(key) ?? { territory, tally, amount: 0, reps: new Set() }
  before.reps.add(rep)
  sums.set(key, { ...before, amount: before.amount + amount })
}

async function placedAfter(
  db: Kysely<Tables>,
  type: TerritoryType,
  last: TerritoryFact | undefined,
): Promise<TerritoryFact[]> {
  const { territory, ownerId, id } = last ? placeOf(last) : BEGINNING
  const { rows } = await sql<Row>`select * from ${sql.table(type)} where ${IS_PLACED}
    and (territory, owner_id, id) > (${territory}, ${ownerId}, ${id})
    order by territory, owner_id, id limit ${FACTS_A_SLICE}`.execute(db)
  return rows.map((row) => toStored(type, row))
}

function placeOf({ fact }: TerritoryFact): Place {
  return { territory: fact.territory ?? '', ownerId: Number(fact.ownerId), id: Number(fact.id) }
}

/** The territory of each deal that has an owner and a territory. */
export async function dealTerritories(db: Kysely<Tables>): Promise<DealTerritory[]> {
  const all: DealTerritory[] = []
  for await (const slice of slicesOf<PlacedRow>(ROWS_A_SLICE, (last) => dealsAfter(db, last))) {
    for (const { id, territory } of slice) all.push({ dealId: String(id), territory })
  }
  return all
}

/** Rows of two values each. */
const ROWS_A_SLICE = 2_000

interface PlacedRow {
  id: number
  owner_id: number
  territory: string
}

async function dealsAfter(db: Kysely<Tables>, last: PlacedRow | undefined): Promise<PlacedRow[]> {
  const after = last ? { territory: last.territory, ownerId: last.owner_id, id: last.id } : BEGINNING
  const { rows } = await sql<PlacedRow>`select territory, owner_id, id from deals where ${IS_PLACED}
    and (territory, owner_id, id) > (${after.territory}, ${after.ownerId}, ${after.id})
    order by territory, owner_id, id limit ${ROWS_A_SLICE}`.execute(db)
  return rows
}
