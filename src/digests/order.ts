/** An order for one digest: the day and moment it is made for, and why it may have to wait. */
import type { Day } from '../domain/calendar/day.ts'

/** What a digest is made for. `lateMinutes` is `null` in the due minute itself. */
export interface DigestOrder {
  localDate: Day
  dueAt: number
  at: number
  lateMinutes: number | null
  /** The wait for newer data is over, so stale data is accepted. */
  force: boolean
}

/** Why a digest cannot be made yet. `stale` and `loading` can pass by themselves; the others need an admin. */
export type NotReady = { notReady: 'loading' | 'stale' | 'unknownScope' | 'noVisibility' }
