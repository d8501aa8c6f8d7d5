/** Whether territories are shared out evenly, and how they rank: teams, or the values of a property. */

import { cutAtArchive, type Rep, repsIn } from '../../domain/company/roster.ts'
import { repFor } from '../../domain/company/rules.ts'
import type { DealFact } from '../../domain/facts/facts.ts'
import type { Tally } from '../../domain/facts/tally.ts'
import type { Territories } from '../../domain/insights/document.ts'
import { found, lacking } from '../../domain/insights/insights.ts'
import { territoryBalanceOf } from '../../domain/insights/territory-balance.ts'
import { type TerritoryBoard, territoryBoardOf } from '../../domain/insights/territory-boards.ts'
import { measure, type Sums, type TallySums } from '../../domain/metrics/measure.ts'
import { type Metric, talliesOf } from '../../domain/metrics/metric.ts'
import { openDealsOf, pipelineSums } from '../../domain/pipeline/open-deals.ts'
import type { TerritorySum } from '../../ports/insight-store.ts'
import { yieldTurn } from '../../ports/turns.ts'
import { type InsightDesk, whyIncomplete, whyMissing } from './insight-desk.ts'

interface Territory {
  id: string
  name: string
  /** Reps who work it now. */
  reps: number
  sums: Sums
}

const TYPES = ['deals', 'contacts'] as const

export async function readTerritories(desk: InsightDesk): Promise<Territories> {
  const property = desk.roster.settings.territoryProperty
  const about = { by: property === null ? 'team' : 'property', property } as const
  const missing = whyIncomplete(desk, TYPES)
  if (missing) return { ...about, balance: lacking(missing), boards: lacking(missing) }
  const territories = property === null ? teamsOf(desk) : await readPropertyTerritories(desk)
  const metrics = property === null ? desk.metrics.ofTeams : desk.metrics.ofTerritories
  return {
    ...about,
    balance: territoryBalanceOf(
      territories.map(({ id, name, reps, sums }) => ({
        ...{ id, name, reps },
        leads: Number(sums.leads ?? 0),
        pipeline: Number(sums.open_value ?? 0),
      })),
    ),
    boards:
      territories.length === 0
        ? lacking('too_few_territories')
        : found(await boardsOf(desk, territories, metrics)),
  }
}

async function boardsOf(
  desk: InsightDesk,
  territories: readonly Territory[],
  metrics: readonly Metric[],
): Promise<TerritoryBoard[]> {
  const boards: TerritoryBoard[] = []
  for (const metric of metrics) {
    const missing = whyMissing(desk, metric)
    const rows = territories.map(({ id, name, sums }) => ({ id, name, measured: measure(metric, sums) }))
    boards.push(missing ? { metric: metric.id, ...lacking(missing) } : territoryBoardOf(metric, rows))
    await yieldTurn()
  }
  return boards
}

/** Teams with a rep in them. */
function teamsOf({ scopes, roster, everyone }: InsightDesk): Territory[] {
  return scopes.flatMap(({ scope, name, sums }) => {
    if (scope.kind !== 'team') return []
    const reps = repsIn(roster, scope).filter((rep) =>
      isThere(rep, roster.settings.startedOn, everyone.days.until),
    )
    return reps.length === 0 ? [] : [{ id: scope.teamId, name, reps: reps.length, sums }]
  })
}

/** Not archived, and started by today. */
function isThere(rep: Rep, startedOn: Readonly<Record<string, string>>, today: string): boolean {
  return !rep.owner.isArchived && (startedOn[rep.id] ?? '') <= today
}

/** Records without a territory, or of nobody who is tracked, are in none. */
async function readPropertyTerritories(desk: InsightDesk): Promise<Territory[]> {
  const { store, roster, rules, everyone } = desk
  const { from, until } = everyone.days
  const tallies = [...new Set(desk.metrics.ofTerritories.flatMap(talliesOf))]
  const ends = new Map(roster.reps.map((rep) => [rep.id, cutAtArchive(rep, until)]))
  const sums = await store.insights.byTerritory({ tallies, from, until, reps: ends })
  const { deals, owners } = await store.insights.openByTerritory()
  const [added, open, worked] = [byName(sums), byName(deals), byName(owners)]
  const present = await repsThen(desk)
  const territories: Territory[] = []
  for (const name of new Set([...added.keys(), ...worked.keys()])) {
    const ids = new Set((worked.get(name) ?? []).map(({ ownerId }) => repFor(rules, ownerId)))
    const reps = [...ids].flatMap((id) => present.all.get(id) ?? [])
    if (reps.length === 0) continue
    territories.push({
      id: name,
      name,
      reps: reps.filter((rep) => isThere(rep, roster.settings.startedOn, until)).length,
      sums: {
        ...tallySums(added.get(name) ?? []),
        ...openSums(desk, open.get(name) ?? [], present.all),
        reps_in_scope: reps.filter((rep) => present.inPeriod.has(rep.id)).length,
      },
    })
    await yieldTurn()
  }
  return territories
}

function byName<T extends { territory: string | null }>(rows: readonly T[]): Map<string, T[]> {
  return Map.groupBy(rows, ({ territory }) => territory ?? '')
}

/** The tracked reps, and those of them who were there in the period. */
async function repsThen({ figures, roster, everyone }: InsightDesk) {
  const sums = await figures.ofReps(everyone.days)
  const inPeriod = new Set([...sums].flatMap(([id, of]) => (of.reps_in_scope === 1 ? [id] : [])))
  return { all: new Map(roster.reps.map((rep) => [rep.id, rep])), inPeriod }
}

function tallySums(rows: readonly TerritorySum[]): TallySums {
  const sums: Partial<Record<Tally, number>> = {}
  for (const { tally, amount } of rows) sums[tally] = amount
  return sums
}

/** Open deals of reps who are not archived. */
function openSums(
  { rules, pipelines }: InsightDesk,
  facts: readonly DealFact[],
  reps: ReadonlyMap<string, Rep>,
): Sums {
  const open = openDealsOf(facts, { rules, pipelines }).filter(({ rep }) => {
    const owner = reps.get(rep)?.owner
    return owner !== undefined && !owner.isArchived
  })
  const { deals, value, weighted } = pipelineSums(open)
  return { open_deals: deals, open_value: value, open_weighted: weighted }
}
