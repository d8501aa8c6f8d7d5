import { expect, test } from 'vitest'
import { loadAccount } from '../../../src/sandbox/hubspot/load-account.ts'
import { aSandbox, golden, noon } from './sandbox.ts'

test("the account's details have its zone, its currency and today's UTC offset", async () => {
  const { client } = await aSandbox()

  const response = await client.apiRequest({ path: '/account-info/2026-09/details' })

  expect(await response.json()).toMatchObject({
    portalId: 1,
    timeZone: 'America/New_York',
    companyCurrency: 'USD',
    utcOffset: '-05:00',
    utcOffsetMilliseconds: -18_000_000,
  })
})

test('archived owners are listed separately, with the user id in another field', async () => {
  const { client, ask } = await aSandbox()

  const active = await client.crm.owners.ownersApi.getPage()
  const archived = await ask('/crm/owners/2026-09?archived=true')

  expect(active.results.map(({ id, userId }) => [id, userId])).toEqual([['1', 5001]])
  expect(archived.json.results).toMatchObject([
    { id: '9', userId: null, userIdIncludingInactive: 5009, archived: true },
  ])
  expect((await ask('/crm/owners/2026-09/5001?idProperty=userId')).json).toMatchObject({ id: '1' })
  expect((await ask('/crm/owners/2026-09/9')).status).toBe(404)
})

test('owners are listed in pages of at most 500', async () => {
  const account = loadAccount(golden('dataset.json'))
  const { client, ask } = await aSandbox({ account })
  const ids: string[] = []
  let after: string | undefined
  do {
    const page = await client.crm.owners.ownersApi.getPage(undefined, after, 3)
    ids.push(...page.results.map((owner) => owner.id))
    after = page.paging?.next?.after
  } while (after !== undefined)

  expect(ids).toEqual(
    account.owners
      .filter((owner) => !owner.archived)
      .map((owner) => owner.id)
      .sort(),
  )
  expect((await ask('/crm/owners/2026-09?limit=501')).status).toBe(400)
})

test('teams without members are listed too', async () => {
  const { client } = await aSandbox({ account: loadAccount(golden('dataset.json')) })

  const teams = await client.settings.users.teamsApi.getAll()

  expect(teams.results.map((team) => team.name)).toEqual(['North', 'South & East', 'Nobody yet'])
  expect(teams.results[2]?.userIds).toEqual([])
})

test('stages have their metadata as strings; a deleted stage disappears from the list but not from deals', async () => {
  const { sandbox, client } = await aSandbox()
  sandbox.account.create('deals', { dealstage: 's2' }, { id: '7' })
  const stage = sandbox.account.pipelines['deals']?.[0]?.stages[1]
  if (stage !== undefined) stage.archived = true

  const pipelines = await client.crm.pipelines.pipelinesApi.getAll('deals')
  const deal = await client.crm.deals.basicApi.getById('7', ['dealstage'])

  const stages = pipelines.results[0]?.stages
  expect(stages?.map((one) => one.id)).toEqual(['s1', 's3', 'won', 'lost'])
  expect(stages?.at(-2)?.metadata).toEqual({ isClosed: 'true', probability: '1.0' })
  expect(deal.properties['dealstage']).toBe('s2')
})

test('properties include call outcomes and stage dates; the suffix of a stage date is not always the stage id', async () => {
  const { sandbox, client } = await aSandbox({ account: loadAccount(golden('dataset.json')) })
  sandbox.account.pipelines['deals']?.[0]?.stages.push({
    id: 'security-Review',
    label: 'Security',
    displayOrder: 9,
    archived: false,
    metadata: { isClosed: 'false', probability: '0.5' },
  })

  const ofDeals = await client.crm.properties.coreApi.getAll('deals')
  const ofCalls = await client.crm.properties.coreApi.getAll('calls')

  const names = ofDeals.results.map((property) => property.name)
  expect(names).toContain('contract_years')
  expect(names).toContain('hs_v2_date_entered_closedwon')
  expect(names.filter((name) => /^hs_v2_date_entered_security_review_\d+$/.test(name))).toHaveLength(1)
  const outcomes = ofCalls.results.find((property) => property.name === 'hs_call_disposition')?.options
  expect(outcomes?.map((option) => option.label)).toContain('Demo <booked>')
})

test('lists all exchange rates, the rates in effect, and the company currency', async () => {
  const { sandbox, ask } = await aSandbox({ account: loadAccount(golden('dataset.json')) })

  const all = await ask('/settings/currencies/2026-09/exchange-rates')
  const current = await ask('/settings/currencies/2026-09/exchange-rates/current')

  expect(all.json.results).toHaveLength(4)
  expect(current.json.results).toHaveLength(3)
  expect(current.json.results).toContainEqual(
    expect.objectContaining({ fromCurrencyCode: 'EUR', conversionRate: 1.086957 }),
  )
  expect((await ask('/settings/currencies/2026-09/company-currency')).json).toMatchObject({
    currencyCode: 'USD',
  })

  sandbox.account.useClock(() => Date.parse('2026-10-01T00:00:00Z'))
  expect((await ask('/settings/currencies/2026-09/exchange-rates/current')).json.results).toContainEqual(
    expect.objectContaining({ fromCurrencyCode: 'EUR', conversionRate: 0.869566 }),
  )
})

test('one answer counts the records of every type', async () => {
  const { sandbox, ask } = await aSandbox()
  for (let at = 0; at < 3; at += 1) sandbox.account.create('calls', {})
  sandbox.account.archive('calls', '100001')

  const { json } = await ask('/crm/limits/2026-09/records')

  expect(json).toMatchObject({
    hubspotDefinedObjectTypes: expect.arrayContaining([
      expect.objectContaining({ objectTypeId: '0-48', usage: 2 }),
      expect.objectContaining({ objectTypeId: '0-3', usage: 0 }),
    ]),
  })
})

test('users are the people behind the owners, by user id', async () => {
  const { ask } = await aSandbox({ clock: () => noon })

  const { json } = await ask('/crm/objects/2026-09/users?properties=hs_internal_user_id,hs_email')

  expect(json.results[0]?.properties).toMatchObject({
    hs_internal_user_id: '5001',
    hs_email: 'ann@example.com',
  })
})
