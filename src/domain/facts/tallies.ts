/** Turns a fact into tallies: the integers it adds to its rep's days. The only place that defines what counts when. */
import { type Day, dayOf } from '../calendar/day.ts'
import { type RulesBody, repFor, zoneOf } from '../company/rules.ts'
import { type Fact, type FactOf, type FactType, isBuiltIn, objectType, type SyncedFact } from './facts.ts'
import type { Collector } from './object-type.ts'
import { type OwnContribution, ownContributions } from './own-tallies.ts'
import { ownRecordsOf, ownTallyOf, type Tally } from './tally.ts'

/**
 * What one fact adds to one rep's day: a count, minor units or milliseconds, never 0. With `from` it counts only from
 * that instant on (a meeting still ahead).
 */
export interface Contribution {
  rep: string
  day: Day
  tally: Tally
  amount: number
  from: number | null
}

/** All that a fact adds, by the rules. Pure: the same fact and rules give the same list. */
export function contributions(fact: SyncedFact, rules: RulesBody): Contribution[] {
  const own = ownAdded(ownContributions(fact, rules))
  return isBuiltIn(fact) ? [...builtInContributions(fact, rules), ...own] : own
}

/** What a record adds to own metrics. A sum also counts its records, including those that add 0 to it. */
export function ownAdded(own: readonly OwnContribution[]): Contribution[] {
  const list: Contribution[] = []
  for (const { id, rep, day, amount, isSum } of own) {
    if (day === null) continue
    if (amount !== 0) list.push({ rep, day, tally: ownTallyOf(id), amount, from: null })
    if (isSum) list.push({ rep, day, tally: ownRecordsOf(id), amount: 1, from: null })
  }
  return list
}

/** What a record adds to the tallies of its type. */
export function builtInContributions(fact: Fact, rules: RulesBody): Contribution[] {
  if (fact.ownerId === null) return []
  const { list, to } = listOf(fact.ownerId, rules, (amount) => amount !== 0)
  collect(fact.type, fact, { rules, to })
  return list
}

/** The sums in which a fact counts with 0: of money because its amount is not known, of own metrics for any reason. */
export function withoutAmount(fact: SyncedFact, rules: RulesBody): Contribution[] {
  return [...(isBuiltIn(fact) ? builtInWithoutAmount(fact, rules) : []), ...ownWithoutAmount(fact, rules)]
}

function ownWithoutAmount(fact: SyncedFact, rules: RulesBody): Contribution[] {
  return ownContributions(fact, rules).flatMap(({ id, rep, day, amount, isSum }) =>
    isSum && amount === 0 && day !== null ? [{ rep, day, tally: ownTallyOf(id), amount, from: null }] : [],
  )
}

function builtInWithoutAmount(fact: Fact, rules: RulesBody): Contribution[] {
  if (fact.ownerId === null) return []
  const { list, to } = listOf(fact.ownerId, rules, () => true)
  collectWithoutAmount(fact.type, fact, { rules, to })
  return list
}

/** An empty list, and what collects into it the amounts of an owner's records that have a day and are kept. */
function listOf(
  ownerId: string,
  rules: RulesBody,
  isKept: (amount: number) => boolean,
): { list: Contribution[]; to: Collector<Tally> } {
  const list: Contribution[] = []
  const rep = repFor(rules, ownerId)
  const zone = zoneOf(rules, rep)
  const add: Collector<Tally>['add'] = (at, tally, amount, from = null) => {
    if (at !== null && isKept(amount)) list.push({ rep, day: dayOf(at, zone), tally, amount, from })
  }
  return { list, to: { add } }
}

interface Collecting {
  rules: RulesBody
  to: Collector<Tally>
}

function collect<T extends FactType>(type: T, fact: FactOf<T>, { rules, to }: Collecting): void {
  objectType(type).collect(fact, rules, to)
}

function collectWithoutAmount<T extends FactType>(type: T, fact: FactOf<T>, { rules, to }: Collecting): void {
  objectType(type).collectWithoutAmount?.(fact, rules, to)
}
