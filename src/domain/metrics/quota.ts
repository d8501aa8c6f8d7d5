/** Quota: how far a target is reached, what is still to come, and what it pays. */
import { compare, type Exact, minus, ONE, over, ZERO } from '../numbers/exact.ts'
import { isTooEarly } from './expected.ts'
import { type Measured, type ReadPart, ratio, sumOf, workedOut } from './metric.ts'

/** About bookings and the quota on them. */
const OF_BOOKINGS = { family: 'Q', quotaMetric: 'revenue' } as const

/** Tiers apply to the target of a period as a whole: what they pay for its months does not add up to what they pay for it. */
const PAID = { privacy: 'self', addsUp: false, needs: ['commission'], onlyWith: 'tiers_set' } as const

export const QUOTA = [
  workedOut({
    id: 'quota_attainment',
    ...OF_BOOKINGS,
    unit: 'ratio',
    needs: ['target'],
    view: 'quota',
    parts: ['revenue', 'target'],
    work: attainmentOf,
  }),
  /** Attainment over the share that is expected by now: 1 means exactly on pace. */
  workedOut({
    id: 'pace',
    ...OF_BOOKINGS,
    unit: 'ratio',
    needs: ['target', 'timePassed', 'tellingShare'],
    view: 'quota',
    parts: ['revenue', 'target', 'expected_share', 'by_past'],
    work: paceOf,
  }),
  /** The same number, read as attainment at the end of the period at the pace so far. */
  workedOut({
    id: 'projected_attainment',
    ...OF_BOOKINGS,
    unit: 'ratio',
    needs: ['target', 'timePassed', 'tellingShare'],
    view: 'quota',
    parts: ['revenue', 'target', 'expected_share', 'by_past'],
    work: paceOf,
  }),
  /** Working days up to and including the first one on which the running total reached the target. */
  workedOut({
    id: 'time_to_quota',
    ...OF_BOOKINGS,
    unit: 'days',
    better: 'down',
    needs: ['target'],
    parts: ['days_to_quota', 'target'],
    work(part) {
      const days = part('days_to_quota')
      return { value: days, numerator: days, denominator: null }
    },
  }),
  /** Reps who have reached their target over reps with one. */
  ratio({
    id: 'team_at_quota',
    ...OF_BOOKINGS,
    unit: 'ratio',
    needs: ['repsWithTarget'],
    isRanked: false,
    numerator: ['at_quota'],
    denominator: ['with_target'],
  }),
  /** Bookings so far and the weighted money of open deals due in the remainder of the period. */
  sumOf({
    id: 'forecast',
    ...OF_BOOKINGS,
    unit: 'money',
    parts: ['revenue', 'due_weighted'],
  }),
  /** Bookings so far and the money of open deals that the reps commit to. */
  sumOf({
    id: 'forecast_commit',
    ...OF_BOOKINGS,
    unit: 'money',
    parts: ['revenue', 'due_commit'],
  }),
  /** The same with the deals that reps call their best case. */
  sumOf({
    id: 'forecast_best_case',
    ...OF_BOOKINGS,
    unit: 'money',
    parts: ['revenue', 'due_best_case'],
  }),
  /** 1 less the distance between the forecast at the period's start and the bookings, over the larger of the two. */
  workedOut({
    id: 'forecast_accuracy',
    usualPeriod: 'month',
    ...OF_BOOKINGS,
    unit: 'ratio',
    needs: ['over'],
    parts: ['forecast_at_start', 'revenue', 'is_over'],
    work(part) {
      const [told, came] = [part('forecast_at_start') ?? ZERO, part('revenue') ?? ZERO]
      const value = part('is_over') && accuracyOf(told, came)
      return { value, numerator: null, denominator: null }
    },
  }),
  /** The share of deals due at the period's start that are now due, or closed, in another one. No value before it begins. */
  workedOut({
    id: 'close_date_slip',
    usualPeriod: 'month',
    family: 'Q',
    unit: 'ratio',
    needs: ['begun'],
    better: 'down',
    minimumSample: 5,
    parts: ['slipped', 'due_at_start', 'has_begun'],
    work(part) {
      if (!part('has_begun')) return { value: null, numerator: null, denominator: null }
      const [slipped, due] = [part('slipped') ?? ZERO, part('due_at_start') ?? ZERO]
      return { value: over(slipped, due), numerator: slipped, denominator: due }
    },
  }),
  /** What the tiers of the settings pay for the bookings of the period. */
  sumOf({
    id: 'commission',
    ...OF_BOOKINGS,
    unit: 'money',
    ...PAID,
    parts: ['commission'],
  }),
  /** The same over the forecast. */
  sumOf({
    id: 'commission_forecast',
    ...OF_BOOKINGS,
    unit: 'money',
    ...PAID,
    parts: ['commission_forecast'],
  }),
  sumOf({
    id: 'activity_score',
    usualPeriod: 'month',
    family: 'Q',
    unit: 'points',
    parts: ['activity_points'],
  }),
  sumOf({
    id: 'objective_score',
    usualPeriod: 'month',
    family: 'Q',
    unit: 'points',
    parts: ['objective_points'],
  }),
  sumOf({
    id: 'score',
    usualPeriod: 'month',
    family: 'Q',
    unit: 'points',
    parts: ['activity_points', 'objective_points'],
  }),
]

function attainmentOf(part: ReadPart): Measured {
  const [actual, target] = [part('revenue') ?? ZERO, part('target')]
  return { value: target && over(actual, target), numerator: actual, denominator: target }
}

function paceOf(part: ReadPart): Measured {
  const attainment = attainmentOf(part).value
  const share = part('expected_share')
  const isEarly = isTooEarly({ share, by: part('by_past') ? 'past' : 'straight' })
  const value = attainment && share && !isEarly ? over(attainment, share) : null
  return { value, numerator: attainment, denominator: attainment && share }
}

/** No value if neither is above 0: a share of nothing, or of a loss, is meaningless. */
function accuracyOf(told: Exact, came: Exact): Exact | null {
  const [larger, smaller] = compare(told, came) >= 0 ? [told, came] : [came, told]
  if (compare(larger, ZERO) <= 0) return null
  const missed = over(minus(larger, smaller), larger)
  return missed && minus(ONE, missed)
}
