/** What an account declares itself on the command line: values, trends, explanations, quotas, goals, insights. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OwnMetric } from '../../src/domain/company/own-metrics.ts'
import { ANA } from '../company.ts'
import { type FilledCompany, filledCompany } from './company-store.ts'

const now = Date.parse('2026-11-18T08:00:00Z')
const LONG = 'Tickets solved for customers we keep now'
const TICKETS = { object: 'tickets', date: 'closed_date' }
const METRICS: OwnMetric[] = [
  { id: 'tickets_solved', name: { en: LONG, da: 'Løste sager' }, words: ['solved'], count: TICKETS },
  {
    id: 'effort',
    name: { en: 'Effort' },
    sum: { ...TICKETS, property: 'hs_time_in_queue', unit: 'count' },
  },
  {
    id: 'reply_hours',
    name: { en: 'Hours to reply' },
    sum: { ...TICKETS, property: 'hs_time_in_queue', unit: 'hours' },
  },
  { id: 'odd', name: { en: 'Odd tickets' }, count: { ...TICKETS, date: 'solved_at' } },
  {
    id: 'hot_deals',
    name: { en: 'Hot deals' },
    family: 'O',
    count: { object: 'deals', date: 'createdate', where: [{ property: 'amount', atLeast: 20_000 }] },
  },
]
const common = ['--period', '2026-11', '--at', new Date(now).toISOString()]
let world: FilledCompany

beforeAll(async () => {
  const settings = { metrics: METRICS }
  world = await filledCompany({ now, days: 120, clock: () => now, settings }, (account) => {
    account.defineProperty('tickets', { name: 'hs_time_in_queue', type: 'number' })
    const owner = { hubspot_owner_id: ANA, subject: 'Help' }
    const tickets = [
      { closed_date: '2026-11-03T09:00:00Z', hs_time_in_queue: '2.25' },
      { closed_date: '2026-11-04T09:00:00Z', hs_time_in_queue: '0.5' },
      { closed_date: '2026-11-05T09:00:00Z' },
    ]
    for (const ticket of tickets) account.create('tickets', { ...owner, ...ticket })
  })
})
afterAll(() => world.end())

const out = async (...args: string[]) => {
  const { code, stdout, stderr } = await world.run(args)
  if (code !== 0) throw new Error(stderr)
  return stdout
}

describe('metric', () => {
  test('prints the value by its name, in its unit', async () => {
    expect(await out('metric', 'tickets_solved', ...common)).toContain(`${LONG}: 3  (`)
    expect(await out('metric', 'effort', ...common)).toContain('Effort: 2.75  (')
    expect(await out('metric', 'reply_hours', ...common)).toContain('Hours to reply: 2 h 45 min  (')
  })

  test('says why there is none', async () => {
    expect(await out('metric', 'odd', ...common)).toContain(
      'Odd tickets has no value: “tickets” has no property “solved_at” in HubSpot.',
    )
  })

  test('has a trend', async () => {
    expect(await out('metric', 'tickets_solved', ...common, '--by', 'week')).toMatch(/2026-11-02 +3 █+/)
  })
})

describe('metric --explain', () => {
  test('has the formula, and the records with the name of their type and a link', async () => {
    const text = await out('metric', 'tickets_solved', ...common, '--explain')

    expect(text).toContain('tickets, counted by Closed date.')
    expect(text).toMatch(/^Records: 3$/m)
    expect(text).toMatch(/^ {2}2026-11-05 Tickets +tickets solved for customers we keep now$/m)
    expect(text).toMatch(/^ {4}https:\S+\/record\/0-5\/\d+$/m)
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120)
  })

  test('gives a plain sum in units, for parts and for records, those without a number too', async () => {
    const { parts, records } = JSON.parse(await out('metric', 'effort', ...common, '--explain', '--json'))
    const amounts = records.newest.map(({ adds }: { adds: { amount: number }[] }) => adds[0]?.amount)

    expect(parts).toEqual([{ part: 'own:effort', role: 'summand', value: 2.75, exact: '11/4' }])
    expect(amounts).toEqual([0, 0.5, 2.25])
    expect(await out('metric', 'effort', ...common, '--explain')).toContain(
      'Records: 3, 1 of them without an amount',
    )
  })

  test('of money has the rates, and of deals no sales pipelines, since it counts them all', async () => {
    expect(await out('metric', 'quotes_sent', ...common, '--explain')).toMatch(/Money in EUR, at 1 \w+ = /)
    const deals = await out('metric', 'hot_deals', ...common, '--explain')

    expect(deals).toMatch(/^Records: the newest 20 of \d+$/m)
    expect(deals).not.toContain('Sales pipelines')
  })
})

test('quotas take own metrics by any name, plain sums with decimals and hours', async () => {
  const csv = [
    'who,metric,from,to,target',
    `${ANA},Løste sager,2026-11-01,2026-11-30,10`,
    `${ANA},effort,2026-11-01,2026-11-30,12.5`,
    `${ANA},Hours to reply,2026-11-01,2026-11-30,1.5`,
  ].join('\n')
  const { code, stdout, stderr } = await world.run(['quotas', 'import', '-'], csv)

  expect([code, stderr]).toEqual([0, expect.stringContaining('3 new')])
  expect(stdout).toContain(`${LONG}, 2026-11-01 to 2026-11-30, 10`)
  expect(stdout).toContain('Effort, 2026-11-01 to 2026-11-30, 12.5')
  expect(stdout).toContain('Hours to reply, 2026-11-01 to 2026-11-30, 1.5 h')
  const report = JSON.parse(await out('report', ...common, '--json'))
  expect(report['2026-11'][`rep:${ANA}`]._quota).toMatchObject({
    effort: { attainment: 2.75 / 12.5 },
    reply_hours: { attainment: 2.75 / 1.5 },
  })
})

test('insights have the averages of own metrics, and the boards by territory of those of deals', async () => {
  const text = await out('insights', '--at', new Date(now).toISOString())
  const lines = text.split('\n')

  expect(text).toMatch(/^ {2}Demos: .*North \d/m)
  expect(text).toMatch(/^ {2}Quotes sent: .*€/m)
  expect(text).toMatch(/^ {2}Hot deals: .*1 /m)
  expect(lines.filter((line) => [...line].length > 80)).toEqual([])
})

test('own metrics are not called as people and teams are', async () => {
  const called = (words: string[]) =>
    JSON.stringify({ metrics: [{ id: 'more', name: { en: 'More of it' }, words, count: TICKETS }] })
  const { code, stderr } = await world.run(
    ['settings', 'import', '-'],
    called(['Sorensen visits', 'ana', 'North']),
  )

  expect(code).toBe(2)
  expect(stderr).toContain('words[1]: "ana" already means a person, a team,')
  expect(stderr).toContain('words[2]: "North" already means a person, a team,')
  expect(stderr).not.toContain('words[0]')
})
