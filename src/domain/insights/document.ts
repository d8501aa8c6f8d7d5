import type { Day, Zone } from '../calendar/day.ts'
import type { ShownIncomplete } from '../figures/incomplete.ts'
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

/**
 * Keyed by `rep:<owner id>`, `team:<team id>` and `everyone`, in that order; archived reps have no entry of their own.
 */
export type ByScope<T> = Record<string, T>

export interface Days {
  from: Day
  /** Not included. */
  to: Day
}

/**
 * All insights. Money is in minor units, durations are in milliseconds, ratios are plain fractions (not percentages). A
 * value that is not a whole number is the double nearest to the exact value. Costs, margins and commission never
 * appear.
 */
export interface InsightsDocument {
  _meta: {
    now: string
    zone: Zone
    currency: string
    exponent: number
    /**
     * The days that insights cover unless they say otherwise. These are for everyone; a scope in another zone has its
     * own.
     */
    last_90_days: Days
    /** For stays in stages that have ended. */
    last_365_days: Days
    names: ByScope<string>
    /** Metrics that cannot be computed for anyone, and why: bottlenecks and averages leave them out. */
    missing_metrics: Record<string, Why>
    /** Types that were not read completely: nothing that depends on one of them is reported. */
    incomplete: ShownIncomplete
  }
  /** For everyone. The strongest correlation first, then metrics without one; ties in the order of the catalogue. */
  what_moves_the_needle: { reps: number } & Found<Needle[]>
  /**
   * For teams and everyone. `unread_deals`: how many won deals, anybody's, still lack their links with activities
   * because these were not read yet; `null` if that is unknown.
   */
  before_a_sale: ByScope<{ unread_deals: number | null } & Found<BeforeSale>>
  /** For reps, compared with `against`: the primary team, or everyone for a rep without one. */
  bottlenecks: ByScope<{ against: string; bottleneck: Found<Bottleneck>; mentor: Found<Mentor> }>
  territories: Territories
  /** For the sales pipelines, in display order. */
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
