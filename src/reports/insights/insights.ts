/** Insights: what the numbers of the last 90 days, months and year say beyond themselves, as one document. */
import { optedOut } from '../../domain/access/boards.ts'
import { shownIncomplete } from '../../domain/figures/incomplete.ts'
import type { InsightsDocument } from '../../domain/insights/document.ts'
import type { Why } from '../../domain/insights/insights.ts'
import { incompleteSources } from '../../values/basis.ts'
import { type AnswerPorts, readCompanyContext } from '../../values/context.ts'
import { readBeforeSale, readStageBottlenecks } from './deal-insights.ts'
import { type InsightContext, LAST_365_DAYS, openInsightContext, whyMissing } from './insight-context.ts'
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
  const company = await readCompanyContext(ports, now)
  const rules = await ports.store.rules.current()
  const { roster, catalogue, quotas, pasts, directory } = company
  if (!roster || !rules) return null
  const { pipelines } = directory
  const figuresContext = { store: ports.store, roster, catalogue, quotas, pasts, pipelines, rules, at: now }
  const unnamed = new Set([...alerted, ...optedOut(roster.settings)])
  const context = await openInsightContext({ ...figuresContext, company, alerted: unnamed })
  return {
    _meta: metaOf(context),
    what_moves_the_needle: await readNeedles(context),
    before_a_sale: await readBeforeSale(context),
    bottlenecks: await readBottlenecks(context),
    territories: await readTerritories(context),
    stage_bottlenecks: await readStageBottlenecks(context),
    activity_mix: await readActivityMix(context),
    calls_by_outcome: await readCallOutcomes(context),
    plateau: await readPlateaus(context),
    averages: await readAverages(context),
  }
}

function metaOf(context: InsightContext): InsightsDocument['_meta'] {
  const { roster, at, figures, scopes, everyone } = context
  const year = figures.daysOf(everyone.scope, LAST_365_DAYS)
  return {
    now: new Date(at).toISOString(),
    zone: roster.zone,
    currency: roster.currency,
    exponent: roster.exponent,
    last_90_days: { from: everyone.days.from, to: everyone.days.until },
    last_365_days: { from: year.from, to: year.until },
    names: Object.fromEntries(scopes.map(({ key, name }) => [key, name])),
    missing_metrics: missingMetrics(context),
    incomplete: shownIncomplete(incompleteSources(context.company)),
  }
}

function missingMetrics(context: InsightContext): Record<string, Why> {
  const missing: Record<string, Why> = {}
  for (const metric of context.metrics.all) {
    const why = whyMissing(context, metric)
    if (why) missing[metric.id] = why
  }
  return missing
}
