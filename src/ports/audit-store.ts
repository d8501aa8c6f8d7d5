/** The audit: a record of who did what that only grows, until entries are older than they are kept. */
import type { Look } from '../domain/access/look.ts'

/** A look with its time, epoch ms. */
export interface PastLook extends Look {
  at: number
}

export interface AuditStore {
  /** All of them or none, at the database's time. */
  recordLooks(looks: readonly Look[]): Promise<void>
  /** The looks at a person in the last `days`, newest first, at most 1,000. */
  looksAt(ownerId: string, days: number): Promise<PastLook[]>
  /** Deletes what is older than `days`. */
  forget(days: number): Promise<void>
}
