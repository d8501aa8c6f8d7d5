/** What a metric is: a declared formula over parts, with the words that decide how it is shown and ranked. */

import type { NamedTally } from '../facts/tally.ts'
import type { Exact } from '../numbers/exact.ts'
import { isNamedTally, type Part, STATE_PARTS } from './parts.ts'

/** A activity (lead), C conversion, O objective (lag), P pipeline, Q quota. */
export type Family = 'A' | 'C' | 'O' | 'P' | 'Q'
export type Unit = 'count' | 'money' | 'ratio' | 'duration' | 'days' | 'points'

/** What an account must have for a metric to mean anything: a setting of that name, or a quota. */
export type Need = 'costProperty' | 'positiveDispositions' | 'renewalPipelines' | 'repCost' | 'quota'

interface MetricBase {
  id: string
  family: Family
  unit: Unit
  better: 'up' | 'down'
  /** A ratio with a smaller denominator is ranked after all others. */
  minimumSample: number
  /** Without it there is no number, and an answer says what to set. */
  needs: Need | null
  /** A share of people or a table: no rep has a rank in it. */
  isRanked: boolean
}

/** The sum of its tallies: additive over days, reps and teams. */
export interface AdditiveMetric extends MetricBase {
  kind: 'additive'
  tallies: readonly NamedTally[]
}

/** A sum of parts that adds up over reps, never over days: a state now, a forecast, points. */
export interface SumMetric extends MetricBase {
  kind: 'sum'
  parts: readonly Part[]
}

/** A ratio of two sums of parts; no value where the denominator is 0, or a part that it goes with is missing. */
export interface RatioMetric extends MetricBase {
  kind: 'ratio'
  numerator: readonly Part[]
  denominator: readonly Part[]
  onlyWith: Part | null
}

/** Reads a part: `null` where the scope has none. Tallies and what adds up over reps are 0 then. */
export type ReadPart = (part: Part) => Exact | null

/** An exact value. A number that is no ratio has itself as numerator and no denominator. */
export interface Measured {
  value: Exact | null
  numerator: Exact | null
  denominator: Exact | null
}

/** Any other formula over parts. */
export interface WorkedOutMetric extends MetricBase {
  kind: 'workedOut'
  parts: readonly Part[]
  work: (part: ReadPart) => Measured
}

export type Metric = AdditiveMetric | SumMetric | RatioMetric | WorkedOutMetric

const USUAL = { better: 'up', minimumSample: 0, needs: null, isRanked: true } as const

type Declared<M extends Metric> = Omit<M, 'kind' | keyof typeof USUAL | 'onlyWith'> &
  Partial<Pick<M, keyof typeof USUAL>>

export function additive(declared: Declared<AdditiveMetric>): AdditiveMetric {
  return { kind: 'additive', ...USUAL, ...declared }
}

export function sumOf(declared: Declared<SumMetric>): SumMetric {
  return { kind: 'sum', ...USUAL, ...declared }
}

export function ratio(declared: Declared<RatioMetric> & { onlyWith?: Part }): RatioMetric {
  return { kind: 'ratio', onlyWith: null, ...USUAL, ...declared }
}

export function workedOut(declared: Declared<WorkedOutMetric>): WorkedOutMetric {
  return { kind: 'workedOut', ...USUAL, ...declared }
}

/** Every part that the metric reads. */
export function partsOf(metric: Metric): readonly Part[] {
  switch (metric.kind) {
    case 'additive':
      return metric.tallies
    case 'ratio':
      return [
        ...metric.numerator,
        ...metric.denominator,
        ...(metric.onlyWith === null ? [] : [metric.onlyWith]),
      ]
    case 'sum':
    case 'workedOut':
      return metric.parts
  }
}

/** Whether the metric is a state at one moment: asked for any period, it is the state now. */
export function isSnapshot(metric: Metric): boolean {
  return partsOf(metric).every((part) => STATE_PARTS.includes(part))
}

/** Every tally that the metric reads as such. */
export function talliesOf(metric: Metric): readonly NamedTally[] {
  return partsOf(metric).filter(isNamedTally)
}
