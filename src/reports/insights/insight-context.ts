/** The data insights are computed from: every scope with its sums, read once, and the reasons for what is unavailable. */

import type { PeriodSpec } from '../../domain/calendar/period.ts'
import type { Rep, Roster, Scope } from '../../domain/company/roster.ts'
import type { AskedDays } from '../../domain/figures/moment.ts'
import { type NumberSource, sourcesOf } from '../../domain/figures/sources.ts'
import type { Why } from '../../domain/insights/insights.ts'
import { type InsightMetrics, insightMetrics } from '../../domain/insights/public-metrics.ts'
import type { Sums } from '../../domain/metrics/measure.ts'
import { type Metric, partsOf } from '../../domain/metrics/metric.ts'
import { type Missing, missingOf } from '../../domain/metrics/missing.ts'
import type { Part } from '../../domain/metrics/parts.ts'
import { yieldTurn } from '../../ports/turns.ts'
import { basisOf } from '../../values/basis.ts'
import type { CompanyContext } from '../../values/context.ts'
import type { FiguresContext } from '../../values/figure-readers.ts'
import { createFigures, type Figures } from '../../values/figures.ts'

export interface InsightSources extends FiguresContext {
  company: CompanyContext
  /** Owner ids of reps about whom somebody was alerted: they are not proposed as mentors. */
  alerted: ReadonlySet<string>
}

/** A scope with its last 90 days and what they add up to. */
export interface SummedScope {
  /** `rep:<owner id>`, `team:<team id>` or `everyone`. */
  key: string
  name: string
  scope: Scope
  /** The rep, if the scope is a single rep. */
  rep: Rep | null
  days: AskedDays
  sums: Sums
}

export interface InsightContext extends InsightSources {
  metrics: InsightMetrics
  figures: Figures
  /** In this order: reps who are not archived, teams, everyone. */
  scopes: readonly SummedScope[]
  everyone: SummedScope
}

const LAST_90_DAYS: PeriodSpec = { kind: 'last', count: 90, unit: 'days' }
export const LAST_365_DAYS: PeriodSpec = { kind: 'last', count: 365, unit: 'days' }

export async function openInsightContext(figuresContext: InsightSources): Promise<InsightContext> {
  const metrics = insightMetrics(figuresContext.catalogue)
  const parts = new Set<Part>([...metrics.all.flatMap(partsOf), 'working_hours'])
  const figures = createFigures(figuresContext, { reps: figuresContext.roster.reps, parts })
  const scopes: SummedScope[] = []
  for (const scope of scopesOf(figuresContext.roster)) scopes.push(await summed(figures, scope))
  const everyone = await summed(figures, {
    key: 'everyone',
    name: 'Everyone',
    scope: { kind: 'everyone' },
    rep: null,
  })
  return { ...figuresContext, metrics, figures, scopes: [...scopes, everyone], everyone }
}

type NamedScope = Omit<SummedScope, 'days' | 'sums'>

function scopesOf({ reps, teams }: Roster): NamedScope[] {
  const active = reps.filter((rep) => !rep.owner.isArchived)
  return [
    ...active.map((rep) => ({
      key: `rep:${rep.id}`,
      name: rep.name,
      scope: { kind: 'rep', ownerId: rep.id } as const,
      rep,
    })),
    ...teams.map((team) => ({
      key: `team:${team.id}`,
      name: team.name,
      scope: { kind: 'team', teamId: team.id } as const,
      rep: null,
    })),
  ]
}

async function summed(figures: Figures, named: NamedScope): Promise<SummedScope> {
  const days = figures.daysOf(named.scope, LAST_90_DAYS)
  const sums = await figures.ofScope(named.scope, days)
  await yieldTurn()
  return { ...named, days, sums }
}

/** Why numbers that depend on some sources would be partial; `null` if they are complete. */
export function whyIncomplete(
  { company, roster }: InsightSources,
  sources: readonly NumberSource[],
): Why | null {
  const { loading, unreadable, problems } = basisOf(company, roster, { scope: { kind: 'everyone' }, sources })
  if (unreadable.length > 0) return 'not_readable'
  if (problems.length > 0) return 'not_in_hubspot'
  return loading.length > 0 ? 'still_loading' : null
}

const UNSET: Readonly<Partial<Record<Missing, Why>>> = {
  positiveDispositions: 'positive_outcomes_not_set',
  renewalPipelines: 'renewals_not_set',
  contract: 'no_recurring_money',
}

/** Why a metric has no value for anybody; `null` if it may have one. */
export function whyMissing(context: InsightContext, metric: Metric): Why | null {
  const { catalogue } = context
  const { settings } = context.roster
  const incomplete = whyIncomplete(context, sourcesOf([metric], { settings, catalogue }))
  if (incomplete) return incomplete
  const missing = missingOf(metric, { settings, sums: context.everyone.sums, costedReps: 0 })
  return (missing && UNSET[missing]) ?? null
}
