/** The catalogue of metrics: each is named, computed and can be asked for in every language. */
import { describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../src/domain/company/settings.ts'
import { isNamedTally } from '../src/domain/facts/tally.ts'
import { sourcesOf } from '../src/domain/figures/sources.ts'
import { createCatalogue } from '../src/domain/metrics/catalogue.ts'
import { partsOf } from '../src/domain/metrics/metric.ts'
import { declaredPart, PART_IDS } from '../src/domain/metrics/parts.ts'
import type { Vocabulary } from '../src/domain/question/question.ts'
import { readQuestion } from '../src/domain/question/read-question.ts'
import { LEXICONS } from '../src/i18n/lexicons.ts'
import { languages } from '../src/i18n/spoken.ts'
import { createTexts } from '../src/i18n/texts.ts'

const catalogue = createCatalogue()

const ids = catalogue.all.map(({ id }) => id)
/** Their words ask for the quota card, which shows all three. */
const SAID_BY_QUOTA = ['quota_attainment', 'pace', 'projected_attainment']

const vocabulary: Vocabulary = {
  lexicons: LEXICONS,
  people: [],
  teams: [],
  metrics: ids.filter((id) => !SAID_BY_QUOTA.includes(id)).map((id) => ({ id, names: [] })),
  language: 'en',
  abilities: ['card', 'top', 'quota'],
  basis: { today: '2026-11-18', weekStart: 1, fiscalYearStartMonth: 1 },
}

test('no two metrics have the same id, and ids are words that can be typed', () => {
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !/^[a-z]+(_[a-z]+)*$/.test(id))).toEqual([])
})

/** Every promised metric; the funnel is a table. */
const PROMISED = `
  calls dials inbound_calls connects emails meetings meetings_booked tasks notes messages activities talk_time
  call_length connect_rate positive_call_rate reply_rate meeting_rate no_show_rate call_to_sale mql_to_sql
  lead_to_opportunity lead_conversion leads mqls sqls opportunities leads_converted leads_per_rep deals_created
  pipeline_created deals_won revenue deals_lost revenue_lost revenue_per_rep average_deal win_rate close_rate sales_cycle
  revenue_per_call revenue_per_hour tasks_per_hour selling_time admin_time cost_efficiency arr arpa margin average_margin
  churn_rate retention_rate net_churn pipeline_deals pipeline_value pipeline_weighted average_open_deal
  pipeline_coverage stalled_deals quota_attainment pace projected_attainment time_to_quota team_at_quota forecast
  forecast_commit forecast_best_case forecast_accuracy close_date_slip commission commission_forecast activity_score
  objective_score score`

test('every promised metric exists, and no other', () => {
  expect([...ids].sort()).toEqual(PROMISED.trim().split(/\s+/).sort())
})

test('a metric that adds up names the tallies that count its records', () => {
  const behind = catalogue.all.flatMap((metric) =>
    metric.kind === 'additive' && metric.unit !== 'count'
      ? [[metric.id, metric.recordTallies.join(), metric.recordTallies.every(isCounted)]]
      : [],
  )

  expect(behind).toEqual([
    ['talk_time', 'connects', true],
    ['pipeline_created', 'deals_created', true],
    ['revenue', 'deals_won', true],
    ['revenue_lost', 'deals_lost', true],
    ['arr', 'deals_won', true],
    ['margin', 'deals_won', true],
  ])
})

function isCounted(tally: string): boolean {
  return isNamedTally(tally) && declaredPart(tally).unit === 'count'
}

describe.each(catalogue.all)('$id', (metric) => {
  test('declares its family, unit and direction, and depends on existing parts', () => {
    expect(['A', 'C', 'O', 'P', 'Q']).toContain(metric.family)
    expect(['count', 'money', 'ratio', 'duration', 'days', 'points']).toContain(metric.unit)
    expect(['up', 'down']).toContain(metric.better)
    expect(partsOf(metric).length).toBeGreaterThan(0)
    expect(partsOf(metric).filter((part) => !PART_IDS.some((one) => one === part))).toEqual([])
    expect(sourcesOf([metric], { settings: DEFAULT_SETTINGS, catalogue }).length).toBeGreaterThan(0)
  })

  test.each(Object.keys(languages))('has a name and a sentence of its own in %s', (code) => {
    const texts = createTexts(code)
    const how = { currency: 'EUR', exponent: 2, detail: 'full' } as const
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
      if (reading.kind !== 'question') return true
      const { metrics, view } = reading.question
      return SAID_BY_QUOTA.includes(metric.id) ? view !== 'quota' : metrics.join() !== metric.id
    })

    expect(phrases.length > 0).toBe(!SAID_BY_QUOTA.includes(metric.id))
    expect(misread).toEqual([])
  })
})
