import type { Day, Zone } from '../calendar/day.ts'
import type { IncompleteTypes } from '../figures/incomplete.ts'
import type { ActivityMix } from './activity-mix.ts'
import type { Averages } from './averages.ts'
import type { BeforeSale } from './before-sale.ts'
import type { Bottleneck, Mentor } from './bottleneck.ts'
import type { CallOutcomes } from './call-outcomes.ts'
import type { Found, Why } from './insights.ts'
import type { Needle } from './needle.ts'
import type { Plateau } from './plateau.ts'
import type { PipelineTimes } from './stage-times.ts'
import type { TerritoryBalance } from './territory-balance.ts'
import type { TerritoryBoard } from './territory-boards.ts'

/** By `rep:<owner id>`, `team:<team id>` and `everyone`, in that order; archived reps have none of their own. */
export type ByScope<T> = Record<string, T>

export interface Days {
  from: Day
  /** Not included. */
  to: Day
}

/**
 * All insights. Money is in minor units, durations in milliseconds, ratios as they are; whatever is no whole number is the
 * nearest double of the exact value. Costs, margins and commission are in none of it.
 */
export interface InsightsDocument {
  _meta: {
    now: string
    zone: Zone
    currency: string
    exponent: number
    /** What insights go by unless they say otherwise, for everyone: a scope in another zone has its own. */
    last_90_days: Days
    /** For the stays in stages that ended. */
    last_365_days: Days
    names: ByScope<string>
    /** Metrics that nobody can have, and why: bottlenecks and averages go without them. */
    missing_metrics: Record<string, Why>
    /** Types that were not read whole: nothing that rests on one of them is told. */
    incomplete: IncompleteTypes
  }
  /** Of everyone. The strongest correlation first, then those without one, each in the order of the catalogue. */
  what_moves_the_needle: { reps: number } & Found<Needle[]>
  /** Of teams and everyone. `unread_deals`: won deals of anybody of which the links with activities were not read yet; `null`: nobody knows. */
  before_a_sale: ByScope<{ unread_deals: number | null } & Found<BeforeSale>>
  /** Of reps, beside `against`: the primary team, without one everyone. */
  bottlenecks: ByScope<{ against: string; bottleneck: Found<Bottleneck>; mentor: Found<Mentor> }>
  territories: Territories
  /** Of the sales pipelines, in display order. */
  stage_bottlenecks: Found<PipelineTimes[]>
  activity_mix: ByScope<Found<ActivityMix>>
  calls_by_outcome: ByScope<Found<CallOutcomes>>
  plateau: ByScope<Found<Plateau>>
  averages: ByScope<Found<Averages>>
}

/** Teams, or the values of a property of deals and contacts. */
export interface Territories {
  by: 'team' | 'property'
  property: string | null
  balance: Found<TerritoryBalance>
  /** In the order of the catalogue. */
  boards: Found<TerritoryBoard[]>
}
