/** Money and fractions: exact up to the one rounding that is written down. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moneyOf } from '../../src/domain/deal-tallies.ts'
import { exact, fromDecimal, toNumber, toWhole } from '../../src/domain/exact.ts'
import { exponentOf, LARGEST_MINOR, toMinor } from '../../src/domain/money.ts'
import { contributions } from '../../src/domain/tallies.ts'
import { aDeal, aWonDeal, rulesBody } from '../builders.ts'
import { cases } from './cases.ts'
import { isNearestDouble } from './nearest-double.ts'

const CURRENCIES = [
  { currency: 'JPY', exponent: 0 },
  { currency: 'EUR', exponent: 2 },
  { currency: 'KWD', exponent: 3 },
  { currency: 'CLF', exponent: 4 },
] as const

/** A decimal number by its digits: `digits` × 10^-`places`. */
interface Decimal {
  digits: bigint
  places: number
}

function decimal(most: bigint, places: number): fc.Arbitrary<Decimal> {
  return fc.record({ digits: fc.bigInt({ min: -most, max: most }), places: fc.nat({ max: places }) })
}

function inDigits({ digits, places }: Decimal): string {
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, '0')
  const cut = text.length - places
  const point = places === 0 ? '' : `.${text.slice(cut)}`
  return `${digits < 0n ? '-' : ''}${text.slice(0, cut)}${point}`
}

/** Rounding as on paper: cut the written digits off, and go up in size where the first one that is gone is 5 or more. */
function roundedOnPaper({ digits, places }: Decimal): bigint {
  if (places <= 0) return digits * 10n ** BigInt(-places)
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, '0')
  const kept = BigInt(text.slice(0, -places))
  const size = Number(text.at(-places)) >= 5 ? kept + 1n : kept
  return digits < 0n ? -size : size
}

const amount = decimal(10n ** 16n, 12)
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

  it('is the same size below zero as above', () => {
    fc.assert(
      fc.property(amount, money, ({ digits, places }, { exponent }) => {
        const up = toMinor(inDigits({ digits, places }), exponent)
        const down = toMinor(inDigits({ digits: -digits, places }), exponent)

        expect(down).toBe(up === null ? null : 0 - up)
      }),
      cases(500),
    )
  })

  it('of a won deal is the revenue that its day gets, in whole minor units, and nothing where it is 0', () => {
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
    // Currencies whose coins are gone, but not from the standard.
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
  ] as const)('in %s has %i digits after the point', (currency, digits) => {
    expect(exponentOf(currency)).toBe(digits)
  })
})

describe('decimal texts', () => {
  const exponent = fc.integer({ min: -20, max: 20 })

  it('mean their digits, moved by their exponent', () => {
    fc.assert(
      fc.property(amount, exponent, fc.constantFrom('e', 'E'), (text, by, letter) => {
        const sign = by > 0 ? fc.sample(fc.constantFrom('+', ''), { numRuns: 1, seed: by })[0] : ''
        const read = fromDecimal(`${inDigits(text)}${letter}${sign}${by}`)
        const shift = 10n ** BigInt(by + 40)

        expect(read).toEqual(exact(text.digits * shift, 10n ** BigInt(text.places + 40)))
      }),
      cases(1000),
    )
  })

  it('are rounded to whole numbers as on paper', () => {
    fc.assert(
      fc.property(amount, (text) => {
        const read = fromDecimal(inDigits(text))
        expect(read && toWhole(read)).toBe(roundedOnPaper(text))
      }),
      cases(1000),
    )
  })
})

describe('the number that is shown of a fraction', () => {
  const most = 10n ** 40n
  const whole = fc.oneof(
    fc.bigInt({ min: -most, max: most }),
    fc.bigInt({ min: -(2n ** 54n), max: 2n ** 54n }),
    fc
      .tuple(fc.bigInt({ min: 2n ** 53n, max: 2n ** 55n }), fc.nat({ max: 60 }))
      .map(([n, by]) => n << BigInt(by)),
  )
  const above = whole.map((n) => (n < 0n ? -n : n) + 1n)

  it('is the nearest double, and of two equally near the even one', () => {
    fc.assert(
      fc.property(whole, above, (n, d) => isNearestDouble(toNumber(exact(n, d)), n, d)),
      cases(5000),
    )
  })

  it('is right also halfway between two doubles, and a hair beside', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 2n ** 52n, max: 2n ** 53n - 1n }),
        fc.constantFrom(-1n, 0n, 1n),
        fc.bigInt({ min: 1n, max: 10n ** 30n }),
        (mantissa, hair, scale) => {
          const halfway = (2n * mantissa + 1n) * scale + hair
          return isNearestDouble(toNumber(exact(halfway, 2n * scale)), halfway, 2n * scale)
        },
      ),
      cases(2000),
    )
  })
})
