/** Facts: what HubSpot's records say, in our words, typed and stored. Instants are epoch milliseconds; ids are HubSpot's. */
import { type CallFact, calls } from './calls.ts'
import { communications, type MessageFact } from './communications.ts'
import { type ContactFact, contacts } from './contacts.ts'
import { DEAL_DETAILS, type DealDetail } from './deal-details.ts'
import type { DealFact } from './deal-fact.ts'
import { deals } from './deals.ts'
import { type EmailFact, emails } from './emails.ts'
import { type MeetingFact, meetings } from './meetings.ts'
import { type NoteFact, notes } from './notes.ts'
import type { DeclaredTally, FactBase, ObjectType } from './object-type.ts'
import { type TaskFact, tasks } from './tasks.ts'

export type { CallFact } from './calls.ts'
export type { MessageFact } from './communications.ts'
export type { ContactFact } from './contacts.ts'
export type { DealFact, StageEntry } from './deal-fact.ts'
export type { EmailFact } from './emails.ts'
export type { MeetingFact } from './meetings.ts'
export type { NoteFact } from './notes.ts'
export { type FactBase, UNREADABLE_VALUES, type UnreadableValue } from './object-type.ts'
export type { TaskFact } from './tasks.ts'

interface Facts {
  deals: DealFact
  contacts: ContactFact
  calls: CallFact
  emails: EmailFact
  meetings: MeetingFact
  tasks: TaskFact
  notes: NoteFact
  communications: MessageFact
}

export type FactType = keyof Facts
export type FactOf<T extends FactType> = Facts[T]
export type Fact = Facts[FactType]

/**
 * HubSpot's type id of an object type beyond the eight: two numbers with a hyphen. A type that the account defined, but
 * that the token may not look up, goes by its full name: `p4000007_visits`. Own metrics alone count its records.
 */
export type FurtherType = `${number}-${number}` | `p${number}_${string}`

/** A record of such a type, of which only the declared properties are stored. */
export interface FurtherFact extends FactBase {
  type: FurtherType
}

/** The types whose records are read and stored. */
export type SyncedType = FactType | FurtherType
export type SyncedFact = Fact | FurtherFact

const FURTHER_TYPE = /^(?:\d+-\d+|p\d+_[\w-]+)$/

export function isFurtherType(type: string): type is FurtherType {
  return FURTHER_TYPE.test(type)
}

export function isFactType(type: string): type is FactType {
  return Object.hasOwn(OBJECT_TYPES, type)
}

export function isSyncedType(type: string): type is SyncedType {
  return isFactType(type) || isFurtherType(type)
}

export function isBuiltIn(fact: SyncedFact): fact is Fact {
  return isFactType(fact.type)
}

/** The types that every poll reads, named as HubSpot names them, in the order in which they are read. */
const OBJECT_TYPES = { deals, contacts, calls, emails, meetings, tasks, notes, communications }

/** What each type declares, in literal types. */
export type Declared = typeof OBJECT_TYPES

/** The tallies of all types, in the order of the report. */
export const DECLARED_TALLIES = {
  ...calls.tallies,
  ...emails.tallies,
  ...meetings.tallies,
  ...tasks.tallies,
  ...notes.tallies,
  ...communications.tallies,
  ...contacts.tallies,
  ...deals.tallies,
} satisfies Readonly<Record<{ [T in FactType]: keyof Declared[T]['tallies'] }[FactType], DeclaredTally>>

const BY_TYPE: { readonly [T in FactType]: ObjectType<FactOf<T>> } = OBJECT_TYPES

export const FACT_TYPES: readonly FactType[] = idsOf(OBJECT_TYPES)

/** Everything that is declared of a type. */
export function objectType<T extends FactType>(type: T): ObjectType<FactOf<T>> {
  return BY_TYPE[type]
}

/** What is read from HubSpot as a whole: the records of a type, or a detail of all deals. */
export type ReadType = FactType | DealDetail

export const DETAIL_TYPES: readonly DealDetail[] = idsOf(DEAL_DETAILS)
export const READ_TYPES: readonly ReadType[] = [...FACT_TYPES, ...DETAIL_TYPES]

/** A record of one value for each type. */
export function ofEachType<V>(make: (type: FactType) => V): Record<FactType, V> {
  return {
    deals: make('deals'),
    contacts: make('contacts'),
    calls: make('calls'),
    emails: make('emails'),
    meetings: make('meetings'),
    tasks: make('tasks'),
    notes: make('notes'),
    communications: make('communications'),
  }
}

export function idsOf<T extends object>(declared: T): (keyof T)[] {
  const ids: (keyof T)[] = []
  for (const id in declared) ids.push(id)
  return ids
}

/** The instant from which a fact may count differently without any change in HubSpot; `null`: there is none. */
export function countsFrom(fact: SyncedFact): number | null {
  return isBuiltIn(fact) ? countingFrom(fact.type, fact) : null
}

function countingFrom<T extends FactType>(type: T, fact: FactOf<T>): number | null {
  return objectType(type).countsFrom?.(fact) ?? null
}

/** A new version of a fact with what only older versions know. */
export function remembering<F extends SyncedFact>(fact: F, before: SyncedFact | undefined): F
export function remembering(fact: SyncedFact, before: SyncedFact | undefined): SyncedFact {
  if (!before || !isBuiltIn(fact) || !isBuiltIn(before) || before.type !== fact.type) return fact
  return remembered(fact.type, fact, before)
}

function remembered<T extends FactType>(type: T, fact: FactOf<T>, before: FactOf<T>): FactOf<T> {
  return objectType(type).remember?.(fact, before) ?? fact
}

/** Types for which the settings can name properties, and those of them that can have a territory. */
export type NamingType = {
  [T in FactType]: Declared[T]['named'] extends readonly [] ? never : T
}[FactType]
export type TerritoryType = {
  [T in FactType]: 'territory' extends Declared[T]['named'][number] ? T : never
}[FactType]

export function isNaming(type: FactType): type is NamingType {
  return objectType(type).named.length > 0
}

export function hasTerritory(type: FactType): type is TerritoryType {
  return objectType(type).named.includes('territory')
}

export const NAMING_TYPES: readonly NamingType[] = FACT_TYPES.filter(isNaming)
export const TERRITORY_TYPES: readonly TerritoryType[] = FACT_TYPES.filter(hasTerritory)
