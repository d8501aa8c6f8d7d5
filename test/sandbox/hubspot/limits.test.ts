import { describe, expect, test } from 'vitest'
import { requestLog } from '../../../src/sandbox/hubspot/request-count.ts'
import { aSandbox, noon, unlimited } from './sandbox.ts'

const list = '/crm/objects/2026-09/deals'
const search = '/crm/objects/2026-09/deals/search'

describe('the ten-second limit', () => {
  test("refuses in a rolling window, in HubSpot's words, and reports in headers how much is left", async () => {
    let pacingMs = 0
    const { sandbox, ask } = await aSandbox({
      limits: { ...unlimited, tenSecondly: 3 },
      pacingClock: () => pacingMs,
    })

    const first = await ask(list)
    pacingMs = 6_000
    await ask(list)
    await ask(list)
    const refused = await ask(list)

    expect(first.headers.get('x-hubspot-ratelimit-interval-milliseconds')).toBe('10000')
    expect(first.headers.get('x-hubspot-ratelimit-max')).toBe('3')
    expect(first.headers.get('x-hubspot-ratelimit-remaining')).toBe('2')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBeNull()
    expect(refused.json).toMatchObject({
      status: 'error',
      message: 'You have reached your ten_secondly_rolling limit.',
      errorType: 'RATE_LIMIT',
      policyName: 'TEN_SECONDLY_ROLLING',
    })
    expect(sandbox.requests.rateLimited).toBe(1)

    pacingMs = 10_001
    expect((await ask(list)).status).toBe(200)
    expect((await ask(list)).status).toBe(429)
    pacingMs = 16_001
    expect((await ask(list)).status).toBe(200)
  })

  test('does not count searches and association batches', async () => {
    const { ask } = await aSandbox({ limits: { ...unlimited, tenSecondly: 1 }, pacingClock: () => 0 })

    for (let at = 0; at < 4; at += 1) {
      expect((await ask(search, {})).status).toBe(200)
      expect((await ask('/crm/associations/2026-09/deals/companies/batch/read', { inputs: [] })).status).toBe(
        200,
      )
    }
    expect((await ask(list)).status).toBe(200)
    expect((await ask(list)).status).toBe(429)
  })

  test('is 190 by default', async () => {
    const { ask } = await aSandbox({ limits: {}, pacingClock: () => 0 })
    const statuses = await Promise.all(Array.from({ length: 200 }, async () => (await ask(list)).status))

    expect(statuses.filter((status) => status === 200)).toHaveLength(190)
    expect(statuses.filter((status) => status === 429)).toHaveLength(10)
  })
})

describe('the search limit', () => {
  test('is five per second, with a short refusal and without interval headers', async () => {
    let pacingMs = 0
    const { ask } = await aSandbox({ limits: {}, pacingClock: () => pacingMs })
    const answers = []
    for (let at = 0; at < 6; at += 1) answers.push(await ask(search, {}))
    const refused = answers[5]

    expect(answers.slice(0, 5).map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200])
    expect(refused?.status).toBe(429)
    expect(refused?.json).toEqual({
      status: 'error',
      message: 'You have reached your secondly limit.',
      correlationId: expect.any(String),
      category: 'RATE_LIMITS',
    })
    expect(answers[0]?.headers.get('x-hubspot-ratelimit-max')).toBeNull()
    expect(answers[0]?.headers.get('x-hubspot-ratelimit-daily-remaining')).toBe('649999')

    pacingMs = 1_001
    expect((await ask(search, {})).status).toBe(200)
  })
})

describe('the daily limit', () => {
  test("counts everything, even refusals, and resets at midnight in the account's zone", async () => {
    let now = Date.parse('2026-11-19T04:59:00Z')
    const { sandbox, ask } = await aSandbox({
      limits: { tenSecondly: null, searchPerSecond: 1, daily: 3 },
      pacingClock: () => 0,
      clock: () => now,
    })

    expect((await ask(list)).status).toBe(200)
    expect((await ask(search, {})).status).toBe(200)
    expect((await ask(search, {})).json.message).toBe('You have reached your secondly limit.')
    const refused = await ask(list)
    expect(refused.status).toBe(429)
    expect(refused.json).toMatchObject({ policyName: 'DAILY', message: 'You have reached your daily limit.' })
    expect(refused.headers.get('x-hubspot-ratelimit-daily-remaining')).toBe('0')
    expect(new Date(sandbox.rateLimits.resetsAtMs()).toISOString()).toBe('2026-11-19T05:00:00.000Z')

    now = Date.parse('2026-11-19T05:00:00Z')
    expect((await ask(list)).status).toBe(200)
  })

  test('reports how much is used', async () => {
    const { ask } = await aSandbox({ limits: {}, clock: () => noon })
    await ask(list)

    const { json } = await ask('/account-info/2026-09/api-usage/daily/private-apps')

    expect(json.results[0]).toMatchObject({
      usageLimit: 650_000,
      currentUsage: 2,
      resetsAt: '2026-11-19T05:00:00.000Z',
    })
  })
})

test('counts requests by kind, type, path and status', async () => {
  const { sandbox, ask } = await aSandbox()
  await ask(list)
  await ask(search, { limit: 300 })
  await ask('/crm/owners/2026-09/1')

  const { requests } = sandbox
  expect(requests).toMatchObject({
    total: 3,
    byKind: { list: 1, search: 1, owners: 1 },
    bySubject: { deals: 2, owners: 1 },
    byPath: { [`GET ${list}`]: 1, [`POST ${search}`]: 1, 'GET /crm/owners/2026-09/{id}': 1 },
    byStatus: { 200: 2, 400: 1 },
  })
  expect(requests.latest.map((request) => request.kind)).toEqual(['list', 'search', 'owners'])

  expect(requestLog(requests).split('\n')).toEqual([
    `     1 GET ${list}`,
    '     1 GET /crm/owners/2026-09/{id}',
    `     1 POST ${search}`,
  ])

  requests.reset()
  expect(requests).toMatchObject({ total: 0, byKind: {}, latest: [] })
})
