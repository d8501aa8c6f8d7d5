import { describe, expect, it } from 'vitest'
import { beforeSaleOf } from '../../../src/domain/insights/before-sale.ts'

describe('the effort before a sale', () => {
  it('has separate medians of the calls, emails, meetings and days that each won deal took', () => {
    const efforts = [
      { calls: 10, emails: 0, meetings: 1, days: 30 },
      { calls: 2, emails: 4, meetings: 1, days: 10 },
      { calls: 3, emails: 1, meetings: 2, days: 400 },
      { calls: 4, emails: 0, meetings: 3, days: 15 },
    ]

    expect(beforeSaleOf(efforts)).toEqual({
      value: { deals: 4, calls: 3.5, emails: 0.5, meetings: 1.5, days: 22.5 },
      why: null,
    })
  })

  it('is missing if no deal was won', () => {
    expect(beforeSaleOf([])).toEqual({ value: null, why: 'no_won_deals' })
  })
})
