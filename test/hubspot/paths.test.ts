import { expect, test } from 'vitest'
import { datedUrl } from '../../src/hubspot/paths.ts'

test.each([
  ['/crm/v3/objects/deals', '/crm/objects/2026-09/deals'],
  ['/crm/v3/objects/0-48/batch/read', '/crm/objects/2026-09/0-48/batch/read'],
  ['/crm/v3/owners/', '/crm/owners/2026-09'],
  ['/crm/v4/associations/deals/companies/batch/read', '/crm/associations/2026-09/deals/companies/batch/read'],
  ['/crm/v3/pipelines/deals', '/crm/pipelines/2026-09/deals'],
  ['/crm/v3/properties/deals', '/crm/properties/2026-09/deals'],
  ['/settings/v3/users/teams', '/settings/users/2026-09/teams'],
  ['/crm-object-schemas/v3/schemas', '/crm-object-schemas/2026-09/schemas'],
  ['/proxy/crm/v3/owners', '/proxy/crm/owners/2026-09'],
])('%s is asked at %s', (numbered, dated) => {
  expect(datedUrl(`https://api.hubapi.com${numbered}`)).toBe(`https://api.hubapi.com${dated}`)
})

test('the query string stays as it is, including repeated names', () => {
  const query = '?limit=100&properties=amount&properties=dealstage&archived=false'

  expect(datedUrl(`http://127.0.0.1:1/crm/v3/objects/deals${query}`)).toBe(
    `http://127.0.0.1:1/crm/objects/2026-09/deals${query}`,
  )
})
