/** A rep's working time and scorecard, each computed only once. Those of teams and of everyone are sums of these. */
import { daysPassed } from '../company/days-passed.ts'
import type { Rep } from '../company/roster.ts'
import type { TallySums } from '../metrics/measure.ts'
import type { Exact } from '../numbers/exact.ts'
import { type Scorecard, type ScorecardBasis, scorecardOf } from '../quotas/scorecard.ts'
import type { AskedDays } from './moment.ts'
import { once } from './once.ts'

export interface RepWork {
  /** The working days of the period that have passed. */
  daysPassed(): Exact
  scorecard(): Scorecard
}

export interface WorkBasis extends ScorecardBasis {
  /** Epoch ms. */
  at: number
  days: AskedDays
}

export function repWork(rep: Rep, sums: TallySums, { roster, catalogue, at, days }: WorkBasis): RepWork {
  const passed = once(() => daysPassed(rep, days, { now: at, settings: roster.settings }))
  return {
    daysPassed: passed,
    scorecard: once(() => scorecardOf([{ rep, sums, daysPassed: passed() }], { roster, catalogue })),
  }
}
