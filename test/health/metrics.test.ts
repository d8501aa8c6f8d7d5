/** What Prometheus sees, scraped over HTTP from a bot that has read the sandbox. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FACT_TYPES } from '../../src/domain/facts/facts.ts'
import { liveUntil } from '../../src/sandbox/hubspot/company/company.ts'
import type { Bot } from '../../src/wiring.ts'
import { GARBAGE } from '../company.ts'
import { type CompanyBot, companyBot } from '../stories/company-bot.ts'

let world: CompanyBot
let bot: Bot

beforeAll(async () => {
  world = await companyBot('sqlite', '2026-11-18T06:50:00Z', { days: 8 })
  bot = await world.newBot()
  await bot.start()
})
afterAll(async () => {
  await bot.stop()
  await world.end()
})

/** Values keyed by name and labels, the labels in alphabetical order. */
async function scrape(): Promise<Record<string, number>> {
  const response = await fetch(`http://127.0.0.1:${bot.port()}/metrics`)
  const lines = (await response.text()).split('\n').filter((line) => line && !line.startsWith('#'))
  return Object.fromEntries(
    lines.map((line) => {
      const [, name = '', labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? []
      return [[name, ...labels.split(',').sort()].join(' ').trim(), Number(value)]
    }),
  )
}

/** The eight, and those that the demo's own metrics count, by the names that these give them. */
const TYPES = [...FACT_TYPES, 'quotes']

describe('/metrics', () => {
  test('reports how old each type is, even before the next poll', async () => {
    world.setTime('2026-11-18T09:50:00Z')
    const metrics = await scrape()

    for (const type of TYPES) {
      expect(metrics[`scoreline_lag_seconds type="${type}"`]).toBeCloseTo(3 * 3600, -1)
    }
    expect(metrics['scoreline_hubspot_limited_total kind="search"']).toBeUndefined()
  })

  test('reports, after a poll, requests by kind, type and status, rate-limited requests, and skipped records', async () => {
    const { account, hubspot } = world.company
    world.setTime('2026-11-18T09:55:00Z')
    liveUntil(account, world.clock.now())
    const deals = [...account.table('deals').held()].slice(0, 3)
    for (const { id } of deals) account.update('deals', id, GARBAGE)
    hubspot.faults.next({ kind: 'secondly', match: { type: 'calls', kind: 'search' }, times: 2 })
    await bot.sync.run()
    await bot.sync.reconcile(true)
    const metrics = await scrape()
    const of = (name: string) => metrics[`scoreline_${name}`]

    for (const type of TYPES) {
      expect(of(`lag_seconds type="${type}"`)).toBeLessThan(60)
      expect(of(`pass_age_seconds pass="nightly" type="${type}"`)).toBeLessThan(60)
      expect(of(`pass_age_seconds pass="trailing" type="${type}"`)).toBeGreaterThanOrEqual(3600)
      expect(of(`hubspot_requests_total kind="search" status="200" type="${type}"`)).toBeGreaterThan(0)
    }
    expect(of('hubspot_requests_total kind="search" status="429" type="calls"')).toBe(2)
    expect(of('hubspot_limited_total kind="search"')).toBe(2)
    expect(of('hubspot_limited_total kind="general"')).toBe(0)
    expect(of('skipped_records type="deals"')).toBe(3)
  })
})
