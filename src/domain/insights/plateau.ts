import { exact, toNumber } from '../numbers/exact.ts'
import { type Found, found, lacking } from './insights.ts'
import { isBeyond, meanOf } from './mean.ts'

/** Bookings of one ended month, in minor units. `month` is `YYYY-MM`. */
export interface MonthRevenue {
  month: string
  revenue: number
}

export interface Plateau {
  plateau: boolean
  mean: number
  /** In chronological order. */
  months: MonthRevenue[]
}

/** How far a month may be from the mean, as a share of it. */
const WITHIN = exact(5, 100)

/** Whether bookings are flat: each month is within ±5 % of the mean of all. Without any bookings there is no answer. */
export function plateauOf(months: readonly MonthRevenue[]): Found<Plateau> {
  const revenues = months.map(({ revenue }) => exact(revenue))
  const mean = meanOf(revenues)
  if (!mean || revenues.every(({ n }) => n === 0n)) return lacking('no_revenue')
  return found({
    plateau: revenues.every((revenue) => !isBeyond(revenue, mean, WITHIN)),
    mean: toNumber(mean),
    months: [...months],
  })
}
