import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RulesBody } from '../../../src/domain/company/rules.ts'
import type { DealFact } from '../../../src/domain/facts/facts.ts'
import { exact, sum, times, toNumber } from '../../../src/domain/numbers/exact.ts'
import { dueSums, type OpenDeal, openDealsOf, pipelineSums } from '../../../src/domain/pipeline/open-deals.ts'
import { aDeal, at, aWonDeal, rulesBody } from '../../builders.ts'
import { aPipeline } from './worlds.ts'

function opened(facts: readonly DealFact[], rules: Partial<RulesBody> = {}): OpenDeal[] {
  return openDealsOf(facts, { rules: rulesBody(rules), pipelines: [aPipeline()] })
}

describe('an open deal', () => {
  it('is neither closed nor won, has an owner, and is in a sales pipeline', () => {
    const deals = [
      aDeal({ id: '1' }),
      aDeal({ id: '2', isClosed: true }),
      aDeal({ id: '3', isWon: true }),
      aWonDeal({ id: '4' }),
      aDeal({ id: '5', ownerId: null }),
      aDeal({ id: '6', pipelineId: 'renew' }),
      aDeal({ id: '7', pipelineId: 'gone' }),
    ]

    expect(opened(deals, { renewalPipelines: ['renew'] }).map(({ id }) => id)).toEqual(['1', '7'])
  })

  it('has its created and due days in its rep’s time zone', () => {
    const deal = aDeal({ createdAt: at('2026-09-30T22:30:00Z'), closesAt: at('2026-10-31T00:00:00Z') })

    expect(opened([deal])).toMatchObject([{ rep: '1', createdDay: '2026-10-01', closeDay: '2026-10-31' }])
    expect(opened([deal], { ownerZones: { '1': 'America/New_York' } })).toMatchObject([
      { createdDay: '2026-09-30', closeDay: '2026-10-30' },
    ])
    expect(opened([aDeal({ createdAt: null, closesAt: null })])).toMatchObject([
      { createdDay: null, closeDay: null },
    ])
  })

  it('has its own probability, otherwise its stage’s, otherwise 0', () => {
    const probabilityOf = (changes: Partial<DealFact>) =>
      opened([aDeal(changes)]).map(({ probability }) => toNumber(probability))

    expect(probabilityOf({ stageId: 's1', probability: '0.35' })).toEqual([0.35])
    expect(probabilityOf({ stageId: 's1', probability: '0' })).toEqual([0])
    expect(probabilityOf({ stageId: 's2', probability: null })).toEqual([0.5])
    expect(probabilityOf({ stageId: 's2', probability: 'high' })).toEqual([0.5])
    expect(probabilityOf({ stageId: 'gone', probability: null })).toEqual([0])
    expect(probabilityOf({ stageId: null, probability: null })).toEqual([0])
  })

  it('counts without an amount but adds nothing to the money', () => {
    const deals = opened([
      aDeal({ amount: null }),
      aDeal({ amount: 'n/a' }),
      aDeal({ amount: '100', currency: 'CHF' }),
      aDeal({ amount: '100', probability: '0.25' }),
    ])

    expect(pipelineSums(deals)).toEqual({ deals: 4, value: 100_00, weighted: exact(25_00) })
  })
})

describe('sums over open deals', () => {
  it('keep weighted money exact', () => {
    const deals = opened([
      aDeal({ amount: '0.01', probability: '0.1' }),
      aDeal({ amount: '0.01', probability: '0.2' }),
    ])

    expect(pipelineSums(deals).weighted).toEqual(exact(3, 10))
  })

  it('equal the sum of what each deal adds, whether or not deals share probabilities', () => {
    const texts = fc.constantFrom('0.1', '0.10', '1', '0.333', '0', 'unknown')
    const drawn = fc.array(fc.record({ amount: fc.integer({ min: -1e6, max: 1e6 }), probability: texts }))
    fc.assert(
      fc.property(drawn, (rows) => {
        const deals = opened(
          rows.map(({ amount, probability }) => aDeal({ amount: String(amount), probability })),
        )

        const alone = deals.map(({ money, probability }) => times(exact(money ?? 0), probability))
        expect(pipelineSums(deals).weighted).toEqual(sum(alone))
      }),
    )
  })

  it('of due deals cover the days from first to last, and are split by forecast category', () => {
    const due = (day: string, amount: string, forecastCategory: string | null) =>
      aDeal({ closesAt: at(`${day}T09:00:00Z`), amount, forecastCategory, probability: '0.5' })
    const deals = opened([
      due('2026-10-19', '1', 'COMMIT'),
      due('2026-10-20', '10', 'COMMIT'),
      due('2026-10-25', '100', 'BEST_CASE'),
      due('2026-10-31', '1000', 'PIPELINE'),
      due('2026-10-31', '10000', null),
      due('2026-11-01', '100000', 'COMMIT'),
      aDeal({ closesAt: null, amount: '1000000' }),
    ])

    expect(dueSums(deals, { from: '2026-10-20', to: '2026-11-01' })).toEqual({
      value: 11_110_00,
      weighted: exact(5_555_00),
      commit: 10_00,
      bestCase: 110_00,
    })
  })

  it('are 0 without deals', () => {
    expect(pipelineSums([])).toEqual({ deals: 0, value: 0, weighted: exact(0) })
    expect(dueSums([], { from: '2026-10-01', to: '2026-11-01' })).toEqual({
      value: 0,
      weighted: exact(0),
      commit: 0,
      bestCase: 0,
    })
  })
})
