import { type RulesBody, TALLIES_VERSION } from '../company/rules.ts'
import { type Fact, isBuiltIn, type SyncedFact } from './facts.ts'
import { ownContributions } from './own-tallies.ts'
import { ownFlaws, qualityContributions } from './quality-tallies.ts'
import { builtInContributions, type Contribution, ownAdded } from './tallies.ts'

/**
 * Everything stored for a fact: what it adds to its rep's days, and to the data-quality tallies. Nothing under rules of
 * another version: what a fact added under those was dropped when the current rules were adopted.
 */
export function tallied(fact: SyncedFact, rules: RulesBody): Contribution[] {
  if (rules.version !== TALLIES_VERSION) return []
  const added = isBuiltIn(fact) ? builtIn(fact, rules) : []
  const own = ownContributions(fact, rules)
  return own.length === 0 ? added : [...added, ...ownAdded(own), ...ownFlaws(own)]
}

function builtIn(fact: Fact, rules: RulesBody): Contribution[] {
  return [...builtInContributions(fact, rules), ...qualityContributions(fact, rules)]
}
