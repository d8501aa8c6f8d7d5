/** Objectives: what came of it, the lag indicators. */
import { additive, ratio } from './metric.ts'

/** Contacts that became customers. */
export const leadsConverted = additive({
  id: 'leads_converted',
  family: 'O',
  unit: 'count',
  tallies: ['customers'],
})

export const leadsPerRep = ratio({
  id: 'leads_per_rep',
  family: 'O',
  unit: 'count',
  numerator: ['customers'],
  denominator: ['reps_in_scope'],
})

export const dealsCreated = additive({
  id: 'deals_created',
  family: 'O',
  unit: 'count',
  tallies: ['deals_created'],
})

/** Money of the deals created. */
export const pipelineCreated = additive({
  id: 'pipeline_created',
  family: 'O',
  unit: 'money',
  tallies: ['pipeline_created'],
})

/** Deals won, by close date. */
export const dealsWon = additive({ id: 'deals_won', family: 'O', unit: 'count', tallies: ['deals_won'] })

/** Deals lost, by close date. */
export const dealsLost = additive({
  id: 'deals_lost',
  family: 'O',
  unit: 'count',
  better: 'down',
  tallies: ['deals_lost'],
})

/** Bookings: the money of won deals, by close date, in the company currency. No cash received. */
export const revenue = additive({ id: 'revenue', family: 'O', unit: 'money', tallies: ['revenue'] })

export const revenuePerRep = ratio({
  id: 'revenue_per_rep',
  family: 'O',
  unit: 'money',
  numerator: ['revenue'],
  denominator: ['reps_in_scope'],
})

/** Bookings over won deals. */
export const averageDeal = ratio({
  id: 'average_deal',
  family: 'O',
  unit: 'money',
  minimumSample: 3,
  numerator: ['revenue'],
  denominator: ['deals_won'],
})

/** Days from the creation of won deals to their close. */
export const salesCycle = ratio({
  id: 'sales_cycle',
  family: 'O',
  unit: 'days',
  better: 'down',
  minimumSample: 3,
  numerator: ['cycle_days'],
  denominator: ['cycle_deals'],
})

export const revenuePerCall = ratio({
  id: 'revenue_per_call',
  family: 'O',
  unit: 'money',
  minimumSample: 20,
  numerator: ['revenue'],
  denominator: ['calls'],
})

/** Estimate: bookings for each hour of the working days passed. */
export const revenuePerHour = ratio({
  id: 'revenue_per_hour',
  family: 'O',
  unit: 'money',
  numerator: ['revenue'],
  denominator: ['working_hours'],
})

/** Bookings over cost, both of the reps with a cost set only. */
export const costEfficiency = ratio({
  id: 'cost_efficiency',
  family: 'O',
  unit: 'ratio',
  needs: 'repCost',
  numerator: ['costed_revenue'],
  denominator: ['cost'],
})

/** Yearly recurring money of won deals. */
export const arr = additive({ id: 'arr', family: 'O', unit: 'money', tallies: ['arr'] })

/** Bookings over the distinct companies that bought. */
export const arpa = ratio({
  id: 'arpa',
  family: 'O',
  unit: 'money',
  minimumSample: 3,
  numerator: ['revenue'],
  denominator: ['companies'],
})

/** Money less cost of the won deals whose cost is known. */
export const margin = additive({
  id: 'margin',
  family: 'O',
  unit: 'money',
  needs: 'costProperty',
  tallies: ['margin'],
})

export const averageMargin = ratio({
  id: 'average_margin',
  family: 'O',
  unit: 'money',
  minimumSample: 3,
  needs: 'costProperty',
  numerator: ['margin'],
  denominator: ['margin_deals'],
})

/** Renewals lost over renewals that were due. */
export const churnRate = ratio({
  id: 'churn_rate',
  family: 'O',
  unit: 'ratio',
  better: 'down',
  minimumSample: 5,
  needs: 'renewalPipelines',
  numerator: ['renewals_lost'],
  denominator: ['renewals_due'],
})
