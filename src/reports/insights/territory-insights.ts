/** Whether territories are evenly divided, and how they rank: teams, or the values of a property. */
import { repsIn } from '../../domain/company/roster.ts'
import { TERRITORY_TYPES } from '../../domain/facts/facts.ts'
import type { Territories } from '../../domain/insights/document.ts'
import { found, lacking } from '../../domain/insights/insights.ts'
import { territoryBalanceOf } from '../../domain/insights/territory-balance.ts'
import { type TerritoryBoard, territoryBoardOf } from '../../domain/insights/territory-boards.ts'
import { measure } from '../../domain/metrics/measure.ts'
import type { Metric } from '../../domain/metrics/metric.ts'
import { yieldTurn } from '../../ports/turns.ts'
import { type InsightContext, whyIncomplete, whyMissing } from './insight-context.ts'
import { readPropertyTerritories, type Territory } from './property-territories.ts'

export async function readTerritories(context: InsightContext): Promise<Territories> {
  const property = context.roster.settings.territoryProperty
  const about = { by: property === null ? 'team' : 'property', property } as const
  const missing = whyIncomplete(context, TERRITORY_TYPES)
  if (missing) return { ...about, balance: lacking(missing), boards: lacking(missing) }
  const territories = property === null ? teamsOf(context) : await readPropertyTerritories(context)
  const metrics = context.metrics.ofTerritories
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
        : found(await boardsOf(context, territories, metrics)),
  }
}

async function boardsOf(
  context: InsightContext,
  territories: readonly Territory[],
  metrics: readonly Metric[],
): Promise<TerritoryBoard[]> {
  const boards: TerritoryBoard[] = []
  for (const metric of metrics) {
    const missing = whyMissing(context, metric)
    const rows = territories.map(({ id, name, sums }) => ({ id, name, measured: measure(metric, sums) }))
    boards.push(missing ? { metric: metric.id, ...lacking(missing) } : territoryBoardOf(metric, rows))
    await yieldTurn()
  }
  return boards
}

/** Teams with at least one current rep. Numbers per rep count current reps. */
function teamsOf({ scopes, roster }: InsightContext): Territory[] {
  return scopes.flatMap(({ scope, name, sums }) => {
    if (scope.kind !== 'team') return []
    const reps = repsIn(roster, scope).filter((rep) => !rep.owner.isArchived).length
    return reps === 0 ? [] : [{ id: scope.teamId, name, reps, sums: { ...sums, reps_in_scope: reps } }]
  })
}
