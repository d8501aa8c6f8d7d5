/** Progress towards a target: attainment, the share that is expected by now, pace and a status. */
import { type ExpectedBy, type ExpectedShare, isTooEarly } from '../metrics/expected.ts'
import { compare, type Exact, exact, minus, ONE, over, toNumber, ZERO } from '../numbers/exact.ts'

export type QuotaStatus = 'met' | 'missed' | 'ahead' | 'on pace' | 'behind' | 'at risk'

/** Progress as numbers to show. Money is in minor units. `null`: there is no value. */
export interface QuotaProgress {
  target: number | null
  actual: number
  attainment: number | null
  /** Of the working time. */
  elapsedShare: number | null
  /** Of the target: what would be there by now. */
  expectedShare: number | null
  expectedBy: ExpectedBy
  /** So little is expected by now that there is no pace, projection or status yet. */
  isTooEarly: boolean
  pace: number | null
  status: QuotaStatus | null
  projected: number | null
  neededPerDay: number | null
  remainingDays: number
  uncoveredDays: number | null
  /** A target not to be exceeded, since less is better: it is used up or left, without a status. */
  isLimit: boolean
}

/** What progress is computed from. `remainingDays` are working days, including the rest of today. */
export interface ProgressBasis {
  target: Exact | null
  actual: Exact
  elapsedShare: Exact | null
  expected: ExpectedShare
  remainingDays: Exact
  isOver: boolean
  uncoveredDays: number | null
  isLimit: boolean
}

const AHEAD = exact(11, 10)
const ON_PACE = exact(9, 10)
const BEHIND = exact(7, 10)

export function progressOf(basis: ProgressBasis): QuotaProgress {
  const { target, actual, elapsedShare, expected, remainingDays } = basis
  const attainment = target && over(actual, target)
  const share = isTooEarly(expected) ? null : expected.share
  const pace = attainment && share && over(attainment, share)
  const projected = share && over(actual, share)
  return {
    target: target && toNumber(target),
    actual: toNumber(actual),
    attainment: attainment && toNumber(attainment),
    elapsedShare: elapsedShare && toNumber(elapsedShare),
    expectedShare: expected.share && toNumber(expected.share),
    expectedBy: expected.by,
    isTooEarly: isTooEarly(expected),
    pace: pace && toNumber(pace),
    status: attainment && statusOf(attainment, pace, basis.isOver),
    projected: projected && toNumber(projected),
    neededPerDay: target && neededPerDay(target, actual, remainingDays),
    remainingDays: toNumber(remainingDays),
    uncoveredDays: basis.uncoveredDays,
    isLimit: basis.isLimit,
  }
}

function statusOf(attainment: Exact, pace: Exact | null, isOver: boolean): QuotaStatus | null {
  if (compare(attainment, ONE) >= 0) return 'met'
  if (isOver) return 'missed'
  if (pace === null) return null
  if (compare(pace, AHEAD) >= 0) return 'ahead'
  if (compare(pace, ON_PACE) >= 0) return 'on pace'
  return compare(pace, BEHIND) >= 0 ? 'behind' : 'at risk'
}

/** 0 if the target is met; `null` if no working time is left. */
function neededPerDay(target: Exact, actual: Exact, remainingDays: Exact): number | null {
  const gap = minus(target, actual)
  if (compare(gap, ZERO) <= 0) return 0
  const needed = over(gap, remainingDays)
  return needed && toNumber(needed)
}
