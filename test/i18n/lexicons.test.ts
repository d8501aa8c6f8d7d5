import { describe, expect, test } from 'vitest'
import { knownMetrics } from '../../src/config/known-metrics.ts'
import { createCatalogue } from '../../src/domain/metrics/catalogue.ts'
import { booksOf } from '../../src/domain/question/books.ts'
import { ABILITIES } from '../../src/domain/question/lexicon.ts'
import { filledForm, numberedForm, readForm } from '../../src/domain/question/period-forms.ts'
import type { Vocabulary } from '../../src/domain/question/question.ts'
import { meanSame } from '../../src/domain/question/senses.ts'
import { LEXICONS } from '../../src/i18n/lexicons.ts'

const basis = { today: '2026-11-18', weekStart: 1, fiscalYearStartMonth: 1 }
const NOBODY: Vocabulary = {
  lexicons: LEXICONS,
  language: 'en',
  people: [],
  teams: [],
  metrics: [],
  abilities: ABILITIES,
  basis,
}
/** Metrics that are views, and are asked for by the words of the view. */
const VIEWS = ['quota_attainment', 'pace', 'projected_attainment']

describe.each(LEXICONS.map((lexicon) => [lexicon.language, lexicon] as const))(
  'the words of %s',
  (_, lexicon) => {
    test('name every metric that is not a view, and no other', () => {
      const named = Object.keys(lexicon.metrics)

      expect(named.sort()).toEqual(
        [...knownMetrics(createCatalogue()).all].filter((id) => !VIEWS.includes(id)).sort(),
      )
      expect(named.filter((id) => lexicon.metrics[id]?.length === 0)).toEqual([])
    })

    test('have at least one word for everything that has an English word', () => {
      const [english] = LEXICONS
      const groups = ['who', 'views', 'sayings', 'greetings', 'joins', 'commands', 'periods'] as const

      for (const group of groups) {
        expect(Object.keys(lexicon[group]).sort()).toEqual(Object.keys(english?.[group] ?? {}).sort())
        expect(Object.entries(lexicon[group]).filter(([, phrases]) => phrases.length === 0)).toEqual([])
      }
    })

    test('give existing periods', () => {
      const forms = Object.entries(lexicon.periods).flatMap(([form, phrases]) =>
        phrases.map((phrase) => [phrase, readForm(example(form, phrase), basis)] as const),
      )

      expect(forms.filter(([, spec]) => spec === null)).toEqual([])
    })
  },
)

function example(form: string, phrase: string): string {
  const places = phrase.match(/\{[nyd]\}/g) ?? []
  const values: Record<string, string> = {
    '{n}': form.startsWith('fy') ? '26' : '2',
    '{y}': '2026',
    '{d}': '2026-10-05',
  }
  return filledForm(
    numberedForm(form, phrase),
    places.map((place) => values[place] ?? ''),
  )
}

test('no phrase means different things in two languages', () => {
  const { catalogue, commands } = booksOf(NOBODY)

  const clashes = [...catalogue.entries, ...commands.entries]
    .map(([key, { senses }]) => [key, senses.filter((sense) => sense.kind !== 'filler')] as const)
    .filter(([, senses]) => senses.length > 1)

  expect(clashes).toEqual([])
})

test('no command is also the word for something else', () => {
  const { catalogue, commands } = booksOf(NOBODY)

  const clashes = [...commands.entries].filter(([key, { senses }]) => {
    const others = catalogue.entries.get(key)?.senses ?? []
    return others.length > 0 && !meanSame(others, senses)
  })

  expect(clashes.map(([key]) => key)).toEqual([])
})
