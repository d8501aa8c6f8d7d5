import { describe, expect, test } from 'vitest'
import { anAccount, aServer, aWorld, errorOf } from './worlds.ts'

describe('the activities of a deal', () => {
  test('are all of the given type, whichever side the link was made from', async () => {
    const account = anAccount()
    account.create('deals', {}, { id: '1', associations: { meetings: [{ id: '30' }] } })
    account.create('deals', {}, { id: '2' })
    for (const id of ['10', '11']) account.create('calls', {}, { id, associations: { deals: [{ id: '1' }] } })
    account.create('emails', {}, { id: '20', associations: { deals: [{ id: '1' }, { id: '2' }] } })
    account.create('meetings', {}, { id: '30' })
    const { source, sandbox } = await aWorld({ account })

    expect(await source.dealActivities(['1', '2'], 'calls')).toEqual([
      { dealId: '1', activityIds: ['10', '11'] },
      { dealId: '2', activityIds: [] },
    ])
    expect(await source.dealActivities(['1', '2'], 'emails')).toEqual([
      { dealId: '1', activityIds: ['20'] },
      { dealId: '2', activityIds: ['20'] },
    ])
    expect(await source.dealActivities(['1', '2'], 'meetings')).toEqual([
      { dealId: '1', activityIds: ['30'] },
      { dealId: '2', activityIds: [] },
    ])
    expect(sandbox.requests.byKind).toEqual({ associations: 3 })
  })

  test('are complete, however many pages each deal has', async () => {
    const account = anAccount()
    account.create('deals', {}, { id: '1' })
    account.create('deals', {}, { id: '2' })
    const ids = Array.from({ length: 1_100 }, (_, index) => String(5_000 + index))
    const links = { deals: [{ id: '1' }] }
    for (const id of ids) account.create('calls', {}, { id, associations: links })
    account.create('calls', {}, { id: '9000', associations: { deals: [{ id: '2' }] } })
    const { source, sandbox } = await aWorld({ account })

    expect(await source.dealActivities(['2', '1'], 'calls')).toEqual([
      { dealId: '2', activityIds: ['9000'] },
      { dealId: '1', activityIds: ids },
    ])
    expect(sandbox.requests.total).toBe(3)
  })

  test('leave out a deal that HubSpot fails to return, and links without a valid id', async () => {
    const results = [{ from: { id: '1' }, to: [{ toObjectId: 7 }, { toObjectId: 'x' }, { toObjectId: 7 }] }]
    const errors = [{ category: 'INTERNAL_ERROR', context: { fromObjectId: ['2'] } }]
    const source = await aServer((_, response) => {
      response.writeHead(207, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ status: 'COMPLETE', results, numErrors: 1, errors }))
    })

    expect(await source.dealActivities(['1', '2'], 'calls')).toEqual([{ dealId: '1', activityIds: ['7'] }])
  })

  test('are refused by type if a scope is missing', async () => {
    const { source, sandbox } = await aWorld()
    sandbox.faults.denyType('emails')

    expect(await errorOf(source.dealActivities(['1'], 'emails'))).toMatchObject({ fault: 'forbidden' })
    expect(await source.dealActivities(['1'], 'calls')).toEqual([{ dealId: '1', activityIds: [] }])
  })
})
