/** What is read of deals apart from their records, and deals as pipeline and forecast need them. */
import type { Rules } from '../domain/company/rules.ts'
import type { DealChange } from '../domain/facts/deal-changes.ts'
import type { EffortType } from '../domain/facts/deal-effort.ts'
import type { WonDeal } from '../domain/pipeline/companies.ts'
import type { PipelineDeal } from '../domain/pipeline/open-deals.ts'
import type { DealHistory, DueSpan } from '../domain/pipeline/past-deals.ts'

/** A deal whose details are older than the deal: read for the version that was modified at `modifiedAt`. */
export interface DealDue {
  id: string
  modifiedAt: number
}

/** An activity that a deal is linked with. */
export interface DealLink {
  dealId: string
  type: EffortType
  activityId: string
}

/** What is read of deals apart from their records. */
export interface DealDetailStore {
  lackingChanges(limit: number): Promise<DealDue[]>
  lackingCompany(limit: number): Promise<DealDue[]>
  /** Replaces the kept changes of these deals, and their stage entries with what these add. */
  saveChanges(due: readonly DealDue[], changes: readonly DealChange[], rules: Rules): Promise<void>
  saveCompanies(
    due: readonly DealDue[],
    companies: ReadonlyMap<string, string | null>,
    rules: Rules,
  ): Promise<void>
  /** Won deals that closed since an instant (epoch ms), latest closed last. */
  lackingActivities(closedSince: number, limit: number): Promise<DealDue[]>
  /** Replaces the links of these deals with activities. */
  saveActivities(due: readonly DealDue[], links: readonly DealLink[]): Promise<void>
  /** Links with activities are read again, of all deals. */
  forgetActivities(): Promise<void>
  /** Companies are read again: links change without any change of the deal. */
  forgetCompanies(): Promise<void>
  changesOf(ids: readonly string[]): Promise<DealChange[]>
}

/**
 * Deals as pipeline, forecast and accounts need them. Each answer is read in slices; no order is promised. Where there
 * are very many, only what `make` makes of a slice is kept.
 */
export interface DealReads {
  /** The deals that are neither closed nor won. */
  open<T>(make: (slice: readonly PipelineDeal[]) => readonly T[]): Promise<T[]>
  /** Won deals with a close date in `[from, to)`, epoch ms. */
  wonBetween(from: number, to: number): Promise<WonDeal[]>
  /** Owner and close date of each deal that is closed or won at a date after `at`, epoch ms. */
  closedAhead(at: number): Promise<{ ownerId: string; closesAt: number }[]>
  /** Deals of owners of which the present or a former close date lies in the span, created before its bound. */
  everDue<T>(span: DueSpan, make: (slice: readonly DealHistory[]) => readonly T[]): Promise<T[]>
}
