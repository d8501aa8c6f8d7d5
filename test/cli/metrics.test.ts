/** `metrics list` and `metrics try`: what there is, and what a declaration would count. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ANA, environmentOf } from '../company.ts'
import { aFolder, scoreline } from './command.ts'
import { type FilledCompany, filledCompany } from './company-store.ts'

let world: FilledCompany

beforeAll(async () => {
  world = await filledCompany({ now: Date.now() - 3_600_000, days: 40 })
})
afterAll(() => world.end())
afterEach(() => {
  world.company.hubspot.faults.clear()
  world.company.hubspot.requests.reset()
})

const held = { property: 'hs_meeting_outcome', is: ['COMPLETED'] }
const DEMOS = {
  id: 'demos',
  name: { en: 'Demos' },
  count: {
    object: 'meetings',
    date: 'hs_meeting_start_time',
    where: [{ property: 'hs_activity_type', is: ['Demo'] }, held],
  },
}
const QUOTES = {
  id: 'quotes_sent',
  name: { en: 'Quotes sent' },
  sum: {
    object: 'quotes',
    property: 'hs_quote_amount',
    unit: 'money',
    currency: 'hs_currency',
    date: 'hs_last_published_date',
  },
}
const SHARE = {
  id: 'demo_share',
  name: { en: 'Demos per meeting' },
  ratio: { numerator: ['demos'], denominator: ['meetings'] },
}

function trying(metrics: unknown, folder = world.folder.path) {
  const file = join(folder, 'metrics.json')
  writeFileSync(file, JSON.stringify(metrics))
  return scoreline(['metrics', 'try', file], { folder, env: environmentOf(world.company) })
}

/** The part of the output about a metric. */
function about(stdout: string, id: string): string {
  return stdout.split(/\n\n/).find((part) => part.startsWith(`${id}: `)) ?? ''
}

/** The figures after the weeks, as they are printed. */
function weeksIn(part: string): string[] {
  return [...part.matchAll(/^ {2}(?:\d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d|in all) +(\S.*)$/gm)].map(
    ([, value]) => value ?? '',
  )
}

async function trendOf(metric: string): Promise<(number | null)[]> {
  const { stdout } = await world.run(['metric', metric, '--period', 'last 4 weeks', '--by', 'week', '--json'])
  const trend: { buckets: { value: number | null }[]; whole: { value: number | null } } = JSON.parse(stdout)
  return [...trend.buckets, trend.whole].map(({ value }) => value)
}

describe('metrics try', () => {
  test('counts the last four weeks as the store does, and names the newest records', async () => {
    const before = readFileSync(join(world.folder.path, 'scoreline.db'))
    const { code, stdout, stderr } = await trying({ metrics: [DEMOS, QUOTES, SHARE] })
    const [demos, quotes, share] = ['demos', 'quotes_sent', 'demo_share'].map((id) => about(stdout, id))
    const shown = (value: number | null) => (value === null ? '–' : value.toLocaleString('en'))

    expect([code, stderr]).toEqual([0, ''])
    expect(weeksIn(demos ?? '')).toEqual((await trendOf('demos')).map(shown))
    expect(weeksIn(quotes ?? '').map((text) => Number(text.replaceAll(/[^\d.]/g, '')))).toEqual(
      (await trendOf('quotes_sent')).map((minor) => Math.round((minor ?? 0) / 100)),
    )
    expect(weeksIn(share ?? '')).toHaveLength(5)
    expect(weeksIn(share ?? '').at(-1)).toMatch(/^\d+(\.\d)? %$/)
    expect(demos).toMatch(/^ {2}meetings, counted by Meeting start time/m)
    expect(demos).toMatch(/^ {2}Records: the newest 10 of \d+$/m)
    expect(
      demos?.match(/^ {4}https:\/\/app-eu1\.hubspot\.com\/contacts\/\d+\/record\/0-47\/\d+$/gm),
    ).toHaveLength(10)
    expect(stdout).toMatch(/^Read [\d,]+ meetings \(searched by hs_meeting_start_time, the last 4 weeks/m)
    expect(stdout).toMatch(/^Nothing was saved\.$/m)
    expect(readFileSync(join(world.folder.path, 'scoreline.db'))).toEqual(before)
  })

  test('takes the list alone, and works before anything was read', async () => {
    const folder = aFolder()
    const { code, stdout } = await trying([DEMOS, SHARE], folder.path)
    folder.remove()

    expect(weeksIn(about(stdout, 'demos'))).toEqual((await trendOf('demos')).map(String))
    expect(about(stdout, 'demo_share')).toContain('It has no value because meetings has none')
    expect(code).toBe(1)
  })

  test('reads a type once for all metrics that go by the same date', async () => {
    const others = ['No show', 'Completed'].map((label, at) => ({
      ...DEMOS,
      id: `own_${at}`,
      name: { en: `Own ${at} thing` },
      count: { ...DEMOS.count, where: [{ property: 'hs_meeting_outcome', is: [label] }] },
    }))
    await trying([DEMOS])
    const alone = { ...world.company.hubspot.requests.byKind }
    world.company.hubspot.requests.reset()
    await trying([DEMOS, ...others])

    expect(alone.search).toBeGreaterThan(0)
    expect(world.company.hubspot.requests.byKind).toEqual(alone)
  })

  test('lists the records of a type that cannot be searched', async () => {
    world.company.hubspot.faults.next({ kind: 'status', status: 400, match: { kind: 'search' } })
    const { code, stdout } = await trying([DEMOS])

    expect(code).toBe(0)
    expect(stdout).toMatch(/^Read [\d,]+ meetings \(listed\)\.$/m)
    expect(weeksIn(about(stdout, 'demos'))).toEqual((await trendOf('demos')).map(String))
  })

  test('says what HubSpot has against a declaration, and what its values are', async () => {
    world.company.hubspot.faults.denyType('quotes')
    const labels = {
      ...DEMOS,
      count: {
        ...DEMOS.count,
        where: [{ property: 'hs_call_disposition', is: ['Busy', 'call back'] }],
        object: 'calls',
        date: 'hs_timestamp',
      },
    }
    const typo = {
      ...DEMOS,
      id: 'typo',
      name: { en: 'Typo thing' },
      words: [],
      count: { ...DEMOS.count, date: 'meeting_start_tim' },
    }
    const { code, stdout } = await trying([labels, typo, QUOTES])
    const text = stdout.replaceAll(/\n +/g, ' ')

    expect(code).toBe(1)
    expect(text).toContain(
      '"Busy" is not a value of hs_call_disposition, but the label of one: write "9d9162e7-6cf3-4944-bf63-4dff82258764".',
    )
    expect(text).toMatch(/"call back" is not a value of hs_call_disposition\. Its values are .*\(Connected\)/)
    expect(text).toContain(
      'count.date: HubSpot has no property "meeting_start_tim" for meetings: did you mean hs_meeting_start_time?',
    )
    expect(text).toContain(
      'sum.object: the token may not read quotes: give the service key the scope crm.objects.quotes.read',
    )
  })

  test('refuses what an import would refuse, and says which settings would keep it from being imported', async () => {
    const quotas = [
      {
        source: 'csv',
        who: `rep:${ANA}`,
        metric: 'meetings_set',
        from: '2026-10-01',
        to: '2026-11-01',
        target: 5,
      },
    ]
    const file = join(world.folder.path, 'quotas.json')
    writeFileSync(file, JSON.stringify({ quotas }))
    await world.run(['settings', 'import', file])
    const [refused, told, none] = [
      await trying([{ ...DEMOS, id: 'calls' }]),
      await trying([DEMOS]),
      await trying({}),
    ]
    writeFileSync(file, JSON.stringify({ quotas: [] }))
    await world.run(['settings', 'import', file])

    expect([refused.code, told.code, none.code]).toEqual([2, 0, 2])
    expect(refused.stderr).toMatch(/were not tried:\n {2}- metrics\[0\]\.id: is the id of a metric/)
    expect(told.stderr).toMatch(
      /^An import would be refused: metrics: "meetings_set" cannot be removed while quotas\[0\]\.metric names it/,
    )
    expect(none.stderr).toMatch(/declares no own metrics/)
  })
})

interface Row {
  id: string
  name: string
  isOwn: boolean
  formula: string
  usedIn: { quotas: number; scorecard: boolean; digests: string[]; ratios: string[] }
  state: string
  problem: string | null
}

async function rows(): Promise<Row[]> {
  const { stdout } = await world.run(['metrics', 'list', '--json'])
  return JSON.parse(stdout)
}

describe('metrics list', () => {
  test('has every metric with its formula, what uses it and its state, own ones first', async () => {
    const list = await rows()
    const of = (id: string) => list.find((row) => row.id === id)

    expect(list.slice(0, 3).map(({ id, isOwn }) => [id, isOwn])).toEqual([
      ['demos', true],
      ['meetings_set', true],
      ['quotes_sent', true],
    ])
    expect(list.every(({ name, formula }) => name !== '' && formula !== '')).toBe(true)
    expect(of('calls')?.usedIn).toMatchObject({ scorecard: true, digests: ['morning'] })
    expect(of('demos')).toMatchObject({ name: 'Demos', state: 'ok', problem: null })
    expect(of('win_rate')).toMatchObject({ isOwn: false, state: 'ok' })
  })

  test('names the ratios of a metric, and why one has no numbers', async () => {
    const file = join(world.folder.path, 'settings.json')
    writeFileSync(
      file,
      JSON.stringify({
        metrics: [DEMOS, SHARE, { ...QUOTES, sum: { ...QUOTES.sum, date: 'hs_esign_date' } }],
      }),
    )
    await world.run(['settings', 'import', file])
    const list = await rows()
    const { stdout } = await world.run(['metrics', 'list'])

    expect(list.find(({ id }) => id === 'demos')?.usedIn.ratios).toEqual(['demo_share'])
    expect(list.find(({ id }) => id === 'quotes_sent')).toMatchObject({ state: 'loading' })
    expect(stdout).toMatch(/^Own metrics\n\ndemos: Demos\n/)
    expect(stdout).toMatch(/^ {2}Used in: the ratio demo_share$/m)
    expect(stdout.split('\n').filter((line) => [...line].length > 80)).toEqual([])
  })
})
