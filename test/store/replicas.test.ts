import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Rules } from '../../src/domain/company/rules.ts'
import type { Fact, FactType } from '../../src/domain/facts/facts.ts'
import type { Store } from '../../src/ports/store.ts'
import { openStore } from '../../src/store/store.ts'
import { aCall, aCursor, aMeeting, at, rulesBody } from '../builders.ts'
import { DATABASES, type TestStore, testStore } from './stores.ts'

describe.each(DATABASES)('two processes on one %s', (database) => {
  let world: TestStore
  let one: Store
  let other: Store
  let rules: Rules

  beforeEach(async () => {
    world = await testStore(database)
    one = world.store
    other = await openStore(world.address)
    rules = await one.rules.adopt(rulesBody())
  })
  afterEach(async () => {
    await other.close()
    await world.end()
  })

  const save = (store: Store, type: FactType, facts: Fact[], under: Rules = rules) =>
    store.facts.savePage({ type, facts, skipped: [], cursor: aCursor({ type }) }, under)

  async function callsOf(): Promise<Record<string, number>> {
    const rows = await one.tallies.sum({ tallies: ['calls'], from: '2026-01-01', until: '2027-01-01' })
    return Object.fromEntries(rows.filter((row) => row.amount !== 0).map((row) => [row.rep, row.amount]))
  }

  const differences = async () => (await one.tallies.verify()).differences

  const calls = (count: number, changes: Parameters<typeof aCall>[0] = {}) =>
    Array.from({ length: count }, (_, index) => aCall({ id: String(1 + index), ...changes }))

  it('count a call once when both save its page at the same time', async () => {
    await Promise.all([one, other, one, other].map((store) => save(store, 'calls', calls(100))))

    expect(await callsOf()).toEqual({ '1': 100 })
    expect(await differences()).toEqual([])
  })

  it('count a meeting once when it is saved just as it ends', async () => {
    await save(one, 'meetings', [aMeeting()])
    const moved = aMeeting({ ownerId: '2', modifiedAt: at('2026-09-22T00:00:00Z') })

    await Promise.all([
      one.facts.mature(at('2026-09-30T00:00:00Z')),
      save(other, 'meetings', [moved]),
      other.facts.mature(at('2026-09-30T00:00:00Z')),
    ])

    expect(await differences()).toEqual([])
  })

  it('re-tally facts once when both do so under the same new rules', async () => {
    await save(one, 'calls', calls(300))
    const next = await one.rules.adopt(rulesBody({ ownerZones: { '1': 'Pacific/Auckland' } }))

    await Promise.all([one, other, one, other].map((store) => store.facts.retally(next, 200)))
    while ((await one.facts.retally(next, 200)) > 0);

    expect(await callsOf()).toEqual({ '1': 300 })
    expect(await differences()).toEqual([])
  })

  it('adopt the same new rules as one snapshot', async () => {
    const body = rulesBody({ rates: { USD: '0.8' } })

    const adopted = await Promise.all([one, other, one, other].map((store) => store.rules.adopt(body)))

    expect(adopted.map(({ number }) => number)).toEqual([2, 2, 2, 2])
  })

  it('save under the rules in force, even if one of them does not know them yet', async () => {
    const next = await one.rules.adopt(rulesBody({ accountZone: 'Pacific/Auckland' }))
    while ((await one.facts.retally(next, 500)) > 0);

    await save(other, 'calls', [aCall({ at: at('2026-12-31T13:00:00Z') })], rules)

    expect(await callsOf()).toEqual({})
    expect(await differences()).toEqual([])
  })

  it('do not put facts back under replaced rules', async () => {
    await save(one, 'calls', [aCall({ at: at('2026-12-31T13:00:00Z') })])
    const next = await one.rules.adopt(rulesBody({ accountZone: 'Pacific/Auckland' }))
    while ((await one.facts.retally(next, 500)) > 0);

    await other.facts.retally(rules, 500)

    expect(await callsOf()).toEqual({})
    expect(await one.facts.countOutdated(next)).toMatchObject({ outdated: 0 })
  })
})
