import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hubSpotWords } from '../../src/hubspot/words.ts'
import { readReport } from '../../src/reports/report.ts'
import { aCursor, anAccount, anOwner, at, aWonDeal, rulesBody } from '../builders.ts'
import { type TestStore, testStore } from '../store/stores.ts'

const NOW = at('2026-09-25T14:00:00Z')

describe('a rep who left in the month', () => {
  let world: TestStore

  beforeEach(async () => {
    world = await testStore('sqlite')
    const { store } = world
    const rules = await store.rules.adopt(rulesBody())
    await store.directory.saveAccount(anAccount())
    const left = anOwner({ id: '1', isArchived: true, archivedAt: at('2026-09-10T10:00:00Z') })
    await store.directory.saveOwners(
      [left, anOwner({ id: '2', userId: '502', email: 'bo@example.com' })],
      [{ id: '11', name: 'North' }],
    )
    const facts = [
      aWonDeal({ id: '201', amount: '600', closesAt: at('2026-09-08T09:00:00Z') }),
      aWonDeal({ id: '202', amount: '600', closesAt: at('2026-09-15T09:00:00Z') }),
    ]
    await store.facts.savePage(
      { type: 'deals', facts, skipped: [], cursor: aCursor({ type: 'deals', asOf: NOW }) },
      rules,
    )
    const quota = {
      source: 'csv',
      metric: 'revenue',
      from: '2026-09-01',
      to: '2026-10-01',
      target: '1000',
    } as const
    await store.settings.save({
      quotas: [{ ...quota, who: 'team:11' }],
      groups: { Nordics: { reps: ['1'], teams: ['11'] } },
    })
  })
  afterEach(() => world.end())

  it('counts up to the archive day: what is booked later counts towards no target', async () => {
    const clock = { now: () => NOW }
    const report = await readReport(
      { store: world.store, clock, words: hubSpotWords },
      { periods: ['this month'] },
    )

    expect(report?.['this month']).toMatchObject({
      'team:11': {
        revenue: { value: 600_00 },
        time_to_quota: { value: null },
        _quota: { revenue: { actual: 600_00, time_to_quota: null } },
      },
    })
  })

  it('counts once in a group that names the rep and the team, which has no quota of its own', async () => {
    const clock = { now: () => NOW }
    const report = await readReport(
      { store: world.store, clock, words: hubSpotWords },
      { periods: ['this month'] },
    )

    expect(report?.['_meta']).toMatchObject({
      scopes: ['rep:1', 'rep:2', 'team:11', 'group:Nordics', 'everyone'],
    })
    expect(report?.['this month']).toMatchObject({
      'group:Nordics': { revenue: { value: 600_00 }, quota_attainment: { value: null } },
    })
  })
})
