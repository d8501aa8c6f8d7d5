import { describe, expect, test } from 'vitest'
import { aSandbox, noon } from './sandbox.ts'
import { found, searchBody } from './search-body.ts'

describe('the search index', () => {
  test('lags: the old value still matches, but the answer shows the new one', async () => {
    let now = noon
    const world = await aSandbox({ clock: () => now })
    const { account } = world.sandbox
    account.create('deals', { amount: '1' }, { id: '7' })
    world.sandbox.faults.indexLagMs = 30_000
    account.update('deals', '7', { amount: '2' })
    account.create('deals', { amount: '2' }, { id: '8' })
    now += 2_000

    const { json } = await world.ask('/crm/objects/2026-09/deals/search', searchBody([['amount', 'EQ', '1']]))
    expect(json.results.map((deal) => [deal.id, deal.properties['amount']])).toEqual([['7', '2']])
    expect(await found('deals', world, [['amount', 'EQ', '2']])).toEqual([])
    expect((await world.ask('/crm/objects/2026-09/deals')).json.results).toHaveLength(2)

    now += 28_000
    expect(await found('deals', world, [['amount', 'EQ', '2']])).toEqual(['7', '8'])
  })

  test('can hide one record until a given time, and one edit for longer than others', async () => {
    let now = noon
    const world = await aSandbox({ clock: () => now })
    const { account, faults } = world.sandbox
    account.create('calls', {}, { id: '1' })
    account.create('calls', {}, { id: '2' })
    faults.hide('calls', '1', noon + 1_000)
    account.update('calls', '2', { hs_call_status: 'COMPLETED' }, { indexLagMs: 2_000 })
    const completed = () => found('calls', world, [['hs_call_status', 'EQ', 'COMPLETED']])
    const all = () => found('calls', world, [['hs_object_id', 'GT', '0']])

    expect(await all()).toEqual(['2'])
    now = noon + 1_000
    expect(await all()).toEqual(['1', '2'])
    expect(await completed()).toEqual([])
    now = noon + 2_000
    expect(await completed()).toEqual(['2'])
  })
})
