/** Every language is complete: each metric, part, sentence and reason, with the same values and its own plural forms. */
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { BUILT_IN } from '../../src/domain/metrics/catalogue.ts'
import type { Vocabulary } from '../../src/domain/question/question.ts'
import { readQuestion } from '../../src/domain/question/read-question.ts'
import { en } from '../../src/i18n/en/language.ts'
import { LEXICONS } from '../../src/i18n/lexicons.ts'
import { languages } from '../../src/i18n/spoken.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import { filled, wantsOf } from './messages.ts'

const OTHERS = Object.keys(languages).filter((code) => code !== 'en')

/** The built-in metrics, and the funnel, which is a table. */
const METRIC_IDS = [...BUILT_IN.map(({ id }) => id), 'funnel' as const]

const ABOUT_MAX = 200
/** Metrics that are asked for by the words of a view. */
const VIEWS: string[] = ['quota_attainment', 'pace', 'projected_attainment', 'funnel']
const ESTIMATES = ['admin_time', 'revenue_per_hour', 'selling_time', 'tasks_per_hour']

const vocabulary: Vocabulary = {
  lexicons: LEXICONS,
  language: 'en',
  abilities: ['card', 'top', 'quota'],
  people: [],
  teams: [],
  metrics: METRIC_IDS.filter((id) => !VIEWS.includes(id)).map((id) => ({ id, names: [] })),
  basis: { today: '2026-11-18', weekStart: 1, fiscalYearStartMonth: 1 },
}

/** The words without placeholders and without those that are the same in all languages. */
function wordsOf(message: string): string[] {
  const text = message.replace(/“[^”]*”|\{n, plural,|\b(one|other)\b|\{\w+\}/g, ' ')
  return (text.match(/\p{L}{2,}/gu) ?? []).filter((word) => !['HubSpot', 'Scoreline', 'min'].includes(word))
}

test.each(Object.values(languages))(
  '$locale has texts of the built-in metrics and the funnel, and no other',
  ({ metrics }) => {
    expect(Object.keys(metrics).sort()).toEqual([...METRIC_IDS].sort())
  },
)

test('each folder is a supported language, English first, and each has a lexicon', () => {
  const folders = readdirSync('src/i18n', { withFileTypes: true }).filter((entry) => entry.isDirectory())

  expect(Object.keys(languages)).toEqual([
    'en',
    ...folders
      .map(({ name }) => name)
      .filter((name) => name !== 'en')
      .sort(),
  ])
  expect(LEXICONS.map(({ language }) => language)).toEqual(Object.keys(languages))
})

describe.each(Object.entries(languages))('the sentences in %s', (_, { locale, sentences, metrics }) => {
  const messages = Object.entries({
    ...sentences,
    ...Object.fromEntries(Object.entries(metrics).map(([id, { counted }]) => [id, counted ?? '{value}'])),
  })

  test('take the same values as in English', () => {
    const wanted = Object.entries(en.sentences).map(([key, text]) => [key, wantsOf(text, 'en').values])
    const said = Object.entries(sentences).map(([key, text]) => [key, wantsOf(text, locale).values])

    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(wanted))
  })

  test('have exactly the plural forms of the language', () => {
    const forms = [...new Intl.PluralRules(locale).resolvedOptions().pluralCategories].sort()
    const wrong = messages.filter(([, text]) =>
      wantsOf(text, locale).plurals.some((plural) => plural.join() !== forms.join()),
    )

    expect(wrong.map(([key]) => key)).toEqual([])
  })

  test('can be filled in with any number', () => {
    for (const [key, text] of messages) {
      for (const n of [0, 1, 2, 20, 101, 1.5]) {
        const { values } = wantsOf(text, locale)
        const said = filled(text, locale, Object.fromEntries(values.map((name) => [name, n])))
        expect(said, key).not.toMatch(/[{}]|undefined/)
        expect(said.trim(), key).not.toBe('')
      }
    }
  })

  test('name the setting or the place that supplies a missing number', () => {
    for (const key of ['costProperty', 'positiveDispositions', 'renewalPipelines', 'repCost'] as const) {
      expect(sentences[`missing.${key}`]).toContain(key)
      expect(sentences[`missing.${key}`]).toContain('scoreline settings import')
    }
    expect(sentences['missing.quota']).toMatch(/HubSpot.*scoreline quotas import/)
    expect(sentences['missing.quota']).not.toContain('Slack')
    expect(sentences['missing.contract']).toMatch(/ARR.*MRR.*contractYearsProperty/)
    expect(sentences['missing.privateToNamed']).toContain('privateNumbers')
    expect(sentences['missing.privateToSelfAndNamed']).toContain('privateNumbers')
    for (const key of ['unknownObject', 'unknownProperty', 'notADate'] as const)
      expect(sentences[`missing.${key}`]).toMatch(/metrics.*scoreline settings import/)
  })
})

test.each(OTHERS)('no sentence in %s is left in English', (code) => {
  const said: Record<string, string> = { ...languages[code]?.sentences }
  const left = Object.entries(en.sentences).filter(([key, text]) => said[key] === text)

  expect(left.filter(([, text]) => wordsOf(text).length > 1).map(([key]) => key)).toEqual([])
})

test.each(OTHERS)('no formula or part in %s is left in English', (code) => {
  const { metrics, parts } = languages[code] ?? en
  const left = [
    ...METRIC_IDS.filter((id) => metrics[id].formula === en.metrics[id].formula),
    ...Object.entries(parts).filter(([part, text]) =>
      Object.entries(en.parts).some(([own, words]) => own === part && words === text),
    ),
  ]

  expect(left.map(String)).toEqual(code === 'id' ? ['target,target'] : [])
})

describe.each(Object.entries(languages))('the metrics in %s', (code, { metrics, parts, locale }) => {
  const texts = createTexts(code)

  test.each(METRIC_IDS)('%s has a name and one short line that says what counts', (id) => {
    expect(metrics[id].name).toMatch(/^\p{Lu}[^{}]+$/u)
    expect(metrics[id].formula).toMatch(/^[^{}]{10,}$/)
    expect(metrics[id].formula.length).toBeLessThanOrEqual(ABOUT_MAX)
    expect(texts.metricAbout(id)).toBe(metrics[id].formula)
    expect(wantsOf(metrics[id].counted ?? '{value}', locale).values).toContain('value')
  })

  test.each(['short', 'full'] as const)('have distinct %s names', (detail) => {
    const names = METRIC_IDS.map((id) => texts.metricName(id, detail).toLowerCase())

    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('say in every name whether they are estimates', () => {
    const label = texts.say('note.estimate', { metric: '' }).trim()
    const labelled = METRIC_IDS.filter((id) => texts.metricName(id, 'full').endsWith(label))

    expect([...labelled].sort()).toEqual(ESTIMATES)
    expect(METRIC_IDS.filter((id) => texts.metricName(id).endsWith(label))).toEqual(labelled)
  })

  test('are read by their names', () => {
    const misread = METRIC_IDS.filter((id) => !VIEWS.includes(id)).filter((id) => {
      const reading = readQuestion(metrics[id].name, vocabulary)
      return (
        reading.kind !== 'question' || reading.question.metrics.join() !== id || reading.readAs.length > 0
      )
    })

    expect(misread).toEqual([])
  })

  test('are read as views if they are views', () => {
    const readings = VIEWS.map((id) => readQuestion(metrics[id as 'pace'].name, vocabulary))

    expect(readings.slice(0, 3)).toMatchObject(
      Array.from({ length: 3 }, () => ({ kind: 'question', question: { view: 'quota', metrics: [] } })),
    )
    expect(['question', 'notYet']).toContain(readings[3]?.kind)
  })

  test('have a different word for each part', () => {
    const words = Object.values(parts)

    expect(words.filter((word) => !/^[^{}\s][^{}]*$/.test(word))).toEqual([])
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  })
})

const PERIODS = {
  'period.today': { kind: 'day', which: 0 },
  'period.yesterday': { kind: 'day', which: -1 },
  'period.thisWeek': { kind: 'unit', unit: 'week', which: 0 },
  'period.lastWeek': { kind: 'unit', unit: 'week', which: -1 },
  'period.thisMonth': { kind: 'unit', unit: 'month', which: 0 },
  'period.lastMonth': { kind: 'unit', unit: 'month', which: -1 },
  'period.thisQuarter': { kind: 'unit', unit: 'quarter', which: 0 },
  'period.lastQuarter': { kind: 'unit', unit: 'quarter', which: -1 },
  'period.thisYear': { kind: 'unit', unit: 'year', which: 0 },
  'period.lastYear': { kind: 'unit', unit: 'year', which: -1 },
  'period.monthToDate': { kind: 'toDate', unit: 'month' },
  'period.quarterToDate': { kind: 'toDate', unit: 'quarter' },
  'period.yearToDate': { kind: 'toDate', unit: 'year' },
} as const

describe.each(Object.keys(languages))('words that an answer in %s uses', (code) => {
  const texts = createTexts(code)

  test.each(Object.entries(PERIODS))('%s can be typed back', (key, period) => {
    const reading = readQuestion(texts.say(key as keyof typeof PERIODS), vocabulary)

    expect(reading).toMatchObject({ kind: 'question', question: { period } })
  })

  test('are understood wherever an answer says that they can be typed', () => {
    const quoted = (text: string) => [...text.matchAll(/[“”„]([^“”„]+)[“”]/g)].map(([, word]) => word ?? '')
    const people = quoted(texts.say('help.people', { team: 'North' }))
    const [all, top, ...more] = quoted(texts.say('setup.ready'))
    const [team] = quoted(texts.say('refused.otherPerson'))
    const asked = [...people, all, top, team].map((word) => readQuestion(word ?? '', vocabulary))

    expect(more).toEqual([])
    expect(asked).toMatchObject([
      { kind: 'question', question: { who: { kind: 'myTeam' } } },
      { kind: 'question', question: { who: { kind: 'everyone' } } },
      { kind: 'question', question: { who: { kind: 'everyone' } } },
      { kind: 'question', question: { view: 'top' } },
      { kind: 'question', question: { who: { kind: 'myTeam' } } },
    ])
  })
})

test('bookings, pace and projection have familiar names', () => {
  const texts = createTexts('en')

  expect(texts.metricName('revenue')).toBe('Bookings')
  expect(texts.metricName('revenue', 'full')).toBe('Bookings (won, by close date)')
  expect(texts.metricName('pace')).toBe('Expected by now')
  expect(texts.metricName('projected_attainment')).toBe('Heading for')
  expect(texts.metricName('admin_time')).toBe('Admin time (estimate)')
  expect(texts.metricNames().flatMap(({ names }) => names)).toContain('Admin time')
})

/** Longer values than those of most digests. */
const DIGEST = {
  share: '71 %',
  n: 12,
  time: '07:55',
  city: 'Copenhagen',
  name: '',
  bar: '▓▓▓▓▓▓▓░░░',
} as const

describe.each(Object.keys(languages))('the lines of a digest in %s', (code) => {
  test('fit on a phone', () => {
    const texts = createTexts(code)
    const euros = { currency: 'EUR', exponent: 2, detail: 'short' } as const
    const [gap, target] = [27_000_00, 900_000_00].map((amount) => texts.value('revenue', amount, euros))
    const day = texts.formats.weekday('2026-09-21')
    const values = { ...DIGEST, gap: gap ?? '', target: target ?? '', amount: gap ?? '', day, period: 'Q3' }
    const metric = texts.metricName('revenue')
    const value = texts.counted('calls', 12, euros)

    const lines = (
      [
        ...['digest.bar', 'digest.behind', 'digest.ahead', 'digest.onPace', 'digest.tooEarly'],
        ...['digest.dueSoon', 'digest.asOf', 'digest.asOfDetails', 'digest.late', 'digest.stale'],
        ...['digest.improved', 'digest.empty', 'digest.uncovered'],
      ] as (keyof typeof en.sentences)[]
    ).flatMap((key) => ['past', 'straight'].map((by) => texts.say(key, { ...values, metric, value, by })))

    expect(lines.filter((line) => [...line].length > 40)).toEqual([])
  })

  test('count a day in words that fit side by side', () => {
    const texts = createTexts(code)
    const how = { currency: 'EUR', exponent: 2, detail: 'short' } as const
    const counts = [texts.counted('calls', 212, how), texts.counted('meetings', 18, how)]
    const day = texts.formats.weekday('2026-09-21')

    expect(texts.say('digest.lastDay', { day, counts: counts.join(' · ') }).length).toBeLessThanOrEqual(40)
  })
})
