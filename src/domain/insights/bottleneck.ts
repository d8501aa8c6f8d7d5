import type { Board, Ranked } from '../boards/board.ts'
import type { Measured } from '../metrics/metric.ts'
import { compare, type Exact, ONE, over, toNumber } from '../numbers/exact.ts'
import { type Found, found, lacking } from './insights.ts'

/** A conversion metric for a rep, and for the rep's team over the same days. */
export interface RateBeside {
  metric: Ranked
  own: Measured
  team: Measured
}

/**
 * `ratio`: the rep's value over the team's or, if lower is better, the team's over the rep's. 1 is as good as the team.
 */
export interface Bottleneck {
  metric: string
  value: number
  /** The denominator of the value. */
  sample: number
  team_value: number
  ratio: number
}

/**
 * Where a rep is furthest behind the team, among the rates with a large enough sample; the first one if several are
 * equal. A rate as good as the team's is not a bottleneck.
 */
export function bottleneckOf(rates: readonly RateBeside[]): Found<Bottleneck> {
  const sampled = rates.filter(({ metric, own }) => hasSample(metric, own))
  if (sampled.length === 0) return lacking('under_minimum_sample')
  const compared = sampled.flatMap((rate) => {
    const ratio = ratioOf(rate)
    return ratio === null ? [] : [{ rate, ratio }]
  })
  if (compared.length === 0) return lacking('team_has_none')
  const [first, ...others] = compared.filter(({ ratio }) => compare(ratio, ONE) < 0)
  if (!first) return lacking('no_bottleneck')
  const { rate, ratio } = others.reduce((low, one) => (compare(one.ratio, low.ratio) < 0 ? one : low), first)
  return found({
    metric: rate.metric.id,
    value: numberOf(rate.own.value),
    sample: numberOf(rate.own.denominator),
    team_value: numberOf(rate.team.value),
    ratio: toNumber(ratio),
  })
}

function hasSample({ minimumSample }: Ranked, { value, denominator }: Measured): boolean {
  return value !== null && denominator !== null && toNumber(denominator) >= minimumSample
}

/** `null` if the divisor is 0: the team's value, or the rep's own where lower is better. */
function ratioOf({ metric, own, team }: RateBeside): Exact | null {
  if (own.value === null || team.value === null) return null
  return metric.better === 'up' ? over(own.value, team.value) : over(team.value, own.value)
}

function numberOf(part: Exact | null): number {
  return part === null ? 0 : toNumber(part)
}

/** Whom to learn from. */
export interface Mentor {
  rep: string
  value: number
  rank: number
}

/**
 * The best-ranked rep on a metric's board who has a large enough sample and is not `alerted`, if they rank above the
 * rep. Nobody else can show how it is done.
 */
export function mentorOn({ standings }: Board, rep: string, alerted: ReadonlySet<string>): Found<Mentor> {
  const ownRank = standings.find((standing) => standing.rep === rep)?.rank ?? Number.POSITIVE_INFINITY
  for (const { rep: other, rank, value, isSmallSample } of standings) {
    if (rank === null || value.value === null || isSmallSample || rank >= ownRank) break
    if (!alerted.has(other)) return found({ rep: `rep:${other}`, value: value.value, rank })
  }
  return lacking('nobody_better')
}
