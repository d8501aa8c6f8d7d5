/** The scorecard: points for what was done and won, against the points that the benchmarks ask for. */

import type { Rep, Roster } from '../company/roster.ts'
import type { Settings } from '../company/settings.ts'
import type { Catalogue } from '../metrics/catalogue.ts'
import { measure, type Sums } from '../metrics/measure.ts'
import type { Metric } from '../metrics/metric.ts'
import { writtenUnit } from '../metrics/written-units.ts'
import { type Exact, fromDecimal, over, sum, times, toNumber, ZERO } from '../numbers/exact.ts'

/** What scorecards depend on: the lines of the settings, and the metrics that they are about. */
export interface ScorecardBasis {
  roster: Roster
  catalogue: Catalogue
}

type LineSetting = Settings['scorecard'][number]

/** A rep's sums over a period, and the working days of it that have passed. */
export interface RepPeriod {
  rep: Rep
  sums: Sums
  daysPassed: Exact
}

/**
 * `units` are in the metric's own unit (money in minor units, durations in ms). Points are given per unit that people
 * write (major units, hours).
 */
export interface ScorecardLine {
  metric: string
  makes: PointsPart
  units: Exact
  points: Exact
  benchmarkPoints: Exact
}

/** Activity lines form the activity score, all others the objective score. The share is `null` before working time. */
export interface Scorecard {
  lines: ScorecardLine[]
  activityScore: Exact
  objectiveScore: Exact
  score: Exact
  benchmarkPoints: Exact
  shareOfBenchmark: Exact | null
}

/** The scorecard of one rep, or of several as their sum, each with their own benchmarks and days. */
export function scorecardOf(reps: readonly RepPeriod[], basis: ScorecardBasis): Scorecard {
  return totalled(basis.roster.settings.scorecard.map((line) => lineOf(line, reps, basis)))
}

/** The scorecard of several reps from that of each. */
export function sumOfScorecards(
  cards: readonly Scorecard[],
  { roster, catalogue }: ScorecardBasis,
): Scorecard {
  const added = (at: number, of: 'units' | 'points' | 'benchmarkPoints') =>
    sum(cards.map(({ lines }) => lines[at]?.[of] ?? ZERO))
  return totalled(
    roster.settings.scorecard.map(({ metric }, at) => ({
      metric,
      makes: pointsPart(catalogue.orThrow(metric)),
      units: added(at, 'units'),
      points: added(at, 'points'),
      benchmarkPoints: added(at, 'benchmarkPoints'),
    })),
  )
}

type PointsPart = 'activity_points' | 'objective_points'

/** Which points the lines about a metric count towards. */
export function pointsPart({ family }: Metric): PointsPart {
  return family === 'A' ? 'activity_points' : 'objective_points'
}

function isActivity({ makes }: ScorecardLine): boolean {
  return makes === 'activity_points'
}

function totalled(lines: ScorecardLine[]): Scorecard {
  const activityScore = pointsOf(lines.filter(isActivity))
  const score = pointsOf(lines)
  const benchmarkPoints = sum(lines.map((line) => line.benchmarkPoints))
  return {
    lines,
    activityScore,
    objectiveScore: pointsOf(lines.filter((line) => !isActivity(line))),
    score,
    benchmarkPoints,
    shareOfBenchmark: over(score, benchmarkPoints),
  }
}

function pointsOf(lines: readonly ScorecardLine[]): Exact {
  return sum(lines.map((line) => line.points))
}

function lineOf(
  line: LineSetting,
  reps: readonly RepPeriod[],
  { roster, catalogue }: ScorecardBasis,
): ScorecardLine {
  const metric = catalogue.orThrow(line.metric)
  const units = sum(reps.map(({ sums }) => measure(metric, sums).value ?? ZERO))
  const unit = writtenUnit(metric, roster.exponent)
  const benchmark = sum(
    reps.map(({ rep, daysPassed }) => times(benchmarkOf(rep, line, roster.settings), daysPassed)),
  )
  const points = numberOf(line.points)
  return {
    metric: line.metric,
    makes: pointsPart(metric),
    units,
    points: times(over(units, unit) ?? ZERO, points),
    benchmarkPoints: times(benchmark, points),
  }
}

/** The benchmark per working day, in units that people write: the rep's, or the primary team's, or else the line's. */
export function benchmarkOf(
  rep: Rep,
  line: LineSetting,
  { benchmarks }: Pick<Settings, 'benchmarks'>,
): Exact {
  const own = benchmarks[`rep:${rep.id}`]?.[line.metric]
  const team = benchmarks[`team:${rep.primaryTeamId}`]?.[line.metric]
  return numberOf(own ?? team ?? line.benchmark)
}

const numbers = new Map<string, Exact>()
const NUMBERS_KEPT = 1000

/** Parses a decimal. Cached, because the settings use the same few numbers for everybody. */
function numberOf(decimal: string): Exact {
  const known = numbers.get(decimal)
  if (known) return known
  const number = fromDecimal(decimal) ?? ZERO
  if (numbers.size >= NUMBERS_KEPT) numbers.clear()
  numbers.set(decimal, number)
  return number
}

/** A scorecard as the report prints it: the nearest doubles, under the report's names. */
export interface ShownScorecard {
  activity_score: number | null
  objective_score: number | null
  score: number | null
  benchmark_points: number
  share_of_benchmark: number | null
  lines: { metric: string; units: number | null; points: number | null; benchmark_points: number }[]
}

/**
 * A line with a metric that was not read completely shows only its benchmark, and every score it is part of is `null`.
 */
export function shownScorecard(scorecard: Scorecard, isRead: (metric: string) => boolean): ShownScorecard {
  const { lines, shareOfBenchmark } = scorecard
  const unread = lines.filter(({ metric }) => !isRead(metric))
  const known = (score: Exact | null, lacking: readonly ScorecardLine[]) =>
    score && (lacking.length === 0 ? toNumber(score) : null)
  return {
    activity_score: known(scorecard.activityScore, unread.filter(isActivity)),
    objective_score: known(
      scorecard.objectiveScore,
      unread.filter((line) => !isActivity(line)),
    ),
    score: known(scorecard.score, unread),
    benchmark_points: toNumber(scorecard.benchmarkPoints),
    share_of_benchmark: known(shareOfBenchmark, unread),
    lines: lines.map(({ metric, units, points, benchmarkPoints }) => ({
      metric,
      units: isRead(metric) ? toNumber(units) : null,
      points: isRead(metric) ? toNumber(points) : null,
      benchmark_points: toNumber(benchmarkPoints),
    })),
  }
}
