/** What a poll did, and how things stand after it. */
import type { FactType } from '../domain/facts.ts'
import type { SourceFault } from '../ports.ts'

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

export type DirectoryPart = 'account' | 'owners' | 'pipelines' | 'exchangeRates' | 'goals'

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
}
