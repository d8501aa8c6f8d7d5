/** The days and numbers of own metrics, compared with plain readings of their definition. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OwnTally } from '../../src/domain/company/own-tallies.ts'
import type { RulesBody } from '../../src/domain/company/rules.ts'
import { ownContributions } from '../../src/domain/facts/own-tallies.ts'
import { tallied } from '../../src/domain/facts/tallied.ts'
import { rulesBody } from '../builders.ts'
import { cases } from './cases.ts'
import { amount, inDigits, roundedOnPaper } from './on-paper.ts'
import { aTally, aVisit, NOON } from './own-visits.ts'
import { clockChanges, DAY_MS, localDayAt } from './wall-clock.ts'

const FAR = ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Apia']
const zone = fc.constantFrom(
  'Europe/Copenhagen',
  'America/Santiago',
  'Africa/Cairo',
  'Atlantic/Azores',
  ...FAR,
)

function dayOfVisit(visited: string, isDay: boolean, zone: string): string | null | undefined {
  const rules = rulesBody({
    accountZone: 'UTC',
    ownerZones: { 1: zone },
    own: [aTally({ date: { property: 'visited', isDay } })],
  })
  return ownContributions(aVisit({ visited }), rules)[0]?.day
}

describe('the day of an own metric', () => {
  it("is that of the rep's clock for an instant, also where clocks change", () => {
    const year = fc.integer({ min: 1990, max: 2037 })
    const near = fc.integer({ min: -DAY_MS, max: DAY_MS })
    fc.assert(
      fc.property(zone, year, fc.nat({ max: 364 }), near, (name, of, day, ms) => {
        const [change] = clockChanges(name, of)
        const instant = (day % 2 === 0 && change ? change.at : Date.UTC(of, 0, 1) + day * DAY_MS) + ms
        const shown = localDayAt(instant, name)
        // In an hour that comes twice around midnight, a day that has begun does not end again.
        fc.pre(!change || shown >= localDayAt(Math.min(instant, change.at - 1), name))

        expect(dayOfVisit(new Date(instant).toISOString(), false, name)).toBe(shown)
        expect(dayOfVisit(String(instant), false, name)).toBe(shown)
      }),
      cases(300),
    )
  })

  it('is the date as written in every zone, for a date without a time', () => {
    fc.assert(
      fc.property(zone, fc.integer({ min: -20_000, max: 40_000 }), (name, days) => {
        const midnight = days * DAY_MS
        const written = new Date(midnight).toISOString().slice(0, 10)

        expect(dayOfVisit(written, true, name)).toBe(written)
        expect(dayOfVisit(String(midnight), true, name)).toBe(written)
        expect(dayOfVisit(`${written}T00:00:00.000Z`, true, name)).toBe(written)
      }),
      cases(200),
    )
  })

  it.each(['2026-02-30', 'soon', '2026-11-18T12:00:00', '18.11.2026', '99999999999999999'])(
    'does not exist for %s, which is a bad date and counts nowhere',
    (visited) => {
      const rules = rulesBody({ own: [aTally()] })

      expect(tallied(aVisit({ visited }), rules)).toEqual([
        { rep: '1', day: '0001-01-01', tally: 'flaw:own_bad_date/visits', amount: 1, from: null },
      ])
      expect(tallied(aVisit({ visited }, null), rules)).toEqual([])
    },
  )
})

type Sum = NonNullable<OwnTally['sum']>

function summed(values: Record<string, string>, unit: Sum['unit'], rules: Partial<RulesBody> = {}) {
  const sum = { property: 'n', unit, currency: 'currency' }
  const [found] = ownContributions(aVisit({ visited: NOON, ...values }), {
    ...rulesBody(rules),
    own: [aTally({ sum })],
  })
  return found
}

const LARGEST = 10n ** 15n
const MOST = { count: 6, money: 2 } as const

describe('the number of an own metric', () => {
  it.each(['count', 'money'] as const)('is rounded once, half away from zero, for %s', (unit) => {
    fc.assert(
      fc.property(amount, (number) => {
        const whole = roundedOnPaper({ ...number, places: number.places - MOST[unit] })
        const isKept = whole <= LARGEST && whole >= -LARGEST

        expect(summed({ n: inDigits(number) }, unit)).toMatchObject({
          amount: isKept ? Number(whole) : 0,
          isBadNumber: !isKept,
        })
      }),
      cases(400),
    )
  })

  it.each([
    ['hours', 3_600_000n],
    ['minutes', 60_000n],
  ] as const)('is a duration in whole milliseconds for %s', (unit, each) => {
    fc.assert(
      fc.property(amount, ({ digits, places }) => {
        const whole = roundedOnPaper({ digits: digits * each, places })
        const isKept = whole <= LARGEST && whole >= -LARGEST

        expect(summed({ n: inDigits({ digits, places }) }, unit)).toMatchObject({
          amount: isKept ? Number(whole) : 0,
          isBadNumber: !isKept,
        })
      }),
      cases(200),
    )
  })

  it.each([
    ['0.0000005', 1],
    ['-0.0000005', -1],
    ['0.00000049', 0],
    ['1000000000', 1e15],
    ['-1000000000', -1e15],
  ])('is %s in millionths: %s', (n, millionths) => {
    expect(summed({ n }, 'count')).toMatchObject({ amount: millionths, isBadNumber: false })
  })

  it.each(['1000000000.0000005', '-1000000000.0000005', '1e10', '12,500', 'n/a'])(
    'is bad for %s and adds 0, while its record counts as bad once',
    (n) => {
      const own = [aTally({ sum: { property: 'n', unit: 'count', currency: null } })]
      const found = tallied(aVisit({ visited: NOON, n }), rulesBody({ own }))

      expect(found.map(({ tally, amount }) => `${tally} ${amount}`)).toEqual([
        'own_records:visits 1',
        'flaw:own_bad_number/visits 1',
      ])
    },
  )

  it('is converted from the currency that the record names, and bad without a rate', () => {
    const rates = { USD: '0.9', SEK: '0.0875' }
    const cases = [
      ['EUR', '10', 1000],
      ['', '10', 1000],
      ['USD', '0.005', 0],
      ['USD', '0.006', 1],
      ['USD', '-0.05', -5],
      ['SEK', '100', 875],
    ] as const

    for (const [currency, n, minor] of cases)
      expect(summed({ n, currency }, 'money', { rates })).toMatchObject({ amount: minor, isBadNumber: false })
    expect(summed({ n: '10', currency: 'CHF' }, 'money', { rates })).toMatchObject({ isBadNumber: true })
    expect(summed({ n: '', currency: 'CHF' }, 'money', { rates })).toMatchObject({ isBadNumber: false })
  })
})
