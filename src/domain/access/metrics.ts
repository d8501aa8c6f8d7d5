/** Which metrics people are ranked by where others can see it. */
import type { Metric } from '../metrics/metric.ts'

/** Whether people are ranked by a metric, and shown with it, where others can see it. */
export function isOnBoards(metric: Metric): boolean {
  return metric.isRanked && !metric.isEstimate && metric.privacy === 'public'
}
