/** The real client against the sandbox over HTTP, into a real store. */
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { FACT_TYPES, type FactType } from '../../src/domain/facts/facts.ts'
import type { Store } from '../../src/ports/store.ts'
import type { SandboxAccount } from '../../src/sandbox/hubspot/account.ts'
import { liveUntil, seedCompany } from '../../src/sandbox/hubspot/company/company.ts'
import { loadAccount } from '../../src/sandbox/hubspot/load-account.ts'
import { createSync } from '../../src/sync/sync.ts'
import { at } from '../builders.ts'
import { aSource, aWorld, golden } from '../hubspot/worlds.ts'
import { DATABASES, type Database } from '../store/stores.ts'
import { allTallies, counts, emptyStore } from './worlds.ts'

const minute = 60_000
const ends: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function aStore(database: Database): Promise<Store> {
  const { store, end } = await emptyStore(database)
  ends.push(async () => {
    expect((await store.tallies.verify()).differences).toEqual([])
    await end()
  })
  return store
}

/** An account in the sandbox, a store, and one clock for all. */
async function aSyncedAccount(account: SandboxAccount, database: Database, startsAt: number) {
  const clock = { time: startsAt, now: () => clock.time }
  const { source, sandbox } = await aWorld({ account, clock: () => clock.time }, { clock })
  const store = await aStore(database)
  const sync = createSync({ source, store, clock })
  /** What a first fill would read now. */
  async function filledAnew(): Promise<Store> {
    const fresh = await aStore('sqlite')
    const url = aSource(sandbox.url, { token: sandbox.token, clock })
    const report = await createSync({ source: url, store: fresh, clock }).run()
    expect(FACT_TYPES.map((type) => report.types[type].error)).toEqual(FACT_TYPES.map(() => null))
    return fresh
  }
  return { account, clock, sandbox, source, store, sync, filledAnew }
}

const company = () => seedCompany({ now: at('2026-11-18T12:00:00Z'), seed: 7, days: 12 })
const aCompany = (database: Database) => aSyncedAccount(company(), database, at('2026-11-18T12:00:00Z'))

function firstIds(account: SandboxAccount, type: FactType, count: number): string[] {
  const ids: string[] = []
  for (const record of account.table(type).held()) {
    if (!record.archived && ids.length < count) ids.push(record.id)
  }
  return ids
}

describe.each(DATABASES)('HubSpot over HTTP into %s', (database) => {
  it('every live record of the golden account is in the store, or listed with a reason', async () => {
    const data = golden('dataset.json')
    const now = Date.parse(readFileSync(new URL('../golden/now.txt', import.meta.url), 'utf8').trim())
    const { store, sync } = await aSyncedAccount(loadAccount(data), database, now)

    const report = await sync.run()

    for (const type of FACT_TYPES) {
      const live = (data.objects[type] ?? []).filter(({ archived }) => !archived)
      expect(report.types[type], type).toMatchObject({ error: null, asOf: now })
      expect((await store.facts.count(type)) + report.types[type].skipped, type).toBe(live.length)
    }
    expect(Object.values(report.directory).filter(({ error }) => error !== null)).toEqual([])
    expect((await sync.run()).types.calls.changed).toBe(0)
  })

  it('a company that goes on selling ends up like a first fill of its current state', async () => {
    const { account, clock, store, sync, filledAnew } = await aCompany(database)
    await sync.run()
    for (const hours of [1, 4, 20]) {
      clock.time += hours * 60 * minute
      liveUntil(account, clock.time)
      for (const id of firstIds(account, 'calls', 3))
        account.reassign('calls', id, account.owners[0]?.id ?? null)
      await sync.run()
    }

    const fresh = await filledAnew()

    expect(await counts(store)).toEqual(await counts(fresh))
    expect(await allTallies(store)).toEqual(await allTallies(fresh))
  })
})

describe('HubSpot over HTTP, with faults', () => {
  it('a fill interrupted by an outage resumes and ends like an undisturbed one', async () => {
    const { sandbox, store, sync, filledAnew } = await aCompany('sqlite')
    sandbox.faults.next({ kind: 'reset', match: { type: 'calls', kind: 'list' }, after: 3, times: 20 })
    const stopped = await sync.run()
    sandbox.faults.clear()
    await sync.run()

    expect(stopped.types.calls).toMatchObject({ fault: 'unreachable', asOf: null, changed: 300 })
    expect(stopped.types.emails).toMatchObject({ fault: null, error: null })
    expect(await allTallies(store)).toEqual(await allTallies(await filledAnew()))
  })

  it('faults in a fifth of all answers change nothing in the end', async () => {
    const { sandbox, account, clock, store, sync, filledAnew } = await aCompany('sqlite')
    sandbox.faults.mix({
      share: 0.2,
      seed: 3,
      kinds: [
        { kind: 'reset' },
        { kind: 'html', status: 502 },
        { kind: 'truncated' },
        { kind: 'shuffled' },
        { kind: 'doubled' },
      ],
    })
    await sync.run()
    clock.time += 60 * minute
    liveUntil(account, clock.time)
    await sync.run()
    sandbox.faults.clear()
    await sync.run()

    expect(await allTallies(store)).toEqual(await allTallies(await filledAnew()))
  })

  it('more than ten thousand changes with the same modified date all arrive', async () => {
    const { account, clock, store, sync } = await aCompany('sqlite')
    await sync.run()
    const before = await store.facts.count('notes')
    clock.time += 5 * minute
    for (let n = 0; n < 10_050; n += 1) {
      account.create('notes', {
        hs_timestamp: String(clock.time),
        hubspot_owner_id: account.owners[0]?.id ?? null,
      })
    }

    const report = await sync.run()

    expect(report.types.notes).toMatchObject({ changed: 10_050, error: null })
    expect(await store.facts.count('notes')).toBe(before + 10_050)
  })

  it('search that lags five minutes only delays a change', async () => {
    const { account, clock, sandbox, store, sync, filledAnew } = await aCompany('sqlite')
    await sync.run()
    clock.time += 5 * minute
    sandbox.faults.indexLagMs = 5 * minute
    const [deal = ''] = firstIds(account, 'deals', 1)
    account.update('deals', deal, { amount: '123456.78' })
    const late = await sync.run()
    clock.time += 6 * minute
    const report = await sync.run()

    expect([late.types.deals.changed, report.types.deals.changed]).toEqual([0, 1])
    expect(await allTallies(store)).toEqual(await allTallies(await filledAnew()))
  })

  it('a refused token, a missing scope and an exhausted daily limit are distinguished', async () => {
    const { account, clock, sandbox, store, sync } = await aCompany('sqlite')
    sandbox.faults.refuseToken()
    const refused = await sync.run()
    sandbox.faults.acceptToken()
    sandbox.faults.denyType('emails')
    const lacking = await sync.run()
    sandbox.faults.allowType('emails')
    sandbox.faults.next({ kind: 'daily', match: { type: 'tasks' } })
    clock.time += 5 * minute
    const limited = await sync.run()
    const resting = await sync.run()
    clock.time = limited.pausedUntil ?? 0
    const report = await sync.run()

    expect(new Set(FACT_TYPES.map((type) => refused.types[type].fault))).toEqual(new Set(['unauthorized']))
    expect(lacking.types.emails.fault).toBe('forbidden')
    expect(lacking.types.calls.error).toBeNull()
    expect(limited.pausedUntil).toBe(at('2026-11-18T23:00:00Z'))
    expect(resting.types.calls).toMatchObject({ read: 0, fault: 'dailyLimit' })
    expect(report.types.emails).toMatchObject({ error: null, asOf: clock.time })
    expect(await store.facts.count('emails')).toBe(firstIds(account, 'emails', 1_000_000).length)
  })
})
