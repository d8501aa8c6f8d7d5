import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compare,
  exact,
  fromDecimal,
  minus,
  over,
  plus,
  times,
  toNumber,
  toWhole,
} from '../../../src/domain/numbers/exact.ts'

describe('exact fractions', () => {
  const fraction = fc
    .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
    .map(([n, d]) => exact(n, d))

  it('subtract back what they added', () => {
    fc.assert(fc.property(fraction, fraction, (a, b) => compare(minus(plus(a, b), b), a) === 0))
  })

  it('undo a multiplication with a division', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        const back = over(times(a, b), b)
        return b.n === 0n ? back === null : back !== null && compare(back, a) === 0
      }),
    )
  })

  it('convert to the nearest double, even beyond safe integers', () => {
    expect(toNumber(exact(1, 3))).toBe(1 / 3)
    expect(toNumber(exact(10n ** 20n + 1n, 3n))).toBe(Number('33333333333333333333.66666'))
    expect(toNumber(exact(-(2n ** 70n), 2n ** 71n))).toBe(-0.5)
    fc.assert(fc.property(fc.integer(), fc.integer({ min: 1 }), (n, d) => toNumber(exact(n, d)) === n / d))
  })

  it.each([
    ['1841.430', 184143n, 100n],
    ['-0.5', -1n, 2n],
    ['.25', 1n, 4n],
    ['12.', 12n, 1n],
    ['1.2e3', 1200n, 1n],
    ['5E-1', 1n, 2n],
    [' 7 ', 7n, 1n],
  ])('read the plain decimal %s', (text, n, d) => {
    expect(fromDecimal(text)).toEqual({ n, d })
  })

  it.each([
    '',
    ' ',
    '12,500',
    'n/a',
    '1.000,50',
    '€5',
    '5k',
    '=1+1',
    'NaN',
    'Infinity',
    '.',
    '-',
    '١٠٠',
    '0x10',
    '1e9999',
  ])('do not read %j as a number', (text) => {
    expect(fromDecimal(text)).toBeNull()
  })

  it('round half away from zero', () => {
    expect([exact(5, 2), exact(-5, 2), exact(7, 3), exact(-7, 3)].map(toWhole)).toEqual([3n, -3n, 2n, -2n])
  })
})
