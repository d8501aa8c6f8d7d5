/** Insights of the seeded company, compared with plain calculations from the numbers of its report. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insightsText } from '../../src/cli/insights/insights-text.ts'
import type { Settings } from '../../src/domain/company/settings.ts'
import type { InsightsDocument } from '../../src/domain/insights/document.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import { readInsights } from '../../src/reports/insights/insights.ts'
import type { SandboxAccount } from '../../src/sandbox/hubspot/account.ts'
import { openStore } from '../../src/store/store.ts'
import { ANA } from '../company.ts'
import { aFolder, scoreline } from './command.ts'
import { type FilledCompany, filledCompany } from './company-store.ts'
import { linkedWith, plainMedian, plainSpearman, wonDeals } from './plain-insights.ts'

/** Noon in UTC, so that every rep has the same day. */
const now = Date.parse('2026-11-18T12:00:00Z')
const at = ['--at', new Date(now).toISOString()]

interface Value {
  value: number | null
  numerator: number | null
  denominator: number | null
}
type Sheet = Record<string, Record<string, Value>>

const CALL_BACK = 'c4a11bac-0c5d-4b5e-8f5a-1d2e3f405162'
const UNLISTED = 'de1e7ed0-0c5d-4b5e-8f5a-1d2e3f405162'

/** A custom outcome that no setting names, and one that the account has since deleted. */
function addOwnOutcomes(account: SandboxAccount): void {
  const property = account.properties['calls']?.find(({ name }) => name === 'hs_call_disposition')
  property?.options?.push([CALL_BACK, 'Call\u202e back\u0007'])
  for (const outcome of [CALL_BACK, CALL_BACK, UNLISTED]) {
    const hs_timestamp = new Date(now - 5 * 86_400_000).toISOString()
    account.create('calls', { hubspot_owner_id: ANA, hs_timestamp, hs_call_disposition: outcome })
  }
}

let world: FilledCompany
let insights: InsightsDocument
/** The report of the same days: by scope and metric. */
let sheet: Sheet
let ranks: Record<string, { ranks: Record<string, number | null>; order: string[] }>
let months: Sheet[]

beforeAll(async () => {
  world = await filledCompany({ now, days: 130, clock: () => now }, addOwnOutcomes)
  const printed = await world.run(['insights', '--json', ...at])
  insights = JSON.parse(printed.stdout)
  const periods = ['last 90 days', '2026-08', '2026-09', '2026-10']
  const typed = periods.flatMap((period) => ['--period', period])
  const report = JSON.parse((await world.run(['report', ...typed, ...at])).stdout)
  sheet = report['last 90 days']
  ranks = report['last 90 days']._ranks
  months = periods.slice(1).map((period) => report[period])
}, 60_000)
afterAll(() => world.end())

function reported(scope: string, metric: string): Value {
  const value = sheet[scope]?.[metric]
  if (!value) throw new Error(`the report has no ${metric} of ${scope}`)
  return value
}

/** Every part that has a value, or a reason for having none. */
function partsWithin(part: unknown): { value: unknown; why: unknown }[] {
  if (typeof part !== 'object' || part === null) return []
  const own = 'value' in part && 'why' in part ? [{ value: part.value, why: part.why }] : []
  return [...own, ...Object.values(part).flatMap(partsWithin)]
}

describe('the document', () => {
  test('has all insights, for every rep who is there, every team and everyone', () => {
    const scopes = Object.keys(insights._meta.names)

    expect(Object.keys(insights)).toEqual([
      '_meta',
      'what_moves_the_needle',
      'before_a_sale',
      'bottlenecks',
      'territories',
      'stage_bottlenecks',
      'activity_mix',
      'calls_by_outcome',
      'plateau',
      'averages',
    ])
    expect(scopes).toHaveLength(26 + 3 + 1)
    for (const part of ['activity_mix', 'calls_by_outcome', 'plateau', 'averages'] as const)
      expect(Object.keys(insights[part]), part).toEqual(scopes)
    expect(insights._meta).toMatchObject({
      last_90_days: { from: '2026-08-20', to: '2026-11-18' },
      last_365_days: { from: '2025-11-18', to: '2026-11-18' },
      names: { [`rep:${ANA}`]: 'Ana Sørensen', 'team:301': 'North', everyone: 'Everyone' },
    })
  })

  test('gives a reason for each missing part, and for no other', () => {
    const parts = partsWithin(insights)

    expect(parts.length).toBeGreaterThan(200)
    expect(parts.filter(({ value, why }) => (value === null) !== (typeof why === 'string'))).toEqual([])
  })

  test('has no cost, margin or commission anywhere', () => {
    expect(JSON.stringify(insights)).not.toMatch(/cost|margin|commission/)
  })
})

describe('what moves the needle', () => {
  test('is the rank correlation of each activity and conversion metric with bookings', () => {
    const scopes = Object.keys(insights.bottlenecks)
    const { value: needles, reps: count } = insights.what_moves_the_needle

    expect([count, needles?.length]).toEqual([26, 29])
    for (const { metric, value, reps: pairs } of needles ?? []) {
      const rows = scopes.flatMap((rep) => {
        const x = reported(rep, metric).value
        return x === null ? [] : [[x, reported(rep, 'revenue').value ?? 0] as const]
      })
      expect(pairs, metric).toBe(rows.length)
      expect(value?.rho, metric).toBeCloseTo(
        plainSpearman(
          rows.map(([x]) => x),
          rows.map(([, y]) => y),
        ),
        9,
      )
      expect(value?.weak, metric).toBe(Math.abs(value?.rho ?? 0) < 0.4)
    }
  })

  test('comes strongest first', () => {
    const sizes = (insights.what_moves_the_needle.value ?? []).map(({ value }) => Math.abs(value?.rho ?? 0))

    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  })
})

const CONVERSION: Record<string, number> = {
  connect_rate: 10,
  positive_call_rate: 5,
  reply_rate: 10,
  meeting_rate: 5,
  no_show_rate: 5,
  call_to_sale: 20,
  mql_to_sql: 5,
  lead_to_opportunity: 5,
  lead_conversion: 5,
  win_rate: 5,
  close_rate: 5,
}

describe('bottlenecks', () => {
  test('are the lowest rates relative to the team’s among those with a sample', () => {
    for (const [rep, { against, bottleneck }] of Object.entries(insights.bottlenecks)) {
      const ratios = Object.entries(CONVERSION).flatMap(([metric, least]) => {
        const [own, team] = [reported(rep, metric), reported(against, metric)]
        if ((own.denominator ?? 0) < least) return []
        const [of, over] = metric === 'no_show_rate' ? [team, own] : [own, team]
        return over.value ? [(of.value ?? 0) / over.value] : []
      })

      expect(against).toMatch(/^team:30[123]$/)
      const lowest = Math.min(...ratios)
      if (lowest >= 1) {
        expect(bottleneck, rep).toEqual({ value: null, why: 'no_bottleneck' })
        continue
      }
      expect(bottleneck.value?.ratio, rep).toBeCloseTo(lowest, 12)
      expect(bottleneck.value?.value, rep).toBe(reported(rep, bottleneck.value?.metric ?? '').value)
    }
  })

  test('come with the best-ranked rep who has a sample', () => {
    for (const [rep, { bottleneck, mentor }] of Object.entries(insights.bottlenecks)) {
      if (!bottleneck.value) {
        expect(mentor, rep).toEqual({ value: null, why: 'no_bottleneck' })
        continue
      }
      const { metric } = bottleneck.value
      const best = ranks[metric]?.order.find(
        (one) => (reported(one, metric).denominator ?? 0) >= (CONVERSION[metric] ?? 0),
      )

      expect(mentor.value?.rep ?? rep, rep).toBe(best)
    }
  })

  test('never name as a mentor anybody who stays off public lists', async () => {
    const named = insights.bottlenecks[`rep:${ANA}`]?.mentor.value?.rep ?? ''
    const again = await readHere({ settings: { optOut: [named.slice('rep:'.length)] } })

    expect(again.bottlenecks[`rep:${ANA}`]?.mentor.value?.rep).not.toBe(named)
  })

  test('never name as a mentor anybody with an alert', async () => {
    const named = insights.bottlenecks[`rep:${ANA}`]?.mentor.value?.rep ?? ''
    const again = await readHere({ alerted: new Set([named.slice('rep:'.length)]) })

    const metric = insights.bottlenecks[`rep:${ANA}`]?.bottleneck.value?.metric ?? ''
    const next = ranks[metric]?.order[1]

    expect(named).toBe(ranks[metric]?.order[0])
    expect(again.bottlenecks[`rep:${ANA}`]?.bottleneck).toEqual(
      insights.bottlenecks[`rep:${ANA}`]?.bottleneck,
    )
    expect(again.bottlenecks[`rep:${ANA}`]?.mentor.value?.rep).toBe(next)
  })
})

interface Variation {
  alerted?: ReadonlySet<string>
  at?: number
  settings?: Partial<Settings>
}

/** The document of the same store as of another moment, or with other settings while it is created. */
async function readHere({ settings = {}, ...order }: Variation): Promise<InsightsDocument> {
  const store = await openStore({ kind: 'sqlite', path: join(world.folder.path, 'scoreline.db') })
  const before = await store.settings.read()
  try {
    await store.settings.save(settings)
    const document = await readInsights({ store, clock: { now: () => now } }, order)
    if (!document) throw new Error('nothing was read')
    return document
  } finally {
    await store.settings.save(before)
    await store.close()
  }
}

describe('deals', () => {
  test('before a sale: the medians are those of HubSpot’s own links', () => {
    const deals = wonDeals(world.company.account)
    const part = insights.before_a_sale['everyone']

    expect(part?.value?.deals).toBe(deals.length)
    for (const type of ['calls', 'emails', 'meetings'] as const)
      expect(part?.value?.[type], type).toBe(
        plainMedian(deals.map((deal) => linkedWith(world.company.account, deal, { type, now }))),
      )
  })

  test('before a sale: every won deal of a team with its dates is in the medians', () => {
    for (const scope of ['team:301', 'team:302', 'team:303', 'everyone']) {
      const part = insights.before_a_sale[scope]

      expect(part?.unread_deals).toBe(0)
      expect(part?.value?.deals, scope).toBe(reported(scope, 'tally:cycle_deals').value)
      expect(part?.value?.calls, scope).toBeGreaterThan(0)
      expect(part?.value?.days, scope).toBeGreaterThan(10)
    }
  })

  test('stages: the open deals of all stages are the pipeline, and all are of known age', () => {
    const pipelines = insights.stage_bottlenecks.value ?? []
    const stages = pipelines.flatMap((pipeline) => pipeline.stages)

    expect(pipelines.map(({ label }) => label)).toEqual(['New business', 'Enterprise'])
    expect(stages.reduce((sum, stage) => sum + stage.open_deals, 0)).toBe(
      reported('everyone', 'pipeline_deals').value,
    )
    expect(stages.map((stage) => stage.unknown_age)).toEqual(stages.map(() => 0))
    for (const { stages: own, slowest } of pipelines) {
      const highest = Math.max(...own.map(({ ratio }) => ratio.value ?? 0))
      if (highest > 1) expect(own.find(({ stage }) => stage === slowest.value)?.ratio.value).toBe(highest)
      else expect(slowest.value).toBe(null)
    }
  })
})

/** What depends only on deals, their companies and contacts. */
const BOARDS = [
  'mql_to_sql',
  'lead_to_opportunity',
  'lead_conversion',
  'win_rate',
  'close_rate',
  'leads',
  'mqls',
  'sqls',
  'opportunities',
  'leads_converted',
  'leads_per_rep',
  'deals_created',
  'pipeline_created',
  'deals_won',
  'deals_lost',
  'revenue',
  'revenue_lost',
  'revenue_per_rep',
  'average_deal',
  'sales_cycle',
  'arr',
  'arpa',
  'churn_rate',
  'retention_rate',
  'net_churn',
  'pipeline_deals',
  'pipeline_value',
  'pipeline_weighted',
  'average_open_deal',
  'stalled_deals',
  'forecast',
  'forecast_commit',
  'forecast_best_case',
  'forecast_accuracy',
  'close_date_slip',
]

describe('territories', () => {
  test('have the won deals of their territory in HubSpot', () => {
    const counts = Map.groupBy(
      wonDeals(world.company.account),
      ({ properties }) => properties['territory'] ?? '',
    )
    const won = insights.territories.boards.value?.find(({ metric }) => metric === 'deals_won')?.value

    for (const { territory, value } of won ?? [])
      expect(value, territory).toBe(counts.get(territory)?.length ?? 0)
  })

  test('are the values of the property that the settings name', () => {
    const { by, property, balance, boards } = insights.territories
    const revenue = boards.value?.find(({ metric }) => metric === 'revenue')

    expect([by, property]).toEqual(['property', 'territory'])
    expect(balance.value?.territories).toHaveLength(11)
    expect(revenue?.value).toHaveLength(11)
    expect(boards.value?.map(({ metric }) => metric)).toEqual(BOARDS)
    for (const total of ['revenue', 'deals_won', 'pipeline_value', 'leads_converted']) {
      const board = boards.value?.find(({ metric }) => metric === total)
      const sum = (board?.value ?? []).reduce((all, { value }) => all + (value ?? 0), 0)
      expect(sum, total).toBeGreaterThan(0)
      expect(sum, total).toBeLessThanOrEqual(reported('everyone', total).value ?? 0)
    }
  })
})

describe('each scope', () => {
  test('has its mix and its calls by outcome, which match its activities and calls', () => {
    for (const scope of Object.keys(insights._meta.names)) {
      const [mix, outcomes] = [insights.activity_mix[scope]?.value, insights.calls_by_outcome[scope]?.value]
      const counted = (outcomes?.outcomes ?? []).reduce((sum, { calls }) => sum + calls, 0)

      expect(mix?.activities, scope).toBe(reported(scope, 'activities').value)
      expect(mix?.shares.tasks, scope).toBe(
        (reported(scope, 'tasks').value ?? 0) / (reported(scope, 'activities').value ?? 0),
      )
      expect(outcomes?.calls, scope).toBe(reported(scope, 'calls').value)
      expect(counted + (outcomes?.without_outcome.calls ?? 0), scope).toBe(outcomes?.calls)
    }
  })

  test('has every outcome by the name that the account gives it', () => {
    const outcomes = insights.calls_by_outcome[`rep:${ANA}`]?.value?.outcomes ?? []
    const names = new Map(outcomes.map(({ outcome, name }) => [outcome, name]))

    expect(outcomes.find(({ outcome }) => outcome === CALL_BACK)).toMatchObject({
      name: 'Call back',
      calls: 2,
    })
    expect(outcomes.find(({ outcome }) => outcome === UNLISTED)).toMatchObject({ name: null, calls: 1 })
    expect([...names.values()]).toEqual(expect.arrayContaining(['Connected', 'No answer', 'Meeting booked']))
    expect([...names].filter(([, name]) => name === null)).toEqual([[UNLISTED, null]])
  })

  test('has the bookings of its last three ended months', () => {
    for (const scope of Object.keys(insights._meta.names)) {
      const revenues = months.map((month) => month[scope]?.['revenue']?.value ?? 0)
      const mean = revenues.reduce((sum, revenue) => sum + revenue, 0) / 3
      const part = insights.plateau[scope]

      if (mean === 0) expect(part).toEqual({ value: null, why: 'no_revenue' })
      else
        expect(part?.value, scope).toEqual({
          plateau: revenues.every((revenue) => Math.abs(revenue - mean) <= mean * 0.05),
          mean: expect.closeTo(mean, 6),
          months: ['2026-08', '2026-09', '2026-10'].map((month, place) => ({
            month,
            revenue: revenues[place],
          })),
        })
    }
  })

  test('has averages over the working days of its reps', () => {
    for (const scope of Object.keys(insights._meta.names)) {
      const averages = insights.averages[scope]?.value
      const days = (reported(scope, 'working_hours').value ?? 0) / 8

      expect(averages?.working_days, scope).toBe(days)
      expect(averages?.per_working_day['calls'], scope).toBeCloseTo(
        (reported(scope, 'calls').value ?? 0) / days,
        9,
      )
      expect(Object.keys(averages?.per_working_day ?? {}), scope).toContain('pipeline_created')
    }
  })
})

describe('what is unavailable', () => {
  test('is listed with its reason before anything was sold or done', async () => {
    const document = await readHere({ at: Date.parse('2020-06-01T12:00:00Z') })
    const { value: needles } = document.what_moves_the_needle

    expect(needles?.map(({ value, why }) => value ?? why).filter((why) => why !== 'too_few_reps')).toEqual(
      needles?.flatMap(({ reps }) => (reps === 26 ? ['no_variance'] : [])),
    )
    expect(document.before_a_sale['everyone']).toEqual({ unread_deals: 0, value: null, why: 'no_won_deals' })
    expect(document.bottlenecks[`rep:${ANA}`]).toEqual({
      against: 'team:301',
      bottleneck: { value: null, why: 'under_minimum_sample' },
      mentor: { value: null, why: 'no_bottleneck' },
    })
    expect(document.activity_mix['everyone']).toEqual({ value: null, why: 'no_activities' })
    expect(document.calls_by_outcome['everyone']).toEqual({ value: null, why: 'no_calls' })
    expect(document.plateau['everyone']).toEqual({ value: null, why: 'no_revenue' })
  })

  test('is listed where the settings leave it out; territories are then teams', async () => {
    const unset = { territoryProperty: null, positiveDispositions: null }
    const ids = Object.keys(insights.bottlenecks).map((rep) => rep.slice('rep:'.length))
    const few = await readHere({ settings: { ...unset, tracked: ids.slice(0, 7) } })
    const many = await readHere({ settings: unset })

    expect(few.what_moves_the_needle).toEqual({ reps: 7, value: null, why: 'too_few_reps' })
    expect(few.territories).toMatchObject({ by: 'team', property: null })
    expect(few.territories.balance).toEqual({ value: null, why: 'too_few_territories' })
    expect(insightsText(few, createTexts('en'))).toContain('fewer than 8 reps with a value (7 reps)')
    expect(many.what_moves_the_needle.value?.at(-1)).toEqual({
      metric: 'positive_call_rate',
      reps: 0,
      value: null,
      why: 'positive_outcomes_not_set',
    })
    expect(many.territories.balance.value?.territories.map(({ name }) => name)).toEqual([
      'Enterprise',
      'North',
      'South',
    ])
    expect(many.territories.boards.value?.map(({ metric }) => metric)).toEqual(BOARDS)
    expect(many.territories.boards.value?.map(({ value }) => value?.length ?? 0)).toContain(3)
  })

  test('is everything, until HubSpot has been read', async () => {
    const empty = aFolder()
    const { code, stdout, stderr } = await scoreline(['insights'], { folder: empty.path })
    empty.remove()

    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/Nothing has been read from HubSpot yet/)
  })
})

test('the text has every insight within 80 columns', async () => {
  const { code, stdout } = await world.run(['insights', ...at])
  const lines = stdout.split('\n')

  expect(code).toBe(0)
  expect(lines.filter((line) => [...line].length > 80)).toEqual([])
  for (const words of [
    'What moves the needle',
    'Before a sale',
    'Bottlenecks and mentors',
    "Territories, by 'territory'",
    'Stages',
    'Activity mix',
    'Calls by outcome',
    'Meeting booked',
    'Call back',
    UNLISTED,
    'Plateau',
    'A working day',
    'Ana Sørensen',
    '← slowest',
  ])
    expect(stdout).toContain(words)
})
