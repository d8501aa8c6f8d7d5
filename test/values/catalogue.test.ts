import { expect, test } from 'vitest'
import type { Vocabulary } from '../../src/domain/question/question.ts'
import { readQuestion } from '../../src/domain/question/read-question.ts'
import { LEXICONS } from '../../src/i18n/lexicons.ts'
import { catalogueOf } from '../../src/values/catalogue.ts'
import { anOwnMetric, MEETINGS } from '../own-metrics.ts'

const copied = <T>(value: T): T => structuredClone(value)
const settings = { metrics: [anOwnMetric()] }
const known = { objects: [MEETINGS] }

test('the same declarations have the same catalogue, however often they are read', () => {
  const catalogue = catalogueOf(settings, known)
  const again = catalogueOf(copied(settings), copied(known))

  expect(again).toBe(catalogue)
  expect(again.typed).toBe(catalogue.typed)
  expect(again.orThrow('demos')).toBe(catalogue.orThrow('demos'))
  expect(catalogueOf({ metrics: [] }, known)).toBe(catalogueOf({ metrics: [] }, copied(known)))
})

test('another name, or something else that HubSpot says, is another catalogue', () => {
  const catalogue = catalogueOf(settings, known)
  const renamed = catalogueOf({ metrics: [anOwnMetric({ name: { en: 'Shows' } })] }, known)
  const unread = catalogueOf(settings, { objects: [] })

  expect(renamed.named[0]?.name.en).toBe('Shows')
  expect(unread.orThrow('demos').ownParts.get('own:demos')?.problem?.reason).toBe('loading')
  expect(catalogueOf(settings, known)).toBe(catalogue)
})

test('catalogues of earlier declarations are not kept for ever', () => {
  const first = catalogueOf(settings, known)
  for (let id = 0; id < 20; id++) catalogueOf({ metrics: [anOwnMetric({ id: `demos${id}` })] }, known)

  expect(catalogueOf(settings, known)).not.toBe(first)
})

test.each([
  ['demos', 'an id'],
  ['Demoer', 'the name in another language'],
  ['demo', 'a word'],
  ['demos held this week', 'a phrase before a period'],
  ['R&D visits', 'signs in a name'],
  ['デモ', 'another script'],
  ['q4 pitches', 'a number in a name'],
])('%s is read as the metric: %s', (words) => {
  const own = anOwnMetric({ words: ['demo', 'demos held', 'R&D visits', 'デモ', 'q4 pitches', '{n} braces'] })
  const { typed } = catalogueOf({ metrics: [own] }, known)
  const reading = readQuestion(words, vocabularyOf(typed))

  expect(reading).toMatchObject({ kind: 'question', question: { metrics: ['demos'] }, readAs: [] })
})

test('a word near an own name is read as it, also beside its plural, and braces in a name stand for nothing', () => {
  const own = anOwnMetric({ words: ['demo', '{n} braces'] })
  const { typed } = catalogueOf({ metrics: [own] }, known)
  const vocabulary = vocabularyOf(typed)

  expect(readQuestion('demoz', vocabulary)).toMatchObject({
    question: { metrics: ['demos'] },
    readAs: [{ typed: 'demoz' }],
  })
  expect(readQuestion('5 braces', vocabulary).kind).not.toBe('question')
})

function vocabularyOf(metrics: Vocabulary['metrics']): Vocabulary {
  return {
    lexicons: LEXICONS,
    language: 'en',
    people: [],
    teams: [],
    metrics,
    abilities: ['card', 'top', 'quota'],
    basis: { today: '2026-11-18', weekStart: 1, fiscalYearStartMonth: 1 },
  }
}
