/** What people type in each language, and what it means. Kept as data in `phrases`. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createCatalogue } from '../../../src/domain/metrics/catalogue.ts'
import { ABILITIES } from '../../../src/domain/question/lexicon.ts'
import { readQuestion } from '../../../src/domain/question/read-question.ts'
import { shownReading } from './shown-reading.ts'
import { vocabulary } from './vocabulary.ts'

const all = { ...vocabulary, metrics: createCatalogue().typed, abilities: ABILITIES }

function phrasesOf(language: string): [line: string, reading: string][] {
  const text = readFileSync(new URL(`phrases/${language}.json`, import.meta.url), 'utf8')
  return Object.entries(JSON.parse(text) as Record<string, string>)
}

describe.each(['en', 'da', 'sv', 'id', 'ro'])('what people type in %s', (language) => {
  const phrases = phrasesOf(language)

  test('is kept as at least 80 phrases', () => {
    expect(phrases.length).toBeGreaterThanOrEqual(80)
  })

  test.each(phrases)('%s means %s', (line, expected) => {
    expect(shownReading(readQuestion(line, { ...all, language }), all.basis)).toBe(expected)
  })
})

test('every line to choose from and every suggestion can be answered', () => {
  const offered = ['en', 'da', 'sv', 'id', 'ro'].flatMap((language) =>
    phrasesOf(language).flatMap(([line]) => {
      const reading = readQuestion(line, { ...all, language })
      if (reading.kind === 'ambiguous') return reading.readings
      return reading.kind === 'unknown' ? reading.lines : []
    }),
  )

  expect(offered.length).toBeGreaterThan(10)
  for (const line of offered) expect(readQuestion(line, all).kind, line).toBe('question')
})
