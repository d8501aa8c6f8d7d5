import { expect, test } from 'vitest'
import { bulkAccount } from '../../../src/sandbox/hubspot/bulk-account.ts'
import { aSandbox, noon } from './sandbox.ts'

const options = { activities: 1_000_000, reps: 250, days: 540, zone: 'Europe/Copenhagen', now: noon }

test('a million activities need almost no memory and are all there', async () => {
  const before = process.memoryUsage().heapUsed
  const { ask } = await aSandbox({ account: bulkAccount(options) })

  const { json } = await ask('/crm/limits/2026-09/records')
  const first = await ask('/crm/objects/2026-09/calls?limit=2&properties=hubspot_owner_id,hs_timestamp')
  const last = await ask('/crm/objects/2026-09/calls?limit=100&after=20000439999')

  const usages = JSON.stringify(json).matchAll(/"usage":(\d+)/g)
  expect([...usages].reduce((sum, [, usage]) => sum + Number(usage), 0)).toBe(1_000_000)
  expect(first.json.results.map((call) => call.id)).toEqual(['20000000001', '20000000002'])
  expect(last.json.results.map((call) => call.id)).toEqual(['20000439999', '20000440000'])
  expect(last.json).not.toHaveProperty('paging')
  expect(Number(last.json.results[1]?.properties['hs_object_id'])).toBe(20_000_440_000)
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(60e6)
})

test('reading all pages returns every record once, also around an edited one', async () => {
  const account = bulkAccount({ ...options, activities: 5_000 })
  const { sandbox, ask } = await aSandbox({ account })
  account.update('calls', '20000000150', { hs_call_status: 'CANCELED' })
  account.archive('calls', '20000000151')
  const added = account.create('calls', { hs_call_status: 'QUEUED' })
  const ids: string[] = []
  let after = '0'
  while (after !== '') {
    const { json } = await ask(`/crm/objects/2026-09/calls?limit=100&after=${after}`)
    ids.push(...json.results.map((call) => call.id))
    after = json.paging?.next.after ?? ''
  }

  expect(ids).toHaveLength(2_200)
  expect(new Set(ids).size).toBe(2_200)
  expect(ids).not.toContain('20000000151')
  expect(ids.at(-1)).toBe(added.id)
  expect(sandbox.account.table('calls').size(true)).toBe(1)
})

test('a search by window finds what was created and what was edited in it', async () => {
  const account = bulkAccount({ ...options, activities: 50_000 })
  const { ask } = await aSandbox({ account })
  account.update('calls', '20000000001', { hs_call_status: 'CANCELED' })
  const search = (fromMs: number) =>
    ask('/crm/objects/2026-09/calls/search', {
      limit: 200,
      sorts: ['hs_object_id'],
      filterGroups: [
        { filters: [{ propertyName: 'hs_lastmodifieddate', operator: 'GTE', value: String(fromMs) }] },
      ],
    })

  expect((await search(noon)).json.results.map((call) => call.id)).toEqual(['20000000001'])
  const dayBefore = await search(noon - 27 * 3_600_000)
  expect(dayBefore.json.total).toBeGreaterThan(40)
  for (const call of dayBefore.json.results.slice(1)) {
    expect(Date.parse(call.properties['hs_lastmodifieddate'] ?? '')).toBeGreaterThan(noon - 27 * 3_600_000)
  }
})
