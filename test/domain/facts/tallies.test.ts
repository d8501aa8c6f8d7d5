import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RulesBody } from '../../../src/domain/company/rules.ts'
import { CONNECTED } from '../../../src/domain/company/settings.ts'
import { moneyOf } from '../../../src/domain/facts/deal-tallies.ts'
import type { Fact } from '../../../src/domain/facts/facts.ts'
import { contributions, withoutAmount } from '../../../src/domain/facts/tallies.ts'
import { aCall, aDeal, aMeeting, at, aWonDeal, rulesBody, someRules } from '../../builders.ts'

function tallied(fact: Fact, rules: Partial<RulesBody> = {}): string[] {
  return contributions(fact, rulesBody(rules)).map(({ day, tally, amount }) => `${day} ${tally} ${amount}`)
}

describe('what a fact adds', () => {
  it('is a call, a dial and a connect, on the rep’s day', () => {
    const lateEvening = at('2026-09-21T22:30:00Z')

    expect(tallied(aCall({ at: lateEvening, disposition: CONNECTED, durationMs: 90_000 }))).toEqual([
      '2026-09-22 calls 1',
      '2026-09-22 dials 1',
      `2026-09-22 call_outcome:${CONNECTED} 1`,
      '2026-09-22 connects 1',
      '2026-09-22 dial_connects 1',
      '2026-09-22 talk_ms 90000',
    ])
    expect(tallied(aCall({ at: lateEvening }), { ownerZones: { '1': 'Europe/London' } })).toEqual([
      '2026-09-21 calls 1',
      '2026-09-21 dials 1',
      '2026-09-21 call_outcome:none 1',
    ])
  })

  it('is one call by outcome, under none if the outcome is not a GUID at all', () => {
    const outcomes = (disposition: string | null) =>
      tallied(aCall({ disposition })).filter((line) => line.includes('call_outcome'))

    expect(outcomes('8f1d2c3e-5b7a-4c61-9d0e-2f4a6b8c0d1e')).toEqual([
      '2026-09-21 call_outcome:8f1d2c3e-5b7a-4c61-9d0e-2f4a6b8c0d1e 1',
    ])
    expect(outcomes('x'.repeat(3_000))).toEqual(['2026-09-21 call_outcome:none 1'])
  })

  it.each(['CANCELED', 'QUEUED', 'CALLING_CRM_USER', 'CONNECTING', 'RINGING'])(
    'is nothing for a call that is %s',
    (status) => {
      expect(tallied(aCall({ status, disposition: CONNECTED }))).toEqual([])
    },
  )

  it('is nothing without an owner or without a date', () => {
    expect(tallied(aCall({ ownerId: null }))).toEqual([])
    expect(tallied(aCall({ at: null }))).toEqual([])
  })

  it('is a meeting from its end on, and at most twelve hours of it', () => {
    const long = aMeeting({ outcome: 'COMPLETED', endsAt: at('2026-09-23T09:00:00Z') })

    expect(contributions(aMeeting(), rulesBody()).map(({ tally, from }) => [tally, from])).toEqual([
      ['meetings_booked', null],
      ['meetings', at('2026-09-22T09:30:00Z')],
      ['meeting_ms', at('2026-09-22T09:30:00Z')],
    ])
    expect(tallied(long)).toContain(`2026-09-22 meeting_ms ${12 * 3_600_000}`)
    expect(tallied(aMeeting({ outcome: 'NO_SHOW' }))).toEqual([
      '2026-09-21 meetings_booked 1',
      '2026-09-22 meeting_no_shows 1',
    ])
    expect(tallied(aMeeting({ outcome: 'CANCELED' }))).toEqual(['2026-09-21 meetings_booked 1'])
  })

  it('is bookings for a won deal, but not if its pipeline does not count as sales', () => {
    expect(tallied(aWonDeal())).toEqual([
      '2026-09-01 deals_created 1',
      '2026-09-01 pipeline_created 100000',
      '2026-09-21 deals_won 1',
      '2026-09-21 revenue 100000',
      '2026-09-21 cycle_days 20',
      '2026-09-21 cycle_deals 1',
    ])
    expect(tallied(aWonDeal({ pipelineId: 'renew' }), { renewalPipelines: ['renew'] })).toEqual([
      '2026-09-21 renewals_due 1',
    ])
    expect(tallied(aWonDeal(), { salesPipelines: ['other'] })).toEqual([])
  })

  it('is a lost renewal with its money, or with 0 where no amount is known', () => {
    const rules = { renewalPipelines: ['renew'] }
    const lost = aDeal({ pipelineId: 'renew', isClosed: true, amount: '50.005', homeAmount: null })
    const unpriced = { ...lost, amount: null }

    expect(tallied(lost, rules)).toEqual([
      '2026-09-21 renewals_due 1',
      '2026-09-21 renewals_lost 1',
      '2026-09-21 renewals_lost_value 5001',
    ])
    expect(tallied(unpriced, rules)).toEqual(['2026-09-21 renewals_due 1', '2026-09-21 renewals_lost 1'])
    expect(withoutAmount(unpriced, rulesBody(rules)).map(({ tally }) => tally)).toEqual([
      'renewals_lost_value',
    ])
  })

  it('is a loss for a deal that is closed and not won, whatever the flags say about won', () => {
    expect(tallied(aDeal({ isClosed: true }))).toContain('2026-09-21 deals_lost 1')
    expect(tallied(aDeal({ isWon: true }))).toContain('2026-09-21 deals_won 1')
  })

  it('is the same list each time, of whole numbers that are not 0', () => {
    const amount = fc.oneof(
      fc.constant(null),
      fc.constant(''),
      fc.double({ noNaN: true }).map(String),
      fc.string(),
    )
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.constantFrom('EUR', 'USD', 'SEK', null),
        (homeAmount, text, currency) => {
          const deal = aWonDeal({ homeAmount, amount: text, currency })
          const list = contributions(deal, rulesBody())
          expect(contributions(deal, rulesBody())).toEqual(list)
          for (const { amount: added } of list) expect(Number.isSafeInteger(added) && added !== 0).toBe(true)
        },
      ),
    )
  })
})

describe('money of a deal', () => {
  it.each([
    [{ homeAmount: '110.50', amount: '100', currency: 'CHF' }, 110_50],
    [{ homeAmount: 'n/a', amount: '200', currency: null }, 200_00],
    [{ homeAmount: null, amount: '100', currency: 'USD' }, 90_00],
    [{ homeAmount: null, amount: '999', currency: 'CHF' }, null],
    [{ homeAmount: null, amount: null }, null],
    [{ homeAmount: null, amount: '12,500' }, null],
    [{ homeAmount: null, amount: '0.125' }, 13],
    [{ homeAmount: null, amount: '-0.125' }, -13],
    [{ homeAmount: null, amount: '1e20' }, null],
  ])('of %j is %s', (amounts, minor) => {
    expect(moneyOf(aDeal(amounts), someRules())).toBe(minor)
  })

  it.each([
    ['JPY', 0, 1235],
    ['KWD', 3, 1_234_560],
  ])('in %s has its own minor unit', (currency, exponent, minor) => {
    expect(
      moneyOf(
        aDeal({ amount: currency === 'JPY' ? '1234.5' : '1234.56', currency }),
        someRules({ currency, exponent }),
      ),
    ).toBe(minor)
  })
})
