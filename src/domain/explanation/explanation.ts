/** Explanation: how one number came about, as parts, rules and records that any language can put words to. */

import type { Day } from '../calendar/day.ts'
import type { Period } from '../calendar/period.ts'
import type { FactType } from '../facts/facts.ts'
import type { Basis } from '../figures/basis.ts'
import type { Value } from '../metrics/measure.ts'
import type { Missing } from '../metrics/missing.ts'
import type { Part } from '../metrics/parts.ts'
import type { UnloggedCalls } from '../metrics/unlogged-calls.ts'
import type { AppliedRules } from './applied-rules.ts'

/**
 * Where a part stands. `summand`: it is added up with the others; `term`: of a formula that is neither a sum nor a ratio;
 * `condition`: without it there is no value; `input`: a part above is worked out from it.
 */
export type PartRole = 'summand' | 'numerator' | 'denominator' | 'term' | 'condition' | 'input'

/** `value` is the nearest double of `exact`, a whole number or a fraction `n/d` as text; `null`: there is none. */
export interface ExplainedPart {
  part: Part
  role: PartRole
  value: number | null
  exact: string | null
}

/** A record that counts, by its page in HubSpot. Open deals have the day of their creation; `null`: nobody knows it. */
export interface ExplainedRecord {
  type: FactType
  id: string
  link: string
  ownerId: string
  day: Day | null
  adds: { part: Part; amount: number }[]
}

export interface Explanation {
  metric: string
  basis: Basis
  period: Period
  value: Value
  /** Why there is no number, or none that means anything; `null`: it stands for itself. */
  missing: Missing | null
  /** Where it goes by the outcomes of calls and more than half of them have none. */
  unlogged: UnloggedCalls | null
  /** The formula in its order: nothing is left out of it that the value rests on. */
  parts: ExplainedPart[]
  rules: AppliedRules
  /** How many records count, and up to 20 of them, the newest first. */
  records: { counted: number; newest: ExplainedRecord[] }
}
