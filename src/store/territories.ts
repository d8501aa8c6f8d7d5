/** Territories: what deals and contacts add to the ones that stand in them, worked out from the facts when asked. */

import { type Kysely, sql } from 'kysely'
import type { DealFact } from '../domain/facts/facts.ts'
import { type Contribution, contributions } from '../domain/facts/tallies.ts'
import { CONTACT_TALLIES, type Tally } from '../domain/facts/tally.ts'
import type { OpenTerritories, TerritoryQuery, TerritorySum } from '../ports/insight-store.ts'
import { yieldTurn } from '../ports/turns.ts'
import type { Engine } from './engine.ts'
import { type Row, toStored } from './fact-tables.ts'
import type { KeptRules } from './rules.ts'
import { slicesOf } from './slices.ts'
import type { Tables } from './tables.ts'

const FACTS_A_SLICE = 250

type TerritoryType = 'contacts' | 'deals'
type TerritoryFact = ReturnType<typeof toStored<TerritoryType>>

const IS_PLACED = sql`territory is not null and owner_id is not null`

/** Where a reading in order of territory, owner and id has come to. */
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

function typesFor(tallies: readonly Tally[]): TerritoryType[] {
  const isOfContacts = (tally: Tally) => CONTACT_TALLIES.some((name) => name === tally)
  return [
    ...(tallies.some(isOfContacts) ? (['contacts'] as const) : []),
    ...(tallies.every(isOfContacts) ? [] : (['deals'] as const)),
  ]
}

function isAsked({ tallies, from, until, reps }: TerritoryQuery, { tally, rep, day }: Contribution): boolean {
  if (!tallies.includes(tally) || day < from || day >= until) return false
  const end = reps ? reps.get(rep) : until
  return end !== undefined && day < end
}

function add(sums: Map<string, TerritorySum>, territory: string, { tally, amount }: Contribution): void {
  const key = JSON.stringify([territory, tally])
  const before = sums.get(key)?.amount ?? 0
  sums.set(key, { territory, tally, amount: before + amount })
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

export async function openByTerritory(db: Kysely<Tables>): Promise<OpenTerritories> {
  const deals: DealFact[] = []
  for await (const slice of slicesOf<DealFact>(FACTS_A_SLICE, (last) => openAfter(db, last))) {
    deals.push(...slice.filter(({ territory, ownerId }) => territory !== null && ownerId !== null))
  }
  const pairs = [...(await pairsIn(db, 'contacts')), ...(await pairsIn(db, 'deals'))]
  const owners = new Map(pairs.map((pair) => [JSON.stringify(pair), pair]))
  return { deals, owners: [...owners.values()] }
}

async function openAfter(db: Kysely<Tables>, last: DealFact | undefined): Promise<DealFact[]> {
  const { rows } = await sql<Row>`select * from deals where is_closed = 0 and is_won = 0
    and id > ${Number(last?.id ?? -1)} order by id limit ${FACTS_A_SLICE}`.execute(db)
  return rows.map((row) => toStored('deals', row).fact)
}

/** From each pair straight to the next one, past all the records between them. */
async function pairsIn(
  db: Kysely<Tables>,
  type: TerritoryType,
): Promise<{ territory: string; ownerId: string }[]> {
  const pairs: { territory: string; ownerId: string }[] = []
  for (let { territory, ownerId } = BEGINNING; ; await yieldTurn()) {
    const { rows } = await sql<{ territory: string; owner_id: number }>`select territory, owner_id
      from ${sql.table(type)} where ${IS_PLACED} and (territory, owner_id) > (${territory}, ${ownerId})
      order by territory, owner_id limit 1`.execute(db)
    const [row] = rows
    if (!row) return pairs
    territory = row.territory
    ownerId = row.owner_id
    pairs.push({ territory, ownerId: String(ownerId) })
  }
}
