/** Quotas: who is to reach how much of which metric in which days. */
import type { Day } from '../calendar/day.ts'
import type { Exact } from '../exact.ts'

export type QuotaSource = 'hubspot' | 'csv' | 'slack'
export type QuotaHolder = { kind: 'rep'; ownerId: string } | { kind: 'team'; teamId: string }

/** `target` is in minor units for money, above 0, as decimal text. `to` is not included. `madeAt` orders equals. */
export interface Quota {
  source: QuotaSource
  who: QuotaHolder
  metric: string
  from: Day
  to: Day
  target: string
  madeAt: number
}

export type ExactQuota = Omit<Quota, 'target'> & { target: Exact }
