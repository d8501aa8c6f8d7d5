import { describe, expect, it } from 'vitest'
import { daysPassed } from '../../../src/domain/company/days-passed.ts'
import type { Owner } from '../../../src/domain/company/people.ts'
import type { Settings } from '../../../src/domain/company/settings.ts'
import { toNumber } from '../../../src/domain/numbers/exact.ts'
import { anOwner, at } from '../../builders.ts'
import { aRoster, repOf } from './roster.ts'

const OCTOBER = { from: '2026-10-01', to: '2026-11-01' }
const NOVEMBER = { from: '2026-11-01', to: '2026-12-01' }
/** Friday, 12:00 in New York: three of eight hours. */
const FRIDAY_NOON = at('2026-11-20T17:00:00Z')

function passed(
  period: { from: string; to: string },
  {
    settings = {},
    owner = {},
    now = FRIDAY_NOON,
  }: Partial<{ settings: Partial<Settings>; owner: Partial<Owner>; now: number }> = {},
): number {
  const roster = aRoster({ settings, owners: [anOwner(owner)] })
  return toNumber(daysPassed(repOf(roster), period, { now, settings: roster.settings }))
}

describe('working days passed', () => {
  it('are all the working days of a period that is over', () => {
    expect(passed(OCTOBER)).toBe(22)
  })

  it('count the part of today that has passed, and no later day', () => {
    expect(passed(NOVEMBER)).toBe(14.375)
    expect(passed({ from: '2026-11-20', to: '2026-11-21' })).toBe(0.375)
    expect(passed({ from: '2026-11-21', to: '2026-12-01' })).toBe(0)
  })

  it("count today in the zone of the rep's team", () => {
    const settings = { teamZones: { '11': 'Europe/Copenhagen' } }

    expect(passed({ from: '2026-11-20', to: '2026-11-21' }, { settings })).toBe(1)
  })

  it('leave out leave, holidays, days before the start and weekdays off', () => {
    const settings = {
      holidays: { default: ['2026-10-12', '2026-10-24'] },
      repWeekdays: { '1': [1, 2, 3] },
      leave: { '1': [['2026-10-20', '2026-10-21']] as [string, string][] },
      startedOn: { '1': '2026-10-07' },
    }

    expect(
      passed(OCTOBER, { settings: { repWeekdays: settings.repWeekdays, holidays: settings.holidays } }),
    ).toBe(11)
    expect(passed(OCTOBER, { settings })).toBe(7)
  })

  it('end with the archive day, which still counts', () => {
    const owner = { isArchived: true, archivedAt: at('2026-10-15T16:00:00Z') }

    expect(passed(OCTOBER, { owner })).toBe(11)
    expect(passed(NOVEMBER, { owner })).toBe(0)
  })
})
