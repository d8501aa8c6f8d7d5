/** The catalogue: every metric that can be asked for, in the order in which help and reports list them. */
import {
  activities,
  calls,
  connects,
  dials,
  emails,
  meetings,
  meetingsBooked,
  messages,
  notes,
  tasks,
} from './activity.ts'
import { connectRate, winRate } from './conversion.ts'
import type { Metric } from './metric.ts'
import { averageDeal, dealsCreated, dealsLost, dealsWon, revenue } from './objective.ts'

export const CATALOGUE: readonly Metric[] = [
  calls,
  dials,
  connects,
  connectRate,
  emails,
  meetings,
  meetingsBooked,
  tasks,
  notes,
  messages,
  activities,
  dealsCreated,
  dealsWon,
  dealsLost,
  revenue,
  winRate,
  averageDeal,
]

export function findMetric(id: string): Metric | undefined {
  return CATALOGUE.find((metric) => metric.id === id)
}

/** For ids that the program itself names: an unknown one is our fault. */
export function metricOrThrow(id: string): Metric {
  const metric = findMetric(id)
  if (!metric) throw new Error(`the catalogue has no metric '${id}'`)
  return metric
}
