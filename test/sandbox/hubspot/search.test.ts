import type { PublicObjectSearchRequest } from '@hubspot/api-client/lib/codegen/crm/objects/index.js'
import { describe, expect, test } from 'vitest'
import { aSandbox, noon } from './sandbox.ts'
import { type Filter, found, searchBody } from './search-body.ts'

async function withDeals() {
  const world = await aSandbox()
  const { account } = world.sandbox
  account.create('deals', { amount: '9', dealname: 'Bergen' }, { id: '1', atMs: noon - 3_000 })
  account.create('deals', { amount: '100', dealname: 'Aarhus' }, { id: '2', atMs: noon - 2_000 })
  account.create('deals', { amount: null, dealname: 'Cluj' }, { id: '3', atMs: noon - 1_000 })
  return world
}

describe('searching', () => {
  test.each<[Filter, string[]]>([
    [['amount', 'EQ', '100'], ['2']],
    [['amount', 'NEQ', '100'], ['1']],
    [['amount', 'LT', '100'], ['1']],
    [
      ['amount', 'LTE', '100'],
      ['1', '2'],
    ],
    [['amount', 'GT', '9'], ['2']],
    [
      ['amount', 'GTE', '9'],
      ['1', '2'],
    ],
    [['amount', 'BETWEEN', '10', '100'], ['2']],
    [
      ['dealname', 'IN', ['aarhus', 'cluj']],
      ['2', '3'],
    ],
    [['dealname', 'NOT_IN', ['aarhus', 'cluj']], ['1']],
    [
      ['amount', 'HAS_PROPERTY'],
      ['1', '2'],
    ],
    [['amount', 'NOT_HAS_PROPERTY'], ['3']],
    [
      ['hs_lastmodifieddate', 'GTE', String(noon - 2_000)],
      ['2', '3'],
    ],
    [['hs_lastmodifieddate', 'LT', new Date(noon - 2_000).toISOString()], ['1']],
    [
      ['hs_object_id', 'GT', '1'],
      ['2', '3'],
    ],
  ])('finds deals with %j', async (filter, ids) => {
    const world = await withDeals()

    expect(await found('deals', world, [filter])).toEqual(ids)
  })

  test('sorts by one property, by its type, in either direction', async () => {
    const world = await withDeals()
    const sortedBy = (propertyName: string, direction: string) =>
      found('deals', world, [['amount', 'HAS_PROPERTY']], {
        sorts: [{ propertyName, direction }, 'hs_object_id'],
      })

    expect(await sortedBy('amount', 'DESCENDING')).toEqual(['2', '1'])
    expect(await sortedBy('dealname', 'ASCENDING')).toEqual(['2', '1'])
    expect(await sortedBy('hs_lastmodifieddate', 'ASCENDING')).toEqual(['1', '2'])
  })

  test('reads a fixed window by id to the end, even if a record leaves it halfway', async () => {
    const { sandbox, client } = await aSandbox({ clock: () => noon })
    const { account } = sandbox
    for (let at = 0; at < 450; at += 1) account.create('calls', {}, { atMs: noon - 10_000 })
    const seen: string[] = []
    let last = '0'
    for (;;) {
      const filters: Filter[] = [
        ['hs_lastmodifieddate', 'GTE', String(noon - 20_000)],
        ['hs_lastmodifieddate', 'LT', String(noon - 5_000)],
        ['hs_object_id', 'GT', last],
      ]
      const body = searchBody(filters, { sorts: ['hs_object_id'], properties: ['hs_timestamp'] })
      const page = await client.crm.objects.searchApi.doSearch(
        'calls',
        body as unknown as PublicObjectSearchRequest,
      )
      seen.push(...page.results.map((call) => call.id))
      last = seen.at(-1) ?? ''
      if (page.paging?.next === undefined) break
      account.update('calls', seen[0] ?? '', { hs_call_status: 'COMPLETED' })
    }

    expect(new Set(seen).size).toBe(450)
    expect(sandbox.requests.byKind.search).toBe(3)
  })

  test('finds a record edited between two searches in its new window, and only there', async () => {
    let now = noon
    const world = await aSandbox({ clock: () => now })
    const { account } = world.sandbox
    for (const id of ['1', '2', '3']) account.create('deals', {}, { id })
    const before: Filter = ['hs_lastmodifieddate', 'LT', String(noon + 1)]
    const after: Filter = ['hs_lastmodifieddate', 'GTE', String(noon + 1)]
    expect(await found('deals', world, [before])).toEqual(['1', '2', '3'])

    now += 1_000
    account.update('deals', '2', { amount: '1' })
    account.update('deals', '2', { amount: '2' })

    expect(await found('deals', world, [before])).toEqual(['1', '3'])
    expect(await found('deals', world, [after])).toEqual(['2'])
    expect((await world.ask('/crm/objects/2026-09/deals')).json.results.map((deal) => deal.id)).toEqual([
      '1',
      '2',
      '3',
    ])
  })

  test('reaches all of more than 10,000 records of one millisecond by id', async () => {
    const { sandbox, ask } = await aSandbox()
    for (let at = 0; at < 12_345; at += 1) sandbox.account.create('tasks', {}, { atMs: noon - 1 })
    const seen = new Set<string>()
    let last = '0'
    for (;;) {
      const filters: Filter[] = [
        ['hs_lastmodifieddate', 'EQ', String(noon - 1)],
        ['hs_object_id', 'GT', last],
      ]
      const { json } = await ask(
        '/crm/objects/2026-09/tasks/search',
        searchBody(filters, { sorts: ['hs_object_id'] }),
      )
      for (const task of json.results) seen.add(task.id)
      last = json.results.at(-1)?.id ?? ''
      if (json.paging === undefined) break
    }

    expect(seen.size).toBe(12_345)
  })

  test('pages by offset without a link, up to 10,000 results and no further', async () => {
    const { sandbox, ask } = await aSandbox()
    for (let at = 0; at < 10_050; at += 1) sandbox.account.create('notes', {})
    const page = (after: string, limit = 200) =>
      ask('/crm/objects/2026-09/notes/search', { limit, after, sorts: ['hs_object_id'] })

    const first = await page('0')
    const last = await page('9800')
    const beyond = await page('9900')

    expect(first.json).toMatchObject({ total: 10_050, paging: { next: { after: '200' } } })
    expect(first.json.paging?.next).not.toHaveProperty('link')
    expect(last.status).toBe(200)
    expect(beyond.json).toMatchObject({ status: 'error', category: 'VALIDATION_ERROR' })
  })

  test('refuses what HubSpot refuses', async () => {
    const { ask } = await withDeals()
    const search = (body: object) => ask('/crm/objects/2026-09/deals/search', body)
    const filter = { propertyName: 'amount', operator: 'GT', value: '1' }
    const times = (count: number, thing: object) => Array.from({ length: count }, () => thing)

    expect((await search({ limit: 201 })).status).toBe(400)
    expect((await search({ query: 'x'.repeat(3_001) })).status).toBe(400)
    expect((await search({ filterGroups: times(6, { filters: [filter] }) })).status).toBe(400)
    expect((await search({ filterGroups: [{ filters: times(7, filter) }] })).status).toBe(400)
    expect((await search({ filterGroups: times(4, { filters: times(5, filter) }) })).status).toBe(400)
    const unknown = await search(searchBody([['no_such_name', 'EQ', '1']]))
    expect(unknown.status).toBe(400)
    expect(unknown.json.errors[0]).toMatchObject({
      code: 'PROPERTY_DOESNT_EXIST',
      context: { propertyName: ['no_such_name'] },
    })
  })

  test('finds contacts by their own last-modified property; the other one silently finds nothing', async () => {
    const world = await aSandbox()
    world.sandbox.account.create(
      'contacts',
      { hs_lastmodifieddate: new Date(noon).toISOString() },
      { id: '5' },
    )

    expect(await found('contacts', world, [['lastmodifieddate', 'GTE', String(noon - 1)]])).toEqual(['5'])
    expect(await found('contacts', world, [['hs_lastmodifieddate', 'GTE', String(noon - 1)]])).toEqual([])
  })

  test('never shows archived records, associations or history', async () => {
    const world = await withDeals()
    world.sandbox.account.archive('deals', '1')

    const { json } = await world.ask(
      '/crm/objects/2026-09/deals/search',
      searchBody([['amount', 'HAS_PROPERTY']]),
    )

    expect(json.results.map((deal) => deal.id)).toEqual(['2'])
    expect(json.results[0]).not.toHaveProperty('associations')
    expect(json.results[0]).not.toHaveProperty('propertiesWithHistory')
  })

  test('finds records by the records they are linked to', async () => {
    const world = await withDeals()
    world.sandbox.account.create('companies', {}, { id: '50' })
    world.sandbox.account.associate({ type: 'deals', id: '2' }, { type: 'companies', id: '50' })

    expect(await found('deals', world, [['associations.company', 'EQ', '50']])).toEqual(['2'])
  })
})
