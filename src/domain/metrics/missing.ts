/** Why a metric has no number, or none that means anything: what is not set, or not available yet. */

import type { Settings } from '../company/settings.ts'
import { compare, ZERO } from '../numbers/exact.ts'
import { isTooEarly } from './expected.ts'
import { type Sums, toExact } from './sums.ts'

/** Settings without which some metrics have no number. */
type NeededSetting = 'costProperty' | 'positiveDispositions' | 'renewalPipelines' | 'repCost' | 'commission'

/**
 * The key of a setting that is not made; otherwise:
 *
 * - `quota`: nobody has a target in the period; `targetMet`: the target is already reached
 * - `contract`: no won deal says anything about recurring money
 * - `fewCosts`: so few reps have a cost that the number would reveal what each person costs
 * - `notBegun`, `notOver`: the period; `noTimePassed`: none of its working time has passed
 * - `tooEarly`: so little is usual by now that a comparison would mean nothing
 */
export type Missing =
  | NeededSetting
  | 'quota'
  | 'contract'
  | 'fewCosts'
  | 'targetMet'
  | 'notBegun'
  | 'notOver'
  | 'noTimePassed'
  | 'tooEarly'

/** Cost figures of fewer reps than this would reveal what each person costs. */
const FEWEST_COSTS = 5

export interface MissingBasis {
  settings: Settings
  /** Of the requested scope and period. */
  sums: Sums
  /** Reps of the scope with a cost set. */
  costedReps: number
}

interface DeclaredNeed {
  isMet(basis: MissingBasis): boolean
  /** The reason given if it is not met. */
  reason: Missing
}

/** What a metric may need in order to have a number. */
const NEEDS = {
  costProperty: setting('costProperty'),
  positiveDispositions: setting('positiveDispositions'),
  renewalPipelines: setting('renewalPipelines'),
  repCost: setting('repCost'),
  commission: setting('commission'),
  manyCosts: { reason: 'fewCosts', isMet: ({ costedReps }) => costedReps >= FEWEST_COSTS },
  recurringMoney: {
    reason: 'contract',
    isMet: ({ settings, sums }) => settings.contractYearsProperty !== null || Boolean(sums.arr),
  },
  target: { reason: 'quota', isMet: ({ sums }) => sums.target !== undefined },
  repsWithTarget: { reason: 'quota', isMet: ({ sums }) => Boolean(sums.with_target) },
  unmetTarget: {
    reason: 'targetMet',
    isMet: ({ sums }) => compare(toExact(sums.revenue ?? 0), toExact(sums.target ?? 0)) < 0,
  },
  timePassed: {
    reason: 'noTimePassed',
    isMet: ({ sums }) => sums.by_past !== undefined || compare(toExact(sums.expected_share ?? 0), ZERO) !== 0,
  },
  tellingShare: {
    reason: 'tooEarly',
    isMet: ({ sums }) =>
      sums.by_past === undefined || !isTooEarly({ share: toExact(sums.expected_share ?? 0), by: 'past' }),
  },
  begun: { reason: 'notBegun', isMet: ({ sums }) => sums.has_begun !== undefined },
  over: { reason: 'notOver', isMet: ({ sums }) => sums.is_over !== undefined },
} as const satisfies Record<string, DeclaredNeed>

/** Without it there is no number, and answers say why. */
export type Need = keyof typeof NEEDS

function setting(key: NeededSetting): DeclaredNeed {
  return {
    reason: key,
    isMet({ settings }) {
      const value = settings[key]
      return value !== null && Object.keys(value).length > 0
    },
  }
}

/** The reason of the first need that is not met; `null`: the number is meaningful as it is. */
export function missingOf({ needs }: { needs: readonly Need[] }, basis: MissingBasis): Missing | null {
  const unmet = needs.find((need) => !NEEDS[need].isMet(basis))
  return unmet === undefined ? null : NEEDS[unmet].reason
}
