/** Data quality as tallies: updated by difference like all others, so that no report has to go through every record. */
import type { Day } from '../calendar/day.ts'
import { type RulesBody, repFor } from '../company/rules.ts'
import { FACT_TYPES, type Fact, type FactType } from './facts.ts'
import type { OwnContribution } from './own-tallies.ts'
import { type Flaw, lastingFlaws, ownerless, RECORD_FLAWS } from './quality.ts'
import type { Contribution } from './tallies.ts'
import type { QualityTally, Tally } from './tally.ts'

/** These tallies belong to no day, and are stored under this one. */
export const UNDATED: Day = '0001-01-01'
/** In place of an owner, where a record has none. */
export const NOBODY = '-1'

export const COUNTED_FLAWS = RECORD_FLAWS.filter(({ passes }) => !passes)

/** Each data-quality tally with the flaw it counts; the tallies of all records of an owner count none. */
export const QUALITY_TALLIES: ReadonlyMap<Tally, Flaw | { held: FactType }> = new Map<
  Tally,
  Flaw | { held: FactType }
>([
  ...FACT_TYPES.map((held) => [`held:${held}`, { held }] as const),
  ...COUNTED_FLAWS.map((flaw) => [tallyOf(flaw), flaw] as const),
])

export function tallyOf({ reason, about }: Flaw): QualityTally {
  return `flaw:${reason}/${about ?? ''}`
}

/**
 * What a fact adds to the data-quality tallies: itself, and what is wrong with it provided that its owner exists, which
 * may change while the fact does not. Deals with a close in the future are not included: tomorrow it may be past.
 */
export function qualityContributions(fact: Fact, rules: RulesBody): Contribution[] {
  const undated = (rep: string, tally: QualityTally, from: number | null = null): Contribution => {
    return { rep, day: UNDATED, tally, amount: 1, from }
  }
  if (fact.ownerId === null) return [undated(NOBODY, tallyOf(ownerless(fact)))]
  const rep = repFor(rules, fact.ownerId)
  const flaws = lastingFlaws(fact, rules).map((flaw) => undated(rep, tallyOf(flaw), flaw.from))
  return [undated(rep, `held:${fact.type}`), ...flaws]
}

/** What can be wrong with a record of an own metric: a date, or a number or its currency, that cannot be read. */
export const OWN_FLAWS = ['bad_date', 'bad_number'] as const
export type OwnFlaw = (typeof OWN_FLAWS)[number]

/** Counts the records of an own metric with a flaw. */
export function ownFlawTally(flaw: OwnFlaw, metric: string): QualityTally {
  return `flaw:own_${flaw}/${metric}`
}

/** The flaws of a record in each own metric in which it counts, or would count but for them. */
export function ownFlaws(own: readonly OwnContribution[]): Contribution[] {
  const list: Contribution[] = []
  for (const { id, rep, day: counted, isBadNumber } of own) {
    if (counted !== null && !isBadNumber) continue
    const tally = ownFlawTally(counted === null ? 'bad_date' : 'bad_number', id)
    list.push({ rep, day: UNDATED, tally, amount: 1, from: null })
  }
  return list
}
