/** In which metrics people are ranked where others see it. */
import type { Metric } from '../metrics/metric.ts'

/** Whether people are ranked by a metric, and told of it, where others see it. */
export function isOnBoards(metric: Metric): boolean {
  return metric.isRanked && !metric.isEstimate && metric.privacy === 'public'
}
