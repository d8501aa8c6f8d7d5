/** What a poll did, and the state after it. */
import { isFurtherType, ofEachType, type SyncedType } from '../domain/facts/facts.ts'
import type { SourceError, SourceFault } from '../ports/source.ts'
import type { Store } from '../ports/store.ts'

/** How many records of a type a poll read, how many of them were news, and how many it skipped. */
export interface TypeSummary {
  read: number
  changed: number
  skipped: number
  /** Everything modified up to here is in the store; `null` until the first fill is complete. */
  asOf: number | null
  error: string | null
  /** Why it failed: `forbidden` means left out, anything else needs attention. */
  fault: SourceFault | null
}

/** Of the eight types, and of the further ones that own metrics name. */
export type TypeSummaries = Record<SyncedType, TypeSummary>

export type DirectorySection =
  | 'account'
  | 'owners'
  | 'pipelines'
  | 'exchangeRates'
  | 'callOutcomes'
  | 'users'
  | 'objects'
  | 'goals'

export interface SectionSummary {
  asOf: number | null
  error: string | null
  fault: SourceFault | null
}

export type DirectorySummary = Record<DirectorySection, SectionSummary>

export interface PollSummary {
  types: TypeSummaries
  directory: DirectorySummary
  /** Facts that began to count by the clock, and facts that were re-tallied under new rules. */
  matured: number
  retallied: number
  /** When polling resumes after HubSpot's daily limit (epoch ms). */
  pausedUntil: number | null
  /** Another process polls on the same store; this one read nothing. */
  isPolledElsewhere: boolean
}

export type Counts = Pick<TypeSummary, 'read' | 'changed' | 'skipped'>

/** The results of one poll so far. */
export interface Poll {
  counts: Map<SyncedType, Counts>
  faults: Map<SyncedType, SourceError>
}

const NOTHING: Poll = { counts: new Map(), faults: new Map() }

/** The state of the types in the store, with what a poll did. */
export async function currentSummaries(
  store: Pick<Store, 'cursors'>,
  poll: Poll = NOTHING,
): Promise<TypeSummaries> {
  const cursors = await store.cursors.read()
  const summaryOf = (type: SyncedType): TypeSummary => {
    const cursor = cursors.find((one) => one.type === type)
    return {
      ...(poll.counts.get(type) ?? { read: 0, changed: 0, skipped: 0 }),
      asOf: cursor?.asOf ?? null,
      error: cursor?.error ?? null,
      fault: poll.faults.get(type)?.fault ?? null,
    }
  }
  const further = cursors.flatMap(({ type }) =>
    isFurtherType(type) ? [[type, summaryOf(type)] as const] : [],
  )
  return { ...ofEachType(summaryOf), ...Object.fromEntries(further) }
}
