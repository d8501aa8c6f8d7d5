import { describe, expect, it } from 'vitest'
import { aroundOwn, ownPlace, publicBoard, topOf } from '../../../src/domain/access/boards.ts'
import type { Settings } from '../../../src/domain/company/settings.ts'
import { createCatalogue } from '../../../src/domain/metrics/catalogue.ts'
import type { Sums } from '../../../src/domain/metrics/measure.ts'
import { anOwner, aRoster } from '../../builders.ts'

const catalogue = createCatalogue()

/** Reps by name, with ids from 1 on in this order, and what was counted for each. */
function boardOf(metric: string, counted: Record<string, Sums>, settings: Partial<Settings> = {}) {
  const owners = Object.keys(counted).map((firstName, index) =>
    anOwner({ id: String(index + 1), firstName, lastName: '' }),
  )
  const roster = aRoster({ owners, settings })
  const sums = new Map(Object.values(counted).map((one, index) => [String(index + 1), one]))
  return publicBoard({
    metric: catalogue.orThrow(metric),
    ...{ reps: roster.reps, sums, settings: roster.settings, catalogue },
  })
}

const CALLS = { Ana: { calls: 9 }, Bo: { calls: 7 }, Cy: { calls: 5 }, Di: { calls: 3 }, Ed: { calls: 2 } }
/** Ana and Bo lost no deals; Ed had nothing to do with any deal. */
const LOST = {
  Cy: { deals_lost: 2 },
  Ana: { deals_won: 3 },
  Bo: { deals_created: 1 },
  Di: { deals_lost: 5, deals_won: 1 },
  Ed: {},
}

type Board = ReturnType<typeof boardOf>

const named = (board: Board, count = 25) =>
  topOf(board, count, 'named').standings.map(({ rank, name }) => `${rank} ${name}`)

function neighboursOf(board: Board, rep: string, visibility: 'named' | 'top' = 'named') {
  const rows = aroundOwn(board, topOf(board, 1, visibility), { rep, visibility })
  return rows.map(({ rank, name }) => `${rank} ${name}`)
}

const placeOf = (board: Board, rep: string) => {
  const place = ownPlace(board, { rep, visibility: 'named' })
  return place && `${place.rank} of ${place.of}`
}

describe('the last of a board', () => {
  it('is not in any top list, however long, nor are those tied for last', () => {
    expect(named(boardOf('calls', CALLS))).toEqual(['1 Ana', '2 Bo', '3 Cy', '4 Di'])
    expect(named(boardOf('calls', { ...CALLS, Di: { calls: 2 } }))).toEqual(['1 Ana', '2 Bo', '3 Cy'])
    expect(topOf(boardOf('calls', { ...CALLS, Di: { calls: 2 } }), 3, 'named').moreTied).toBe(0)
  })

  it('is somebody with nothing, if there is one', () => {
    expect(named(boardOf('calls', { ...CALLS, Ed: {} }))).toEqual(['1 Ana', '2 Bo', '3 Cy', '4 Di'])
  })

  it('is nobody if all are tied', () => {
    const tied = boardOf('calls', { Ana: { calls: 2 }, Bo: { calls: 2 }, Cy: { calls: 2 } })

    expect(named(tied)).toEqual(['1 Ana', '1 Bo', '1 Cy'])
    expect(placeOf(tied, '2')).toBe('1 of 3')
    expect(named(boardOf('calls', { Ana: { calls: 2 } }))).toEqual(['1 Ana'])
  })

  it('appears only in their own row, never as a neighbour', () => {
    const board = boardOf('calls', CALLS)

    expect(neighboursOf(board, '4')).toEqual(['3 Cy', '4 Di'])
    expect(neighboursOf(board, '5')).toEqual(['4 Di', '5 Ed'])
    expect(neighboursOf(board, '5', 'top')).toEqual(['5 Ed'])
  })

  it('has no place on their own card', () => {
    const board = boardOf('calls', CALLS)

    expect([placeOf(board, '4'), placeOf(board, '5')]).toEqual(['4 of 5', null])
  })
})

describe('a board of a metric that is better low', () => {
  it('starts with those who have records but a value of 0', () => {
    expect(named(boardOf('deals_lost', LOST))).toEqual(['1 Ana', '1 Bo', '3 Cy'])
  })

  it('has no place for somebody without a record, nor for the worst', () => {
    const board = boardOf('deals_lost', LOST)
    const places = ['1', '2', '3', '4', '5'].map((rep) => placeOf(board, rep))

    expect(places).toEqual(['3 of 4', '1 of 4', '1 of 4', null, null])
    expect(neighboursOf(board, '1')).toEqual(['1 Bo', '3 Cy'])
    expect(neighboursOf(board, '5')).toEqual([])
  })

  it('uses open deals as the records of a metric of their present state', () => {
    const stalled = {
      Cy: { open_deals: 4, stalled_deals: 1 },
      Ana: { open_deals: 2 },
      Di: { open_deals: 3, stalled_deals: 3 },
      Ed: {},
    }

    expect(named(boardOf('stalled_deals', stalled))).toEqual(['1 Ana', '2 Cy'])
  })

  it('counts a ratio of 0, which has a sample', () => {
    const rates = {
      Ana: { meetings: 12 },
      Bo: { meetings: 10, meeting_no_shows: 2 },
      Cy: { meetings: 5, meeting_no_shows: 5 },
      Di: {},
    }

    expect(named(boardOf('no_show_rate', rates))).toEqual(['1 Ana', '2 Bo'])
  })
})

describe('a public board', () => {
  it('ranks nobody who has opted out, is archived or, if a day is given, is on leave then', () => {
    const settings = { optOut: ['1'], leave: { '2': [['2026-09-20', '2026-09-25']] as [string, string][] } }
    const board = boardOf('calls', CALLS, settings)

    expect(named(board)).toEqual(['1 Bo', '2 Cy', '3 Di'])
  })

  it('shows nothing until the visibility is chosen, and nothing if nobody may be named', () => {
    for (const visibility of ['team', null] as const) {
      const board = boardOf('calls', CALLS)

      expect(topOf(board, 3, visibility).standings).toEqual([])
      expect(aroundOwn(board, topOf(board, 3, visibility), { rep: '4', visibility })).toEqual([])
      expect(ownPlace(board, { rep: '1', visibility })).toBeNull()
    }
  })
})
