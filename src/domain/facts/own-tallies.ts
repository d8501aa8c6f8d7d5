/** What a record adds to the tallies of own metrics, and what is wrong with it there. */
import { type Day, dayOf } from '../calendar/day.ts'
import { instantFrom } from '../calendar/instant.ts'
import { entryOf } from '../company/entries.ts'
import type { Condition } from '../company/own-metrics.ts'
import type { OwnTally } from '../company/own-tallies.ts'
import { type RulesBody, repFor, zoneOf } from '../company/rules.ts'
import { compare, type Exact, exact, fromDecimal, times, toWhole } from '../numbers/exact.ts'
import { LARGEST_MINOR, toMinor } from '../numbers/money.ts'
import { rateOf } from './deal-tallies.ts'
import type { SyncedFact } from './facts.ts'

/** Sums that are neither money nor time are kept in millionths. */
export const MILLIONTHS = 1_000_000n
const MS_OF = { hours: 3_600_000n, minutes: 60_000n } as const

/** What a record adds to the tally of an own metric. `isBadNumber`: its number could not be read or converted. */
export interface OwnContribution {
  id: string
  rep: string
  /** `null`: the date is there but cannot be read, so that the record counts nowhere. */
  day: Day | null
  amount: number
  isSum: boolean
  isBadNumber: boolean
}

/** A tally with its conditions ready to be tested. */
interface Prepared {
  tally: OwnTally
  isMet(values: Values): boolean
}

type Values = Readonly<Record<string, string>>

const NO_VALUES: Values = {}
const NONE: readonly Prepared[] = []
const NOTHING: readonly OwnContribution[] = []
const prepared = new WeakMap<RulesBody, Map<string, Prepared[]>>()

/** Rules are immutable, so that each snapshot is prepared once. */
function talliesFor(rules: RulesBody, type: string): readonly Prepared[] {
  if (rules.own.length === 0) return NONE
  let byType = prepared.get(rules)
  if (!byType) {
    byType = Map.groupBy(rules.own.map(prepare), ({ tally }) => tally.type)
    prepared.set(rules, byType)
  }
  return byType.get(type) ?? NONE
}

/** One for each own metric that the record counts in, or would count in if its date could be read. */
export function ownContributions(fact: SyncedFact, rules: RulesBody): readonly OwnContribution[] {
  const tallies = talliesFor(rules, fact.type)
  if (tallies.length === 0) return NOTHING
  const values = fact.declared ?? NO_VALUES
  const found: OwnContribution[] = []
  const dayIn = daysOf(rules)
  for (const { tally, isMet } of tallies) {
    const date = entryOf(values, tally.date.property)
    if (date === undefined || !isMet(values)) continue
    const ownerId = ownerOf(fact, tally, rules)
    if (ownerId === null) continue
    const rep = repFor(rules, ownerId)
    const amount = tally.sum ? amountIn(values, tally.sum, rules) : 1
    const day = dayIn(date, tally.date.isDay, rep)
    found.push({
      id: tally.id,
      rep,
      day,
      amount: amount ?? 0,
      isSum: tally.sum !== null,
      isBadNumber: amount === null,
    })
  }
  return found
}

/** An owner id as HubSpot writes it. */
const ID = /^[1-9]\d{0,14}$/

function ownerOf(fact: SyncedFact, { owner }: OwnTally, rules: RulesBody): string | null {
  if (owner === null) return fact.ownerId
  const id = entryOf(fact.declared ?? NO_VALUES, owner.property)
  if (id === undefined || !ID.test(id)) return null
  return owner.holds === 'user' ? (rules.ownersOfUsers[id] ?? null) : id
}

/** Reads days of a record. Most of its tallies go by the same date and rep, so the last one is kept. */
function daysOf(rules: RulesBody): (text: string, isDay: boolean, rep: string) => Day | null {
  let last: { text: string; isDay: boolean; rep: string; day: Day | null } | undefined
  return (text, isDay, rep) => {
    if (last?.text === text && last.isDay === isDay && last.rep === rep) return last.day
    const at = instantFrom(text)
    const day = at === null ? null : dayOf(at, isDay ? 'UTC' : zoneOf(rules, rep))
    last = { text, isDay, rep, day }
    return day
  }
}

/** The amount in the unit that the tally keeps; a blank number adds 0; `null`: it cannot be read or converted. */
function amountIn(values: Values, sum: NonNullable<OwnTally['sum']>, rules: RulesBody): number | null {
  const text = entryOf(values, sum.property)
  if (text === undefined) return 0
  if (sum.unit === 'money')
    return minorIn(text, sum.currency === null ? null : (entryOf(values, sum.currency) ?? null), rules)
  const number = fromDecimal(text)
  return number && safe(times(number, exact(sum.unit === 'count' ? MILLIONTHS : MS_OF[sum.unit])))
}

function minorIn(text: string, currency: string | null, rules: RulesBody): number | null {
  const rate = rateOf({ currency }, rules)
  return rate && toMinor(text, rules.exponent, rate)
}

function safe(amount: Exact): number | null {
  const whole = toWhole(amount)
  return whole > LARGEST_MINOR || whole < -LARGEST_MINOR ? null : Number(whole)
}

function prepare(tally: OwnTally): Prepared {
  const tests = tally.where.map(testOf)
  return { tally, isMet: (values) => tests.every((test) => test(values)) }
}

type Test = (values: Values) => boolean

function testOf(condition: Condition): Test {
  const { property } = condition
  if ('is' in condition) return isAmong(property, condition.is)
  if ('isNot' in condition) {
    const is = isAmong(property, condition.isNot)
    return (values) => !is(values)
  }
  if ('has' in condition) return (values) => (entryOf(values, property) !== undefined) === condition.has
  if ('on' in condition)
    return (values) => (entryOf(values, property)?.toLowerCase() === 'true') === condition.on
  return compares(condition)
}

/** As a whole and, where it has semicolons, by its parts. */
function isAmong(property: string, texts: readonly string[]): Test {
  const wanted = new Set(texts.map(folded))
  return (values) => {
    const value = entryOf(values, property)
    if (value === undefined) return false
    return (
      wanted.has(folded(value)) ||
      (value.includes(';') && value.split(';').some((part) => wanted.has(folded(part))))
    )
  }
}

function folded(text: string): string {
  return text.trim().toLowerCase()
}

function compares(condition: Condition): Test {
  const [bound, fits] = boundOf(condition)
  return (values) => {
    const number = fromDecimal(entryOf(values, condition.property) ?? '')
    return number !== null && fits(compare(number, bound))
  }
}

function boundOf(condition: Condition): [Exact, (difference: number) => boolean] {
  if ('above' in condition) return [decimal(condition.above), (by) => by > 0]
  if ('atLeast' in condition) return [decimal(condition.atLeast), (by) => by >= 0]
  if ('below' in condition) return [decimal(condition.below), (by) => by < 0]
  if ('atMost' in condition) return [decimal(condition.atMost), (by) => by <= 0]
  throw new Error(`a condition on ${condition.property} that compares nothing`)
}

function decimal(number: number): Exact {
  const read = fromDecimal(String(number))
  if (!read) throw new Error(`${number} is not a number that can be compared with`)
  return read
}
