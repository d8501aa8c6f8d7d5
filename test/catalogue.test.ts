/** The catalogue of metrics: each is named, counted and asked for in every language that is there. */
import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../src/domain/metrics/catalogue.ts'
import { talliesOf } from '../src/domain/metrics/metric.ts'
import { typesBehind } from '../src/domain/metrics/sources.ts'
import type { Vocabulary } from '../src/domain/question/question.ts'
import { readQuestion } from '../src/domain/question/read-question.ts'
import { TALLIES } from '../src/domain/tally.ts'
import { languages } from '../src/i18n/languages.ts'
import { createTexts } from '../src/i18n/texts.ts'
import { LEXICONS } from '../src/i18n/words/lexicons.ts'

const ids = CATALOGUE.map(({ id }) => id)
const vocabulary: Vocabulary = {
  lexicons: LEXICONS,
  people: [],
  teams: [],
  metrics: ids.map((id) => ({ id, names: [] })),
  basis: { today: '2026-11-18', weekStart: 1, fiscalYearStartMonth: 1 },
}

test('no two metrics have the same id, and ids are words that can be typed', () => {
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !/^[a-z]+(_[a-z]+)*$/.test(id))).toEqual([])
})

test('the first dozen is there', () => {
  expect(ids).toEqual(
    expect.arrayContaining([
      ...['calls', 'dials', 'connects', 'connect_rate', 'emails', 'meetings', 'tasks', 'notes', 'messages'],
      ...['activities', 'deals_created', 'deals_won', 'deals_lost', 'revenue', 'win_rate', 'average_deal'],
    ]),
  )
})

describe.each(CATALOGUE)('$id', (metric) => {
  test('says its family, unit and direction, and rests on tallies that are counted', () => {
    expect(['A', 'C', 'O', 'P', 'Q']).toContain(metric.family)
    expect(['count', 'money', 'ratio', 'duration', 'days', 'points']).toContain(metric.unit)
    expect(['up', 'down']).toContain(metric.better)
    expect(talliesOf(metric).length).toBeGreaterThan(0)
    expect(talliesOf(metric).filter((tally) => !TALLIES.includes(tally))).toEqual([])
    expect(typesBehind([metric]).length).toBeGreaterThan(0)
  })

  test.each(Object.keys(languages))('has a name and a sentence of its own in %s', (code) => {
    const texts = createTexts(code)
    const how = { currency: 'EUR', exponent: 2, room: 'full' } as const
    const others = ids.filter((id) => id !== metric.id).map((id) => texts.metricName(id))

    expect(texts.metricName(metric.id)).not.toBe(metric.id)
    expect(others).not.toContain(texts.metricName(metric.id))
    expect(texts.metricAbout(metric.id)).not.toBe(metric.id)
    expect(texts.counted(metric.id, 1, how)).toMatch(/\d/)
  })

  test.each(LEXICONS)('can be asked for in $language', (lexicon) => {
    const phrases = lexicon.metrics[metric.id] ?? []

    const misread = [metric.id, ...phrases].filter((words) => {
      const reading = readQuestion(words, vocabulary)
      return reading.kind !== 'question' || reading.question.metrics.join() !== metric.id
    })

    expect(phrases.length).toBeGreaterThan(0)
    expect(misread).toEqual([])
  })
})
