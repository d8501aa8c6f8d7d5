/**
 * The digest: everything that one scheduled post and its thread say, in domain terms. All names in it may be shown to
 * everyone in the channel.
 */
import type { AskedPeriod } from '../answer/asked-period.ts'
import type { Standing } from '../boards/board.ts'
import type { Day, Zone } from '../calendar/day.ts'
import type { ExpectedBy } from '../metrics/expected.ts'
import type { NamedMetric } from '../metrics/named-metric.ts'

/** Names in here are untrusted text from HubSpot. Money is in minor units of `currency`. */
export interface Digest {
  name: string
  /** The team or group; `null`: everyone. */
  title: string | null
  localDate: Day
  language: string
  zone: Zone
  currency: string
  exponent: number
  /** Progress towards the scope's target in the quota period in force; `null` without a quota. */
  quota: DigestQuota | null
  board: DigestBoard | null
  /** The counts of the last working day, without zeros unless all are 0; `null` if none of them may be shown. */
  lastDay: { day: Day; counts: { metric: string; value: number }[] } | null
  worthKnowing: WorthKnowing | null
  table: DigestTable | null
  /** The account's own metrics among those it is about. */
  named: readonly NamedMetric[]
  asOf: number
  isStale: boolean
  /** Minutes after the due minute, if sent late. */
  lateMinutes: number | null
}

export interface DigestQuota {
  metric: string
  asked: AskedPeriod
  target: number
  actual: number
  attainment: number
  /** Of the target: what would be there by now; `null` in a period without working time. */
  expectedShare: number | null
  expectedBy: ExpectedBy
  /** The target is not met, but so little is usual by now that nobody can tell. */
  isTooEarly: boolean
  /** Actual minus what was expected by now. Below 0 when behind. */
  ahead: number | null
  /** Working days of the period without a quota. The target covers only the others. */
  uncoveredDays: number
}

export interface DigestBoard {
  metric: string
  asked: AskedPeriod
  standings: Standing[]
  /** Reps who tie with the last one shown, beyond the top. */
  moreTied: number
}

export type WorthKnowing =
  | { kind: 'dueSoon'; deals: number; overMinor: number }
  | { kind: 'mostImproved'; name: string; metric: string; by: number }

/** `uncoveredDays`: working days of the period without a quota. `attainment` is of a target for the other days. */
export interface TableRow {
  name: string
  cells: (number | null)[]
  attainment: number | null
  uncoveredDays: number
}

/** The table of all reps in the thread, with at most 4 columns including the name. `null` cells are shown as a dash. */
export interface DigestTable {
  asked: AskedPeriod
  columns: string[]
  hasQuotaColumn: boolean
  rows: TableRow[]
}
