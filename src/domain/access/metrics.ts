/** Which metrics are for whom, and in which people are ranked where others see it. */
import type { Metric } from '../metrics/metric.ts'
import { isEstimate } from '../metrics/missing.ts'
import type { Subject } from './subject.ts'

/** Shown to oneself and one's own manager only. */
const OF_ONESELF: ReadonlySet<string> = new Set(['commission', 'commission_forecast'])
/** Shown to those whom an admin has named only. */
const OF_NAMED: ReadonlySet<string> = new Set(['cost_efficiency', 'margin', 'average_margin'])

/** Who may see a metric beside what may be seen of its subject. Private numbers are in nothing that is shared. */
export function privacyOf({ id }: Metric): 'public' | 'self' | 'named' {
  if (OF_ONESELF.has(id)) return 'self'
  return OF_NAMED.has(id) ? 'named' : 'public'
}

/** Whether people are ranked by a metric, and told of it, where others see it. */
export function isOnBoards(metric: Metric): boolean {
  return metric.isRanked && !isEstimate(metric) && privacyOf(metric) === 'public'
}

/** Whether a Slack user may see a metric of a subject whose other numbers they may see. */
export function maySeeMetric(
  metric: Metric,
  subject: Subject,
  { userId, privateNumbers }: { userId: string; privateNumbers: readonly string[] },
): boolean {
  const privacy = privacyOf(metric)
  if (privacy === 'named') return privateNumbers.includes(userId)
  return privacy === 'public' || (subject.kind === 'rep' && subject.isAsker)
}
