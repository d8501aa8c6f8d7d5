/** Which metrics are for whom, and in which people are ranked where others see it. */
import type { Metric, Privacy } from '../metrics/metric.ts'
import type { Subject } from './subject.ts'

/** Who may see a metric beside what may be seen of its subject. Private numbers are in nothing that is shared. */
export function privacyOf({ privacy }: Metric): Privacy {
  return privacy
}

/** Whether people are ranked by a metric, and told of it, where others see it. */
export function isOnBoards(metric: Metric): boolean {
  return metric.isRanked && !metric.isEstimate && privacyOf(metric) === 'public'
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
