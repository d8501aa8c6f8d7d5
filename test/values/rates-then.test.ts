/** Reports about a moment use the exchange rates of that moment. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ExchangeRate } from '../../src/domain/company/people.ts'
import { rulesFrom } from '../../src/domain/company/rules.ts'
import { hubSpotWords } from '../../src/hubspot/words.ts'
import type { Store } from '../../src/ports/store.ts'
import { readReport } from '../../src/reports/report.ts'
import { atRatesThen } from '../../src/values/rates-then.ts'
import { aCursor, aDeal, anAccount, anOwner, at, aWonDeal } from '../builders.ts'
import { DATABASES, type TestStore, testStore } from '../store/stores.ts'

const NOW = at('2026-11-18T12:00:00Z')
const OCTOBER = at('2026-10-15T12:00:00Z')
const SEPTEMBER = at('2026-09-15T12:00:00Z')

const rates: ExchangeRate[] = [
  { from: 'USD', to: 'EUR', rate: '0.8', effectiveAt: at('2026-10-01T00:00:00Z') },
  { from: 'USD', to: 'EUR', rate: '0.9', effectiveAt: at('2026-11-01T00:00:00Z') },
  { from: 'SEK', to: 'EUR', rate: '0.1', effectiveAt: at('2026-01-01T00:00:00Z') },
]

const closesAt = at('2026-09-08T09:00:00Z')
const deals = [
  aWonDeal({ id: '201', amount: '1000', homeAmount: null, currency: 'USD', closesAt }),
  aWonDeal({ id: '202', amount: '1000', homeAmount: null, currency: 'SEK', closesAt }),
  aWonDeal({ id: '203', amount: '1000', homeAmount: null, currency: 'EUR', closesAt }),
  aWonDeal({ id: '204', amount: '50', homeAmount: null, currency: 'USD', closesAt, ownerId: '2' }),
  aDeal({ id: '205', amount: '300', homeAmount: null, currency: 'USD' }),
]

describe.each(DATABASES)('rates of a past moment on %s', (database) => {
  let world: TestStore

  beforeEach(async () => {
    world = await testStore(database)
    const { store } = world
    await store.directory.saveAccount(anAccount())
    await store.directory.saveOwners(
      [anOwner({ id: '1' }), anOwner({ id: '2' })],
      [{ id: '11', name: 'North' }],
    )
    await store.directory.saveExchangeRates(rates)
    const body = rulesFrom(await store.directory.read(), await store.settings.read(), NOW)
    if (!body) throw new Error('there is an account')
    const rules = await store.rules.adopt(body)
    await store.facts.savePage(
      { type: 'deals', facts: deals, skipped: [], cursor: aCursor({ type: 'deals', asOf: NOW }) },
      rules,
    )
  })
  afterEach(() => world.end())

  async function reported(moment: number) {
    const store = await atRatesThen(world.store, moment)
    const periods = ['2026-09', 'this year']
    const report = await readReport(
      { store, clock: { now: () => NOW }, words: hubSpotWords },
      { periods, at: moment },
    )
    return report ?? {}
  }

  const revenue = (one: number, two: number) => ({
    'rep:1': { revenue: { value: one } },
    'rep:2': { revenue: { value: two } },
    'team:11': { revenue: { value: one + two }, deals_won: { value: 4 } },
    everyone: { revenue: { value: one + two } },
  })

  it('leave the store itself unchanged for the present moment', async () => {
    expect(await atRatesThen(world.store, NOW)).toBe(world.store)
    expect(await reported(NOW)).toMatchObject({
      '2026-09': revenue(900_00 + 100_00 + 1000_00, 45_00),
      _data_quality: { no_exchange_rate: 0 },
    })
  })

  it('convert money at a moment when another rate was in effect', async () => {
    const report = await reported(OCTOBER)

    expect(report).toMatchObject({
      '2026-09': revenue(800_00 + 100_00 + 1000_00, 40_00),
      'this year': revenue(800_00 + 100_00 + 1000_00, 40_00),
      _data_quality: { no_exchange_rate: 0 },
    })
    expect(report['this year']).toMatchObject({ everyone: { pipeline_value: { value: 240_00 } } })
  })

  it('count deals without a rate then, leave out their money, and say so in the data quality', async () => {
    expect(await reported(SEPTEMBER)).toMatchObject({
      '2026-09': revenue(100_00 + 1000_00, 0),
      _data_quality: { no_exchange_rate: 3 },
    })
  })

  it('give the sums and days of the deals under those rates, each counted once', async () => {
    const store: Store = await atRatesThen(world.store, OCTOBER)
    const query = { tallies: ['revenue', 'deals_won'], from: '2026-09-01', until: '2026-10-01' } as const
    const sums = await store.tallies.sum(query)
    const days = await store.tallies.byDay({ ...query, reps: ['2'] })

    expect(sums).toHaveLength(4)
    expect(sums).toContainEqual({ rep: '2', tally: 'revenue', amount: 40_00 })
    expect(days).toHaveLength(2)
    expect(days).toContainEqual({ rep: '2', tally: 'revenue', day: '2026-09-08', amount: 40_00 })
  })
})
