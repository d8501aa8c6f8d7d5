import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDigest } from '../../src/digests/read-digest.ts'
import type { Rules } from '../../src/domain/company/rules.ts'
import type { DigestSetting } from '../../src/domain/company/settings.ts'
import { FACT_TYPES } from '../../src/domain/facts/facts.ts'
import { aCall, aCursor, aDeal, anAccount, anOwner, at, aWonDeal, rulesBody } from '../builders.ts'
import { type TestStore, testStore } from '../store/stores.ts'

const NOW = at('2026-09-22T06:00:00Z')

const SETTING = {
  name: 'morning',
  channel: 'C0SALES',
  scope: 'everyone',
  days: [1, 2, 3, 4, 5],
  time: '08:00',
  zone: 'Europe/Copenhagen',
  top: 5,
  board: 'revenue',
  columns: ['calls', 'revenue'],
  quotaColumn: true,
  weekly: true,
  monthly: true,
  staleMinutes: 60,
  enabled: true,
}

describe('a digest made from the store', () => {
  let world: TestStore
  let rules: Rules

  beforeEach(async () => {
    world = await testStore('sqlite')
    const { store } = world
    rules = await store.rules.adopt(rulesBody({ renewalPipelines: ['renewals'] }))
    await store.settings.save({ visibility: 'named' })
    await store.directory.saveAccount(anAccount())
    const gone = anOwner({ id: '2', isArchived: true, archivedAt: NOW, email: 'bo@example.com' })
    await store.directory.saveOwners([anOwner(), gone], [])
    for (const type of FACT_TYPES) await store.cursors.save(aCursor({ type, asOf: NOW }))
  })
  afterEach(() => world.end())

  async function digest(setting: Partial<DigestSetting> = {}) {
    const order = { localDate: '2026-09-22', dueAt: NOW, at: NOW, lateMinutes: null, force: false }
    const ports = { store: world.store, clock: { now: () => NOW } }
    const made = await readDigest(ports, { ...SETTING, ...setting }, order)
    if ('notReady' in made) throw new Error(made.notReady)
    return made
  }

  it('counts open deals that are due only in sales pipelines and for active owners', async () => {
    const soon = { amount: '5000', closesAt: at('2026-09-24T09:00:00Z') }
    const facts = [
      aWonDeal({ amount: '1000', closesAt: at('2026-09-01T09:00:00Z') }),
      aDeal({ id: '1', ...soon }),
      aDeal({ id: '2', ...soon, pipelineId: 'renewals' }),
      aDeal({ id: '3', ...soon, ownerId: '2' }),
    ]
    const cursor = aCursor({ type: 'deals', asOf: NOW })
    await world.store.facts.savePage({ type: 'deals', facts, skipped: [], cursor }, rules)

    expect((await digest()).worthKnowing).toMatchObject({ kind: 'dueSoon', deals: 1 })
  })

  it('shows no quota on margins, which only a few people may see', async () => {
    const span = { from: '2026-09-01', to: '2026-10-01' }
    const quota = { source: 'slack', who: 'rep:1', target: '1000', ...span } as const
    const quotas = [
      { ...quota, metric: 'margin' },
      { ...quota, metric: 'revenue' },
    ]
    await world.store.settings.save({ costProperty: 'cost', quotas })

    const posted = await digest({ board: 'margin', columns: ['margin', 'calls'] })

    expect(posted).toMatchObject({ quota: { metric: 'revenue' }, board: null, table: { columns: ['calls'] } })
    expect(JSON.stringify(posted)).not.toContain('margin')
  })

  it('uses the quota period that most reps share, and names the days without a quota', async () => {
    const owners = ['1', '2', '3'].map((id) => anOwner({ id, email: `rep${id}@example.com` }))
    await world.store.directory.saveOwners(owners, [])
    const quarter = { from: '2026-07-01', to: '2026-10-01' }
    const quota = { source: 'slack', metric: 'revenue', target: '1000' } as const
    const quotas = [
      { ...quota, who: 'rep:1', from: '2026-09-01', to: '2026-10-01' },
      { ...quota, who: 'rep:2', ...quarter },
      { ...quota, who: 'rep:3', ...quarter },
    ]
    await world.store.settings.save({ visibility: 'named', quotas })
    const posted = await digest()

    expect(posted.quota).toMatchObject({ asked: { period: quarter }, uncoveredDays: 44 })
    expect(posted.table?.rows.map(({ uncoveredDays }) => uncoveredDays)).toEqual([44, 0, 0])
  })

  it('shows no bookings, rather than 0, when deals cannot be read', async () => {
    const facts = [aCall({ at: at('2026-09-21T09:00:00Z') })]
    const cursor = aCursor({ type: 'calls', asOf: NOW })
    await world.store.facts.savePage({ type: 'calls', facts, skipped: [], cursor }, rules)
    const refused = { asOf: null, fault: 'forbidden', error: 'no scope' } as const
    await world.store.cursors.save(aCursor({ type: 'deals', ...refused }))

    expect(await digest()).toMatchObject({
      quota: null,
      board: null,
      lastDay: { counts: [{ metric: 'calls', value: 1 }] },
      table: { columns: ['calls'], hasQuotaColumn: false },
    })
  })
})
