import { describe, expect, it } from 'vitest'
import { type Roster, rosterFrom, type Scope } from '../../../src/domain/company/roster.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../src/domain/company/settings.ts'
import { toNumber } from '../../../src/domain/numbers/exact.ts'
import type { Quota } from '../../../src/domain/quotas/quota.ts'
import { periodInForce, targetOf } from '../../../src/domain/quotas/target.ts'
import { aDirectory, anOwner } from '../../builders.ts'

const ANA: Scope = { kind: 'rep', ownerId: '1' }
const NORTH: Scope = { kind: 'team', teamId: '11' }

function roster(settings: Partial<Settings> = {}): Roster {
  const made = rosterFrom(
    aDirectory({
      owners: [anOwner(), anOwner({ id: '2', firstName: 'Bo', email: 'bo@example.com' })],
      teams: [{ id: '11', name: 'North' }],
    }),
    { ...DEFAULT_SETTINGS, ...settings },
  )
  if (!made) throw new Error('no roster')
  return made
}

/** September 2026 has 22 weekdays. */
function aQuota(changes: Partial<Quota> = {}): Quota {
  return {
    source: 'hubspot',
    who: { kind: 'rep', ownerId: '1' },
    metric: 'revenue',
    from: '2026-09-01',
    to: '2026-10-01',
    target: '2200',
    madeAt: 1,
    ...changes,
  }
}

function target(
  quotas: Quota[],
  {
    scope = ANA,
    settings = {},
    from = '2026-09-01',
    to = '2026-10-01',
  }: { scope?: Scope; settings?: Partial<Settings>; from?: string; to?: string } = {},
) {
  const found = targetOf(roster(settings), scope, quotas, { metric: 'revenue', from, to })
  return { target: found.target && toNumber(found.target), uncovered: found.uncoveredDays }
}

const WEEK_OFF = { leave: { '1': [['2026-09-07', '2026-09-11']] as [string, string][] } }

describe('the target of a period', () => {
  it('is lowered by leave, even if the quota is for exactly the period', () => {
    expect(target([aQuota()], { settings: WEEK_OFF })).toEqual({ target: 1700, uncovered: 0 })
  })

  it('stays whole if leave does not lower targets', () => {
    expect(target([aQuota()], { settings: { ...WEEK_OFF, leaveLowersTarget: false } })).toEqual({
      target: 2200,
      uncovered: 0,
    })
  })

  it('does not exist for a rep who is away throughout', () => {
    const away = { leave: { '1': [['2026-09-01', '2026-09-30']] as [string, string][] } }

    expect(target([aQuota()], { settings: away }).target).toBeNull()
    expect(target([aQuota()], { settings: { ...away, leaveLowersTarget: false } }).target).toBeNull()
  })

  it('is never the sum of a month and the quarter that contains it', () => {
    const quarter = aQuota({ from: '2026-07-01', to: '2026-10-01', target: '9900' })

    expect(target([quarter, aQuota()]).target).toBe(2200)
    expect(target([quarter, aQuota()], { from: '2026-07-01' }).target).toBe(9900)
  })

  it('comes from the source of highest precedence, then from the latest made', () => {
    const csv = aQuota({ source: 'csv', target: '3000', madeAt: 9 })
    const slack = aQuota({ source: 'slack', target: '4000', madeAt: 2 })

    expect(target([slack, csv, aQuota({ madeAt: 99 })]).target).toBe(4000)
    expect(target([csv, aQuota({ source: 'csv', target: '3500', madeAt: 10 })]).target).toBe(3500)
  })

  it('covers only the days that have a quota and counts the others', () => {
    expect(target([aQuota()], { from: '2026-08-31', to: '2026-09-03' })).toEqual({
      target: 200,
      uncovered: 1,
    })
  })

  it('of a team is its own if it has one, otherwise the sum of its members’', () => {
    const members = [aQuota(), aQuota({ who: { kind: 'rep', ownerId: '2' }, target: '1100' })]
    const own = aQuota({ who: { kind: 'team', teamId: '11' }, target: '5000' })

    expect(target(members, { scope: NORTH }).target).toBe(3300)
    expect(target([...members, own], { scope: NORTH }).target).toBe(5000)
    expect(target([...members, own], { scope: { kind: 'everyone' } }).target).toBe(3300)
  })

  it('without any scheduled day is spread over the calendar days', () => {
    const weekend = aQuota({ from: '2026-09-05', to: '2026-09-07', target: '10' })

    expect(target([weekend], { from: '2026-09-05', to: '2026-09-06' }).target).toBe(5)
  })

  it('follows part-time weekdays', () => {
    expect(
      target([aQuota({ target: '900' })], {
        settings: { repWeekdays: { '1': [1, 2] } },
        from: '2026-09-01',
        to: '2026-09-08',
      }).target,
    ).toBe(200)
  })
})

describe('the quota in force', () => {
  it('is the shortest that applies today', () => {
    const quarter = aQuota({ from: '2026-07-01', to: '2026-10-01' })
    const asked = { metric: 'revenue', today: '2026-09-10' }

    expect(periodInForce(roster(), ANA, { ...asked, quotas: [quarter, aQuota()] })).toEqual({
      from: '2026-09-01',
      to: '2026-10-01',
    })
    expect(periodInForce(roster(), NORTH, { ...asked, quotas: [quarter] })).toEqual({
      from: '2026-07-01',
      to: '2026-10-01',
    })
    expect(periodInForce(roster(), ANA, { ...asked, quotas: [quarter], today: '2026-10-01' })).toBeNull()
  })

  describe('of several reps', () => {
    const quarter = { from: '2026-07-01', to: '2026-10-01' }
    const month = { from: '2026-09-01', to: '2026-10-01' }
    const year = { from: '2026-01-01', to: '2027-01-01' }
    const asked = { metric: 'revenue', today: '2026-09-10' }
    const of = (ownerId: string, span: { from: string; to: string }) =>
      aQuota({ who: { kind: 'rep', ownerId }, ...span })
    const inForce = (quotas: Quota[], scope: Scope = NORTH) =>
      periodInForce(roster(), scope, { ...asked, quotas })

    it('is the one that most reps with a quota share, whatever a single rep has', () => {
      const odd = of('1', month)

      expect(inForce([of('1', quarter), of('2', quarter), odd])).toEqual(quarter)
      expect(inForce([of('1', quarter), of('2', quarter), odd], { kind: 'everyone' })).toEqual(quarter)
      expect(inForce([odd, of('1', quarter)], ANA)).toEqual(month)
    })

    it('is the shorter of two that equally many share', () => {
      expect(inForce([of('1', quarter), of('2', year)])).toEqual(quarter)
      expect(inForce([of('1', year), of('1', month), of('2', month), of('2', year)])).toEqual(month)
    })

    it('counts each rep once, however many sources a quota has', () => {
      const twice = [of('1', month), { ...of('1', month), source: 'csv' as const }]

      expect(inForce([...twice, of('1', quarter), of('2', quarter)])).toEqual(quarter)
    })

    it('is the shortest of the team’s own, if it has one', () => {
      const own = { kind: 'team', teamId: '11' } as const

      expect(
        inForce([
          of('1', month),
          of('2', month),
          aQuota({ who: own, ...quarter }),
          aQuota({ who: own, ...year }),
        ]),
      ).toEqual(quarter)
    })
  })
})
