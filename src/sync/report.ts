/** What a poll did, and how things stand after it. */
import type { FactType } from '../domain/facts/facts.ts'
import type { SourceError, SourceFault } from '../ports/source.ts'
import type { Store } from '../ports/store.ts'

/** Records of a type that a poll read, those that were news, and those that it left out. */
export interface TypeReport {
  read: number
  changed: number
  skipped: number
  /** Everything modified up to here is in the store; `null` until the first fill is complete. */
  asOf: number | null
  error: string | null
  /** Why it failed: `forbidden` means left out, anything else that it must be looked after. */
  fault: SourceFault | null
}

export type TypeReports = Record<FactType, TypeReport>

export type DirectoryPart =
  | 'account'
  | 'owners'
  | 'pipelines'
  | 'exchangeRates'
  | 'callOutcomes'
  | 'users'
  | 'goals'

export interface PartReport {
  asOf: number | null
  error: string | null
  fault: SourceFault | null
}

export type DirectoryReport = Record<DirectoryPart, PartReport>

export interface SyncReport {
  types: TypeReports
  directory: DirectoryReport
  /** Facts whose time came, and facts that were tallied again under new rules. */
  matured: number
  retallied: number
  /** When polling goes on after HubSpot's daily limit (epoch ms). */
  pausedUntil: number | null
  /** Another process polls on the same store; this one has read nothing. */
  isPolledElsewhere: boolean
}

export type Counts = Pick<TypeReport, 'read' | 'changed' | 'skipped'>

/** What one poll has come to so far. */
export interface Poll {
  counts: Map<FactType, Counts>
  faults: Map<FactType, SourceError>
}

const NOTHING: Poll = { counts: new Map(), faults: new Map() }

/** How the types stand in the store, with what a poll did. */
export async function currentReports(
  store: Pick<Store, 'cursors'>,
  poll: Poll = NOTHING,
): Promise<TypeReports> {
  const cursors = await store.cursors.read()
  const report = (type: FactType): TypeReport => {
    const cursor = cursors.find((one) => one.type === type)
    return {
      ...(poll.counts.get(type) ?? { read: 0, changed: 0, skipped: 0 }),
      asOf: cursor?.asOf ?? null,
      error: cursor?.error ?? null,
      fault: poll.faults.get(type)?.fault ?? null,
    }
  }
  return {
    deals: report('deals'),
    contacts: report('contacts'),
    calls: report('calls'),
    emails: report('emails'),
    meetings: report('meetings'),
    tasks: report('tasks'),
    notes: report('notes'),
    communications: report('communications'),
  }
}
