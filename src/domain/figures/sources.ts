/** Which type of facts a tally rests on, so that an answer can say how fresh and complete it is. */

import type { FactType } from '../facts/facts.ts'
import type { NamedTally } from '../facts/tally.ts'
import { type Metric, partsOf } from '../metrics/metric.ts'
import { isOfDeals } from '../metrics/parts.ts'
import { type ScorecardLines, talliesBehind } from './tallies-behind.ts'

const SOURCES: Readonly<Record<NamedTally, FactType>> = {
  calls: 'calls',
  dials: 'calls',
  inbound_calls: 'calls',
  connects: 'calls',
  dial_connects: 'calls',
  positive_calls: 'calls',
  talk_ms: 'calls',
  emails: 'emails',
  emails_replied: 'emails',
  meetings_booked: 'meetings',
  meetings: 'meetings',
  meeting_no_shows: 'meetings',
  meeting_ms: 'meetings',
  tasks: 'tasks',
  notes: 'notes',
  messages: 'communications',
  leads: 'contacts',
  mqls: 'contacts',
  sqls: 'contacts',
  opportunities: 'contacts',
  customers: 'contacts',
  deals_created: 'deals',
  pipeline_created: 'deals',
  deals_won: 'deals',
  revenue: 'deals',
  deals_lost: 'deals',
  revenue_lost: 'deals',
  cycle_days: 'deals',
  cycle_deals: 'deals',
  arr: 'deals',
  margin: 'deals',
  margin_deals: 'deals',
  renewals_due: 'deals',
  renewals_lost: 'deals',
}

export function typeOfTally(tally: NamedTally): FactType {
  return SOURCES[tally]
}

/** First entries into stages are tallies of deals. */
export const TYPE_OF_STAGE_TALLIES: FactType = 'deals'

/** The types of facts that metrics rest on, without duplicates. */
export function typesBehind(metrics: readonly Metric[], lines: ScorecardLines): FactType[] {
  const parts = metrics.flatMap(partsOf)
  const types = talliesBehind(parts, lines).map((tally) => SOURCES[tally])
  return [...new Set([...types, ...(parts.some(isOfDeals) ? (['deals'] as const) : [])])]
}
