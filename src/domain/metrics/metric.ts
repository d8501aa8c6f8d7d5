/** What a metric is: a declared formula over tallies, with the words that decide how it is shown and ranked. */
import type { NamedTally } from '../tally.ts'

/** A activity (lead), C conversion, O objective (lag), P pipeline, Q quota. */
export type Family = 'A' | 'C' | 'O' | 'P' | 'Q'
export type Unit = 'count' | 'money' | 'ratio' | 'duration' | 'days' | 'points'

interface MetricBase {
  id: string
  family: Family
  unit: Unit
  better: 'up' | 'down'
  /** A ratio with a smaller denominator is ranked after all others. */
  minimumSample: number
}

/** The sum of its tallies: additive over days, reps and teams. */
export interface AdditiveMetric extends MetricBase {
  kind: 'additive'
  tallies: readonly NamedTally[]
}

/** A ratio of two sums of tallies; no value where the denominator is 0. */
export interface RatioMetric extends MetricBase {
  kind: 'ratio'
  numerator: readonly NamedTally[]
  denominator: readonly NamedTally[]
}

export type Metric = AdditiveMetric | RatioMetric

type Declared<M extends Metric> = Omit<M, 'kind' | 'minimumSample' | 'better'> & {
  minimumSample?: number
  better?: 'up' | 'down'
}

export function additive(declared: Declared<AdditiveMetric>): AdditiveMetric {
  return { kind: 'additive', better: 'up', minimumSample: 0, ...declared }
}

export function ratio(declared: Declared<RatioMetric>): RatioMetric {
  return { kind: 'ratio', better: 'up', minimumSample: 0, ...declared }
}

/** Every tally that the metric reads. */
export function talliesOf(metric: Metric): readonly NamedTally[] {
  return metric.kind === 'additive' ? metric.tallies : [...metric.numerator, ...metric.denominator]
}
