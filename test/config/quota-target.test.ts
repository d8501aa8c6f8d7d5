/** Targets as files from different countries have them: what each means, or that it is ambiguous. */
import { describe, expect, test } from 'vitest'
import { readTarget } from '../../src/config/quota-target.ts'
import { LANGUAGE_CODES } from '../../src/i18n/spoken.ts'

function read(text: string, currency: string | null = 'EUR'): string {
  const reading = readTarget(text, currency === null ? null : { currency, languages: LANGUAGE_CODES })
  return 'value' in reading ? reading.value : reading.reason
}

const NBSP = '\u00a0'
const NARROW = '\u202f'

describe('an amount', () => {
  test.each([
    ['12500', '12500'],
    ['12500.50', '12500.50'],
    ['12500,50', '12500.50'],
    ['12500.5', '12500.5'],
    ['12500,5', '12500.5'],
    ['0.5', '0.5'],
    ['7,25', '7.25'],
    ['12 500,50', '12500.50'],
    ['12 500.50', '12500.50'],
    ['12 500', '12500'],
    [`12${NBSP}500,50`, '12500.50'],
    [`12${NARROW}500,50`, '12500.50'],
    ['12.500,50', '12500.50'],
    ['12,500.50', '12500.50'],
    ['1.250.000', '1250000'],
    ['1,250,000', '1250000'],
    ['1 250 000', '1250000'],
    ['1.250.000,75', '1250000.75'],
    ['1,250,000.75', '1250000.75'],
    ['12.500,500', '12500.500'],
    ["12'500.50", '12500.50'],
    ['12’500', '12500'],
    ['12.5000', '12.5000'],
    ['1e3', '1e3'],
    ['1,25E+04', '1.25E+04'],
    [' 12500 ', '12500'],
    ['10000000000000', '10000000000000'],
  ])('%j is %s', (text, value) => {
    expect(read(text)).toBe(value)
  })

  test.each([
    ['€12500', 'EUR'],
    ['€ 12500', 'EUR'],
    ['12500€', 'EUR'],
    [`12500${NBSP}€`, 'EUR'],
    ['EUR 12500', 'EUR'],
    ['12500 eur', 'EUR'],
    [`€${NBSP}12.500,00`, 'EUR'],
    ['12.500,00 kr.', 'DKK'],
    ['kr. 12.500,00', 'DKK'],
    ['12 500 kr', 'SEK'],
    ['12.500,00 lei', 'RON'],
    ['RON 12500', 'RON'],
    ['Rp 12.500,00', 'IDR'],
    ['$12,500.00', 'USD'],
    ['US$12500', 'USD'],
    ['¥12500', 'JPY'],
  ])('%j is an amount in %s', (text, currency) => {
    expect(Number(read(text, currency))).toBe(12500)
  })

  test.each([
    ['12.500', 'may mean 12500 or 12.5: write 12500 or 12.50'],
    ['12,500', 'may mean 12500 or 12.5: write 12500 or 12.50'],
    ['12.000', 'may mean 12000 or 12: write 12000 or 12'],
    ['12,345', 'may mean 12345 or 12.345: write 12345 or 12.3450'],
    ['1.250', 'may mean 1250 or 1.25: write 1250 or 1.25'],
    ['0.500', 'may mean 500 or 0.5: write 500 or 0.50'],
    ['12500.500', 'may mean 12500500 or 12500.5: write 12500500 or 12500.50'],
    ['€ 12.500', 'may mean 12500 or 12.5: write 12500 or 12.50'],
    [`12,500${NBSP}€`, 'may mean 12500 or 12.5: write 12500 or 12.50'],
  ])('%j is refused, and both readings are named', (text, why) => {
    expect(read(text)).toBe(`target "${text}" ${why}`)
  })

  test.each([
    ...['', '0', '0,00', '-5', '−5', '10000000000001', '1e14', '12.', ',5', '12..5', '12.50.00', '1.25.000'],
    ...[
      '12 50',
      '1 2500',
      '12,500 ,5',
      '12.500,50.5',
      '12,500.50,1',
      "12'500 000",
      '0 500',
      '1/2',
      '(12500)',
    ],
  ])('%j is not a number above 0', (text) => {
    expect(read(text)).toBe(
      `target "${text}" is not a number above 0 and up to 10000000000000, such as 12500 or 12500.50`,
    )
  })

  test.each([
    '$12500',
    '12500 USD',
    '12500 kr',
    'EUR12500€',
    '12500 each',
    'about 12500',
    '12500 €/month',
    '12500k',
  ])("%j is not in the company's currency", (text) => {
    expect(read(text)).toBe(`target "${text}" is not a number, nor an amount in EUR`)
  })
})

describe('a target that is not money', () => {
  test.each([
    ['400', '400'],
    ['7,5', '7.5'],
    ['1 250', '1250'],
  ])('%j is %s', (text, value) => {
    expect(read(text, null)).toBe(value)
  })

  test('cannot have a currency sign', () => {
    expect(read('€400', null)).toBe(
      'target "€400" is an amount of money, but its metric is not measured in money',
    )
  })

  test('is just as ambiguous with a single separator before three digits', () => {
    expect(read('1.250', null)).toBe('target "1.250" may mean 1250 or 1.25: write 1250 or 1.25')
  })
})
