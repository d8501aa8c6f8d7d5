import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Rules } from '../../src/domain/company/rules.ts'
import type { Fact } from '../../src/domain/facts/facts.ts'
import type { SavedPage } from '../../src/ports/fact-store.ts'
import { at, aWonDeal, rulesBody } from '../builders.ts'
import { DATABASES, type TestStore, testStore } from './stores.ts'

const LATER = at('2026-09-21T12:00:00Z')
const EARLIER = at('2026-09-21T08:00:00Z')

describe.each(DATABASES)('a record read by its id, on %s', (database) => {
  let world: TestStore
  let rules: Rules

  beforeEach(async () => {
    world = await testStore(database)
    rules = await world.store.rules.adopt(rulesBody())
    await save([aWonDeal({ modifiedAt: LATER, amount: '1000' })])
  })
  afterEach(async () => {
    expect((await world.store.tallies.verify()).differences).toEqual([])
    await world.end()
  })

  const save = (facts: Fact[], more: Partial<SavedPage> = {}) =>
    world.store.facts.savePage({ type: 'deals', facts, skipped: [], ...more }, rules)
  const held = async () => (await world.store.facts.scan('deals', null, 9)).map((deal) => deal.modifiedAt)
  async function revenue(): Promise<number> {
    const rows = await world.store.tallies.sum({
      tallies: ['revenue'],
      from: '2026-01-01',
      until: '2027-01-01',
    })
    return rows.reduce((sum, { amount }) => sum + amount, 0)
  }
  const earlier = aWonDeal({ modifiedAt: EARLIER, amount: '700' })

  it('replaces a stored version with a later modified date, and its history is read again', async () => {
    const due = [{ id: '200', modifiedAt: LATER }]
    await world.store.dealDetails.saveChanges(due, [], rules)
    await world.store.dealDetails.saveCompanies(due, new Map(), rules)
    const settled = await world.store.dealDetails.lackingChanges(9)
    await save([earlier], { askedAt: await world.store.time() })

    expect([await held(), await revenue()]).toEqual([[EARLIER], 70_000])
    expect(settled).toEqual([])
    const again = [{ id: '200', modifiedAt: EARLIER }]
    expect(await world.store.dealDetails.lackingChanges(9)).toEqual(again)
    expect(await world.store.dealDetails.lackingCompany(9)).toEqual(again)
  })

  it('replaces the stored version even if it was re-tallied in the meantime, which is not a later version', async () => {
    const askedAt = await world.store.time()
    rules = await world.store.rules.adopt(rulesBody({ accountZone: 'Asia/Tokyo' }))
    while ((await world.store.facts.retally(rules, 500)) > 0);
    await save([earlier], { askedAt })

    expect([await held(), await revenue()]).toEqual([[EARLIER], 70_000])
  })

  it('does not replace a version saved after the request', async () => {
    const askedAt = await world.store.time()
    await save([aWonDeal({ modifiedAt: LATER + 1, amount: '2000' })])
    await save([earlier], { askedAt })

    expect([await held(), await revenue()]).toEqual([[LATER + 1], 200_000])
  })

  it('is removed if HubSpot does not have it, unless it was saved after the request', async () => {
    const askedAt = await world.store.time()
    await save([aWonDeal({ modifiedAt: LATER + 1 })])
    const late = await save([], { gone: ['200'], askedAt })
    const now = await save([], { gone: ['200'], askedAt: (await world.store.time()) + 1 })

    expect([late.removed, now.removed]).toEqual([0, 1])
  })

  it('does not replace a later version if it came from a search instead', async () => {
    await save([earlier])

    expect([await held(), await revenue()]).toEqual([[LATER], 100_000])
  })
})
