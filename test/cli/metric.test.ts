/** What the metric command prints besides the plain value: trends and explanations. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ANA } from '../company.ts'
import { type FilledCompany, filledCompany } from './company-store.ts'

const now = Date.now()
const common = ['--period', 'last 4 weeks', '--at', new Date(now).toISOString()]
let world: FilledCompany

beforeAll(async () => {
  world = await filledCompany({ now, days: 40 })
})
afterAll(() => world.end())

describe('metric --by', () => {
  test('the weeks of a sum add up to the value of the whole period', async () => {
    const trend = await world.run(['metric', 'calls', '--rep', ANA, ...common, '--by', 'week', '--json'])
    const whole = await world.run(['metric', 'calls', '--rep', ANA, ...common, '--json'])
    const { buckets, addsUp } = JSON.parse(trend.stdout)
    const values = buckets.map(({ value }: { value: number }) => value)

    expect([trend.code, buckets.length, addsUp]).toEqual([0, 4, true])
    expect(values.reduce((sum: number, value: number) => sum + value, 0)).toBe(JSON.parse(whole.stdout).value)
  })

  test('is a chart for people', async () => {
    const { code, stdout } = await world.run(['metric', 'calls', ...common, '--by', 'day'])

    expect(code).toBe(0)
    expect(stdout.match(/^ {2}20\d\d-\d\d-\d\d +\d+ █+$/gm)?.length).toBeGreaterThan(10)
    expect(stdout).toMatch(/^ {2}in all +[\d,]+$/m)
  })

  test('the state now and the funnel have no trend, and the refusal says why', async () => {
    const pipeline = await world.run(['metric', 'pipeline_value', ...common, '--by', 'week'])
    const funnel = await world.run(['metric', 'funnel', ...common, '--by', 'week'])
    const hour = await world.run(['metric', 'calls', ...common, '--by', 'hour'])

    expect([pipeline.code, pipeline.stdout]).toEqual([2, ''])
    expect(pipeline.stderr).toContain('pipeline_value is the state now')
    expect([funnel.code, funnel.stderr]).toEqual([2, expect.stringContaining('funnel is a table')])
    expect([hour.code, hour.stderr]).toEqual([2, expect.stringContaining("--by 'hour'")])
  })

  test('a trend of more rows than anybody can take in is refused at once', async () => {
    const words = ['metric', 'calls', '--period', '2020-01-01..2029-12-31']
    const { code, stderr } = await world.run([...words, '--by', 'day'])

    expect([code, stderr]).toEqual([2, expect.stringContaining('at most 1,000 rows. Ask for longer steps')])
  })
})

describe('metric funnel', () => {
  test('is the funnel of the report, with names', async () => {
    const report = JSON.parse((await world.run(['report', ...common, '--json'])).stdout)
    const { code, stdout } = await world.run(['metric', 'funnel', '--team', '301', ...common, '--json'])
    const { funnel } = JSON.parse(stdout)
    const expected = report['last 4 weeks']['team:301']._funnel

    expect(code).toBe(0)
    expect(funnel).toMatchObject(expected)
    expect(Object.keys(funnel)).toEqual(Object.keys(expected))
    expect(funnel.default).toMatchObject({ label: 'New business' })
  })

  test('is a table for people, with nothing more to explain', async () => {
    const { code, stdout } = await world.run(['metric', 'funnel', ...common])
    const explained = await world.run(['metric', 'funnel', ...common, '--explain'])

    expect(code).toBe(0)
    expect(stdout).toMatch(/^New business\n +entered +went on$/m)
    expect(stdout).toMatch(/^ {2}Closed won +\d+ +–$/m)
    expect([explained.code, explained.stdout]).toEqual([2, ''])
  })
})

describe('metric --explain', () => {
  test('has the value that the metric has, its parts, rules and records', async () => {
    const plain = await world.run(['metric', 'win_rate', ...common, '--json'])
    const { code, stdout } = await world.run(['metric', 'win_rate', ...common, '--explain', '--json'])
    const { value, parts, rules, records } = JSON.parse(stdout)

    expect(code).toBe(0)
    expect(JSON.parse(plain.stdout)).toMatchObject(value)
    expect(parts.map(({ part }: { part: string }) => part)).toEqual(['deals_won', 'deals_won', 'deals_lost'])
    expect(rules.minimumSample).toMatchObject({ needed: 5, sample: value.denominator })
    expect(records.counted).toBe(value.denominator)
    expect(records.newest[0].link).toContain(`/record/0-3/${records.newest[0].id}`)
  })

  test('names outcomes as the account does', async () => {
    const { stdout } = await world.run(['metric', 'positive_call_rate', ...common, '--explain'])

    expect(stdout).toMatch(/Connected outcomes: (Connected, Meeting booked|Meeting booked, Connected)\./)
    expect(stdout).toContain('Positive outcomes: Meeting booked.')
  })

  test('cannot be combined with a trend', async () => {
    const { code, stderr } = await world.run(['metric', 'calls', ...common, '--explain', '--by', 'day'])

    expect([code, stderr]).toEqual([2, 'Ask for a trend or an explanation, not both.\n'])
  })
})
