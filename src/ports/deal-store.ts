/** Details of deals that are read apart from their records, and deals as pipeline and forecast need them. */
import type { Rules } from '../domain/company/rules.ts'
import type { DealChange } from '../domain/facts/deal-changes.ts'
import type { DealDetail } from '../domain/facts/deal-details.ts'
import type { EffortType } from '../domain/facts/deal-effort.ts'
import type { WonDeal } from '../domain/pipeline/companies.ts'
import type { PipelineDeal } from '../domain/pipeline/open-deals.ts'
import type { DealHistory, DueSpan } from '../domain/pipeline/past-deals.ts'

/** A deal with details older than the deal itself: they are due for the version that was modified at `modifiedAt`. */
export interface DealDue {
  id: string
  modifiedAt: number
}

/** An activity that is associated with a deal. */
export interface DealLink {
  dealId: string
  type: EffortType
  activityId: string
}

/**
 * The pass that reads a detail of all deals for the first time: once it has ended, numbers that rest on the detail are
 * complete. Until then its position is the fault that stopped it, if one did.
 */
export function firstPassOf(detail: DealDetail): string {
  return `first:${detail}`
}

/** Details of deals that are read apart from their records: changes, companies and linked activities. */
export interface DealDetailStore {
  lackingChanges(limit: number): Promise<DealDue[]>
  lackingCompany(limit: number): Promise<DealDue[]>
  /** Replaces the stored changes of these deals, and the stage entries that follow from them. */
  saveChanges(due: readonly DealDue[], changes: readonly DealChange[], rules: Rules): Promise<void>
  saveCompanies(
    due: readonly DealDue[],
    companies: ReadonlyMap<string, string | null>,
    rules: Rules,
  ): Promise<void>
  /** Won deals that closed since an instant (epoch ms) and lack their links with activities, in order of closing. */
  lackingActivities(closedSince: number, limit: number): Promise<DealDue[]>
  /** Replaces the links of these deals with activities. */
  saveActivities(due: readonly DealDue[], links: readonly DealLink[]): Promise<void>
  /** Makes the links of all deals with activities due to be read again. */
  forgetActivities(): Promise<void>
  /** Makes the companies of all deals due to be read again, because a link can change without any change of the deal. */
  forgetCompanies(): Promise<void>
  /**
   * Of how many deals a detail has been read, and of how many it is read at all: activities only of won deals that closed
   * since an instant (epoch ms).
   */
  countRead(detail: DealDetail, closedSince: number): Promise<{ read: number; total: number }>
}

/**
 * Deals as pipeline, forecast and accounts need them. Each answer is read in slices, in no guaranteed order. Where there
 * can be very many deals, only what `make` returns for a slice is kept.
 */
export interface DealReads {
  /** The deals that are neither closed nor won. */
  open<T>(make: (slice: readonly PipelineDeal[]) => readonly T[]): Promise<T[]>
  /** Won deals with a close date in `[from, to)`, epoch ms. */
  wonBetween(from: number, to: number): Promise<WonDeal[]>
  /** Owner and close date of each deal that is closed or won but has a close date after `at`, epoch ms. */
  closedAhead(at: number): Promise<{ ownerId: string; closesAt: number }[]>
  /** Deals that have an owner, a present or former close date in the span, and were created before the span's bound. */
  everDue<T>(span: DueSpan, make: (slice: readonly DealHistory[]) => readonly T[]): Promise<T[]>
}
