import { describe, expect, it } from 'vitest'
import { rosterFrom } from '../../../src/domain/company/roster.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../src/domain/company/settings.ts'
import { assembleDigest, type DigestReading, largeDeal } from '../../../src/domain/digest/assemble-digest.ts'
import { createCatalogue } from '../../../src/domain/metrics/catalogue.ts'
import type { Sums } from '../../../src/domain/metrics/measure.ts'
import { exact } from '../../../src/domain/numbers/exact.ts'
import { aDirectory, anOwner, at } from '../../builders.ts'

const NAMES = ['Ana', 'Bo', 'Cy', 'Di']

function reading(
  changes: Partial<DigestReading> = {},
  settings: Partial<Settings> = {},
  firstNames = NAMES,
): DigestReading {
  const owners = firstNames.map((firstName, index) =>
    anOwner({ id: String(index + 1), firstName, lastName: '' }),
  )
  const roster = rosterFrom(aDirectory({ owners }), { ...DEFAULT_SETTINGS, ...settings })
  if (!roster) throw new Error('no roster')
  return {
    setting: {
      name: 'north',
      channel: 'C1',
      scope: 'everyone',
      days: [1, 2, 3, 4, 5],
      time: '09:00',
      zone: 'Europe/Copenhagen',
      top: 2,
      board: 'revenue',
      columns: ['calls', 'meetings', 'revenue'],
      quotaColumn: true,
      weekly: true,
      monthly: true,
      staleMinutes: 60,
      enabled: true,
    },
    visibility: 'named',
    catalogue: createCatalogue(),
    roster,
    title: 'North',
    localDate: '2026-09-22',
    reps: roster.reps,
    asked: {
      spec: { kind: 'quarter', year: 2026, quarter: 3 },
      period: { from: '2026-07-01', to: '2026-10-01', until: '2026-09-23' },
    },
    quota: null,
    toDate: sums([{ revenue: 300_00, calls: 5 }, { revenue: 500_00 }, { revenue: 300_00 }, {}]),
    attainment: new Map([['2', { share: 1.25, uncoveredDays: 12 }]]),
    lastDay: { day: '2026-09-21', sums: { calls: 12, deals_won: 1 }, byRep: new Map() },
    recent: new Map(),
    earlier: new Map(),
    dueThisWeekMinor: [],
    largeDealMinor: null,
    leftOut: [],
    asOf: at('2026-09-22T06:55:00Z'),
    isStale: false,
    lateMinutes: null,
    ...changes,
  }
}

function sums(list: Sums[]): ReadonlyMap<string, Sums> {
  return new Map(list.map((one, index) => [String(index + 1), one]))
}

const names = (digest: ReturnType<typeof assembleDigest>) =>
  digest.board?.standings.map(({ rank, name }) => `${rank} ${name}`)

describe('a digest', () => {
  it('names the top, counts the ties beyond it and leaves out those with nothing', () => {
    const digest = assembleDigest(reading())

    expect(names(digest)).toEqual(['1 Bo', '2 Ana'])
    expect(digest.board?.moreTied).toBe(1)
  })

  it('leaves out people on leave and those who stay off public lists', () => {
    const away = reading({}, { leave: { '2': [['2026-09-20', '2026-09-25']] }, optOut: ['1'] })

    expect(names(assembleDigest(away))).toEqual(['1 Cy'])
    expect(assembleDigest(away).table?.rows.map(({ name }) => name)).toEqual(['Cy', 'Di'])
  })

  it('shows two columns next to the quota and three without it', () => {
    const digest = assembleDigest(reading())
    const bare = reading()

    expect(digest.table).toMatchObject({ columns: ['calls', 'meetings'], hasQuotaColumn: true })
    expect(digest.table?.rows[1]).toEqual({
      name: 'Bo',
      cells: [0, 0],
      attainment: 1.25,
      uncoveredDays: 12,
    })
    expect(
      assembleDigest({ ...bare, setting: { ...bare.setting, quotaColumn: false } }).table?.columns,
    ).toHaveLength(3)
  })

  it('names nobody if only teams may be shown, and only the top if only that may', () => {
    const improved = { recent: sums([{ meetings: 9 }]), earlier: sums([{ meetings: 8 }]) }
    const team = assembleDigest(reading({ visibility: 'team', ...improved }))
    const top = assembleDigest(reading({ visibility: 'top' }))

    expect([team.board, team.table, team.worthKnowing]).toEqual([null, null, null])
    expect([names(top)?.length, top.table]).toEqual([2, null])
  })

  it('praises nobody outside the top who shares a name with somebody in it', () => {
    const improved = (id: string) => ({
      recent: new Map([[id, { meetings: 9 }]]),
      earlier: new Map([[id, { meetings: 8 }]]),
      dueThisWeekMinor: [200_00],
      largeDealMinor: 100_00,
    })
    const twoCalledBo = ['Ana', 'Bo', 'Cy', 'Bo']
    const inTop = reading({ visibility: 'top', ...improved('2') }, {}, twoCalledBo)
    const outside = reading({ visibility: 'top', ...improved('4') }, {}, twoCalledBo)

    expect(assembleDigest(inTop).worthKnowing).toMatchObject({ kind: 'mostImproved', name: 'Bo' })
    expect(assembleDigest(outside).worthKnowing).toMatchObject({ kind: 'dueSoon' })
  })

  it('says how far ahead it is of what was expected by now', () => {
    const basis = {
      target: exact(900),
      actual: exact(612),
      elapsedShare: exact(1, 2),
      expected: { share: exact(3, 4), by: 'past' } as const,
      remainingDays: exact(5),
      isOver: false,
      uncoveredDays: 0,
      isLimit: false,
    }
    const digest = assembleDigest(reading({ quota: { metric: 'revenue', basis } }))

    expect(digest.quota).toMatchObject({
      target: 900,
      actual: 612,
      attainment: 0.68,
      expectedShare: 0.75,
      expectedBy: 'past',
      isTooEarly: false,
      ahead: -63,
    })
  })

  it.each([
    ['is not met', 612, true],
    ['is met', 900, false],
  ])(
    'says that it is too early to tell where little is usual by now and the target %s',
    (_, actual, early) => {
      const basis = {
        target: exact(900),
        actual: exact(actual),
        elapsedShare: exact(1, 2),
        expected: { share: exact(4, 100), by: 'past' } as const,
        remainingDays: exact(5),
        isOver: false,
        uncoveredDays: 0,
        isLimit: false,
      }
      const { quota } = assembleDigest(reading({ quota: { metric: 'revenue', basis } }))

      expect(quota?.isTooEarly).toBe(early)
    },
  )

  it('praises the rep who rose most above the usual week, not one who was away before', () => {
    const recent = sums([{ meetings: 9 }, { meetings: 7 }, { meetings: 20 }])
    const earlier = sums([{ meetings: 20 }, { meetings: 8 }, {}])

    expect(assembleDigest(reading({ recent, earlier })).worthKnowing).toEqual({
      kind: 'mostImproved',
      name: 'Bo',
      metric: 'meetings',
      by: 5,
    })
  })

  it('praises nobody for a metric that was not read completely', () => {
    const rise = { recent: sums([{ meetings: 9 }]), earlier: sums([{ meetings: 8 }]) }

    expect(assembleDigest(reading(rise)).worthKnowing).toMatchObject({ kind: 'mostImproved' })
    expect(assembleDigest(reading({ ...rise, leftOut: ['meetings'] })).worthKnowing).toBeNull()
  })

  it('mentions the large deals that are due this week if nobody is praised', () => {
    const due = reading({ dueThisWeekMinor: [5_000_00, 20_000_00, 30_000_00], largeDealMinor: 20_000_00 })

    expect(assembleDigest(due).worthKnowing).toEqual({ kind: 'dueSoon', deals: 2, overMinor: 20_000_00 })
  })

  it('leaves out metrics that were 0 on the last working day', () => {
    expect(assembleDigest(reading()).lastDay?.counts).toEqual([
      { metric: 'calls', value: 12 },
      { metric: 'deals_won', value: 1 },
    ])
  })
})

describe('a large deal', () => {
  it.each([
    [900_000_00, 40, 20_000_00],
    [500_00, 1, 500_00],
    [99_00, 1, 50_00],
    [0, 3, null],
    [100, 0, null],
  ])('for %s of %s deals is %s', (revenue, deals, large) => {
    expect(largeDeal(revenue, deals)).toBe(large)
  })
})

describe('what a digest leaves out', () => {
  const calls = (counts: readonly number[]) => sums(counts.map((count) => ({ calls: count })))
  const quota = {
    metric: 'revenue',
    basis: {
      target: exact(1000_00),
      actual: exact(800_00),
      elapsedShare: exact(1, 2),
      expected: { share: exact(1, 2), by: 'straight' } as const,
      remainingDays: exact(10),
      isOver: false,
      uncoveredDays: 0,
      isLimit: false,
    },
  }

  it('is every figure that comes from fewer than five people, if nobody is named', () => {
    const few = {
      visibility: 'team' as const,
      quota,
      lastDay: { day: '2026-09-21', sums: { calls: 12, deals_won: 1 }, byRep: calls([3, 3, 3, 3]) },
      dueThisWeekMinor: [900_00],
      largeDealMinor: 100_00,
    }

    expect(assembleDigest(reading(few))).toMatchObject({
      quota: null,
      board: null,
      lastDay: null,
      worthKnowing: null,
      table: null,
    })
    expect(assembleDigest(reading({ ...few, visibility: 'named' }))).toMatchObject({
      quota: { actual: 800_00 },
      lastDay: { counts: [{ value: 12 }, { value: 1 }] },
    })
  })

  it('is everything that HubSpot does not let it read', () => {
    const digest = assembleDigest(reading({ quota, leftOut: ['revenue', 'deals_won'] }))

    expect(digest).toMatchObject({
      quota: null,
      board: null,
      lastDay: { counts: [{ metric: 'calls', value: 12 }] },
      table: { columns: ['calls', 'meetings'], hasQuotaColumn: false },
    })
  })
})
