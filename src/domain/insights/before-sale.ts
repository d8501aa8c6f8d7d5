import { type Exact, toNumber } from '../numbers/exact.ts'
import { type Found, found, lacking } from './insights.ts'
import { countsOf, medianOf } from './median.ts'

/** What it took to win one deal. `days`: whole reporting days from creation to close. */
export interface SaleEffort {
  calls: number
  emails: number
  meetings: number
  days: number
}

/** Medians over won deals. */
export interface BeforeSale extends SaleEffort {
  deals: number
}

/** What usually comes before a sale. */
export function beforeSaleOf(efforts: readonly SaleEffort[]): Found<BeforeSale> {
  if (efforts.length === 0) return lacking('no_won_deals')
  const median = (read: (effort: SaleEffort) => number) => numberOf(medianOf(countsOf(efforts.map(read))))
  return found({
    deals: efforts.length,
    calls: median(({ calls }) => calls),
    emails: median(({ emails }) => emails),
    meetings: median(({ meetings }) => meetings),
    days: median(({ days }) => days),
  })
}

function numberOf(median: Exact | null): number {
  if (median === null) throw new Error('the median of an empty list')
  return toNumber(median)
}
