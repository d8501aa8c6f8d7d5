/** What is known about a type of HubSpot's records: each type declares it once, in its own file. */
import type { Zone } from '../calendar/day.ts'
import type { RulesBody } from '../company/rules.ts'
import type { DealDetail } from './deal-details.ts'

/** Values for which it matters whether they were in the record but could not be read: missing ones are not a flaw. */
export const UNREADABLE_VALUES = ['owner', 'duration', 'mql', 'sql', 'opportunity', 'customer'] as const
export type UnreadableValue = (typeof UNREADABLE_VALUES)[number]

/** What every fact has. `ownerId` is the owner now; `modifiedAt` is HubSpot's last-modified instant. */
export interface FactBase {
  id: string
  ownerId: string | null
  modifiedAt: number
  /** Left out where there is none. */
  unreadable?: readonly UnreadableValue[]
  /** Texts of the properties that own metrics name, without the blank ones; left out where there is none. */
  declared?: Readonly<Record<string, string>>
}

export function isUnreadable(fact: FactBase, value: UnreadableValue): boolean {
  return fact.unreadable?.includes(value) ?? false
}

interface Counting {
  /** Whether it may begin to count after its fact is stored, without any change in HubSpot. */
  matures?: true
}

export interface DeclaredTally extends Counting {
  unit: 'count' | 'money' | 'duration' | 'days'
  /** The settings that decide what counts. */
  rules?: readonly ('outcomes' | 'properties')[]
}

export interface DeclaredFamily {
  /** The details that its tallies are made from, if the records alone are not enough. */
  restsOn?: DealDetail
}

export const COUNT = { unit: 'count' } as const
export const MONEY = { unit: 'money' } as const
export const DURATION = { unit: 'duration' } as const

export interface DeclaredFlaw extends Counting {
  /** Whether it comes and goes with the days: such a flaw is in no tally but looked for when asked. */
  passes?: true
}

export const AT_ONCE = {} as const
export const LATER = { matures: true } as const

/** Properties that the settings may name. */
export type NamedProperty = 'cost' | 'contractYears' | 'territory'

/** Collects the contributions of one rep, leaving out whatever has no day or adds nothing. */
export interface Collector<T extends string> {
  add(at: number | null, tally: T, amount: number, from?: number | null): void
}

/** Collects the flaws of a fact, each from the moment `from` on (epoch ms; `null`: always). */
export interface FlawCollector<D extends string, R extends string = never> {
  /** Adds a flaw if the date is missing. */
  date(name: D, at: number | null, from?: number | null): void
  add(reason: R, from?: number | null): void
}

/** The rules by which activities count, and the moment (epoch ms). */
export interface EffortBasis {
  rules: RulesBody
  moment: number
}

export interface ObjectType<F extends FactBase> {
  /** The tallies that its facts add to, in the order of the report. */
  tallies: Readonly<Record<string, DeclaredTally>>
  /** Tallies that exist once for each stage, outcome and so on, by the beginning of their names. */
  families: Readonly<Record<`${string}:`, DeclaredFamily>>
  collect(fact: F, rules: RulesBody, to: Collector<string>): void
  /** Adds 0 to the sums of money in which a fact counts although its amount is not known. */
  collectWithoutAmount?(fact: F, rules: RulesBody, to: Collector<string>): void
  /** The dates that decide on which day something counts. */
  dates: Readonly<Record<string, Counting>>
  /** Flaws that only its records can have. */
  flaws: Readonly<Record<string, DeclaredFlaw>>
  /** Finds the flaws that a fact has as long as it and the rules stay as they are. */
  findFlaws(fact: F, rules: RulesBody, to: FlawCollector<string, string>): void
  /** Finds the flaws that come and go with the days. */
  findPassing?(fact: F, days: { zone: Zone; now: number }, to: (reason: string) => void): void
  /** The instant from which a fact may count differently without any change in HubSpot; `null`: there is none. */
  countsFrom?(fact: F): number | null
  /** A new version of a fact with what only older versions know. */
  remember?(fact: F, before: F): F
  /** The instant that dates an activity linked to a deal; `null` if it does not count. */
  effortAt?(fact: F, basis: EffortBasis): number | null
  /** The properties that the settings can name for it. */
  named: readonly NamedProperty[]
}
