import { describe, expect, it } from 'vitest'
import { openDealsBehind, pastDealsBehind } from '../../../src/domain/explanation/deals-behind.ts'
import type { Part } from '../../../src/domain/metrics/parts.ts'
import { exact } from '../../../src/domain/numbers/exact.ts'
import type { OpenDeal } from '../../../src/domain/pipeline/open-deals.ts'

const remainder = { from: '2026-11-18', to: '2026-12-01' }

function open(id: string, changes: Partial<OpenDeal> = {}): OpenDeal {
  return {
    id,
    rep: '1',
    pipelineId: 'default',
    stageId: 's1',
    createdDay: '2026-10-01',
    closeDay: '2026-11-20',
    money: 100_000,
    probability: exact(1, 4),
    forecastCategory: null,
    ...changes,
  }
}

function behind(deals: OpenDeal[], parts: Part[], stalled: OpenDeal[] = []): string[] {
  const found = openDealsBehind(deals, new Set(parts), { remainder, stalled })
  return found.map(
    ({ id, adds }) => `${id}: ${adds.map(({ part, amount }) => `${part} ${amount}`).join(', ')}`,
  )
}

describe('the deals behind numbers', () => {
  it('are due if their close date is in the rest of the period', () => {
    const deals = [
      open('1'),
      open('2', { closeDay: '2026-11-17' }),
      open('3', { closeDay: '2026-12-01' }),
      open('4', { closeDay: null }),
    ]

    expect(behind(deals, ['due_value', 'due_weighted'])).toEqual(['1: due_value 100000, due_weighted 25000'])
    expect(behind(deals, ['open_deals'])).toHaveLength(4)
  })

  it('of a commit forecast are those that reps commit to', () => {
    const deals = [
      open('1', { forecastCategory: 'COMMIT' }),
      open('2', { forecastCategory: 'BEST_CASE' }),
      open('3'),
    ]

    expect(behind(deals, ['due_commit'])).toEqual(['1: due_commit 100000'])
    expect(behind(deals, ['due_best_case'])).toHaveLength(2)
  })

  it('do not include deals that add nothing', () => {
    const [first, second] = [open('1', { money: 0 }), open('2')]

    expect(behind([first, second], ['open_value'])).toEqual(['2: open_value 100000'])
    expect(behind([first, second], ['stalled_deals'], [first])).toEqual(['1: stalled_deals 1'])
  })

  it('include deals without an amount, which add 0 to money', () => {
    const [due, late] = [open('1', { money: null }), open('2', { money: null, closeDay: '2026-12-01' })]

    expect(behind([due, late], ['open_value', 'open_weighted'])).toEqual([
      '1: open_value 0, open_weighted 0',
      '2: open_value 0, open_weighted 0',
    ])
    expect(behind([due, late], ['due_value', 'due_commit'])).toEqual(['1: due_value 0'])
  })

  it('were due when the period began, whether they slipped or not', () => {
    const past = { rep: '1', money: 100_000, probability: exact(1, 2) }
    const deals = [
      { id: '1', ...past, hasSlipped: true },
      { id: '2', ...past, hasSlipped: false },
    ]

    expect(pastDealsBehind(deals, new Set<Part>(['slipped']))).toEqual([
      { id: '1', rep: '1', adds: [{ part: 'slipped', amount: 1 }] },
    ])
    expect(pastDealsBehind(deals, new Set<Part>(['forecast_at_start']))).toHaveLength(2)
  })
})
