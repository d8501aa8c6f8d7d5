/** Why a metric has no number, or none that means anything: what is not set, or not there yet. */

import type { Settings } from '../company/settings.ts'
import { compare, ZERO } from '../numbers/exact.ts'
import { type Sums, toExact } from './sums.ts'

/** Settings without which some metrics have no number. */
type NeededSetting = 'costProperty' | 'positiveDispositions' | 'renewalPipelines' | 'repCost' | 'commission'

/**
 * A setting's key, where that setting is not made; otherwise:
 *
 * - `quota`: nobody has a target in the period; `targetMet`: nothing is missing to it
 * - `contract`: no won deal tells of recurring money
 * - `fewCosts`: so few reps have a cost that the number would tell what single people cost
 * - `notBegun`, `notOver`: of the period; `noTimePassed`: no working time of it
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

/** Cost figures of fewer reps than this would tell what single people cost. */
const FEWEST_COSTS = 5

export interface MissingBasis {
  settings: Settings
  /** Of the scope and period that is asked for. */
  sums: Sums
  /** Reps of the scope with a cost set. */
  costedReps: number
}

interface DeclaredNeed {
  isMet(basis: MissingBasis): boolean
  /** The reason that is given where it is not met. */
  reason: Missing
}

/** What a metric may need to have a number. */
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
    isMet: ({ sums }) => compare(toExact(sums.elapsed_share ?? 0), ZERO) !== 0,
  },
  begun: { reason: 'notBegun', isMet: ({ sums }) => sums.has_begun !== undefined },
  over: { reason: 'notOver', isMet: ({ sums }) => sums.is_over !== undefined },
} as const satisfies Record<string, DeclaredNeed>

/** Without it there is no number, and an answer says why. */
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

/** The reason of the first need that is not met; `null`: the number stands for itself. */
export function missingOf({ needs }: { needs: readonly Need[] }, basis: MissingBasis): Missing | null {
  const unmet = needs.find((need) => !NEEDS[need].isMet(basis))
  return unmet === undefined ? null : NEEDS[unmet].reason
}
