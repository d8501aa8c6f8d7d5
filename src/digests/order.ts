/** An order for one digest: for which day and moment it is made, and why it may have to wait. */
import type { Day } from '../domain/calendar/day.ts'

/** What a digest is made for. `lateMinutes` is `null` in the due minute itself. */
export interface DigestOrder {
  localDate: Day
  dueAt: number
  at: number
  lateMinutes: number | null
  /** The wait for newer data is over: stale data will do. */
  force: boolean
}

/** Why a digest cannot be made yet. `stale` and `loading` may pass, the others need an admin. */
export type NotReady = { notReady: 'loading' | 'stale' | 'unknownScope' | 'noVisibility' }
