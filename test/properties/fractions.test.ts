/** Fractions: parsed by their digits, displayed as the nearest number. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact, fromDecimal, toNumber, toWhole } from '../../src/domain/numbers/exact.ts'
import { cases } from './cases.ts'
import { isNearestDouble } from './nearest-double.ts'
import { amount, inDigits, roundedOnPaper } from './on-paper.ts'

describe('decimal texts', () => {
  it('mean their digits, shifted by their exponent', () => {
    const exponent = fc.integer({ min: -20, max: 20 })
    const letter = fc.constantFrom('e', 'E', 'e+')
    fc.assert(
      fc.property(amount, exponent, letter, (text, by, written) => {
        const read = fromDecimal(`${inDigits(text)}${by < 0 ? 'e' : written}${by}`)
        const shift = 10n ** BigInt(by + 40)

        expect(read).toEqual(exact(text.digits * shift, 10n ** BigInt(text.places + 40)))
      }),
      cases(1000),
    )
  })

  it('round to whole numbers as on paper', () => {
    fc.assert(
      fc.property(amount, (text) => {
        const read = fromDecimal(inDigits(text))
        expect(read && toWhole(read)).toBe(roundedOnPaper(text))
      }),
      cases(1000),
    )
  })
})

describe('the number displayed for a fraction', () => {
  const most = 10n ** 40n
  const whole = fc.oneof(
    fc.bigInt({ min: -most, max: most }),
    fc.bigInt({ min: -(2n ** 54n), max: 2n ** 54n }),
    fc
      .tuple(fc.bigInt({ min: 2n ** 53n, max: 2n ** 55n }), fc.nat({ max: 60 }))
      .map(([n, by]) => n << BigInt(by)),
  )
  const above = whole.map((n) => (n < 0n ? -n : n) + 1n)

  it('is the nearest double, and the even one if two are equally near', () => {
    fc.assert(
      fc.property(whole, above, (n, d) => isNearestDouble(toNumber(exact(n, d)), n, d)),
      cases(5000),
    )
  })

  it('is right even halfway between two doubles, and just next to that', () => {
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
