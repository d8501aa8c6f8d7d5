/** Own metrics that other settings still name: they can neither go nor become something that cannot be named there. */
import { type MetricUse, metricUses } from '../../domain/company/metric-uses.ts'
import type { OwnMetric } from '../../domain/company/own-metrics.ts'
import type { Settings } from '../../domain/company/settings.ts'
import { builtIn } from '../../domain/metrics/catalogue.ts'
import type { Metric } from '../../domain/metrics/metric.ts'
import { ownMetrics } from '../../domain/metrics/own.ts'
import type { Complaint } from '../complaints.ts'

interface Change {
  before: readonly OwnMetric[]
  after: readonly OwnMetric[]
  /** Ids of metrics that are declared but cannot be read. */
  unread: ReadonlySet<string>
}

/** `kept`: the keys of the settings that stay as they are. */
export function removalComplaints(
  settings: Settings,
  kept: (key: string) => boolean,
  { before, after, unread }: Change,
): Complaint[] {
  const uses = metricUses(settings).filter(({ key }) => kept(key))
  const now = new Map(metricsOf(after).map((metric) => [metric.id, metric]))
  return metricsOf(before).flatMap((was) => {
    if (unread.has(was.id)) return []
    const own = uses.filter(({ metric }) => metric === was.id)
    const reasons = Map.groupBy(own, (use) => reasonAgainst(use, was, now.get(was.id)))
    return [...reasons].flatMap(([reason, list]) =>
      reason === null ? [] : [{ path: [], message: textOf(was.id, reason, list) }],
    )
  })
}

function metricsOf(metrics: readonly OwnMetric[]): readonly Metric[] {
  return ownMetrics({ metrics: [...metrics] }, [], builtIn).metrics
}

/** Keys that show others what they name. */
const SHARED = ['scorecard', 'digests']

const UNITS = { count: 'a count', money: 'money', duration: 'time' }

function reasonAgainst(
  { isForSums, hasAmount, key }: MetricUse,
  was: Metric,
  now: Metric | undefined,
): string | null {
  if (!now) return 'be removed'
  if (isForSums && now.kind !== 'additive') return 'become a ratio'
  if (SHARED.includes(key) && now.privacy !== 'public') return 'become private'
  return hasAmount && now.unit !== was.unit
    ? `change its unit from ${unitText(was)} to ${unitText(now)}`
    : null
}

function unitText({ unit }: Metric): string {
  return Object.entries(UNITS).find(([one]) => one === unit)?.[1] ?? 'a ratio'
}

function textOf(id: string, reason: string, uses: readonly MetricUse[]): string {
  const places = uses.map(({ place }) => place).join(', ')
  const name = uses.length === 1 ? 'names' : 'name'
  return `"${id}" cannot ${reason} while ${places} ${name} it: keep it as it was, or import those settings without it in the same file`
}
