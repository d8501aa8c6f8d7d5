import { describe, expect, test } from 'vitest'
import { loadAccount } from '../../../src/sandbox/hubspot/load-account.ts'
import { anAccount, aSandbox, golden, noon } from './sandbox.ts'

describe('listing records', () => {
  test('pages in order of id; `after` is the id of the next record', async () => {
    const { sandbox, ask } = await aSandbox()
    for (const id of ['9', '100', '20', '3']) sandbox.account.create('deals', {}, { id })

    const first = await ask('/crm/objects/2026-09/deals?limit=3')
    const second = await ask(`/crm/objects/2026-09/deals?limit=3&after=${first.json.paging?.next.after}`)

    expect(first.json.results.map((deal) => deal.id)).toEqual(['3', '9', '20'])
    expect(first.json.paging?.next).toEqual({
      after: '100',
      link: expect.stringContaining('/crm/objects/2026-09/deals?limit=3&after=100'),
    })
    expect(second.json.results.map((deal) => deal.id)).toEqual(['100'])
    expect(second.json).not.toHaveProperty('paging')
  })

  test('gives the same answer for every name of the type', async () => {
    const { sandbox, ask } = await aSandbox()
    sandbox.account.create('deals', { dealname: 'One' }, { id: '7' })

    for (const type of ['deals', 'deal', '0-3']) {
      const { json } = await ask(`/crm/objects/2026-09/${type}`)
      expect(json.results.map((deal) => deal.properties['dealname'])).toEqual(['One'])
    }
  })

  test('refuses more than 100 records per page, and more than 50 with history', async () => {
    const { ask } = await aSandbox()

    expect((await ask('/crm/objects/2026-09/deals?limit=100')).status).toBe(200)
    expect((await ask('/crm/objects/2026-09/deals?limit=101')).json.category).toBe('VALIDATION_ERROR')
    expect((await ask('/crm/objects/2026-09/deals?limit=50&propertiesWithHistory=amount')).status).toBe(200)
    expect((await ask('/crm/objects/2026-09/deals?limit=51&propertiesWithHistory=amount')).status).toBe(400)
  })

  test('includes default properties, shows unset ones as null, and leaves out unknown names', async () => {
    const { sandbox, ask } = await aSandbox()
    sandbox.account.create('deals', { dealname: 'One', amount: '' }, { id: '7' })

    const unasked = await ask('/crm/objects/2026-09/deals')
    const asked = await ask(
      '/crm/objects/2026-09/deals?properties=amount,closedate,no_such_name&properties=dealtype',
    )

    expect(Object.keys(unasked.json.results[0]?.properties ?? {}).sort()).toEqual([
      'amount',
      'closedate',
      'createdate',
      'dealname',
      'dealstage',
      'hs_lastmodifieddate',
      'hs_object_id',
      'pipeline',
    ])
    const at = new Date(noon).toISOString()
    expect(asked.json.results[0]?.properties).toEqual({
      amount: '',
      closedate: null,
      dealtype: null,
      hs_object_id: '7',
      createdate: at,
      hs_lastmodifieddate: at,
    })
  })

  test('lists archived records separately, and a restored one again under its id', async () => {
    const { sandbox, ask } = await aSandbox()
    sandbox.account.create('calls', {}, { id: '1' })
    sandbox.account.create('calls', {}, { id: '2' })
    sandbox.account.archive('calls', '1')
    const ids = async (query: string) =>
      (await ask(`/crm/objects/2026-09/calls${query}`)).json.results.map((call) => call.id)

    expect(await ids('')).toEqual(['2'])
    expect(await ids('?archived=true')).toEqual(['1'])
    const archived = (await ask('/crm/objects/2026-09/calls?archived=true')).json.results[0]
    expect(archived).toMatchObject({ archived: true, archivedAt: new Date(noon).toISOString() })

    sandbox.account.restore('calls', '1')
    expect(await ids('')).toEqual(['1', '2'])
  })

  test('shows the links to companies inside a deal, the primary one with both types', async () => {
    const { sandbox, ask } = await aSandbox()
    const { account } = sandbox
    for (const id of ['11', '12']) account.create('companies', {}, { id })
    account.create('deals', {}, { id: '7' })
    account.associate({ type: 'deals', id: '7' }, { type: 'companies', id: '11' }, true)
    account.associate({ type: 'deals', id: '7' }, { type: 'companies', id: '12' })

    const deals = await ask('/crm/objects/2026-09/deals?associations=companies,contacts')
    const companies = await ask('/crm/objects/2026-09/companies/11?associations=deals')

    expect(deals.json.results[0]?.associations).toEqual({
      companies: {
        results: [
          { id: '11', type: 'deal_to_company' },
          { id: '11', type: 'deal_to_company_unlabeled' },
          { id: '12', type: 'deal_to_company_unlabeled' },
        ],
      },
    })
    expect(companies.json).toMatchObject({
      associations: { deals: { results: [{ id: '7', type: 'company_to_deal' }, {}] } },
    })
  })

  test('shows history newest first, with one version if a value never changed', async () => {
    const { sandbox, client } = await aSandbox()
    const { account } = sandbox
    account.create('deals', { dealstage: 's1', dealname: 'One' }, { id: '7', atMs: noon - 3_000 })
    account.update('deals', '7', { dealstage: 's2' }, { atMs: noon - 2_000 })
    account.update('deals', '7', { dealstage: 'won' }, { atMs: noon - 1_000 })

    const page = await client.crm.deals.basicApi.getPage(50, undefined, [], ['dealstage', 'dealname'])

    const history = page.results[0]?.propertiesWithHistory
    expect(history?.['dealstage']?.map(({ value, timestamp }) => [value, timestamp.getTime()])).toEqual([
      ['won', noon - 1_000],
      ['s2', noon - 2_000],
      ['s1', noon - 3_000],
    ])
    expect(history?.['dealname']?.map(({ value }) => value)).toEqual(['One'])
  })

  test('refuses an unknown type, and answers 404 for a missing record', async () => {
    const { ask } = await aSandbox()

    expect((await ask('/crm/objects/2026-09/dragons')).status).toBe(400)
    const missing = await ask('/crm/objects/2026-09/deals/404')
    expect(missing.status).toBe(404)
    expect(missing.json).toMatchObject({ status: 'error', category: 'OBJECT_NOT_FOUND' })
    expect(missing.json.correlationId).toMatch(/^[0-9a-f-]{36}$/)
  })

  test("sends the time on the account's clock, a content type and a correlation id with every answer", async () => {
    const { ask } = await aSandbox({ account: loadAccount(golden('dataset.json')) })

    const { headers } = await ask('/crm/objects/2026-09/notes')

    expect(headers.get('date')).toBe('Wed, 18 Nov 2026 12:00:00 GMT')
    expect(headers.get('content-type')).toBe('application/json;charset=utf-8')
    expect(headers.get('x-hubspot-correlation-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('distinguishes a wrong path, a wrong token and an overlong URL', async () => {
    const { ask } = await aSandbox({ account: anAccount() })

    expect((await ask('/crm/v9/dreams')).status).toBe(404)
    expect(
      (await ask('/crm/objects/2026-09/deals', undefined, { authorization: 'Bearer other' })).json.category,
    ).toBe('INVALID_AUTHENTICATION')
    expect((await ask(`/crm/objects/2026-09/deals?properties=${'long,'.repeat(4_000)}`)).status).toBe(414)
  })
})
