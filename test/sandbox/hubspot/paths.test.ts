import { expect, test } from 'vitest'
import { aSandbox } from './sandbox.ts'

const pairs = [
  ['/crm/v3/objects/deals', '/crm/objects/2026-09/deals'],
  ['/crm/v3/owners', '/crm/owners/2026-09'],
  ['/crm/v3/pipelines/deals', '/crm/pipelines/2026-09/deals'],
  ['/crm/v3/properties/deals', '/crm/properties/2026-09/deals'],
  ['/crm/v4/associations/deals/companies/labels', '/crm/associations/2026-09/deals/companies/labels'],
  ['/settings/v3/users/teams', '/settings/users/2026-09/teams'],
  ['/settings/v3/currencies/exchange-rates', '/settings/currencies/2026-09/exchange-rates'],
  ['/account-info/v3/details', '/account-info/2026-09/details'],
] as const

test('numbered paths are a 404, as after their end in 2027', async () => {
  const { ask } = await aSandbox()

  for (const [numbered, dated] of pairs) {
    expect(await ask(numbered), numbered).toMatchObject({ status: 404, json: { status: 'error' } })
    expect((await ask(dated)).status, dated).toBe(200)
  }
})

test('numbered and dated paths give the same answers if the option for it is set', async () => {
  const { ask } = await aSandbox({ answersNumbered: true })

  for (const [numbered, dated] of pairs) {
    const before = await ask(numbered)
    expect(before.status, numbered).toBe(200)
    expect(before.json, numbered).toEqual((await ask(dated)).json)
  }
})

test('only releases that HubSpot supports are answered', async () => {
  const { ask } = await aSandbox()

  expect((await ask('/crm/objects/2026-03/deals')).status).toBe(200)
  expect((await ask('/crm/objects/2031-03/deals')).status).toBe(404)
})
