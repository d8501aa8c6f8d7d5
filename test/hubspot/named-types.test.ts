/** Which types of records own metrics mean, whatever the token may look up. */
import { describe, expect, test } from 'vitest'
import { loadAccount } from '../../src/sandbox/hubspot/load-account.ts'
import { allScopes } from '../../src/sandbox/hubspot/scopes.ts'
import { aServer, aWorld, golden, sendJson } from './worlds.ts'

const CLOSED_DATE = { name: 'closed_date', type: 'datetime', label: 'Closed' }
const VISIT = ['visit_date', 'visit_kind']

function theAccount(...missing: string[]) {
  const scopes = allScopes.filter((scope) => !missing.includes(scope))
  return aWorld({ account: loadAccount(golden('dataset.json')), scopes })
}

describe('the object types that own metrics name', () => {
  test("are known by HubSpot's ids, whichever of their names is declared", async () => {
    const { source } = await theAccount()
    const names = ['tickets', '0-5', 'p4000007_visits', '2-4711', 'visits', 'call', '0-48']

    const found = await source.objects(names.map((name) => ({ name, properties: [] })))

    expect(found.map(({ type }) => type)).toEqual([
      '0-5',
      '0-5',
      '2-4711',
      '2-4711',
      '2-4711',
      'calls',
      'calls',
    ])
  })

  test('go by their full names where the token may read their records but not look them up', async () => {
    const { source } = await theAccount('crm.schemas.custom.read')
    const asked = ['p4000007_visits', '2-4711', 'visits'].map((name) => ({ name, properties: VISIT }))

    const found = await source.objects(asked)

    expect(found.map(({ type, problem }) => [type, problem])).toEqual([
      ['p4000007_visits', null],
      ['2-4711', null],
      [null, 'forbidden'],
    ])
    expect(found[0]?.types).toEqual(found[1]?.types)
    const byName = await source.listPage('p4000007_visits', null)
    const byId = await source.listPage('2-4711', null)
    expect(byName.facts.map(({ id }) => id)).toEqual(byId.facts.map(({ id }) => id))
    expect(byName.facts.length).toBeGreaterThan(0)
  })

  test('are none without an id, since their records could be those of another', async () => {
    const { source } = await theAccount()

    expect(await source.objects([{ name: 'deal_split', properties: [] }])).toMatchObject([
      { type: null, problem: 'unknownObject' },
    ])
  })

  test('leave the others alone if the token may not read their records, or only not their properties', async () => {
    const source = await aServer((request, response) => {
      const url = request.url ?? ''
      const isOfProperties = url.includes('/properties/')
      if (url.includes('/0-14') || (isOfProperties && url.includes('/0-136'))) {
        response.writeHead(403, { 'content-type': 'application/json' })
        response.end(JSON.stringify({ status: 'error', category: 'MISSING_SCOPES', message: 'no' }))
      } else sendJson(response, { results: isOfProperties ? [CLOSED_DATE] : [] })
    })
    const names = ['quotes', 'leads', 'tickets']

    const found = await source.objects(names.map((name) => ({ name, properties: ['closed_date'] })))

    expect(found.map(({ name, problem, types }) => [name, problem, types])).toEqual([
      ['quotes', 'forbidden', {}],
      ['leads', 'forbidden', {}],
      ['tickets', null, { closed_date: 'datetime' }],
    ])
  })
})
