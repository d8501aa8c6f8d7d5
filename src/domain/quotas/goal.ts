/** HubSpot's goals: which of them become quotas, for which metric, and why the others do not. */
import type { Day } from '../calendar/day.ts'
import type { Settings } from '../company/settings.ts'
import type { Catalogue } from '../metrics/catalogue.ts'
import { fromDecimal, ZERO } from '../numbers/exact.ts'
import { inTallyUnits, type Quota, type QuotaHolder } from './quota.ts'

/** What was read, or in words why it could not be, with a remedy if there is one. */
export type ValueOrReason<T> = { value: T } | { why: string; remedy?: string }

/** A goal as HubSpot has it, in our terms. */
export interface Goal {
  id: string
  name: string | null
  /** The metric that matches what HubSpot measures the goal by, if there is one. */
  measures: ValueOrReason<string>
  /** The pipelines that HubSpot limits it to, one list for each place that has a limit. */
  pipelineLimits: string[][]
  /** The properties that HubSpot also filters it by; `null`: its filters cannot be read. */
  filteredBy: string[] | null
  who: ValueOrReason<QuotaHolder>
  days: ValueOrReason<{ from: Day; to: Day }>
  /** A decimal above 0: as HubSpot has it, and as money in minor units of the company currency. */
  plainTarget: ValueOrReason<string>
  moneyTarget: ValueOrReason<string>
  /** Epoch ms. */
  madeAt: number
}

/** A goal that is not a quota, and in words why. */
export interface SkippedGoal {
  id: string
  reason: string
  remedy: string | null
}

export interface Goals {
  goals: Goal[]
  /** Records that cannot be read as a goal. */
  unreadable: SkippedGoal[]
}

export interface GoalBasis {
  settings: Pick<Settings, 'goals' | 'salesPipelines' | 'renewalPipelines'>
  pipelines: readonly { id: string }[]
  catalogue: Catalogue
}

/** The quotas that goals become, and the goals that become none. */
export function quotasOfGoals(
  { goals, unreadable }: Goals,
  { settings, pipelines, catalogue }: GoalBasis,
): { quotas: Quota[]; skipped: SkippedGoal[] } {
  const quotas: Quota[] = []
  const skipped = [...unreadable]
  const chosen = new Map(settings.goals.map(({ goal, metric }) => [goal, metric]))
  const sales = salesPipelinesOf(settings, pipelines)
  for (const goal of goals) {
    const metric = chosen.get(goal.id) ?? chosen.get(goal.name ?? '')
    const by = metric === undefined ? measured(goal, sales) : { value: metric }
    const quota = quotaOf(goal, by, catalogue)
    if ('why' in quota) skipped.push({ id: goal.id, reason: quota.why, remedy: quota.remedy ?? null })
    else quotas.push(quota.value)
  }
  return { quotas, skipped }
}

function salesPipelinesOf(
  { salesPipelines, renewalPipelines }: GoalBasis['settings'],
  pipelines: GoalBasis['pipelines'],
): readonly string[] {
  return salesPipelines ?? pipelines.map(({ id }) => id).filter((id) => !renewalPipelines.includes(id))
}

/** The goal's metric, if HubSpot counts everything for the goal that the metric counts. */
function measured(
  { measures, pipelineLimits, filteredBy }: Goal,
  sales: readonly string[],
): ValueOrReason<string> {
  if ('why' in measures) return measures
  const lacking = [...new Set(pipelineLimits.flatMap((limit) => sales.filter((id) => !limit.includes(id))))]
  if (filteredBy === null) return narrower(measures.value, 'by filters that cannot be read')
  if (lacking.length > 0) return narrower(measures.value, `without the pipelines ${lacking.join(', ')}`)
  if (filteredBy.length > 0) return narrower(measures.value, `filtered by ${filteredBy.join(', ')}`)
  return measures
}

const NARROWER_REMEDY =
  "Name the goal in the setting 'goals' with the metric that measures it, or set 'salesPipelines' to the pipelines it is about."

function narrower(metric: string, how: string): ValueOrReason<string> {
  return { why: `narrower than ${metric}: HubSpot measures it ${how}`, remedy: NARROWER_REMEDY }
}

function quotaOf(
  { who, days, madeAt, ...goal }: Goal,
  metric: ValueOrReason<string>,
  catalogue: Catalogue,
): ValueOrReason<Quota> {
  if ('why' in metric) return metric
  if ('why' in who) return who
  if ('why' in days) return days
  const target = targetOf(goal, metric.value, catalogue)
  if ('why' in target) return target
  const what = { metric: metric.value, ...days.value, target: target.value }
  return { value: { source: 'hubspot', who: who.value, ...what, madeAt } }
}

function targetOf(
  { plainTarget, moneyTarget }: Pick<Goal, 'plainTarget' | 'moneyTarget'>,
  metric: string,
  catalogue: Catalogue,
): ValueOrReason<string> {
  if (catalogue.find(metric)?.unit === 'money') return moneyTarget
  if ('why' in plainTarget) return plainTarget
  return { value: inTallyUnits(fromDecimal(plainTarget.value) ?? ZERO, metric, { catalogue, exponent: 0 }) }
}
