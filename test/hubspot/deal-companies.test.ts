import { describe, expect, test } from 'vitest'
import { anAccount, aServer, aWorld, errorOf, sendJson } from './worlds.ts'

const plain = { category: 'HUBSPOT_DEFINED', typeId: 341, label: null }
const primary = { category: 'HUBSPOT_DEFINED', typeId: 5, label: 'Primary' }
const own = { category: 'USER_DEFINED', typeId: 5, label: 'Reseller' }

function aLink(toObjectId: number | string, ...associationTypes: object[]) {
  return { toObjectId, associationTypes }
}

describe('the company of a deal', () => {
  test('is the primary one, otherwise the one with the lowest id, otherwise none', async () => {
    const account = anAccount()
    for (const id of ['5', '30', '200']) account.create('companies', {}, { id })
    const links = {
      '1': [{ id: '5' }, { id: '200', primary: true }],
      '2': [{ id: '200' }, { id: '30' }],
      '3': [],
    }
    for (const [id, companies] of Object.entries(links)) {
      account.create('deals', {}, { id, associations: { companies } })
    }
    const { source, sandbox } = await aWorld({ account })

    expect(await source.dealCompanies(['3', '1', '2', '99'])).toEqual([
      { dealId: '3', companyId: null },
      { dealId: '1', companyId: '200' },
      { dealId: '2', companyId: '30' },
      { dealId: '99', companyId: null },
    ])
    expect(sandbox.requests.byKind).toEqual({ associations: 1 })
  })

  test('is not chosen by a label of the account that has the same type id', async () => {
    const source = await aServer((_, response) =>
      sendJson(response, {
        status: 'COMPLETE',
        results: [
          { from: { id: '1' }, to: [aLink(6, own, plain), aLink('7', plain), aLink(8, primary, plain)] },
        ],
      }),
    )

    expect(await source.dealCompanies(['1'])).toEqual([{ dealId: '1', companyId: '8' }])
  })

  test('is found on a later page, for each deal separately', async () => {
    const account = anAccount()
    const companies = Array.from({ length: 1_100 }, (_, index) => ({ id: String(5_000 + index) }))
    for (const { id } of [...companies, { id: '4' }]) account.create('companies', {}, { id })
    const last = companies.map((link, index) => (index === 1_099 ? { ...link, primary: true } : link))
    account.create('deals', {}, { id: '1', associations: { companies: last } })
    account.create('deals', {}, { id: '2', associations: { companies: [...companies, { id: '4' }] } })
    account.create('deals', {}, { id: '3', associations: { companies: [{ id: '4' }] } })
    const { source, sandbox } = await aWorld({ account })

    expect(await source.dealCompanies(['1', '2', '3'])).toEqual([
      { dealId: '1', companyId: '6099' },
      { dealId: '2', companyId: '4' },
      { dealId: '3', companyId: '4' },
    ])
    expect(sandbox.requests.total).toBe(3)
  })

  test('is left open for a deal that HubSpot fails to return', async () => {
    const source = await aServer((_, response) => {
      response.writeHead(207, { 'content-type': 'application/json' })
      const none = { category: 'OBJECT_NOT_FOUND', subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND' }
      const errors = [
        { ...none, context: { fromObjectId: ['1'] } },
        { category: 'INTERNAL_ERROR', context: { fromObjectId: ['2'] } },
      ]
      response.end(JSON.stringify({ status: 'COMPLETE', results: [], numErrors: 2, errors }))
    })

    expect(await source.dealCompanies(['1', '2'])).toEqual([{ dealId: '1', companyId: null }])
  })

  test('is read for a thousand deals at once, and repeated pages are given up', async () => {
    const account = anAccount()
    const ids = Array.from({ length: 1_000 }, (_, index) => String(index + 1))
    const { source, sandbox } = await aWorld({ account })
    const circle = { from: { id: '1' }, to: [], paging: { next: { after: '500' } } }
    const circling = await aServer((_, response) => sendJson(response, { results: [circle] }))

    expect(await source.dealCompanies(ids)).toHaveLength(1_000)
    expect(sandbox.requests.byStatus).toEqual({ '207': 1 })
    await expect(source.dealCompanies([...ids, '1001'])).rejects.toThrow('1000 ids')
    expect(await source.dealCompanies([])).toEqual([])
    expect(await errorOf(circling.dealCompanies(['1']))).toMatchObject({ fault: 'unreachable' })
  })

  test('does not wait for a rate limit on lists', async () => {
    const { source, sandbox, sent } = await aWorld({}, { retry: { tenSecondsMs: 800 } })
    sandbox.faults.next({ kind: 'ten-secondly', match: { kind: 'list' } })

    const startedAt = performance.now()
    const answered: string[] = []
    const list = source.listPage('calls', null).then(() => answered.push('list'))
    await new Promise((resolve) => setTimeout(resolve, 50))
    await Promise.all([list, source.dealCompanies(['1']).then(() => answered.push('companies'))])

    expect(answered).toEqual(['companies', 'list'])
    expect(performance.now() - startedAt).toBeGreaterThan(790)
    expect(sent.map(({ kind, type }) => `${kind} ${type}`)).toContain('associations companies')
  })
})
