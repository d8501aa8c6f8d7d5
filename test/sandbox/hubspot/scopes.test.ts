import { expect, test } from 'vitest'
import { aSandbox } from './sandbox.ts'

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

test('the properties of a type may be listed with the scope for its records or for its schema', async () => {
  const { ask } = await aSandbox({ scopes: ['crm.schemas.deals.read'] })

  expect((await ask(`/crm/properties/${V}/deals`)).status).toBe(200)
  expect((await ask(`/crm/objects/${V}/deals`)).status).toBe(403)
  expect(await ask(`/crm/properties/${V}/contacts`)).toMatchObject(
    lacking('crm.objects.contacts.read', 'crm.schemas.contacts.read'),
  )
})
