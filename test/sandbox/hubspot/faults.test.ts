import { describe, expect, test } from 'vitest'
import type { Fault } from '../../../src/sandbox/hubspot/faults.ts'
import { aClient, aSandbox } from './sandbox.ts'

const deals = '/crm/objects/2026-09/deals'

async function twoDeals() {
  const world = await aSandbox()
  for (const id of ['1', '2', '3']) world.sandbox.account.create('deals', {}, { id })
  return world
}

describe('faults on demand', () => {
  test.each<[Fault, { status: number; type: string | null; after?: string; text?: RegExp }]>([
    [
      { kind: 'status', status: 503, retryAfter: 7 },
      { status: 503, type: 'application/json;charset=utf-8', after: '7' },
    ],
    [
      { kind: 'status', status: 477 },
      { status: 477, type: 'application/json;charset=utf-8' },
    ],
    [
      { kind: 'status', status: 423, body: 'locked' },
      { status: 423, type: 'application/json;charset=utf-8', text: /^locked$/ },
    ],
    [
      { kind: 'html', status: 502 },
      { status: 502, type: 'text/html; charset=UTF-8', text: /^<!DOCTYPE/ },
    ],
    [
      { kind: 'empty', status: 504 },
      { status: 504, type: null, text: /^$/ },
    ],
    [
      { kind: 'ten-secondly', retryAfter: 1 },
      { status: 429, type: 'application/json;charset=utf-8', after: '1' },
    ],
    [{ kind: 'daily' }, { status: 429, type: 'application/json;charset=utf-8', text: /"DAILY"/ }],
    [{ kind: 'secondly' }, { status: 429, type: 'application/json;charset=utf-8', text: /secondly limit/ }],
  ])('%j strikes once', async (fault, expected) => {
    const { sandbox, ask } = await twoDeals()
    sandbox.faults.next(fault)

    const struck = await ask(deals)

    expect(struck.status).toBe(expected.status)
    expect(struck.headers.get('content-type')).toBe(expected.type)
    expect(struck.headers.get('retry-after')).toBe(expected.after ?? null)
    expect(struck.text).toMatch(expected.text ?? /"status":"error"/)
    expect((await ask(deals)).status).toBe(200)
  })

  test.each<Fault>([{ kind: 'reset' }, { kind: 'cut' }])('%j breaks the connection', async (fault) => {
    const { sandbox, ask } = await twoDeals()
    sandbox.faults.next(fault)

    await expect(ask(deals)).rejects.toThrow()
    expect(sandbox.requests.byStatus).toEqual({ 0: 1 })
    expect((await ask(deals)).status).toBe(200)
  })

  test('an answer can be half of the JSON, out of order, duplicated or late', async () => {
    const { sandbox, ask } = await twoDeals()
    const ids = async () => (await ask(deals)).json.results.map((deal) => deal.id)
    sandbox.faults.next({ kind: 'truncated' })
    const truncated = await ask(deals)
    expect(truncated.status).toBe(200)
    expect(() => JSON.parse(truncated.text)).toThrow()

    sandbox.faults.next({ kind: 'shuffled' })
    expect(await ids()).toEqual(['1', '3', '2'])
    sandbox.faults.next({ kind: 'doubled' })
    expect(await ids()).toEqual(['1', '1', '2', '3'])
    sandbox.faults.next({ kind: 'slow', delayMs: 120 })
    const startedAt = performance.now()
    expect(await ids()).toEqual(['1', '2', '3'])
    expect(performance.now() - startedAt).toBeGreaterThan(110)
  })

  test('an answer can be missing entirely', async () => {
    const { sandbox } = await twoDeals()
    sandbox.faults.next({ kind: 'hang' })
    const headers = { authorization: `Bearer ${sandbox.token}` }

    await expect(fetch(sandbox.url + deals, { headers, signal: AbortSignal.timeout(100) })).rejects.toThrow(
      /timeout/,
    )
  })

  test('a fault waits for the requests it is planned for, and lets a given number pass first', async () => {
    const { sandbox, ask } = await twoDeals()
    sandbox.faults.next({ kind: 'status', match: { type: '0-3', kind: 'search' }, after: 1, times: 2 })
    const statuses = []
    for (const path of ['calls', 'deals', 'deals', 'deals', 'deals']) {
      statuses.push((await ask(`/crm/objects/2026-09/${path}/search`, {})).status)
    }

    expect((await ask(deals)).status).toBe(200)
    expect(statuses).toEqual([200, 200, 500, 500, 200])
  })

  test("HubSpot's client retries a 500 and receives the right answer", async () => {
    const { sandbox } = await twoDeals()
    sandbox.faults.next({ kind: 'status', status: 500, times: 2 })
    const client = aClient(sandbox, { numberOfApiCallRetries: 3 })

    const page = await client.crm.deals.basicApi.getPage()

    expect(page.results).toHaveLength(3)
    expect(sandbox.requests.byStatus).toEqual({ 500: 2, 200: 1 })
  })

  test('a seeded mix affects its share of requests, the same ones each time', async () => {
    const struck = async () => {
      const { sandbox, ask } = await twoDeals()
      sandbox.faults.mix({ share: 0.2, seed: 7, kinds: [{ kind: 'status' }, { kind: 'html', status: 502 }] })
      const statuses = []
      for (let at = 0; at < 200; at += 1) statuses.push((await ask(deals)).status)
      return statuses
    }

    const [once, again] = [await struck(), await struck()]

    expect(again).toEqual(once)
    const failed = once.filter((status) => status !== 200).length
    expect(failed).toBeGreaterThan(25)
    expect(failed).toBeLessThan(55)
    expect(new Set(once)).toEqual(new Set([200, 500, 502]))
  })
})

describe('what a token may read', () => {
  test('a denied type is a 403 that names the scope; the other types still work', async () => {
    const { sandbox, ask } = await twoDeals()
    sandbox.faults.denyType('emails')
    sandbox.faults.denyType('owners')

    const refused = await ask('/crm/objects/2026-09/emails/search', {})

    expect(refused.status).toBe(403)
    expect(refused.json).toMatchObject({
      category: 'MISSING_SCOPES',
      errors: [{ context: { requiredGranularScopes: ['sales-email-read'] } }],
    })
    expect((await ask('/crm/owners/2026-09')).status).toBe(403)
    expect((await ask(deals)).status).toBe(200)
    sandbox.faults.allowType('0-49')
    expect((await ask('/crm/objects/2026-09/emails')).status).toBe(200)
  })

  test('a revoked token is a 401 until it is accepted again', async () => {
    const { sandbox, client } = await twoDeals()
    sandbox.faults.refuseToken()
    await expect(client.crm.deals.basicApi.getPage()).rejects.toMatchObject({
      code: 401,
      body: { category: 'INVALID_AUTHENTICATION' },
    })

    sandbox.faults.acceptToken()
    expect((await client.crm.deals.basicApi.getPage()).results).toHaveLength(3)
  })

  test('while HubSpot is down every connection breaks', async () => {
    const { sandbox, ask } = await twoDeals()
    sandbox.faults.down(true)
    await expect(ask(deals)).rejects.toThrow()
    await expect(ask('/crm/owners/2026-09')).rejects.toThrow()

    sandbox.faults.down(false)
    expect((await ask(deals)).status).toBe(200)
  })
})
