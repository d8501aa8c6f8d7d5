/** The README's ready-made declarations of own metrics: imported as they stand, and counted over records that fit them. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isSheet, type Json, readGolden, reportOf, type Sheet } from './golden.ts'
import { type TestStore, testStore } from './store/stores.ts'

function declared(): { metrics: { id: string }[] } {
  const section = readFileSync('README.md', 'utf8').split('## Your own metrics')[1]?.split('\n## ')[0] ?? ''
  const [block = ''] = section.match(/(?<=```json\n)[\s\S]*?(?=```)/) ?? []
  return JSON.parse(block)
}

const EARLIER = '2020-01-01T00:00:00Z'

/** Ann works in New York and Bo set a meeting for her; both are owners. */
const owners = [
  { id: '1', userId: 5001, email: 'ann@example.com', firstName: 'Ann', lastName: 'Abel' },
  { id: '2', userId: 5002, email: 'bo@example.com', firstName: 'Bo', lastName: 'Berg' },
].map((owner) => ({ ...owner, archived: false, createdAt: EARLIER, updatedAt: EARLIER }))

let lastId = 1_000

/** A record of Ann's, changed on the day it was made. */
function record(properties: Record<string, string>): Json {
  lastId += 1
  const at = properties['hs_createdate'] ?? '2026-11-10T15:00:00Z'
  return {
    id: String(lastId),
    createdAt: at,
    updatedAt: at,
    properties: { hubspot_owner_id: '1', hs_createdate: at, hs_lastmodifieddate: at, ...properties },
  }
}

const NOVEMBER = '2026-11-10T15:00:00Z'
const OCTOBER = '2026-10-10T15:00:00Z'
const outcomes = {
  callBack: '3f1c0b52-6a0e-4c39-9f0e-5d8f0a7b1c11',
  refused: '8d2e7c94-1b3f-4f6a-8a55-0c9d4e6f2b22',
}

const meeting = (type: string, outcome: string, more: Record<string, string> = {}) =>
  record({
    hs_meeting_start_time: NOVEMBER,
    hs_activity_type: type,
    hs_meeting_outcome: outcome,
    hs_created_by_user_id: '5001',
    ...more,
  })
const quote = (status: string, amount: string, currency = 'USD') =>
  record({
    hs_last_published_date: NOVEMBER,
    hs_status: status,
    hs_quote_amount: amount,
    hs_currency: currency,
  })
const invoice = (status: string, paid: string) =>
  record({ hs_payment_date: NOVEMBER, hs_invoice_status: status, hs_amount_paid: paid, hs_currency: 'USD' })
const call = (outcome: string) => record({ hs_timestamp: NOVEMBER, hs_call_disposition: outcome })

const objects: { [type: string]: Json[] } = {
  meetings: [
    meeting('Demo', 'COMPLETED'),
    meeting('demo', 'COMPLETED', { hs_created_by_user_id: '5002' }),
    meeting('Demo', 'NO_SHOW'),
    meeting('Discovery', 'COMPLETED'),
    meeting('Demo', 'COMPLETED', { hs_meeting_start_time: OCTOBER, hs_createdate: OCTOBER }),
  ],
  '2-77': [
    record({ visit_date: '2026-11-01' }),
    record({ visit_date: '2026-11-30' }),
    record({ visit_date: '2026-10-31' }),
    record({}),
  ],
  quotes: [
    quote('APPROVED', '1000.50'),
    quote('APPROVAL_NOT_NEEDED', '200', 'EUR'),
    quote('DRAFT', '5000'),
    quote('REJECTED', '7000'),
  ],
  invoices: [invoice('paid', '300'), invoice('paid', '12.25'), invoice('open', '50')],
  tickets: [
    record({ closed_date: NOVEMBER, hs_is_closed: 'true' }),
    record({ closed_date: NOVEMBER, hs_is_closed: 'false' }),
    record({ hs_is_closed: 'true' }),
  ],
  leads: [record({}), record({}), record({ hs_createdate: OCTOBER })],
  calls: [call(outcomes.callBack), call(outcomes.callBack), call(outcomes.refused), call('another')],
}

const { pipelines, account } = readGolden('cases/archived-owner.json') as { pipelines: Json; account: Json }

const dataset: Json = {
  account,
  pipelines,
  owners,
  exchangeRates: [
    {
      id: '1',
      fromCurrencyCode: 'EUR',
      toCurrencyCode: 'USD',
      conversionRate: 1.25,
      effectiveAt: EARLIER,
    },
  ],
  schemas: [
    {
      name: 'visits',
      objectTypeId: '2-77',
      fullyQualifiedName: 'p1234567_visits',
      labels: { singular: 'Visit', plural: 'Visits' },
    },
  ],
  properties: { '2-77': [{ name: 'visit_date', type: 'date' }] },
  objects,
}

let stored: TestStore
let report: Sheet

beforeAll(async () => {
  stored = await testStore('sqlite')
  report = await reportOf({
    store: stored.store,
    dataset,
    settings: { metrics: declared().metrics },
    now: '2026-11-20T17:00:00Z',
    periods: '2026-11',
  })
})
afterAll(() => stored.end())

function figureOf(scope: string, metric: string): Json | undefined {
  const sheet = report['2026-11']
  const ofScope = isSheet(sheet) ? sheet[scope] : undefined
  const value = isSheet(ofScope) ? ofScope[metric] : undefined
  return isSheet(value) ? value['value'] : undefined
}

/** Ann's numbers of November; money in cents. */
const EXPECTED: Record<string, number> = {
  demos: 2,
  visits: 1,
  quotes_sent: 100_050 + 25_000,
  cash_received: 31_225,
  tickets_closed: 1,
  prospecting_leads: 2,
  call_backs: 2,
  refused_calls: 1,
  meetings_set: 3,
  demo_rate: 2 / 3,
}

describe('the ready-made declarations of the README', () => {
  test('are those that are counted here', () => {
    expect(declared().metrics.map(({ id }) => id)).toEqual(Object.keys(EXPECTED))
  })

  test.each(Object.entries(EXPECTED))('%s counts what its name says', (metric, value) => {
    expect(figureOf('rep:1', metric)).toBeCloseTo(value, 9)
  })

  test('credit a meeting to who set it', () => {
    expect([figureOf('rep:2', 'meetings_set'), figureOf('rep:2', 'demos')]).toEqual([1, 0])
  })
})
