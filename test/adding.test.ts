/** What it takes to add a metric, a language and a tally, tried on a copy of the sources: a few files and nothing else. */
import { execFile } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const CODES = readdirSync('src/i18n', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/** Lost deals per call: made of existing parts. */
const DECLARATION = `ratio({
    id: 'lost_per_call',
    family: 'C',
    unit: 'ratio',
    better: 'down',
    minimumSample: 20,
    numerator: ['deals_lost'],
    denominator: ['calls'],
  }),`

function entry(code: string): string {
  return `lost_per_call: {
    name: 'Lost per call ${code}',
    formula: 'deals lost ÷ calls, both in the period (${code}).',
    words: 'lost per call ${code}',
  },`
}

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scoreline-adding-'))
  cpSync('src', join(folder, 'src'), { recursive: true })
  cpSync('package.json', join(folder, 'package.json'))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  const tsconfig = JSON.parse(readFileSync('tsconfig.json', 'utf8'))
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ ...tsconfig, include: ['src'] }))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Puts a piece of text before the end of the file's list or object of metrics. */
function addTo(path: string, end: string, text: string): void {
  const file = join(folder, path)
  const before = readFileSync(file, 'utf8')
  const at = before.indexOf(end)
  if (at < 0) throw new Error(`${path} has no '${end}'`)
  writeFileSync(file, `${before.slice(0, at)}\n  ${text}${before.slice(at)}`)
}

function addMetric(code: string): void {
  addTo(`src/i18n/${code}/metrics/conversion.ts`, '\n} satisfies', entry(code))
}

/** A copy of a language's folder that serves as German for the test, and the line that names it. */
function addLanguage(): void {
  const [from, to] = [join(folder, 'src/i18n/da'), join(folder, 'src/i18n/de')]
  cpSync(from, to, { recursive: true })
  const whole = readFileSync(join(to, 'language.ts'), 'utf8')
  writeFileSync(
    join(to, 'language.ts'),
    whole.replace('export const da', 'export const de').replace("'da-DK'", "'de-DE'"),
  )
  appendFileSync(join(folder, 'src/i18n/languages.ts'), "export { de } from './de/language.ts'\n")
}

/** The compiler's complaints about the copy. */
async function complaints(): Promise<string> {
  const tsc = join(folder, 'node_modules/.bin/tsc')
  const run = promisify(execFile)(tsc, ['--noEmit', '--incremental', 'false'], { cwd: folder })
  return run.then(
    () => '',
    (error: { stdout: string }) => error.stdout,
  )
}

/** What the copy says about the metric and the languages. */
const LOOK = `
  import { createCatalogue } from './src/domain/metrics/catalogue.ts'
  import { knownMetrics } from './src/config/known-metrics.ts'
  import { insightMetrics } from './src/domain/insights/public-metrics.ts'
  import { readQuestion } from './src/domain/question/read-question.ts'
  import { LEXICONS } from './src/i18n/lexicons.ts'
  import { LANGUAGE_CODES } from './src/i18n/spoken.ts'
  import { createTexts } from './src/i18n/texts.ts'

  const id = 'lost_per_call'
  const catalogue = createCatalogue()
  const basis = { today: '2026-11-18', weekStart: 1, fiscalYearStartMonth: 1 }
  const named = { people: [], teams: [], metrics: catalogue.typed }
  const vocabulary = { lexicons: LEXICONS, language: 'en', abilities: ['card'], ...named, basis }
  const asked = (words) => readQuestion(words, vocabulary).question?.metrics
  const has = (metrics) => metrics.some((metric) => metric.id === id)
  console.log(JSON.stringify({
    codes: LANGUAGE_CODES,
    names: LANGUAGE_CODES.map((code) => createTexts(code).metricName(id)),
    shown: createTexts('en').value(id, 0.25, { currency: 'EUR', exponent: 2, detail: 'full' }),
    asked: ['lost per call en', 'lost per call sv', 'lost_per_call'].map(asked),
    known: knownMetrics(catalogue).all.has(id),
    insights: has(insightMetrics(catalogue).conversion),
  }))
`

async function look(): Promise<unknown> {
  const args = ['--no-warnings', '--input-type=module', '--eval', LOOK]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder })
  return JSON.parse(stdout)
}

test('a metric is its declaration and an entry in each language; a language a folder and a line', async () => {
  addTo('src/domain/metrics/conversion.ts', '\n]', DECLARATION)
  for (const code of CODES.filter((one) => one !== 'ro')) addMetric(code)

  // The compiler says which language lacks an entry.
  expect(await complaints()).toMatch(/^src\/i18n\/ro\/language\.ts.*\n? .*lost_per_call[^\n]*\n$/)

  addMetric('ro')
  addLanguage()

  expect(await complaints()).toBe('')
  expect(await look()).toEqual({
    codes: ['en', ...[...CODES, 'de'].filter((code) => code !== 'en').sort()],
    names: ['en', 'da', 'da', ...CODES.filter((code) => !['en', 'da'].includes(code)).sort()].map(
      (code) => `Lost per call ${code}`,
    ),
    shown: '25 %',
    asked: [['lost_per_call'], ['lost_per_call'], ['lost_per_call']],
    known: true,
    insights: true,
  })
}, 120_000)

test('a tally is declared in the file of its object type and labelled in each language', async () => {
  addTo('src/domain/facts/calls.ts', '\n} as const', 'long_calls: COUNT,')

  const files = (await complaints()).match(/^src\/[^(]+/gm) ?? []

  expect([...new Set(files)]).toEqual([...CODES, 'de'].sort().map((code) => `src/i18n/${code}/parts.ts`))
}, 120_000)
