import type { Fact } from './facts.ts'
import { qualityContributions } from './quality-tallies.ts'
import type { RulesBody } from './rules.ts'
import { type Contribution, contributions } from './tallies.ts'

/** All that is kept of a fact: what it adds to its rep's days, and to what is known of the data's quality. */
export function tallied(fact: Fact, rules: RulesBody): Contribution[] {
  return [...contributions(fact, rules), ...qualityContributions(fact, rules)]
}
