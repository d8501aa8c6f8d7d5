import { expect, test } from 'vitest'
import { loadAccount } from '../../../src/sandbox/hubspot/load-account.ts'
import { aSandbox, golden } from './sandbox.ts'

const V = '2026-09'

function lacking(...scopes: string[]) {
  const errors = [{ context: { requiredGranularScopes: scopes } }]
  return { status: 403, json: { category: 'MISSING_SCOPES', errors } }
}

test('a token without any scope is told which scope each request needs', async () => {
  const { ask } = await aSandbox({ scopes: [] })

  expect(await ask(`/crm/objects/${V}/deals`)).toMatchObject(lacking('crm.objects.deals.read'))
  expect(await ask(`/crm/objects/${V}/users`)).toMatchObject(lacking('crm.objects.users.read'))
  expect(await ask(`/crm/objects/${V}/calls/search`, {})).toMatchObject(lacking('crm.objects.contacts.read'))
  expect(await ask(`/crm/owners/${V}`)).toMatchObject(lacking('crm.objects.owners.read'))
  expect(await ask(`/crm/pipelines/${V}/deals`)).toMatchObject(lacking('crm.objects.deals.read'))
  expect(await ask(`/settings/users/${V}/teams`)).toMatchObject(lacking('settings.users.teams.read'))
  expect(await ask(`/settings/currencies/${V}/exchange-rates`)).toMatchObject(
    lacking('settings.currencies.read'),
  )
  expect((await ask(`/account-info/${V}/details`)).status).toBe(200)
})

test('emails need two scopes, links need those of both ends', async () => {
  const { sandbox, ask } = await aSandbox({ scopes: ['crm.objects.deals.read', 'crm.objects.contacts.read'] })
  const links = (to: string) => ask(`/crm/associations/${V}/deals/${to}/batch/read`, { inputs: [] })

  expect(await ask(`/crm/objects/${V}/emails`)).toMatchObject(lacking('sales-email-read'))
  expect(await links('companies')).toMatchObject(lacking('crm.objects.companies.read'))
  expect((await links('calls')).status).toBe(200)

  sandbox.scopes.add('sales-email-read')
  expect((await ask(`/crm/objects/${V}/emails`)).status).toBe(200)
  sandbox.scopes.delete('crm.objects.contacts.read')
  expect(await ask(`/crm/objects/${V}/emails`)).toMatchObject(lacking('crm.objects.contacts.read'))
})

test.each([
  ['tickets', 'tickets', 'tickets'],
  ['quotes', 'crm.objects.quotes.read', 'crm.schemas.quotes.read'],
  ['leads', 'crm.objects.leads.read', 'crm.schemas.leads.read'],
  ['invoices', 'crm.objects.invoices.read', 'crm.schemas.invoices.read'],
  ['commerce_payments', 'crm.objects.commercepayments.read', 'crm.schemas.commercepayments.read'],
  ['companies', 'crm.objects.companies.read', 'crm.schemas.companies.read'],
  ['2-4711', 'crm.objects.custom.read', 'crm.schemas.custom.read'],
] as const)('%s need %s', async (type, scope, schemaScope) => {
  const account = loadAccount(golden('dataset.json'))
  const { sandbox, ask } = await aSandbox({ account, scopes: [] })
  const requests = () => [
    ask(`/crm/objects/${V}/${type}`),
    ask(`/crm/objects/${V}/${type}/1`),
    ask(`/crm/objects/${V}/${type}/search`, {}),
    ask(`/crm/objects/${V}/${type}/batch/read`, { inputs: [] }),
  ]
  const properties = () => ask(`/crm/properties/${V}/${type}`)

  for (const answer of await Promise.all(requests())) expect(answer).toMatchObject(lacking(scope))
  expect(await properties()).toMatchObject(lacking(...new Set([scope, schemaScope])))

  sandbox.scopes.add(scope)
  const statuses = (await Promise.all(requests())).map(({ status }) => status)
  expect(statuses).toEqual([200, 404, 200, 200])
  expect((await properties()).status).toBe(200)
})

test('the schemas of own types need a scope of their own', async () => {
  const { sandbox, ask } = await aSandbox({ scopes: ['crm.objects.custom.read'] })
  const schemas = () => ask(`/crm-object-schemas/${V}/schemas`)

  expect(await schemas()).toMatchObject(lacking('crm.schemas.custom.read'))

  sandbox.scopes.add('crm.schemas.custom.read')
  expect((await schemas()).status).toBe(200)
})

test('the properties of a type may be listed with the scope for its records or for its schema', async () => {
  const { ask } = await aSandbox({ scopes: ['crm.schemas.deals.read'] })

  expect((await ask(`/crm/properties/${V}/deals`)).status).toBe(200)
  expect((await ask(`/crm/objects/${V}/deals`)).status).toBe(403)
  expect(await ask(`/crm/properties/${V}/contacts`)).toMatchObject(
    lacking('crm.objects.contacts.read', 'crm.schemas.contacts.read'),
  )
})
