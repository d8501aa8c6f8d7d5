import { describe, expect, it } from 'vitest'
import type { Owner } from '../../../src/domain/company/people.ts'
import type { Settings } from '../../../src/domain/company/settings.ts'
import { createCatalogue } from '../../../src/domain/metrics/catalogue.ts'
import type { Sums } from '../../../src/domain/metrics/measure.ts'
import { exact, ZERO } from '../../../src/domain/numbers/exact.ts'
import { scorecardOf, shownScorecard, sumOfScorecards } from '../../../src/domain/quotas/scorecard.ts'
import { anOwner } from '../../builders.ts'
import { aRoster, repOf } from '../company/roster.ts'

const catalogue = createCatalogue()
const HALF_A_DAY = exact(1, 2)
const ELEVENTH = { teamId: '11', name: 'North', isPrimary: true }
const TWELFTH = { teamId: '12', name: 'South', isPrimary: true }
const OWNERS: Owner[] = [
  anOwner({ teams: [ELEVENTH, { ...TWELFTH, isPrimary: false }] }),
  anOwner({ id: '2', firstName: 'Bo', teams: [ELEVENTH] }),
  anOwner({ id: '3', firstName: 'Cy', teams: [TWELFTH] }),
  anOwner({ id: '4', firstName: 'Dee', teams: [] }),
]
const BENCHMARKED: Partial<Settings> = {
  scorecard: [
    { metric: 'calls', points: '1', benchmark: '50' },
    { metric: 'meetings', points: '5', benchmark: '2' },
  ],
  benchmarks: {
    'rep:1': { calls: '80', notes: '9' },
    'team:11': { calls: '40', meetings: '1' },
    'team:12': { meetings: '4' },
  },
}

function scorecard(
  reps: { id?: string; sums?: Sums; days?: typeof ZERO }[],
  settings: Partial<Settings> = {},
) {
  const roster = aRoster({ owners: OWNERS, settings })
  const periods = reps.map(({ id = '1', sums = {}, days = HALF_A_DAY }) => ({
    rep: repOf(roster, id),
    sums,
    daysPassed: days,
  }))
  return shownScorecard(scorecardOf(periods, { roster, catalogue }), () => true)
}

describe('the scorecard', () => {
  it('of several reps equals the exact sum of theirs', () => {
    const roster = aRoster({ owners: OWNERS, settings: BENCHMARKED })
    const periods = ['1', '2', '3', '4'].map((id, at) => ({
      rep: repOf(roster, id),
      sums: { calls: 7 * at, meetings: at },
      daysPassed: exact(at + 1, 3),
    }))

    const cards = periods.map((period) => scorecardOf([period], { roster, catalogue }))

    expect(sumOfScorecards(cards, { roster, catalogue })).toEqual(scorecardOf(periods, { roster, catalogue }))
    expect(sumOfScorecards([], { roster, catalogue })).toEqual(scorecardOf([], { roster, catalogue }))
  })

  it('gives points for each hour of a duration', () => {
    const lines = [{ metric: 'talk_time', points: '2', benchmark: '1' }]

    const card = scorecard([{ sums: { talk_ms: 5_400_000 }, days: exact(1) }], { scorecard: lines })

    expect(card.lines).toEqual([{ metric: 'talk_time', units: 5_400_000, points: 3, benchmark_points: 2 }])
  })

  it('weighs what was done and what was won against half a day of benchmarks', () => {
    const sums = { calls: 10, deals_created: 1, deals_won: 1 }

    expect(scorecard([{ sums }])).toEqual({
      activity_score: 10,
      objective_score: 45,
      score: 55,
      benchmark_points: 44.25,
      share_of_benchmark: 55 / 44.25,
      lines: [
        { metric: 'calls', units: 10, points: 10, benchmark_points: 25 },
        { metric: 'emails', units: 0, points: 0, benchmark_points: 7.5 },
        { metric: 'meetings', units: 0, points: 0, benchmark_points: 5 },
        { metric: 'deals_created', units: 1, points: 15, benchmark_points: 3.75 },
        { metric: 'deals_won', units: 1, points: 30, benchmark_points: 3 },
      ],
    })
  })

  it.each([
    ["takes a rep's own benchmark, then the primary team's and never another team's", '1', 42.5],
    ["takes the primary team's if the rep has none", '2', 22.5],
    ["takes the line's if neither has one", '3', 35],
    ["takes the line's for a rep without a team", '4', 30],
  ])('%s', (_what, id, points) => {
    expect(scorecard([{ id }], BENCHMARKED).benchmark_points).toBe(points)
  })

  it('of several reps adds them up, each with their own benchmarks and days', () => {
    const ana = { id: '1', sums: { calls: 10 }, days: exact(11, 2) }
    const bo = { id: '2', days: exact(3, 2) }

    expect(scorecard([ana, bo], BENCHMARKED)).toMatchObject({
      score: 10,
      share_of_benchmark: 10 / 535,
      lines: [
        { metric: 'calls', units: 10, points: 10, benchmark_points: 500 },
        { metric: 'meetings', units: 0, points: 0, benchmark_points: 35 },
      ],
    })
  })

  it('has points but no share before any working time', () => {
    expect(scorecard([{ sums: { calls: 8 }, days: ZERO }])).toMatchObject({
      score: 8,
      benchmark_points: 0,
      share_of_benchmark: null,
    })
  })

  it('gives points for each major unit of money', () => {
    const lines = [{ metric: 'revenue', points: '0.01', benchmark: '5000' }]

    expect(scorecard([{ sums: { revenue: 1_234_567 }, days: exact(2) }], { scorecard: lines })).toMatchObject(
      {
        objective_score: 123.4567,
        benchmark_points: 100,
        lines: [{ metric: 'revenue', units: 1_234_567, points: 123.4567, benchmark_points: 100 }],
      },
    )
  })

  it('is exact: tenths of points add up without rounding errors', () => {
    const lines = ['calls', 'emails', 'notes'].map((metric) => ({ metric, points: '0.1', benchmark: '0' }))

    expect(scorecard([{ sums: { calls: 1, emails: 1, notes: 1 } }], { scorecard: lines }).score).toBe(0.3)
  })

  it('has no share for nobody or without lines', () => {
    const nothing = {
      activity_score: 0,
      objective_score: 0,
      score: 0,
      benchmark_points: 0,
      share_of_benchmark: null,
    }

    expect(scorecard([])).toMatchObject(nothing)
    expect(scorecard([{ sums: { calls: 3 } }], { scorecard: [] })).toEqual({ ...nothing, lines: [] })
  })
})
