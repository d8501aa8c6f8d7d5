/** Objectives: what came of it, the lag indicators. */
import { additive, ratio } from './metric.ts'

export const dealsCreated = additive({
  id: 'deals_created',
  family: 'O',
  unit: 'count',
  tallies: ['deals_created'],
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

/** Bookings over won deals. */
export const averageDeal = ratio({
  id: 'average_deal',
  family: 'O',
  unit: 'money',
  minimumSample: 3,
  numerator: ['revenue'],
  denominator: ['deals_won'],
})
