import { describe, expect, it } from 'vitest'
import type { Scope } from '../../../src/domain/company/roster.ts'
import type { Quota } from '../../../src/domain/quotas/quota.ts'
import { targetOf } from '../../../src/domain/quotas/target.ts'
import { createTargets } from '../../../src/domain/quotas/targets.ts'
import { anOwner } from '../../builders.ts'
import { aRoster } from '../company/roster.ts'

const NORTH = { teamId: '11', name: 'North', isPrimary: true }
const SOUTH = { teamId: '12', name: 'South', isPrimary: true }
const roster = aRoster({
  owners: [
    anOwner({ teams: [NORTH] }),
    anOwner({ id: '2', firstName: 'Bo', teams: [NORTH] }),
    anOwner({ id: '3', firstName: 'Cy', teams: [SOUTH] }),
    anOwner({ id: '4', firstName: 'Dee', teams: [] }),
  ],
  teams: [
    { id: '11', name: 'North' },
    { id: '12', name: 'South' },
  ],
})

function aQuota(changes: Partial<Quota>): Quota {
  const who = { kind: 'rep', ownerId: '1' } as const
  const period = { from: '2026-09-01', to: '2026-10-01' }
  return { source: 'hubspot', who, metric: 'revenue', ...period, target: '2200', madeAt: 1, ...changes }
}

const QUOTAS = [
  aQuota({}),
  aQuota({ who: { kind: 'rep', ownerId: '2' }, target: '1000' }),
  aQuota({ who: { kind: 'rep', ownerId: '3' }, target: '700', to: '2026-09-15' }),
  aQuota({ metric: 'calls', target: '300' }),
  aQuota({ from: '2026-10-01', to: '2026-11-01', target: '99' }),
  aQuota({ who: { kind: 'team', teamId: '12' }, target: '5000', from: '2026-09-10' }),
]
const SCOPES: Scope[] = [
  ...['1', '2', '3', '4', 'stranger'].map((ownerId): Scope => ({ kind: 'rep', ownerId })),
  { kind: 'team', teamId: '11' },
  { kind: 'team', teamId: '12' },
  { kind: 'group', name: 'unknown' },
  { kind: 'everyone' },
]
const ASKED = ['revenue', 'calls', 'meetings'].flatMap((metric) => [
  { metric, from: '2026-09-01', to: '2026-10-01' },
  { metric, from: '2026-09-01', to: '2026-09-08' },
  { metric, from: '2026-07-01', to: '2026-11-01' },
])

describe('targets that are computed once', () => {
  it('equal those computed each time, for every scope, metric and period', () => {
    const targets = createTargets(roster, QUOTAS)

    for (const scope of [...SCOPES, ...SCOPES.reverse()]) {
      for (const asked of ASKED) {
        expect(targets(scope, asked), JSON.stringify({ scope, asked })).toEqual(
          targetOf(roster, scope, QUOTAS, asked),
        )
      }
    }
  })
})
