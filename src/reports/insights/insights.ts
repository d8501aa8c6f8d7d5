/** Insights: what the numbers of the last 90 days, months and year say beyond themselves, as one document. */
import { optedOut } from '../../domain/access/boards.ts'
import type { InsightsDocument } from '../../domain/insights/document.ts'
import type { Why } from '../../domain/insights/insights.ts'
import { incompleteTypes } from '../../values/basis.ts'
import { type AnswerPorts, readContext } from '../../values/context.ts'
import { readBeforeSale, readStageBottlenecks } from './deal-insights.ts'
import { type InsightDesk, LAST_365_DAYS, openInsightDesk, whyMissing } from './insight-desk.ts'
import { readBottlenecks, readNeedles } from './rep-insights.ts'
import { readActivityMix, readAverages, readCallOutcomes, readPlateaus } from './scope-insights.ts'
import { readTerritories } from './territory-insights.ts'

export interface InsightsOrder {
  /** As of this moment; left out: now. */
  at?: number | undefined
  /** Owner ids of reps about whom somebody was alerted: they are not proposed as mentors. */
  alerted?: ReadonlySet<string>
}

/** `null` until HubSpot has been read. */
export async function readInsights(
  ports: AnswerPorts,
  { at, alerted = new Set() }: InsightsOrder = {},
): Promise<InsightsDocument | null> {
  const now = at ?? ports.clock.now()
  const context = await readContext(ports, now)
  const rules = await ports.store.rules.current()
  const { roster, catalogue, quotas, directory } = context
  if (!roster || !rules) return null
  const { pipelines } = directory
  const world = { store: ports.store, roster, catalogue, quotas, pipelines, rules, at: now }
  const unnamed = new Set([...alerted, ...optedOut(roster.settings)])
  const desk = await openInsightDesk({ ...world, context, alerted: unnamed })
  return {
    _meta: metaOf(desk),
    what_moves_the_needle: await readNeedles(desk),
    before_a_sale: await readBeforeSale(desk),
    bottlenecks: await readBottlenecks(desk),
    territories: await readTerritories(desk),
    stage_bottlenecks: await readStageBottlenecks(desk),
    activity_mix: await readActivityMix(desk),
    calls_by_outcome: await readCallOutcomes(desk),
    plateau: await readPlateaus(desk),
    averages: await readAverages(desk),
  }
}

function metaOf(desk: InsightDesk): InsightsDocument['_meta'] {
  const { roster, at, figures, scopes, everyone } = desk
  const year = figures.daysOf(everyone.scope, LAST_365_DAYS)
  return {
    now: new Date(at).toISOString(),
    zone: roster.zone,
    currency: roster.currency,
    exponent: roster.exponent,
    last_90_days: { from: everyone.days.from, to: everyone.days.until },
    last_365_days: { from: year.from, to: year.until },
    names: Object.fromEntries(scopes.map(({ key, name }) => [key, name])),
    missing_metrics: missingMetrics(desk),
    incomplete: incompleteTypes(desk.context),
  }
}

function missingMetrics(desk: InsightDesk): Record<string, Why> {
  const missing: Record<string, Why> = {}
  for (const metric of desk.metrics.all) {
    const why = whyMissing(desk, metric)
    if (why) missing[metric.id] = why
  }
  return missing
}
