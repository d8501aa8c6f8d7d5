import { type RulesBody, TALLIES_VERSION } from '../company/rules.ts'
import { isBuiltIn, type SyncedFact } from './facts.ts'
import { ownQualityContributions, qualityContributions } from './quality-tallies.ts'
import { type Contribution, contributions } from './tallies.ts'

/**
 * Everything stored for a fact: what it adds to its rep's days, and to the data-quality tallies. Nothing under rules of
 * another version: what a fact added under those was dropped when the current rules were adopted.
 */
export function tallied(fact: SyncedFact, rules: RulesBody): Contribution[] {
  if (rules.version !== TALLIES_VERSION) return []
  return [
    ...contributions(fact, rules),
    ...(isBuiltIn(fact) ? qualityContributions(fact, rules) : []),
    ...ownQualityContributions(fact, rules),
  ]
}
