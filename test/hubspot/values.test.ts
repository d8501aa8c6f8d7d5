import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  booleanIn,
  countIn,
  durationMsIn,
  idIn,
  instantIn,
  nameIn,
  textIn,
} from '../../src/hubspot/values.ts'
import { cases } from '../properties/cases.ts'

describe('a date in HubSpot', () => {
  test.each([
    ['2026-11-12T04:00:53Z', '2026-11-12T04:00:53.000Z'],
    ['2026-11-12T04:00:53.089Z', '2026-11-12T04:00:53.089Z'],
    ['2026-11-12T04:00Z', '2026-11-12T04:00:00.000Z'],
    ['2026-11-12T04:00:53.0891234Z', '2026-11-12T04:00:53.089Z'],
    ['2026-11-12T04:00:53.5Z', '2026-11-12T04:00:53.500Z'],
    ['2026-11-12T04:00:53+05:30', '2026-11-11T22:30:53.000Z'],
    ['2026-11-12T04:00:53-0800', '2026-11-12T12:00:53.000Z'],
    ['2026-11-12T04:00:53+13', '2026-11-11T15:00:53.000Z'],
    ['2026-11-12', '2026-11-12T00:00:00.000Z'],
    ['2028-02-29', '2028-02-29T00:00:00.000Z'],
    ['1794456053000', '2026-11-12T04:00:53.000Z'],
    ['0', '1970-01-01T00:00:00.000Z'],
    [' 2026-11-12 ', '2026-11-12T00:00:00.000Z'],
  ])('%s is an instant', (text, expected) => {
    const at = instantIn(text)

    expect(at === null ? null : new Date(at).toISOString()).toBe(expected)
  })

  test.each([
    '2026-02-30',
    '2026-02-30T10:00:00Z',
    '2027-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-10-00',
    '2026-11-12T04:00:53',
    '2026-11-12 04:00:53Z',
    '2026-11-12T24:00:00Z',
    '2026-11-12T04:60:00Z',
    '2026-11-12T04:00:53+99:00',
    '2026-11-12T04:00:5xZ',
    '2026-11-1aT04:00:53Z',
    '2026-11-12T04-00:53Z',
    '2026-11-12T-4:00:53Z',
    '2026-11-12T04:00:53.08xZ',
    '2026-11-12T04:00:53.089z',
    '2026-11-12T04:00:61Z',
    '31/12/2026',
    '12.11.2026',
    'not a date',
    'TBD',
    '2026-W47',
    '0026-11-12',
    '999999999999999',
    '1e12',
    'NaN',
    '',
    '   ',
    null,
    undefined,
  ])('%s cannot be read', (text) => {
    expect(instantIn(text)).toBeNull()
  })

  test('is read exactly as written, on any day of any year', () => {
    const any = fc.date({ min: new Date('0101-01-01'), max: new Date('9999-11-29'), noInvalidDate: true })
    fc.assert(
      fc.property(any, (date) => {
        const text = date.toISOString()
        const second = `${text.slice(0, 19)}Z`

        expect(instantIn(text)).toBe(date.getTime())
        expect(instantIn(second)).toBe(Date.parse(second))
      }),
      cases(500),
    )
  })
})

describe('a number in HubSpot', () => {
  test.each([
    ['89119', 89119],
    ['89119.6', 89120],
    ['1.5e3', 1500],
    ['0', 0],
    ['-1', null],
    ['12,500', null],
    ['n/a', null],
    ['Infinity', null],
    ['1e20', null],
    ['', null],
    [null, null],
  ])('as a call duration: %s', (text, expected) => {
    expect(durationMsIn(text)).toBe(expected)
  })

  test.each([
    ['2', 2],
    ['1.0', 1],
    ['0.9', 0],
    ['x', null],
    ['', null],
  ])('as a reply count: %s', (text, expected) => {
    expect(countIn(text)).toBe(expected)
  })

  test.each([
    ['70000001', '70000001'],
    [' 7 ', '7'],
    ['123456789012345', '123456789012345'],
    ['1234567890123456', null],
    ['007', null],
    ['-7', null],
    ['7.0', null],
    ['abc', null],
    ['٧', null],
    ['', null],
  ])('as an id: %s', (text, expected) => {
    expect(idIn(text)).toBe(expected)
  })

  test('only the text true is true', () => {
    expect(['true', 'TRUE', ' true '].map(booleanIn)).toEqual([true, true, true])
    expect(['false', 'yes', '1', '', null, undefined].map(booleanIn)).toEqual(Array(6).fill(false))
  })
})

describe('a text in HubSpot', () => {
  test('is missing if blank, and is trimmed and stripped of NUL', () => {
    expect(['', '  ', '\u0000', null, undefined].map(textIn)).toEqual(Array(5).fill(null))
    expect(textIn(' 12,500\u0000 ')).toBe('12,500')
  })

  test('a deal name loses invisible characters and those that change its order', () => {
    expect(nameIn('A\u202Ecme\u200B \u0007Ltd\u2066\uFEFF\r\n')).toBe('Acme Ltd')
    expect(nameIn('\u200B\u202E')).toBeNull()
    expect(nameIn('Zoë 新規案件 <!channel>')).toBe('Zoë 新規案件 <!channel>')
    expect(nameIn('half \uD83D')).toBe('half \uFFFD')
  })

  test('a deal name keeps 200 characters and never splits one', () => {
    expect(nameIn('x'.repeat(400))).toBe('x'.repeat(200))
    expect(nameIn('🙂'.repeat(300))).toBe('🙂'.repeat(200))
    expect(nameIn('🙂'.repeat(150))).toBe('🙂'.repeat(150))
  })
})
