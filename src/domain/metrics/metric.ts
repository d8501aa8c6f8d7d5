/** What a metric is: a declared formula over parts, with the attributes that decide how it is shown and ranked. */

import type { OwnMetric } from '../company/own-metrics.ts'
import {
  isNamedTally,
  isOwnTally,
  type NamedTally,
  type OwnRecordsTally,
  type OwnTallyName,
} from '../facts/tally.ts'
import type { Exact } from '../numbers/exact.ts'
import type { Need } from './missing.ts'
import type { OwnParts } from './own-parts.ts'
import { declaredPart, type Part } from './parts.ts'
import type { Unit } from './unit.ts'

/** A activity (lead), C conversion, O objective (lag), P pipeline, Q quota. */
export type Family = 'A' | 'C' | 'O' | 'P' | 'Q'
/**
 * Who may see a metric, on top of what may be seen of its subject. `self`: the person and their own manager; `named`:
 * those whom an admin has named; `selfAndNamed`: both.
 */
export type Privacy = 'public' | 'self' | 'named' | 'selfAndNamed'

interface MetricBase {
  id: string
  family: Family
  unit: Unit
  better: 'up' | 'down'
  /** A ratio with a smaller denominator is ranked after all others. */
  minimumSample: number
  /** In order: an answer names the first one that is not met. */
  needs: readonly Need[]
  privacy: Privacy
  /** Computed from assumed hours and minutes: its name says so, and nobody is ranked by it where others see it. */
  isEstimate: boolean
  /** A share of people or a table: no rep has a rank in it. */
  isRanked: boolean
  /** Which periods are meant if none is named: today, week and month; the month; the period of the quota in force. */
  usualPeriod: 'dayWeekMonth' | 'month' | 'quota'
  /** Whether it is shown with the same point of an earlier period: a current state, and what is still to come, have none. */
  isCompared: boolean
  /** A current state says nothing about other days. */
  hasTrend: boolean
  /** Whether the values of a trend's buckets add up to that of the period. */
  addsUp: boolean
  /** The metric that provides the target shown with it in a trend, if any; for an additive metric, itself. */
  quotaMetric: string | null
  /** The view that its words ask for, instead of a card. */
  view: 'quota' | null
  /** Metrics that a card shows along with it. */
  besides: readonly string[]
  /** The names that an account gave to its own metric; `null` for the built-in ones. */
  own: Required<Pick<OwnMetric, 'name' | 'words'>> | null
  /** What is known of the tallies of own metrics that it is made of. */
  ownParts: OwnParts
}

/** A tally that metrics are made of. */
export type CountedTally = NamedTally | OwnTallyName

/** The sum of its tallies: additive over days, reps and teams. */
export interface AdditiveMetric extends MetricBase {
  kind: 'additive'
  tallies: readonly CountedTally[]
  /** Their sum is the number of records behind the value. For a count, the tallies themselves. */
  recordTallies: readonly (CountedTally | OwnRecordsTally)[]
}

/**
 * A sum of parts that adds up over reps, never over days: a current state, a forecast, points. No value if the part in
 * `onlyWith` is missing.
 */
export interface SumMetric extends MetricBase {
  kind: 'sum'
  parts: readonly Part[]
  onlyWith: Part | null
}

/** A ratio of two sums of parts; no value if the denominator is 0, or the part in `onlyWith` is missing. */
export interface RatioMetric extends MetricBase {
  kind: 'ratio'
  numerator: readonly Part[]
  denominator: readonly Part[]
  onlyWith: Part | null
}

/** Reads a part: `null` if the scope has none. Tallies and whatever adds up over reps are 0 then. */
export type ReadPart = (part: Part) => Exact | null

/** An exact value. A number that is not a ratio has itself as numerator and no denominator. */
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

const USUAL = {
  better: 'up',
  minimumSample: 0,
  needs: [],
  privacy: 'public',
  isEstimate: false,
  isRanked: true,
  isCompared: true,
  hasTrend: true,
  addsUp: false,
  quotaMetric: null,
  view: null,
  besides: [],
  own: null,
  ownParts: new Map(),
} as const

/** What the metrics of a family have in common unless one of them says otherwise. */
const OF_FAMILY = {
  A: { usualPeriod: 'dayWeekMonth' },
  C: { usualPeriod: 'month' },
  O: { usualPeriod: 'month' },
  P: { usualPeriod: 'month', isCompared: false, hasTrend: false },
  Q: { usualPeriod: 'quota', isCompared: false },
} as const satisfies Record<Family, Partial<MetricBase>>

type Usual = keyof typeof USUAL | 'usualPeriod' | 'onlyWith' | 'recordTallies'

/** What a declaration must say, and what it may say. */
type Declared<M extends Metric, Id extends string> = Omit<M, 'id' | 'kind' | Usual> &
  Partial<Pick<M, Usual & keyof M>> & { id: Id }

function base<D extends { family: Family }>(declared: D) {
  return { ...USUAL, ...OF_FAMILY[declared.family], ...declared }
}

export function additive<const Id extends string>(
  declared: Declared<AdditiveMetric, Id>,
): AdditiveMetric & { id: Id } {
  const usual = { addsUp: true, quotaMetric: declared.id, recordTallies: declared.tallies }
  return { kind: 'additive', ...base({ ...usual, ...declared }) }
}

export function sumOf<const Id extends string>(declared: Declared<SumMetric, Id>): SumMetric & { id: Id } {
  return { kind: 'sum', ...base({ addsUp: true, onlyWith: null, ...declared }) }
}

export function ratio<const Id extends string>(
  declared: Declared<RatioMetric, Id>,
): RatioMetric & { id: Id } {
  return { kind: 'ratio', ...base({ onlyWith: null, ...declared }) }
}

export function workedOut<const Id extends string>(
  declared: Declared<WorkedOutMetric, Id>,
): WorkedOutMetric & { id: Id } {
  return { kind: 'workedOut', ...base(declared) }
}

/** Every part that the metric reads. */
export function partsOf(metric: Metric): readonly Part[] {
  switch (metric.kind) {
    case 'additive':
      return metric.tallies
    case 'ratio':
      return [...metric.numerator, ...metric.denominator, ...conditionOf(metric)]
    case 'sum':
      return [...metric.parts, ...conditionOf(metric)]
    case 'workedOut':
      return metric.parts
  }
}

function conditionOf({ onlyWith }: SumMetric | RatioMetric): readonly Part[] {
  return onlyWith === null ? [] : [onlyWith]
}

/** Whether the metric is a state at one moment: for any period, it is the current state. */
export function isSnapshot(metric: Metric): boolean {
  return partsOf(metric).every((part) => declaredPart(part).stateNow === 'whole')
}

/** Whether numerator and denominator mean something by themselves: 12 of 80 calls do, milliseconds do not. */
export function hasCountedParts(metric: Metric): boolean {
  const of = metric.kind === 'ratio' ? metric.denominator : []
  const said = metric.unit === 'ratio' ? partsOf(metric) : of
  return said.every((part) => {
    const unit = metric.ownParts.get(part)?.unit ?? declaredPart(part).unit
    return unit === 'count' || unit === 'condition'
  })
}

/** Every tally that the metric reads directly. */
export function talliesOf(metric: Metric): readonly CountedTally[] {
  return partsOf(metric).filter(isCounted)
}

export function isCounted(part: string): part is CountedTally {
  return isNamedTally(part) || isOwnTally(part)
}
