/** The names of the tallies, and how they are collected from a fact. */

import type { FactType } from './facts.ts'

export const TALLIES = [
  'calls',
  'dials',
  'inbound_calls',
  'connects',
  'dial_connects',
  'positive_calls',
  'talk_ms',
  'emails',
  'emails_replied',
  'meetings_booked',
  'meetings',
  'meeting_no_shows',
  'meeting_ms',
  'tasks',
  'notes',
  'messages',
  'leads',
  'mqls',
  'sqls',
  'opportunities',
  'customers',
  'deals_created',
  'pipeline_created',
  'deals_won',
  'revenue',
  'deals_lost',
  'revenue_lost',
  'cycle_days',
  'cycle_deals',
  'arr',
  'margin',
  'margin_deals',
  'renewals_due',
  'renewals_lost',
] as const
/** The tallies that contacts add; deals never add any of them. */
export const CONTACT_TALLIES = ['leads', 'mqls', 'sqls', 'opportunities', 'customers'] as const

export type NamedTally = (typeof TALLIES)[number]
export type Tally = NamedTally | StageTally | OutcomeTally | QualityTally

/** First entries of deals into a stage: `stage_entered:<pipeline id>/<stage id>`. */
export type StageTally = `stage_entered:${string}/${string}`

/** Calls that were made, by outcome: `call_outcome:<GUID of the disposition>`, or `call_outcome:none`. */
export type OutcomeTally = `call_outcome:${string}`

/** Records of an owner by type, and those with a flaw by its reason and what it is about; they belong to no day. */
export type QualityTally = `held:${FactType}` | `flaw:${string}/${string}`

const KNOWN: ReadonlySet<string> = new Set(TALLIES)
const FAMILIES = ['stage_entered:', 'call_outcome:', 'held:', 'flaw:']

export function isTally(name: string): name is Tally {
  return KNOWN.has(name) || FAMILIES.some((family) => name.startsWith(family))
}

/** Collects the contributions of one rep, leaving out whatever has no day or adds nothing. */
export interface Collector {
  add(at: number | null, tally: Tally, amount: number, from?: number | null): void
}
