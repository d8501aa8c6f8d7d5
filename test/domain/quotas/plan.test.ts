import { describe, expect, it } from 'vitest'
import type { TallySums } from '../../../src/domain/metrics/measure.ts'
import { exact, ZERO } from '../../../src/domain/numbers/exact.ts'
import {
  PLAN_TALLIES,
  type PlanBasis,
  planOf,
  type ShownPlan,
  shownPlan,
} from '../../../src/domain/quotas/plan.ts'

/** 25 % of deals won, at 100,000 each; 2 deals per meeting, 2 meetings per call, an opportunity from every other lead. */
const USUAL: TallySums = {
  revenue: 30_000_000,
  deals_won: 3,
  deals_created: 12,
  meetings: 6,
  calls: 3,
  leads: 10,
  opportunities: 5,
}

function aBasis(changes: Partial<PlanBasis> = {}): PlanBasis {
  return {
    target: exact(500_000_000),
    actual: ZERO,
    remainingDays: exact(21),
    own: USUAL,
    fallback: null,
    isRead: () => true,
    ...changes,
  }
}

function plan(changes: Partial<PlanBasis> = {}): ShownPlan {
  const made = planOf(aBasis(changes))
  if (!made) throw new Error('no plan')
  return shownPlan(made)
}

function stepsOf({ deals, opportunities, meetings, calls, leads }: ShownPlan) {
  return { deals, opportunities, meetings, calls, leads }
}

describe('the plan', () => {
  it('works backwards from the goal, as the report prints it', () => {
    expect(plan({ own: { ...USUAL, calls: 3 }, fallback: { source: 'team', sums: USUAL } })).toEqual({
      gap: 500_000_000,
      deals: 50,
      opportunities: 200,
      meetings: 100,
      calls: 50,
      leads: 400,
      remaining_days: 21,
      per_day: {
        deals: 50 / 21,
        opportunities: 200 / 21,
        meetings: 100 / 21,
        calls: 50 / 21,
        leads: 400 / 21,
      },
      rates: {
        average_deal: { value: 10_000_000, source: 'own' },
        close_rate: { value: 0.25, source: 'own' },
        deals_per_meeting: { value: 2, source: 'own' },
        meetings_per_call: { value: 2, source: 'team' },
        lead_to_opportunity: { value: 0.5, source: 'own' },
      },
    })
  })

  it('rounds up exactly: 15 over 3/11 is 55, which floats would make 56', () => {
    const own = { revenue: 30_000, deals_won: 3, deals_created: 11 }

    expect(stepsOf(plan({ target: exact(150_000), own }))).toEqual({
      deals: 15,
      opportunities: 55,
      meetings: null,
      calls: null,
      leads: null,
    })
  })

  it('needs no meetings to compute the leads', () => {
    const own = { revenue: 30_000_000, deals_won: 3, deals_created: 5, leads: 8, opportunities: 3 }

    expect(stepsOf(plan({ target: exact(100_000_000), own }))).toEqual({
      deals: 10,
      opportunities: 17,
      meetings: null,
      calls: null,
      leads: 46,
    })
  })

  it('divides by meetings held per call, so that calls make up for meetings that are not held', () => {
    const own = {
      revenue: 30_000,
      deals_won: 3,
      deals_created: 3,
      meetings: 5,
      meetings_booked: 6,
      calls: 20,
    }

    expect(stepsOf(plan({ target: exact(100_000), own }))).toMatchObject({ meetings: 17, calls: 68 })
  })

  it('has no value from the first missing rate on', () => {
    const { revenue: _, ...own } = USUAL
    const made = plan({ own })

    expect(stepsOf(made)).toEqual({
      deals: null,
      opportunities: null,
      meetings: null,
      calls: null,
      leads: null,
    })
    expect(made.per_day.calls).toBeNull()
    expect(made.rates.average_deal).toEqual({ value: null, source: null })
  })

  it('asks for nothing once the target is met, whatever the rates', () => {
    const nothing = { deals: 0, opportunities: 0, meetings: 0, calls: 0, leads: 0 }
    const made = plan({ actual: exact(500_000_001), own: {} })

    expect(made).toMatchObject({ gap: 0, ...nothing, per_day: nothing })
  })

  it('has no values per day if no working time is left', () => {
    const over = plan({ remainingDays: ZERO })
    const met = plan({ remainingDays: ZERO, actual: exact(500_000_000) })

    expect(over.deals).toBe(50)
    expect(over.per_day.deals).toBeNull()
    expect(met.deals).toBe(0)
    expect(met.per_day.deals).toBeNull()
  })

  it('can be for part of a day', () => {
    expect(plan({ remainingDays: exact(5, 8) }).per_day.deals).toBe(80)
  })

  it('does not exist without a target', () => {
    expect(planOf(aBasis({ target: null }))).toBeNull()
  })

  it('lists the tallies that it needs, without duplicates', () => {
    expect([...PLAN_TALLIES].sort()).toEqual(Object.keys(USUAL).sort())
  })
})

describe('the rates of a plan', () => {
  const doubled = { ...USUAL, revenue: 60_000_000, deals_won: 6 }

  it.each([
    ['average_deal', 'deals_won', 3],
    ['close_rate', 'deals_created', 5],
    ['deals_per_meeting', 'meetings', 5],
    ['meetings_per_call', 'calls', 20],
    ['lead_to_opportunity', 'leads', 5],
  ] as const)(
    "%s is a rep's own if the sample of %s is at least %i, otherwise the team's",
    (rate, tally, least) => {
      const fallback = { source: 'team', sums: doubled } as const
      const sourceWith = (sample: number) =>
        plan({ own: { ...USUAL, [tally]: sample }, fallback }).rates[rate].source

      expect(sourceWith(least)).toBe('own')
      expect(sourceWith(least - 1)).toBe('team')
    },
  )

  it("are everyone's for a rep without a team, whatever everyone's sample", () => {
    const few = { ...USUAL, revenue: 1_000_000, deals_won: 1 }

    expect(plan({ own: {}, fallback: { source: 'everyone', sums: few } }).rates).toMatchObject({
      average_deal: { value: 1_000_000, source: 'everyone' },
      lead_to_opportunity: { value: 0.5, source: 'everyone' },
    })
  })

  it('of a team or everyone are their own, whatever the sample', () => {
    expect(plan({ own: { ...USUAL, deals_won: 1, revenue: 7 } }).rates.average_deal).toEqual({
      value: 7,
      source: 'own',
    })
  })

  it('are not used unless above 0: revenue that was lost again is not an average deal', () => {
    const own = { ...USUAL, revenue: -5 }

    expect(plan({ own, fallback: { source: 'team', sums: USUAL } }).rates.average_deal.source).toBe('team')
    expect(plan({ own, fallback: { source: 'team', sums: own } }).rates.average_deal).toEqual({
      value: null,
      source: null,
    })
  })
})
