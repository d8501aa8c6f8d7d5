import { describe, expect, it } from 'vitest'
import { costOf } from '../../../src/domain/company/costs.ts'
import type { Settings } from '../../../src/domain/company/settings.ts'
import { exact, toNumber } from '../../../src/domain/numbers/exact.ts'
import { anOwner, at } from '../../builders.ts'
import { aRoster, repOf } from './roster.ts'

const LATER = at('2027-06-01T12:00:00Z')
const FROM_JANUARY = { repCost: { '1': [{ from: '2026-01', monthly: '2200' }] } }

function cost(
  [from, to]: [string, string],
  settings: Partial<Settings>,
  {
    now = LATER,
    archivedAt = null,
    currency = 'USD',
  }: { now?: number; archivedAt?: number | null; currency?: string } = {},
): number | null {
  const owner = anOwner({ isArchived: archivedAt !== null, archivedAt })
  const roster = aRoster({ settings, owners: [owner], currency })
  const found = costOf(repOf(roster), { from, to }, { roster, now })
  return found && toNumber(found)
}

describe('the cost of a rep', () => {
  it("is the monthly cost divided by the month's working days, for each working day of the period", () => {
    expect(cost(['2026-10-12', '2026-10-17'], FROM_JANUARY)).toBe(50000)
    expect(cost(['2026-10-17', '2026-10-19'], FROM_JANUARY)).toBe(0)
  })

  it('divides each month by its own working days, and is exact', () => {
    const whole = cost(['2026-01-01', '2027-01-01'], FROM_JANUARY)
    const roster = aRoster({ settings: { repCost: { '1': [{ from: '2026-01', monthly: '100' }] } } })
    const threeDays = costOf(repOf(roster), { from: '2026-10-01', to: '2026-10-06' }, { roster, now: LATER })

    expect(whole).toBe(12 * 220000)
    expect(threeDays).toEqual(exact(10000 * 3, 22))
  })

  it('changes from the month of the next setting on, whatever the order of the list', () => {
    const steps = [
      { from: '2026-11', monthly: '4200' },
      { from: '2026-01', monthly: '2200' },
    ]

    expect(cost(['2026-10-30', '2026-11-03'], { repCost: { '1': steps } })).toBe(10000 + 20000)
  })

  it('is 0 before the first cost is set', () => {
    expect(cost(['2025-12-01', '2026-01-01'], FROM_JANUARY)).toBe(0)
  })

  it('covers only the working time that has passed', () => {
    const now = at('2026-10-12T17:00:00Z')

    expect(cost(['2026-10-01', '2026-11-01'], FROM_JANUARY, { now })).toBe(7.5 * 10000)
  })

  it("respects the rep's own weekdays, leave and start", () => {
    const partTime = {
      repCost: { '1': [{ from: '2026-01', monthly: '1100' }] },
      repWeekdays: { '1': [1, 2, 3] },
      holidays: { default: ['2026-10-12', '2026-10-24'] },
    }
    const newcomer = {
      repCost: { '1': [{ from: '2026-01', monthly: '1200' }] },
      startedOn: { '1': '2026-10-15' },
    }

    expect(cost(['2026-10-08', '2026-10-15'], partTime)).toBe(20000)
    expect(cost(['2026-10-01', '2026-10-17'], newcomer)).toBe(20000)
  })

  it('is 0 in a month without a working day', () => {
    const away = { leave: { '1': [['2026-10-01', '2026-10-31']] as [string, string][] } }

    expect(cost(['2026-10-01', '2026-11-01'], { ...FROM_JANUARY, ...away })).toBe(0)
  })

  it('ends with the archive day', () => {
    const archivedAt = at('2026-10-15T16:00:00Z')

    expect(cost(['2026-10-01', '2026-12-01'], FROM_JANUARY, { archivedAt })).toBe(11 * 10000)
  })

  it('rounds the monthly cost once to minor units, also in currencies with no or three decimals', () => {
    const settings = { repCost: { '1': [{ from: '2026-10', monthly: '2200.0049' }] } }

    expect(cost(['2026-10-01', '2026-11-01'], settings)).toBe(220000)
    expect(cost(['2026-10-01', '2026-11-01'], settings, { currency: 'JPY' })).toBe(2200)
    expect(cost(['2026-10-01', '2026-11-01'], settings, { currency: 'KWD' })).toBe(2200005)
  })

  it('is unknown, not 0, for a rep without a cost', () => {
    expect(
      cost(['2026-10-01', '2026-11-01'], { repCost: { '2': [{ from: '2026-01', monthly: '1' }] } }),
    ).toBeNull()
  })
})
