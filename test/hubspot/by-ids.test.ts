import { describe, expect, test } from 'vitest'
import { anAccount, aServer, aWorld, errorOf, noon, sendJson } from './worlds.ts'

const stamp = { hs_lastmodifieddate: '2026-11-18T10:00:00Z' }

/** A source that gets these results from every batch read. */
function aBatchOf(results: unknown, { status = 200, ...rest }: { status?: number; errors?: unknown } = {}) {
  return aServer((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ status: 'COMPLETE', results, ...rest }))
  })
}

function ids(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1))
}

describe('stored records that are read again', () => {
  test('come in their present state, even if a change moved no date', async () => {
    const account = anAccount()
    account.create('deals', { amount: '100', own_cost: '40' }, { id: '7', atMs: noon - 5_000 })
    account.create('deals', {}, { id: '8', atMs: noon - 5_000 })
    account.update('deals', '7', { amount: '120' }, { bump: false })
    const { source, sandbox } = await aWorld({ account })

    const held = await source.readByIds('deals', ['8', '7', '7'], {
      cost: 'own_cost',
      contractYears: null,
      territory: null,
    })

    expect(held.facts.map((fact) => fact.id).sort()).toEqual(['7', '8'])
    expect(held.facts.find((fact) => fact.id === '7')).toMatchObject({ amount: '120', cost: '40' })
    expect(held).toMatchObject({ skipped: [], gone: [], merges: [], serverTime: noon })
    expect(sandbox.requests.byKind).toEqual({ batchRead: 1 })
  })

  test('are gone when they were archived, erased or never there', async () => {
    const account = anAccount()
    for (const id of ['1', '2', '3']) account.create('contacts', {}, { id })
    account.archive('contacts', '1')
    account.gdprDelete('2')
    const { source } = await aWorld({ account })

    const held = await source.readByIds('contacts', ['1', '2', '3', '4'])

    expect(held.facts.map((fact) => fact.id)).toEqual(['3'])
    expect(held.gone.sort()).toEqual(['1', '2', '4'])
  })

  test('are also gone when HubSpot does not mention them, or shows them in the recycle bin', async () => {
    const source = await aBatchOf([
      { id: '1', properties: stamp },
      { id: '2', properties: stamp, archived: true },
    ])

    const held = await source.readByIds('notes', ['1', '2', '3'])

    expect(held.facts.map((fact) => fact.id)).toEqual(['1'])
    expect(held.gone.sort()).toEqual(['2', '3'])
  })

  test('lead to the new record after a merge, and after a chain of merges', async () => {
    const account = anAccount()
    for (const id of ['1', '2', '3', '4']) account.create('deals', { amount: '10' }, { id })
    const first = account.merge('deals', '1', '2')
    const last = account.merge('deals', first.id, '3')
    const { source, sandbox } = await aWorld({ account })

    const held = await source.readByIds('deals', ['1', '3', '4'])

    expect(held.facts.map((fact) => fact.id).sort()).toEqual(['4', last.id].sort())
    expect(held.merges).toHaveLength(4)
    for (const from of ['1', '2', '3', first.id]) expect(held.merges).toContainEqual({ from, into: last.id })
    expect(held.gone).toEqual([])
    expect(sandbox.requests.total).toBe(1)
  })

  test('lead to the new record after a merge even if it does not list them', async () => {
    const account = anAccount()
    for (const id of ['1', '2', '3', '4', '5']) account.create('contacts', {}, { id })
    const one = account.merge('contacts', '1', '2')
    const other = account.merge('contacts', '3', '4')
    for (const { id } of [one, other]) account.update('contacts', id, { hs_merged_object_ids: '' })
    const { source, sandbox } = await aWorld({ account })

    const plain = await source.readByIds('contacts', ['1', '5', '77'])
    const requests = sandbox.requests.byKind.batchRead
    const unclear = await source.readByIds('contacts', ['1', '2', '3', '5', '77'])

    expect(plain).toMatchObject({ merges: [{ from: '1', into: one.id }], gone: ['77'] })
    expect(requests).toBe(1)
    expect(unclear.merges).toHaveLength(3)
    expect(unclear.merges).toContainEqual({ from: '1', into: one.id })
    expect(unclear.merges).toContainEqual({ from: '2', into: one.id })
    expect(unclear.merges).toContainEqual({ from: '3', into: other.id })
    expect(unclear.facts.map((fact) => fact.id).sort()).toEqual(['5', one.id, other.id].sort())
    expect(unclear.gone).toEqual(['77'])
  })

  test('are gone if the record they were merged into was archived', async () => {
    const account = anAccount()
    for (const id of ['1', '2']) account.create('deals', {}, { id })
    account.archive('deals', account.merge('deals', '1', '2').id)
    const { source } = await aWorld({ account })

    expect(await source.readByIds('deals', ['1', '2'])).toMatchObject({ facts: [], gone: ['1', '2'] })
  })

  test('are not gone when they cannot be read or HubSpot failed to return them', async () => {
    const source = await aBatchOf([{ id: '1', properties: { hs_lastmodifieddate: 'never' } }], {
      status: 207,
      errors: [
        { category: 'INTERNAL_ERROR', context: { ids: ['2'] } },
        { category: 'OBJECT_NOT_FOUND', context: { ids: ['3'] } },
        { context: { ids: ['4'] } },
      ],
    })

    const held = await source.readByIds('notes', ['1', '2', '3', '4'])

    expect(held.skipped.map(({ id }) => id)).toEqual(['1', '2'])
    expect(held.gone).toEqual(['3', '4'])
  })

  test('are not gone if a returned record has no valid id and could be one of them', async () => {
    const source = await aBatchOf([{ id: 'abc', properties: stamp }])

    expect(await source.readByIds('notes', ['1'])).toMatchObject({ gone: [], skipped: [{ id: 'abc' }] })
  })

  test('are asked for again after an incomplete batch or an error that names no id', async () => {
    const answers = [
      { status: 'PROCESSING', results: [] },
      { results: [], errors: [{ category: 'INTERNAL_ERROR', context: {} }] },
      { results: [{ id: '1', properties: stamp }] },
    ]
    const source = await aServer((_, response) => {
      response.writeHead(207, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answers.shift()))
    })

    expect((await source.readByIds('notes', ['1'])).gone).toEqual([])
    expect(answers).toEqual([])
  })

  test('are read a hundred at once, in a single request', async () => {
    const account = anAccount()
    for (const id of ids(100)) account.create('calls', {}, { id })
    const { source, sandbox } = await aWorld({ account })

    expect((await source.readByIds('calls', ids(100))).facts).toHaveLength(100)
    expect(sandbox.requests.total).toBe(1)
    await expect(source.readByIds('calls', ids(101))).rejects.toThrow('100 ids')
    await expect(source.readByIds('calls', [])).rejects.toThrow('no ids')
    expect(sandbox.requests.total).toBe(1)
  })

  test('are not gone when HubSpot cannot be reached', async () => {
    const { source, sandbox } = await aWorld()
    sandbox.faults.next({ kind: 'html', status: 502, times: 99 })

    expect(await errorOf(source.readByIds('calls', ['1']))).toMatchObject({
      fault: 'unreachable',
      what: 'calls',
    })
  })
})

describe('merges', () => {
  test('are reported by pages of list and search, for deals and contacts', async () => {
    const account = anAccount()
    const { source } = await aWorld({ account })

    for (const type of ['deals', 'contacts'] as const) {
      for (const id of ['1', '2', '3']) account.create(type, {}, { id, atMs: noon - 1 })
      const into = account.merge(type, '1', '2').id
      const merges = [
        { from: '1', into },
        { from: '2', into },
      ]
      const window = { from: noon - 10, to: noon + 1 }
      expect((await source.listPage(type, null)).merges).toEqual(merges)
      expect((await source.changedPage(type, window, null)).merges).toEqual(merges)
    }
  })

  test('are read from both properties of a contact, since each may lack some', async () => {
    const properties = {
      lastmodifieddate: '2026-11-18T10:00:00Z',
      hs_merged_object_ids: '11;12;',
      hs_calculated_merged_vids: '12:1794456053000;13:1794456053000; ;x:1;9:5',
    }
    const source = await aServer((request, response) =>
      sendJson(response, {
        results: request.url?.includes('/properties/') ? [] : [{ id: '9', properties }],
      }),
    )

    expect((await source.listPage('contacts', null)).merges).toEqual([
      { from: '11', into: '9' },
      { from: '12', into: '9' },
      { from: '13', into: '9' },
    ])
  })

  test('are ignored if the record is itself returned', async () => {
    const properties = { ...stamp, hs_merged_object_ids: '2;3' }
    const source = await aBatchOf([
      { id: '1', properties },
      { id: '2', properties: stamp },
    ])

    expect((await source.listPage('deals', null)).merges).toEqual([{ from: '3', into: '1' }])
  })
})
