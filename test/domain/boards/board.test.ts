import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { topOf } from '../../../src/domain/access/boards.ts'
import { rankReps } from '../../../src/domain/boards/board.ts'
import { createCatalogue } from '../../../src/domain/metrics/catalogue.ts'
import { measure, type Sums } from '../../../src/domain/metrics/measure.ts'
import { anOwner } from '../../builders.ts'

const catalogue = createCatalogue()

function board(metric: string, rows: [string, Sums][]) {
  const reps = rows.map(([name, sums], index) => ({
    owner: anOwner({ id: String(index + 1), firstName: name, lastName: '' }),
    measured: measure(catalogue.orThrow(metric), sums),
  }))
  return rankReps(catalogue.orThrow(metric), reps)
}

function places(metric: string, rows: [string, Sums][]): string[] {
  return board(metric, rows).standings.map(({ rank, name }) => `${rank ?? '–'} ${name}`)
}

describe('boards', () => {
  it('rank tied reps equally and skip the next place', () => {
    expect(
      places('calls', [
        ['Dee', { calls: 3 }],
        ['bob', { calls: 2 }],
        ['Ann', { calls: 2 }],
        ['Cy', { calls: 1 }],
      ]),
    ).toEqual(['1 Dee', '2 Ann', '2 bob', '4 Cy'])
  })

  it('rank a small sample after all others, and do not rank reps without a value', () => {
    expect(
      places('win_rate', [
        ['Small', { deals_won: 1 }],
        ['Half', { deals_won: 5, deals_lost: 5 }],
        ['None', {}],
        ['Third', { deals_won: 2, deals_lost: 4 }],
      ]),
    ).toEqual(['1 Half', '2 Third', '3 Small', '– None'])
  })

  it('rank in ascending order if lower is better', () => {
    expect(
      places('deals_lost', [
        ['Two', { deals_lost: 2 }],
        ['One', { deals_lost: 1 }],
      ]),
    ).toEqual(['1 One', '2 Two'])
  })

  it('compare exactly, beyond the precision of a double', () => {
    const close = places('average_deal', [
      ['Less', { revenue: 9007199254740990, deals_won: 9007199254740991 }],
      ['More', { revenue: 9007199254740991, deals_won: 9007199254740991 }],
    ])

    expect(close).toEqual(['1 More', '2 Less'])
  })

  it('leave reps without a value out of the top, and count the ties beyond it', () => {
    const ranked = board('calls', [
      ['Ann', { calls: 9 }],
      ['Bo', { calls: 4 }],
      ['Cy', { calls: 4 }],
      ['Di', { calls: 4 }],
      ['Ed', {}],
    ])

    const { standings, moreTied } = topOf(ranked, 2, 'named')

    expect([standings.map(({ name }) => name), moreTied]).toEqual([['Ann', 'Bo'], 2])
    expect(topOf(ranked, 10, 'named').standings.map(({ name }) => name)).toEqual(['Ann', 'Bo', 'Cy', 'Di'])
  })

  it('are the same whatever order the reps come in', () => {
    const rows = fc.array(
      fc.tuple(fc.constantFrom('Ann', 'Bo', 'Cy'), fc.record({ calls: fc.integer({ min: 0, max: 3 }) })),
      {
        minLength: 2,
        maxLength: 9,
      },
    )
    fc.assert(
      fc.property(rows, (list) => {
        const metric = catalogue.orThrow('calls')
        const reps = list.map(([name, sums], index) => ({
          owner: anOwner({ id: String(index + 1), firstName: name, lastName: '' }),
          measured: measure(metric, sums),
        }))
        expect(rankReps(metric, [...reps].reverse())).toEqual(rankReps(metric, reps))
      }),
    )
  })
})
