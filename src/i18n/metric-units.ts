import type { Unit } from '../domain/metrics/metric.ts'

const units: Record<string, Unit> = {
  connect_rate: 'ratio',
  win_rate: 'ratio',
  revenue: 'money',
  average_deal: 'money',
}

/** In which unit a metric is read. */
export function unitOf(metric: string): Unit {
  return units[metric] ?? 'count'
}
