import { describe, expect, it } from 'vitest'
import type { Scope } from '../../../src/domain/company/roster.ts'
import { calendarOfScope } from '../../../src/domain/company/working-time.ts'
import { exact } from '../../../src/domain/numbers/exact.ts'
import { timeToQuota } from '../../../src/domain/quotas/time-to-quota.ts'
import { aRoster } from '../company/roster.ts'

const ANA: Scope = { kind: 'rep', ownerId: '1' }
const NORTH: Scope = { kind: 'team', teamId: '11' }
const PART_TIME = { repWeekdays: { '1': [1, 2, 3] }, holidays: { default: ['2026-10-12'] } }

function days(
  amounts: Record<string, number>,
  {
    target = exact(1000),
    scope = NORTH,
    from = '2026-10-01',
    until = '2026-11-01',
  }: { target?: ReturnType<typeof exact> | null; scope?: Scope; from?: string; until?: string } = {},
): number | null {
  const calendar = calendarOfScope(aRoster({ settings: scope === ANA ? PART_TIME : {} }), scope)
  const list = Object.entries(amounts).map(([day, amount]) => ({ day, amount }))
  return timeToQuota(list, { target, calendar, period: { from, until } })
}

describe('time to quota', () => {
  it('counts the working days up to and including the one on which the target was reached', () => {
    expect(days({ '2026-10-14': 400, '2026-10-02': 600 })).toBe(10)
  })

  it('does not count weekend days, but counts sales made on them', () => {
    expect(days({ '2026-10-02': 600, '2026-10-10': 400 })).toBe(7)
  })

  it("uses a rep's own working days", () => {
    expect(days({ '2026-10-13': 600, '2026-10-16': 400 }, { scope: ANA })).toBe(5)
  })

  it('is 0 if the target was reached before the first working day', () => {
    expect(days({ '2026-10-03': 1000 }, { from: '2026-10-03' })).toBe(0)
  })

  it('is the first day that reached the target, even if deals were lost again later', () => {
    expect(days({ '2026-10-01': 1000, '2026-10-02': -500, '2026-10-05': 500 })).toBe(1)
    expect(days({ '2026-10-01': -500, '2026-10-02': 1000, '2026-10-05': 500 })).toBe(3)
  })

  it('compares exactly', () => {
    expect(days({ '2026-10-01': 333, '2026-10-02': 1 }, { target: exact(1000, 3) })).toBe(2)
  })

  it('has no value until the target is reached, without a target, or from days outside the period', () => {
    expect(days({ '2026-10-01': 999 })).toBeNull()
    expect(days({ '2026-10-01': 9999 }, { target: null })).toBeNull()
    expect(days({ '2026-09-30': 600, '2026-10-01': 400, '2026-11-01': 600 })).toBeNull()
  })

  it('adds up several amounts of one day', () => {
    const calendar = calendarOfScope(aRoster(), NORTH)
    const twice = [
      { day: '2026-10-01', amount: 600 },
      { day: '2026-10-01', amount: 400 },
    ]

    expect(
      timeToQuota(twice, {
        target: exact(1000),
        calendar,
        period: { from: '2026-10-01', until: '2026-10-02' },
      }),
    ).toBe(1)
  })
})
