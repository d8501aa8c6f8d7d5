import { expect, test } from 'vitest'
import { requestLogs } from '../../bench/request-log.ts'

test('a fill, a poll and a night request dated paths only, and every kind of thing that is read', async () => {
  const { fill, poll, night } = await requestLogs(20)

  expect([fill, poll, night].join('\n')).not.toMatch(/\/v\d+\//)
  for (const line of [fill, poll, night].flatMap((log) => log.split('\n'))) {
    expect(line).toMatch(/^ *\d+ (GET|POST) .*\/2026-09(\/|$)/)
  }
  for (const path of [
    'GET /account-info/2026-09/details',
    'GET /crm/objects/2026-09/goal_targets',
    'GET /crm/objects/2026-09/users',
    'GET /crm/owners/2026-09',
    'GET /crm/pipelines/2026-09/deals',
    'GET /crm/properties/2026-09/calls',
    'GET /settings/currencies/2026-09/exchange-rates',
    'GET /settings/users/2026-09/teams',
    'POST /crm/associations/2026-09/deals/companies/batch/read',
    'POST /crm/objects/2026-09/deals/batch/read',
  ]) {
    expect(fill).toMatch(new RegExp(`^ *\\d+ ${path}$`, 'm'))
  }
  expect(poll).toMatch(/^ *1 POST \/crm\/objects\/2026-09\/calls\/search$/m)
  expect(night).toMatch(/^ *\d+ POST \/crm\/objects\/2026-09\/notes\/batch\/read$/m)
}, 60_000)
