/** Money: exact except for the one specified rounding. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moneyOf } from '../../src/domain/facts/deal-tallies.ts'
import { contributions } from '../../src/domain/facts/tallies.ts'
import { exponentOf, LARGEST_MINOR, toMinor } from '../../src/domain/numbers/money.ts'
import { aDeal, aWonDeal, rulesBody } from '../builders.ts'
import { cases } from './cases.ts'
import { amount, decimal, inDigits, roundedOnPaper } from './on-paper.ts'

const CURRENCIES = [
  { currency: 'JPY', exponent: 0 },
  { currency: 'EUR', exponent: 2 },
  { currency: 'KWD', exponent: 3 },
  { currency: 'CLF', exponent: 4 },
] as const

const rate = fc.record({ digits: fc.bigInt({ min: 1n, max: 10n ** 9n }), places: fc.nat({ max: 9 }) })
const money = fc.constantFrom(...CURRENCIES)

describe('money', () => {
  it('is rounded once, half away from zero, by its decimal digits', () => {
    fc.assert(
      fc.property(amount, money, ({ digits, places }, { exponent }) => {
        const expected = roundedOnPaper({ digits, places: places - exponent })
        const isTooLarge = expected > LARGEST_MINOR || expected < -LARGEST_MINOR

        expect(toMinor(inDigits({ digits, places }), exponent)).toBe(isTooLarge ? null : Number(expected))
      }),
      cases(3000),
    )
  })

  it('is rounded after conversion, not before', () => {
    fc.assert(
      fc.property(decimal(10n ** 11n, 6), rate, money, (text, by, { currency, exponent }) => {
        const product = { digits: text.digits * by.digits, places: text.places + by.places - exponent }
        const expected = roundedOnPaper(product)
        const deal = aDeal({ amount: inDigits(text), currency: 'XAU' })
        const isTooLarge = expected > LARGEST_MINOR || expected < -LARGEST_MINOR

        expect(moneyOf(deal, rulesBody({ currency, exponent, rates: { XAU: inDigits(by) } }))).toBe(
          isTooLarge ? null : Number(expected),
        )
      }),
      cases(2000),
    )
  })

  it('rounds negative amounts like positive ones', () => {
    fc.assert(
      fc.property(amount, money, ({ digits, places }, { exponent }) => {
        const up = toMinor(inDigits({ digits, places }), exponent)
        const down = toMinor(inDigits({ digits: -digits, places }), exponent)

        expect(down).toBe(up === null ? null : 0 - up)
      }),
      cases(500),
    )
  })

  it("of a won deal is its day's revenue in whole minor units; an amount of 0 adds no tally", () => {
    fc.assert(
      fc.property(amount, money, (text, { currency, exponent }) => {
        const deal = aWonDeal({ amount: inDigits(text), currency })
        const rules = rulesBody({ currency, exponent })
        const minor = moneyOf(deal, rules) ?? 0
        const revenue = contributions(deal, rules).filter(({ tally }) => tally === 'revenue')

        expect(revenue.map((one) => one.amount)).toEqual(minor === 0 ? [] : [minor])
      }),
      cases(500),
    )
  })

  it.each([
    ['0.5', 'JPY', 1],
    ['-0.5', 'JPY', -1],
    ['0.49999999999999999999', 'JPY', 0],
    ['1.005', 'EUR', 101],
    ['2.675', 'EUR', 268],
    ['-1.005', 'EUR', -101],
    ['1.0049999999999999', 'EUR', 100],
    ['0.0005', 'KWD', 1],
    ['1234.5675', 'KWD', 1_234_568],
    ['1e3', 'EUR', 100_000],
    ['1.5E+2', 'JPY', 150],
    ['-25e-3', 'EUR', -3],
    ['5e-1', 'JPY', 1],
    ['0', 'KWD', 0],
    ['-0.00', 'EUR', 0],
  ])('of %s in %s is %i', (text, currency, minor) => {
    expect(toMinor(text, exponentOf(currency)) ?? Number.NaN).toBe(minor)
  })

  it.each([
    ...[
      'BIF',
      'CLP',
      'DJF',
      'GNF',
      'ISK',
      'JPY',
      'KMF',
      'KRW',
      'PYG',
      'RWF',
      'UGX',
      'VND',
      'VUV',
      'XAF',
      'XOF',
      'XPF',
    ].map((currency) => [currency, 0] as const),
    ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((currency) => [currency, 3] as const),
    // Currencies without coins in use today, which still have a minor unit in the standard.
    ...[
      'AFN',
      'ALL',
      'COP',
      'HUF',
      'IDR',
      'IRR',
      'LAK',
      'LBP',
      'MGA',
      'MMK',
      'PKR',
      'RSD',
      'SOS',
      'SYP',
      'TZS',
      'UZS',
      'YER',
    ].map((currency) => [currency, 2] as const),
    ...['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'INR', 'BRL', 'PLN', 'CRC', 'TWD'].map(
      (currency) => [currency, 2] as const,
    ),
    ['CLF', 4],
    ['?', 2],
  ] as const)('in %s has %i digits after the decimal point', (currency, digits) => {
    expect(exponentOf(currency)).toBe(digits)
  })
})
