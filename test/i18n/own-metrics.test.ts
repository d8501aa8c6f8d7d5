/** Own metrics in every language: names, formulas from declarations, units. */
import { describe, expect, it, test } from 'vitest'
import type { Condition } from '../../src/domain/company/own-metrics.ts'
import { languages } from '../../src/i18n/spoken.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import { aCount, anOwnMetric, catalogueWith, MEETINGS } from '../own-metrics.ts'

const euros = { currency: 'EUR', exponent: 2, detail: 'full' } as const

const EVERY_CONDITION: Condition[] = [
  { property: 'kind', is: ['A', 'B', 'C', 'D'] },
  { property: 'kind', isNot: ['Demo'] },
  { property: 'kind', has: true },
  { property: 'kind', has: false },
  { property: 'size', above: 2.5 },
  { property: 'size', atLeast: 3 },
  { property: 'size', below: 1000 },
  { property: 'size', atMost: 4 },
  { property: 'kind', on: true },
  { property: 'kind', on: false },
]

function textsWith(metrics: Parameters<typeof catalogueWith>[0], code = 'en') {
  return createTexts(code).with(catalogueWith(metrics).named)
}

describe('the name', () => {
  it('is that of the language, and in a language without one the English name', () => {
    expect(textsWith([anOwnMetric()], 'da').metricName('demos')).toBe('Demoer')
    expect(textsWith([anOwnMetric()], 'ro').metricName('demos', 'full')).toBe('Demos')
  })

  it('follows a number in lower case, also the number 1, which has no singular', () => {
    const texts = textsWith([anOwnMetric()])

    expect(texts.counted('demos', 3, euros)).toBe('3 demos')
    expect(texts.counted('demos', 1, euros)).toBe('1 × demos')
    expect(texts.partName('own:demos')).toBe('demos')
  })

  it('is listed under its family', () => {
    const texts = textsWith([anOwnMetric(), anOwnMetric({ id: 'cash', name: { en: 'Cash' }, family: 'O' })])
    const families = new Map(texts.metricNames().map(({ family, names }) => [family, names]))

    expect(families.get('A')).toContain('Demos')
    expect(families.get('O')?.at(-1)).toBe('Cash')
  })

  it('is never read as a message: braces in it stay', () => {
    const texts = textsWith([anOwnMetric({ name: { en: '{n} demos' } })])

    expect(texts.counted('demos', 2, euros)).toBe('2 {n} demos')
  })
})

describe('the formula', () => {
  it.each([
    ['en', 'meetings, counted by Start time, where Type is Demo or Product Demo.'],
    ['da', 'møder, talt efter Start time, hvor Type er Demo eller Product Demo.'],
    ['sv', 'möten, räknade efter Start time, där Type är Demo eller Product Demo.'],
    ['id', 'pertemuan, dihitung menurut Start time, dengan Type adalah Demo atau Product Demo.'],
    ['ro', 'întâlniri, după Start time, unde Type este Demo sau Product Demo.'],
  ])('says in %s what is counted', (code, said) => {
    expect(textsWith([anOwnMetric()], code).metricAbout('demos')).toBe(said)
  })

  it('says what is summed up, and who gets the credit', () => {
    const sum = { ...aCount({ where: [], owner: 'booker' }), property: 'length', unit: 'minutes' } as const

    expect(textsWith([anOwnMetric({ sum })]).metricAbout('demos')).toBe(
      'total of length of meetings, by Start time; credited to: booker.',
    )
  })

  it('names the metrics that a ratio is made of, in the language', () => {
    const ratio = { numerator: ['demos'], denominator: ['calls', 'meetings'] }
    const metrics = [anOwnMetric(), anOwnMetric({ id: 'demo_rate', name: { en: 'Demo rate' }, ratio })]

    expect(textsWith(metrics, 'da').metricAbout('demo_rate')).toBe('Demoer ÷ (Opkald + Møder).')
  })

  test.each(Object.keys(languages))('has every condition and at most 200 characters in %s', (code) => {
    const about = (where: Condition[]) =>
      textsWith([anOwnMetric({ count: aCount({ where }) })], code).metricAbout('demos')

    const said = EVERY_CONDITION.map((condition) => about([condition]))
    expect(new Set(said).size).toBe(EVERY_CONDITION.length)
    expect(said.join(' ')).not.toMatch(/[{}]|undefined/)
    for (let some = 1; some <= EVERY_CONDITION.length; some++)
      expect(about(EVERY_CONDITION.slice(0, some)).length).toBeLessThanOrEqual(200)
  })

  it('counts the conditions that it has no room for, and cuts long words', () => {
    const where = Array.from({ length: 9 }, (_, n) => ({ property: `${'x'.repeat(60)}${n}`, has: true }))
    const about = textsWith([anOwnMetric({ count: aCount({ where }) })]).metricAbout('demos')

    expect(about).toContain('x… is filled in')
    expect(about).toMatch(/\d more conditions\.$/)
  })

  it('calls properties and types as they are declared while HubSpot has not been asked', () => {
    const { named } = catalogueWith([anOwnMetric({ count: aCount({ object: 'visits' }) })], [MEETINGS])

    expect(createTexts('en').with(named).metricAbout('demos')).toMatch(
      /^visits, counted by starts, where kind/,
    )
  })
})

describe('the value', () => {
  const summing = (unit: 'count' | 'money' | 'hours') =>
    textsWith([anOwnMetric({ sum: { ...aCount(), property: 'size', unit } })])

  it('is in its unit, a plain sum with all its decimals', () => {
    expect(summing('money').value('demos', 12_50, euros)).toBe('€12.50')
    expect(summing('hours').value('demos', 5_400_000, euros)).toBe('1 h 30 min')
    expect(summing('count').value('demos', 12.345678, euros)).toBe('12.345678')
    expect(summing('count').value('demos', 12.345678, { ...euros, detail: 'short' })).toBe('12.3')
    expect(summing('money').unitOf('demos')).toBe('money')
  })

  it('of a part has the unit of its own metric, whatever metric it is a part of', () => {
    const ratio = { numerator: ['demos'], denominator: ['calls'] }
    const sum = { ...aCount(), property: 'paid', unit: 'money' } as const
    const texts = textsWith([anOwnMetric({ sum }), anOwnMetric({ id: 'per_call', ratio })])

    expect(texts.partValue('own:demos', 99_00, { ...euros, metric: 'calls' })).toBe('€99')
  })
})

test('texts are made once for a language and a list', () => {
  const { named } = catalogueWith([anOwnMetric()])

  expect(createTexts('sv').with(named)).toBe(createTexts('sv-SE').with(named))
  expect(createTexts('sv').with([])).toBe(createTexts('sv'))
})
