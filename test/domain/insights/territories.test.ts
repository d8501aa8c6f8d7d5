import { describe, expect, it } from 'vitest'
import { territoryBalanceOf } from '../../../src/domain/insights/territory-balance.ts'
import { territoryBoardOf } from '../../../src/domain/insights/territory-boards.ts'
import { createCatalogue } from '../../../src/domain/metrics/catalogue.ts'
import { measure, type Sums } from '../../../src/domain/metrics/measure.ts'

const catalogue = createCatalogue()

const load = (name: string, reps: number, leads: number, pipeline: number) => ({
  id: name,
  name,
  reps,
  leads,
  pipeline,
})

describe('the balance of territories', () => {
  it('compares reps, leads and open pipeline per rep with their means, and flags differences over 30 %', () => {
    const { value } = territoryBalanceOf([load('West', 5, 131, 5000), load('East', 5, 69, 2800)])

    expect(value).toEqual({
      means: { reps: 5, leads: 100, pipeline_per_rep: 780 },
      territories: [
        {
          territory: 'East',
          name: 'East',
          reps: { value: 5, of_mean: 1, flagged: false },
          leads: { value: 69, of_mean: 0.69, flagged: true },
          pipeline_per_rep: { value: { value: 560, of_mean: 560 / 780, flagged: false }, why: null },
        },
        {
          territory: 'West',
          name: 'West',
          reps: { value: 5, of_mean: 1, flagged: false },
          leads: { value: 131, of_mean: 1.31, flagged: true },
          pipeline_per_rep: { value: { value: 1000, of_mean: 1000 / 780, flagged: false }, why: null },
        },
      ],
    })
  })

  it('does not flag a difference of exactly 30 %', () => {
    const { value } = territoryBalanceOf([load('East', 1, 7, 10), load('West', 1, 13, 10)])

    expect(value?.territories.map(({ leads }) => leads.flagged)).toEqual([false, false])
  })

  it('has no pipeline per rep for a territory without reps, and leaves it out of the mean', () => {
    const { value } = territoryBalanceOf([load('A', 0, 4, 900), load('B', 2, 4, 100), load('C', 1, 4, 150)])

    expect(value?.means.pipeline_per_rep).toBe(100)
    expect(
      value?.territories.map(({ pipeline_per_rep: perRep }) => perRep.why ?? perRep.value?.value),
    ).toEqual(['no_reps', 50, 150])
  })

  it('flags nothing if every territory has 0', () => {
    const { value } = territoryBalanceOf([load('A', 1, 0, 0), load('B', 1, 0, 0)])

    expect(value?.territories[0]?.leads).toEqual({ value: 0, of_mean: null, flagged: false })
  })

  it('needs two territories', () => {
    expect(territoryBalanceOf([load('Only', 3, 9, 100)])).toEqual({ value: null, why: 'too_few_territories' })
    expect(territoryBalanceOf([])).toEqual({ value: null, why: 'too_few_territories' })
  })
})

describe('boards by territory', () => {
  function board(metric: string, rows: [string, Sums][]) {
    return territoryBoardOf(
      catalogue.orThrow(metric),
      rows.map(([name, sums]) => ({
        id: `t-${name}`,
        name,
        measured: measure(catalogue.orThrow(metric), sums),
      })),
    )
  }

  it('rank territories as reps are ranked: equal ones share a rank, in order of name', () => {
    const { value: standings } = board('deals_won', [
      ['south', { deals_won: 4 }],
      ['North', { deals_won: 4 }],
      ['West', {}],
      ['East', { deals_won: 9 }],
    ])

    expect(standings?.map(({ rank, name, territory, value }) => [rank, name, territory, value])).toEqual([
      [1, 'East', 't-East', 9],
      [2, 'North', 't-North', 4],
      [2, 'south', 't-south', 4],
      [4, 'West', 't-West', 0],
    ])
  })

  it('rank small samples after all others, and do not rank territories without a value', () => {
    const { value: standings } = board('win_rate', [
      ['Small', { deals_won: 1 }],
      ['None', {}],
      ['Half', { deals_won: 5, deals_lost: 5 }],
    ])

    expect(standings).toEqual([
      {
        rank: 1,
        territory: 't-Half',
        name: 'Half',
        value: 0.5,
        numerator: 5,
        denominator: 10,
        small_sample: false,
      },
      {
        rank: 2,
        territory: 't-Small',
        name: 'Small',
        value: 1,
        numerator: 1,
        denominator: 1,
        small_sample: true,
      },
      {
        rank: null,
        territory: 't-None',
        name: 'None',
        value: null,
        numerator: 0,
        denominator: 0,
        small_sample: true,
      },
    ])
  })
})
