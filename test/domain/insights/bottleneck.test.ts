import { describe, expect, it } from 'vitest'
import { rankReps } from '../../../src/domain/boards/board.ts'
import { bottleneckOf, mentorOn } from '../../../src/domain/insights/bottleneck.ts'
import { createCatalogue } from '../../../src/domain/metrics/catalogue.ts'
import { measure, type Sums } from '../../../src/domain/metrics/measure.ts'
import { anOwner } from '../../builders.ts'

const catalogue = createCatalogue()

function bottleneck(metrics: string[], own: Sums, team: Sums) {
  return bottleneckOf(
    metrics.map((id) => {
      const metric = catalogue.orThrow(id)
      return { metric, own: measure(metric, own), team: measure(metric, team) }
    }),
  )
}

describe('the bottleneck of a rep', () => {
  it('is the rate that is lowest relative to the team’s, not the lowest rate', () => {
    const own: Sums = { dials: 100, dial_connects: 20, deals_won: 6, deals_lost: 14 }
    const team: Sums = { dials: 1000, dial_connects: 220, deals_won: 50, deals_lost: 50 }

    // Connect rate 0.2 against 0.22, win rate 0.3 against 0.5.
    expect(bottleneck(['connect_rate', 'win_rate'], own, team)).toEqual({
      value: { metric: 'win_rate', value: 0.3, sample: 20, team_value: 0.5, ratio: 0.6 },
      why: null,
    })
  })

  it('considers only rates with a large enough sample', () => {
    const own: Sums = { dials: 10, dial_connects: 1, deals_won: 0, deals_lost: 4 }
    const team: Sums = { dials: 100, dial_connects: 20, deals_won: 30, deals_lost: 30 }

    expect(bottleneck(['connect_rate', 'win_rate'], own, team).value?.metric).toBe('connect_rate')
    expect(bottleneck(['win_rate'], own, team)).toEqual({ value: null, why: 'under_minimum_sample' })
    expect(bottleneck(['win_rate'], { ...own, deals_lost: 5 }, team).value?.ratio).toBe(0)
  })

  it('inverts rates where lower is better: twice the no-shows of the team is half as good', () => {
    const own: Sums = { meetings: 6, meeting_no_shows: 4, deals_won: 6, deals_lost: 4 }
    const team: Sums = { meetings: 80, meeting_no_shows: 20, deals_won: 70, deals_lost: 30 }

    expect(bottleneck(['no_show_rate', 'win_rate'], own, team).value).toEqual({
      metric: 'no_show_rate',
      value: 0.4,
      sample: 10,
      team_value: 0.2,
      ratio: 0.5,
    })
  })

  it('is never a no-show rate of 0', () => {
    const own: Sums = { meetings: 10, meeting_no_shows: 0 }
    const team: Sums = { meetings: 80, meeting_no_shows: 20 }

    expect(bottleneck(['no_show_rate'], own, team)).toEqual({ value: null, why: 'team_has_none' })
  })

  it('is the first one in the catalogue if two are equally low', () => {
    const own: Sums = { dials: 100, dial_connects: 10, deals_won: 1, deals_lost: 9 }
    const team: Sums = { dials: 100, dial_connects: 20, deals_won: 2, deals_lost: 8 }

    expect(bottleneck(['connect_rate', 'win_rate'], own, team).value?.metric).toBe('connect_rate')
  })

  it('is missing if every rate is at least as good as the team’s', () => {
    const own: Sums = { dials: 100, dial_connects: 20, deals_won: 3, deals_lost: 7 }
    const team: Sums = { dials: 50, dial_connects: 10, deals_won: 2, deals_lost: 8 }

    expect(bottleneck(['connect_rate', 'win_rate'], own, team)).toEqual({ value: null, why: 'no_bottleneck' })
  })

  it('is missing if the team’s own rate is 0', () => {
    const own: Sums = { deals_lost: 9 }

    expect(bottleneck(['win_rate'], own, own)).toEqual({ value: null, why: 'team_has_none' })
  })
})

describe('a mentor', () => {
  const rows: [string, Sums][] = [
    ['Small', { deals_won: 1 }],
    ['Best', { deals_won: 9, deals_lost: 1 }],
    ['Second', { deals_won: 8, deals_lost: 2 }],
    ['Third', { deals_won: 5, deals_lost: 5 }],
    ['Third too', { deals_won: 5, deals_lost: 5 }],
  ]
  const metric = catalogue.orThrow('win_rate')
  const board = rankReps(
    metric,
    rows.map(([firstName, sums], index) => ({
      owner: anOwner({ id: String(index), firstName, lastName: '' }),
      measured: measure(metric, sums),
    })),
  )

  it('is the best-ranked rep with a large enough sample', () => {
    expect(mentorOn(board, '3', new Set())).toEqual({
      value: { rep: 'rep:1', value: 0.9, rank: 1 },
      why: null,
    })
  })

  it('is never a rep with an alert', () => {
    expect(mentorOn(board, '3', new Set(['1'])).value?.rep).toBe('rep:2')
  })

  it('ranks above the rep: neither the rep nor anybody equally good', () => {
    const nobody = { value: null, why: 'nobody_better' }

    expect(mentorOn(board, '1', new Set())).toEqual(nobody)
    expect(mentorOn(board, '2', new Set(['1']))).toEqual(nobody)
    expect(mentorOn(board, '4', new Set(['1', '2']))).toEqual(nobody)
  })

  it('never has a small sample, even for a rep who is not on the board', () => {
    expect(mentorOn(board, '99', new Set(['1', '2', '3', '4']))).toEqual({
      value: null,
      why: 'nobody_better',
    })
  })
})
