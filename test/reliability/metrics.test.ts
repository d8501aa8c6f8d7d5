/** The totals of deals and their money, whatever happens to them later, and when the rules change. */

import { describe, expect, it } from 'vitest'
import { createAnswers } from '../../src/answers/answers.ts'
import { CONNECTED } from '../../src/domain/company/settings.ts'
import { hubSpotWords } from '../../src/hubspot/words.ts'
import { LEXICONS } from '../../src/i18n/lexicons.ts'
import { readReport } from '../../src/reports/report.ts'
import { DATABASES } from '../store/stores.ts'
import { asked, heldIn, truthOf } from './looks.ts'
import {
  addCall,
  aWorld,
  BEN,
  DAY,
  HOUR,
  MINUTE,
  NOON,
  restated,
  totals,
  twoReps,
  type World,
  winDeal,
} from './worlds.ts'

async function byDay(world: World, tally: 'deals_won' | 'revenue' | 'calls' | 'margin') {
  const days = await world.store.tallies.byDay({ tallies: [tally], from: '2000-01-01', until: '2100-01-01' })
  return days.map(({ rep, day, amount }) => `${rep} ${day} ${amount}`).sort()
}

function listsOfDeals({ sandbox }: World): number {
  return asked(sandbox, 'list').filter(({ subject }) => subject === 'deals').length
}

const rate = (currency: string, conversionRate: number, effectiveAt = '2026-01-01T00:00:00Z') => ({
  id: `${currency} ${effectiveAt}`,
  fromCurrencyCode: currency,
  toCurrencyCode: 'EUR',
  conversionRate,
  effectiveAt,
  visibleInUI: true,
})

describe('money', () => {
  it('M1: five currencies add up exactly in the company currency; one without a rate is left out and named', async () => {
    const account = twoReps()
    account.exchangeRates.push(rate('INR', 0.011), rate('USD', 0.9), rate('JPY', 0.0061), rate('KWD', 2.991))
    const world = await aWorld({ account })
    const own = { bump: false }
    const amounts = { INR: '11000', USD: '10', EUR: '0.10', JPY: '1001', KWD: '1.234', XAF: '500' }
    for (const [deal_currency_code, amount] of Object.entries(amounts)) {
      const id = winDeal(account, { deal_currency_code, amount })
      // HubSpot's own conversion is missing until HubSpot has computed it.
      account.update('deals', id, { amount_in_home_currency: null }, own)
    }

    await world.sync.run()

    // 121.00 + 9.00 + 0.10 + 6.1061 → 6.11 + 3.690894 → 3.69
    expect(await totals(world.store, 'deals_won', 'revenue')).toEqual({
      '1 deals_won': 6,
      '1 revenue': 13_990,
    })
    const report = await readReport(
      { store: world.store, clock: world.clock, words: hubSpotWords },
      { periods: ['this month'] },
    )
    expect(JSON.stringify(report)).toMatch(/"no_exchange_rate":1\b/)
  })

  it('M5: a deal with three contacts and two companies is one deal with one amount', async () => {
    const world = await aWorld()
    const id = winDeal(world.account)
    for (const type of ['contacts', 'contacts', 'contacts', 'companies', 'companies'] as const) {
      const other = world.account.create(type, {})
      world.account.associate({ type: 'deals', id }, { type, id: other.id })
    }

    await world.sync.run()

    expect(await totals(world.store, 'deals_won', 'revenue')).toEqual({
      '1 deals_won': 1,
      '1 revenue': 100_000,
    })
  })
})

describe.each(DATABASES)('deals that change after the day, on %s', (database) => {
  it('M2: a deal won, reopened, lost and won again is one win, on the day of the last one', async () => {
    const world = await aWorld({ database })
    const id = winDeal(world.account, { closedate: '2026-10-05T10:00:00Z' })
    const seen: string[][] = []
    const poll = async () => {
      await world.pollAfter(HOUR)
      seen.push(await byDay(world, 'deals_won'))
    }
    await poll()
    world.account.update('deals', id, { dealstage: 's2' })
    await poll()
    world.account.update('deals', id, { dealstage: 'lost', closedate: '2026-11-02T10:00:00Z' })
    await poll()
    world.account.update('deals', id, { dealstage: 'won', closedate: '2026-11-16T10:00:00Z' })
    await poll()

    expect(seen).toEqual([['1 2026-10-05 1'], [], [], ['1 2026-11-16 1']])
    expect(await totals(world.store, 'deals_lost', 'deals_won')).toEqual({ '1 deals_won': 1 })
    expect(await restated(world.store)).toContain(`deals ${id} reopened`)
  })

  it('M3: a won deal with a new owner counts for them, also in past periods, and is listed as restated', async () => {
    const world = await aWorld({ database })
    const ids = Array.from({ length: 20 }, () =>
      winDeal(world.account, { closedate: '2026-08-05T10:00:00Z' }),
    )
    const open = winDeal(world.account, { dealstage: 's1' })
    await world.sync.run()
    world.clock.time += MINUTE
    for (const id of [...ids, open]) world.account.reassign('deals', id, BEN)
    await world.pollAfter(MINUTE)

    expect(await byDay(world, 'deals_won')).toEqual(['2 2026-08-05 20'])
    expect(await restated(world.store)).toEqual(ids.map((id) => `deals ${id} owner`).sort())
  })

  it('correcting an amount and a close date in a past month moves the money', async () => {
    const world = await aWorld({ database })
    const id = winDeal(world.account, { closedate: '2026-09-30T21:59:59.999Z' })
    await world.sync.run()
    expect(await byDay(world, 'revenue')).toEqual(['1 2026-09-30 100000'])
    world.clock.time += MINUTE
    world.account.update('deals', id, { amount: '1500.50', closedate: '2026-09-30T22:00:00Z' })
    await world.pollAfter(MINUTE)

    expect(await byDay(world, 'revenue')).toEqual(['1 2026-10-01 150050'])
    expect(await restated(world.store)).toEqual([`deals ${id} amount`, `deals ${id} closeDate`])
  })
})

describe.each(DATABASES)('rules that change, on %s', (database) => {
  it('a zone: records late in the evening move to the next day', async () => {
    const world = await aWorld({ database })
    addCall(world.account, { hs_timestamp: '2026-11-16T22:30:00Z' })
    await world.sync.run()
    expect(await byDay(world, 'calls')).toEqual(['1 2026-11-16 1'])
    await world.store.settings.save({ teamZones: { '11': 'Europe/Athens' } })
    await world.pollAfter(HOUR)

    expect(await byDay(world, 'calls')).toEqual(['1 2026-11-17 1'])
  })

  it('a set of dispositions: calls with another outcome become connects', async () => {
    const world = await aWorld({ database })
    addCall(world.account, { hs_call_disposition: CONNECTED })
    addCall(world.account, { hs_call_disposition: 'ours' })
    await world.sync.run()
    expect(await totals(world.store, 'connects')).toEqual({ '1 connects': 1 })
    await world.store.settings.save({ connectedDispositions: [CONNECTED, 'ours'] })
    await world.pollAfter(HOUR)

    expect(await totals(world.store, 'connects')).toEqual({ '1 connects': 2 })
  })

  it('a pipeline: renewals are no longer sales', async () => {
    const world = await aWorld({ database })
    winDeal(world.account)
    winDeal(world.account, { pipeline: 'renew' })
    await world.sync.run()
    expect(await totals(world.store, 'deals_won', 'renewals_due')).toEqual({ '1 deals_won': 2 })
    await world.store.settings.save({ renewalPipelines: ['renew'] })
    await world.pollAfter(HOUR)

    expect(await totals(world.store, 'deals_won', 'renewals_due')).toEqual({
      '1 deals_won': 1,
      '1 renewals_due': 1,
    })
  })

  it('a rate: amounts that HubSpot has not converted follow it, from the moment it is in force', async () => {
    const account = twoReps()
    account.exchangeRates.push(rate('USD', 0.9), rate('USD', 0.8, '2026-11-18T15:00:00Z'))
    const world = await aWorld({ database, account })
    const id = winDeal(account, { deal_currency_code: 'USD' })
    account.update('deals', id, { amount_in_home_currency: null }, { bump: false })
    await world.sync.run()
    await world.pollAfter(HOUR)
    expect(await totals(world.store, 'revenue')).toEqual({ '1 revenue': 90_000 })
    await world.pollAfter(3 * HOUR)

    expect(await totals(world.store, 'revenue')).toEqual({ '1 revenue': 80_000 })
  })

  it('a property named from the start: needs one listing only', async () => {
    const properties = { deals: [{ name: 'deal_cost', type: 'number' }] }
    const settings = { costProperty: 'deal_cost' }
    const world = await aWorld({ database, account: twoReps({ properties }), settings })
    for (let at = 0; at < 230; at++) winDeal(world.account, { deal_cost: '400' }, NOON - DAY)
    await world.sync.run()
    await world.pollAfter(HOUR)

    expect(await totals(world.store, 'margin')).toEqual({ '1 margin': 230 * 60_000 })
    expect(listsOfDeals(world)).toBe(3)
  })

  it('a property named later: deals are listed again for it, and the margins follow', async () => {
    const properties = { deals: ['deal_cost', 'other_cost'].map((name) => ({ name, type: 'number' })) }
    const world = await aWorld({ database, account: twoReps({ properties }) })
    for (let at = 0; at < 230; at++) {
      winDeal(world.account, { deal_cost: '400', other_cost: '100' }, NOON - DAY)
    }
    await world.sync.run()
    await world.pollAfter(HOUR)
    expect(await totals(world.store, 'margin', 'margin_deals')).toEqual({})

    await world.store.settings.save({ costProperty: 'deal_cost' })
    await world.pollAfter(5 * MINUTE)
    expect(await byDay(world, 'margin')).toEqual([`1 2026-11-17 ${230 * 60_000}`])

    await world.store.settings.save({ costProperty: 'other_cost' })
    world.sandbox.faults.next({ kind: 'reset', match: { kind: 'list', type: 'deals' }, after: 1, times: 4 })
    await world.pollAfter(5 * MINUTE)
    expect(await byDay(world, 'margin')).not.toEqual([`1 2026-11-17 ${230 * 90_000}`])
    world.sandbox.requests.reset()
    await world.pollAfter(5 * MINUTE)
    expect(await byDay(world, 'margin')).toEqual([`1 2026-11-17 ${230 * 90_000}`])
    expect(listsOfDeals(world)).toBe(2)

    await world.store.settings.save({ costProperty: null })
    await world.pollAfter(5 * MINUTE)
    expect(await totals(world.store, 'margin', 'margin_deals')).toEqual({})
    expect(await heldIn(world.store)).toEqual(truthOf(world.account))
  })
})

describe('old data', () => {
  it('M7: three hours after the last good poll every answer says how old it is', async () => {
    const world = await aWorld({ settings: { visibility: 'named' } })
    addCall(world.account)
    winDeal(world.account)
    await world.sync.run()
    world.sandbox.faults.down(true)
    await world.pollAfter(3 * HOUR)
    const { store, clock } = world
    const answers = createAnswers({ store, clock, lexicons: LEXICONS })
    const asker = { userId: 'U1', email: 'ann@example.com', isFullMember: true }
    const questions = ['calls today', 'deals won this month', 'top calls this month', 'revenue last month']

    for (const words of questions) {
      const { basis } = await answers.answer({ asker, words })
      expect(basis, words).toMatchObject({ asOf: NOON, isHubSpotDown: true })
    }
    world.sandbox.faults.down(false)
    await world.pollAfter(MINUTE)
    const fresh = await createAnswers({ store, clock, lexicons: LEXICONS }).answer({
      asker,
      words: 'calls today',
    })
    expect(fresh.basis).toMatchObject({ asOf: clock.time, isHubSpotDown: false })
  })
})
