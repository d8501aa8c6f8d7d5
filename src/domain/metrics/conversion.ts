/** Conversion: how often one step leads to the next. */
import { ratio } from './metric.ts'

/** Dials that reached somebody over all dials; incoming calls are in neither. */
export const connectRate = ratio({
  id: 'connect_rate',
  family: 'C',
  unit: 'ratio',
  minimumSample: 10,
  numerator: ['dial_connects'],
  denominator: ['dials'],
})

/** Won deals over closed deals. No closed deals means no value, which is not zero. */
export const winRate = ratio({
  id: 'win_rate',
  family: 'C',
  unit: 'ratio',
  minimumSample: 5,
  numerator: ['deals_won'],
  denominator: ['deals_won', 'deals_lost'],
})
