/** Lines made of every metric, period and person in every order: none may be read as another. */
import { expect, test } from 'vitest'
import { createCatalogue } from '../../../src/domain/metrics/catalogue.ts'
import type { Lexicon } from '../../../src/domain/question/lexicon.ts'
import { filledForm, numberedForm, readForm } from '../../../src/domain/question/period-forms.ts'
import type { Who } from '../../../src/domain/question/question.ts'
import { readQuestion } from '../../../src/domain/question/read-question.ts'
import { LEXICONS } from '../../../src/i18n/lexicons.ts'
import { rep, team, vocabulary } from './vocabulary.ts'

/** Every twentieth line is more than 20,000 in each language; `npm test` reads a tenth of them. */
const STEP = process.env['SCORELINE_TEST_LONG'] === '1' ? 20 : 200

const all = { ...vocabulary, metrics: createCatalogue().typed }

interface Line {
  words: string
  metric: string
  period: unknown
  who: Who
}

const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const

function whosIn({ who }: Lexicon): [words: string, who: Who][] {
  return [
    ['', { kind: 'me' }],
    [who.myTeam[0] ?? '', { kind: 'myTeam' }],
    [who.everyone[0] ?? '', { kind: 'everyone' }],
    ['team north', team('91')],
    ['ana sørensen', rep('1')],
  ]
}

/** One phrase for each form, another at each turn, with numbers filled in. */
function periodsIn({ periods }: Lexicon, turn: number): [words: string, period: unknown][] {
  return Object.entries(periods).flatMap(([form, phrases]) => {
    const phrase = phrases[turn % phrases.length] ?? ''
    const values: Record<string, string> = {
      '{n}': form.startsWith('fy') ? '26' : '2',
      '{y}': '2026',
      '{d}': '2026-10-05',
    }
    const typed = (phrase.match(/\{[nyd]\}/g) ?? []).map((place) => values[place] ?? '')
    const words = Object.entries(values).reduce(
      (text, [place, value]) => text.replaceAll(place, value),
      phrase,
    )
    return [[words, readForm(filledForm(numberedForm(form, phrase), typed), all.basis)]]
  })
}

function linesIn(lexicon: Lexicon): Line[] {
  const metrics = all.metrics.flatMap(({ id }) =>
    (lexicon.metrics[id] ?? []).slice(0, 3).map((words) => [words, id] as const),
  )
  return metrics.flatMap(([metricWords, metric], turn) =>
    periodsIn(lexicon, turn).flatMap(([periodWords, period]) =>
      whosIn(lexicon).flatMap(([whoWords, who]) =>
        ORDERS.map((order) => ({
          words: order
            .map((place) => [metricWords, periodWords, whoWords][place])
            .filter((part) => part !== '')
            .join(' '),
          metric,
          period,
          who,
        })),
      ),
    ),
  )
}

test.each(LEXICONS.map((lexicon) => [lexicon.language, lexicon] as const))(
  'no line of %s is read as another',
  (language, lexicon) => {
    const lines = linesIn(lexicon).filter((_, index) => index % STEP === 0)
    const readings = lines.map((line) => ({
      ...line,
      reading: readQuestion(line.words, { ...all, language }),
    }))
    const misread = readings.filter(({ reading, metric, period, who }) => {
      if (reading.kind !== 'question') return false
      const { question, readAs } = reading
      const read = [question.view, question.metrics, question.period, question.who, readAs]
      return JSON.stringify(read) !== JSON.stringify(['card', [metric], period, who, []])
    })
    const unread = readings.filter(({ reading }) => !['question', 'notYet'].includes(reading.kind))

    expect(lines.length).toBeGreaterThan(1_000)
    expect(misread.map(({ words, reading }) => [words, JSON.stringify(reading)])).toEqual([])
    expect(unread.map(({ words, reading }) => [words, JSON.stringify(reading)])).toEqual([])
  },
)
