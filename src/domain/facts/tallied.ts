import { type RulesBody, TALLIES_VERSION } from '../company/rules.ts'
import type { Fact } from './facts.ts'
import { qualityContributions } from './quality-tallies.ts'
import { type Contribution, contributions } from './tallies.ts'

/**
 * All that is kept of a fact: what it adds to its rep's days, and to what is known of the data's quality. Nothing under
 * rules of another version: what a fact has added under those was dropped as the present ones were adopted.
 */
export function tallied(fact: Fact, rules: RulesBody): Contribution[] {
  if (rules.version !== TALLIES_VERSION) return []
  return [...contributions(fact, rules), ...qualityContributions(fact, rules)]
}
