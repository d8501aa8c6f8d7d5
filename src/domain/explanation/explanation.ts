/** Explanation: how one number came about, as parts, rules and records that can be put into any language. */

import type { Day } from '../calendar/day.ts'
import type { Period } from '../calendar/period.ts'
import type { SyncedType } from '../facts/facts.ts'
import type { Basis } from '../figures/basis.ts'
import type { Value } from '../metrics/measure.ts'
import type { Missing } from '../metrics/missing.ts'
import type { Part } from '../metrics/parts.ts'
import type { UnloggedCalls } from '../metrics/unlogged-calls.ts'
import type { AppliedRules } from './applied-rules.ts'

/**
 * The role of a part. `summand`: added to the others; `term`: of a formula that is neither a sum nor a ratio;
 * `condition`: without it there is no value; `input`: a part above is computed from it.
 */
export type PartRole = 'summand' | 'numerator' | 'denominator' | 'term' | 'condition' | 'input'

/** `exact` is a whole number or a fraction `n/d` as text, `value` the nearest double; `null`: the part has no value. */
export interface ExplainedPart {
  part: Part
  role: PartRole
  value: number | null
  exact: string | null
}

/** A record that counts, with its page in HubSpot. For open deals `day` is when they were created; `null`: unknown. */
export interface ExplainedRecord {
  type: SyncedType
  id: string
  link: string
  ownerId: string
  day: Day | null
  /** An amount of 0 is that of a deal without an amount that is known. */
  adds: { part: Part; amount: number }[]
}

export interface Explanation {
  metric: string
  basis: Basis
  period: Period
  value: Value
  /** Why there is no number, or no meaningful one; `null`: the number is meaningful. */
  missing: Missing | null
  /** Set if it depends on call outcomes and more than half of the calls have none. */
  unlogged: UnloggedCalls | null
  /** The formula in order, with everything that the value rests on. */
  parts: ExplainedPart[]
  rules: AppliedRules
  /** How many records count, how many of these are deals without a usable amount, and up to 20 of them, newest first. */
  records: { counted: number; withoutAmount: number; newest: ExplainedRecord[] }
}
