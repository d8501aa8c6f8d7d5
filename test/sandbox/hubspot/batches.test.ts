import { describe, expect, test } from 'vitest'
import { aSandbox } from './sandbox.ts'

const inputs = (count: number) => Array.from({ length: count }, (_, at) => ({ id: String(at + 1) }))

describe('reading records by id', () => {
  test('accepts 100 ids, or 50 with history, and names the limit in the refusal', async () => {
    const { ask } = await aSandbox()
    const read = (count: number, propertiesWithHistory: string[]) =>
      ask('/crm/objects/2026-09/deals/batch/read', {
        inputs: inputs(count),
        properties: [],
        propertiesWithHistory,
      })

    expect((await read(100, [])).status).toBe(207)
    const tooMany = await read(101, [])
    expect(tooMany.status).toBe(400)
    expect(tooMany.json).toMatchObject({
      category: 'VALIDATION_ERROR',
      message: expect.stringContaining('The maximum number of inputs supported in a batch is 100'),
    })
    expect((await read(50, ['amount'])).status).toBe(207)
    expect((await read(51, ['amount'])).json.message).toContain('for property histories is 50')
  })

  test('a missing id makes the answer a 207 that names the id; the other records are there', async () => {
    const { sandbox, client } = await aSandbox()
    sandbox.account.create('deals', { amount: '5' }, { id: '1' })
    sandbox.account.create('deals', {}, { id: '2' })
    sandbox.account.archive('deals', '2')

    const answer = await client.crm.deals.batchApi.readWithHttpInfo({
      inputs: inputs(3),
      properties: ['amount'],
      propertiesWithHistory: [],
    })

    expect(answer.httpStatusCode).toBe(207)
    expect(answer.data.results.map((deal) => deal.properties['amount'])).toEqual(['5'])
    expect(answer.data).toMatchObject({
      status: 'COMPLETE',
      errors: [{ category: 'OBJECT_NOT_FOUND', context: { ids: ['2', '3'] } }],
    })
  })

  test('does not keep the order of the ids', async () => {
    const { sandbox, ask } = await aSandbox()
    for (const { id } of inputs(5)) sandbox.account.create('notes', {}, { id })

    const { status, json } = await ask('/crm/objects/2026-09/notes/batch/read', { inputs: inputs(5) })

    expect(status).toBe(200)
    expect(json.results.map((note) => note.id)).not.toEqual(['1', '2', '3', '4', '5'])
    expect(new Set(json.results.map((note) => note.id))).toEqual(new Set(['1', '2', '3', '4', '5']))
  })
})

describe('reading links', () => {
  test('has strings as ids from and numbers as ids to, primary and plain types, and a 207 for unlinked records', async () => {
    const { sandbox, client, ask } = await aSandbox()
    const { account } = sandbox
    account.create('companies', {}, { id: '50' })
    for (const id of ['1', '2']) account.create('deals', {}, { id })
    account.associate({ type: 'deals', id: '1' }, { type: 'companies', id: '50' }, true)
    const before = account.find('deals', '1')?.updatedAt

    const answer = await client.crm.associations.v4.batchApi.getPage('deals', 'companies', {
      inputs: inputs(2),
    })
    const raw = await ask('/crm/associations/2026-09/deals/companies/batch/read', { inputs: inputs(2) })

    expect(answer.results).toHaveLength(1)
    expect(raw.status).toBe(207)
    expect(raw.json.results).toEqual([
      {
        from: { id: '1' },
        to: [
          {
            toObjectId: 50,
            associationTypes: [
              { category: 'HUBSPOT_DEFINED', typeId: 5, label: 'Primary' },
              { category: 'HUBSPOT_DEFINED', typeId: 341, label: null },
            ],
          },
        ],
      },
    ])
    expect(raw.json.errors).toMatchObject([
      {
        category: 'OBJECT_NOT_FOUND',
        subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
        message: 'No company is associated with deal 2.',
        context: { fromObjectId: ['2'] },
      },
    ])
    expect(account.find('deals', '1')?.updatedAt).toBe(before)
  })

  test('a link moved to another company shows immediately, and no last-modified time changes', async () => {
    const { sandbox, ask } = await aSandbox()
    const { account } = sandbox
    for (const id of ['50', '51']) account.create('companies', {}, { id })
    const deal = account.create('deals', {}, { id: '1', atMs: 1_700_000_000_000 })
    account.associate({ type: 'deals', id: '1' }, { type: 'companies', id: '50' })
    const linked = async () => {
      const path = '/crm/associations/2026-09/deals/companies/batch/read'
      const { json } = await ask(path, { inputs: [{ id: '1' }] })
      return json.results[0]?.to?.map((to) => to.toObjectId)
    }
    expect(await linked()).toEqual([50])

    account.dissociate({ type: 'deals', id: '1' }, { type: 'companies', id: '50' })
    account.associate({ type: 'deals', id: '1' }, { type: 'companies', id: '51' })

    expect(await linked()).toEqual([51])
    expect(deal.updatedAt).toBe(new Date(1_700_000_000_000).toISOString())
  })

  test('accepts 1,000 ids, and pages long lists of links per record', async () => {
    const { sandbox, ask } = await aSandbox()
    const { account } = sandbox
    account.create('deals', {}, { id: '1' })
    for (let at = 0; at < 620; at += 1) {
      account.create('calls', {}, { associations: { deals: [{ id: '1' }] } })
    }
    const path = '/crm/associations/2026-09/deals/calls/batch/read'

    const first = await ask(path, { inputs: [{ id: '1' }] })
    const rest = await ask(path, { inputs: [{ id: '1', after: '500' }] })

    expect(first.json.results[0]?.to).toHaveLength(500)
    expect(first.json.results[0]).toMatchObject({ paging: { next: { after: '500' } } })
    expect(rest.json.results[0]?.to).toHaveLength(120)
    expect((await ask(path, { inputs: inputs(1_000) })).status).toBe(207)
    expect((await ask(path, { inputs: inputs(1_001) })).status).toBe(400)
    expect((await ask('/crm/associations/2026-09/deals/companies/labels')).json.results).toMatchObject([
      { typeId: 5 },
      { typeId: 341 },
    ])
  })
})
