/** Records that disappear, come back or become others: archived, merged, erased, or changed without a trace. */
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { DATABASES, dealChangesIn, survivorIn } from '../store/stores.ts'
import { heldIn, truthOf } from './looks.ts'
import {
  ANN,
  addCall,
  aWorld,
  BEN,
  DAY,
  HOUR,
  MINUTE,
  NOON,
  restated,
  searches,
  totals,
  type World,
  winDeal,
} from './worlds.ts'

const WON = ['deals_won', 'revenue'] as const

async function expectTruth(world: World): Promise<void> {
  expect(await heldIn(world.store)).toEqual(truthOf(world.account))
}

describe.each(DATABASES)('archived deals, on %s', (database) => {
  it('S6: five archived won deals leave the totals within one night and are listed as restated', async () => {
    const world = await aWorld({ database })
    const ids = Array.from({ length: 12 }, () => winDeal(world.account, {}, NOON - DAY))
    await world.sync.run()
    await world.pollAfter(HOUR)
    for (const id of ids.slice(0, 5)) world.account.archive('deals', id)

    await world.pollAfter(HOUR)
    expect(await totals(world.store, 'deals_won')).toEqual({ '1 deals_won': 12 })
    await world.pollAfter(15 * HOUR)
    await world.sync.reconcile()

    expect(await totals(world.store, ...WON)).toEqual({ '1 deals_won': 7, '1 revenue': 700_000 })
    expect(await restated(world.store)).toEqual(ids.slice(0, 5).map((id) => `deals ${id} removed`))
    await expectTruth(world)
  })

  it('a restored deal counts again, with its stages and its company', async () => {
    const world = await aWorld({ database })
    const company = world.account.create('companies', { name: 'Fjord' })
    const id = winDeal(world.account, { dealstage: 's1' }, NOON - DAY)
    world.account.associate({ type: 'deals', id }, { type: 'companies', id: company.id }, true)
    world.account.update('deals', id, { dealstage: 'won' }, { atMs: NOON - HOUR })
    await world.sync.run()
    world.account.archive('deals', id)
    await world.night()
    expect(await totals(world.store, 'deals_won')).toEqual({})

    world.clock.time += MINUTE
    world.account.restore('deals', id)
    await world.pollAfter(MINUTE)

    expect(await totals(world.store, 'deals_won')).toEqual({ '1 deals_won': 1 })
    await expectTruth(world)
  })
})

describe.each(DATABASES)('merged deals, on %s', (database) => {
  it('S7: two merged won deals are one win with one amount, and the old ids lead to it', async () => {
    const world = await aWorld({ database })
    const [a, b, d] = [0, 1, 2].map(() => winDeal(world.account, {}, NOON - DAY)) as [string, string, string]
    await world.sync.run()
    world.clock.time += MINUTE
    const c = world.account.merge('deals', a, b).id
    await world.pollAfter(MINUTE)

    expect(await totals(world.store, ...WON)).toEqual({ '1 deals_won': 2, '1 revenue': 200_000 })
    expect(await survivorIn(world.address, 'deals', a)).toBe(c)

    world.clock.time += MINUTE
    const e = world.account.merge('deals', c, d).id
    await world.pollAfter(MINUTE)

    expect(await totals(world.store, ...WON)).toEqual({ '1 deals_won': 1, '1 revenue': 100_000 })
    const led = await Promise.all([a, b, c, d, e].map((id) => survivorIn(world.address, 'deals', id)))
    expect(led).toEqual([e, e, e, e, e])
    expect(await restated(world.store)).toEqual([a, b, c, d].map((id) => `deals ${id} merged`).sort())
    await expectTruth(world)
  })

  it('S7: a chain of merges that search never showed is found by the nightly pass', async () => {
    const world = await aWorld({ database })
    const [a, b, d] = [0, 1, 2].map(() => winDeal(world.account, {}, NOON - DAY)) as [string, string, string]
    await world.sync.run()
    world.clock.time += MINUTE
    const c = world.account.merge('deals', a, b).id
    const e = world.account.merge('deals', c, d).id
    world.sandbox.faults.hide('deals', e, NOON + 90 * DAY)
    await world.pollAfter(3 * HOUR)
    await world.night()

    expect(await totals(world.store, ...WON)).toEqual({ '1 deals_won': 1, '1 revenue': 100_000 })
    expect(await survivorIn(world.address, 'deals', a)).toBe(e)
    await expectTruth(world)
  })

  it('an archived survivor of a merge takes its win with it, and restores it when it comes back', async () => {
    const world = await aWorld({ database })
    const [a, b] = [0, 1].map(() => winDeal(world.account, {}, NOON - DAY)) as [string, string]
    await world.sync.run()
    world.clock.time += MINUTE
    const c = world.account.merge('deals', a, b).id
    await world.pollAfter(MINUTE)
    world.account.archive('deals', c)
    await world.night()
    expect(await totals(world.store, 'deals_won')).toEqual({})
    world.clock.time += MINUTE
    world.account.restore('deals', c)
    await world.pollAfter(MINUTE)

    expect(await totals(world.store, ...WON)).toEqual({ '1 deals_won': 1, '1 revenue': 100_000 })
    await expectTruth(world)
  })

  it('merged contacts are one lead, with the earlier of the two days on which they became a customer', async () => {
    const world = await aWorld({ database })
    const lead = (customerSince: string) =>
      world.account.create('contacts', {
        hubspot_owner_id: ANN,
        hs_v2_date_entered_customer: customerSince,
      }).id
    const [late, early] = [lead('2026-11-12T10:00:00Z'), lead('2026-11-03T10:00:00Z')]
    await world.sync.run()
    world.clock.time += MINUTE
    world.account.merge('contacts', late, early)
    await world.pollAfter(MINUTE)
    await world.night()

    expect(await totals(world.store, 'leads', 'customers')).toEqual({ '1 leads': 1, '1 customers': 1 })
  })
})

describe.each(DATABASES)('late answers, on %s', (database) => {
  /** The nightly pass has requested the deals. Before its answer arrives, they change and a poll reads the change. */
  async function aLateNight(
    world: World,
    change: (ids: string[]) => unknown,
    before: (ids: string[]) => unknown = () => undefined,
  ): Promise<void> {
    const ids = [0, 1].map(() => winDeal(world.account, {}, NOON - DAY))
    await world.sync.run()
    before(ids)
    world.clock.time += MINUTE
    world.sandbox.requests.reset()
    world.sandbox.faults.next({ kind: 'slow', delayMs: 900, match: { type: 'deals', kind: 'batchRead' } })
    const night = world.sync.reconcile(true)
    while (searches(world.sandbox, 'deals') === 0) await sleep(5)
    await sleep(200)
    world.clock.time += MINUTE
    change(ids)
    await world.sync.run()
    await night
  }

  it('do not bring back what was merged meanwhile', async () => {
    const world = await aWorld({ database })
    await aLateNight(world, ([a = '', b = '']) => world.account.merge('deals', a, b))

    expect(await totals(world.store, ...WON)).toEqual({ '1 deals_won': 1, '1 revenue': 100_000 })
    await expectTruth(world)
  })

  it('do not count a record that was merged long ago, however new its timestamp is', async () => {
    const world = await aWorld({ database })
    const [a, b] = [0, 1].map(() => winDeal(world.account, {}, NOON - DAY)) as [string, string]
    await world.sync.run()
    const [old] = await world.store.facts.scan('deals', null, 1)
    const rules = await world.store.rules.current()
    world.clock.time += MINUTE
    world.account.merge('deals', a, b)
    await world.pollAfter(MINUTE)
    if (!old || !rules) throw new Error('there are a deal and rules')
    const late = { ...old, modifiedAt: NOON + DAY }
    await world.store.facts.savePage({ type: 'deals', facts: [late], skipped: [] }, rules)

    expect(old.id).toBe(a)
    expect(await totals(world.store, ...WON)).toEqual({ '1 deals_won': 1, '1 revenue': 100_000 })
  })

  it('do not remove again what was restored meanwhile', async () => {
    const world = await aWorld({ database })
    const before = (ids: string[]) => world.account.archive('deals', ids[0] ?? '')
    await aLateNight(world, ([a = '']) => world.account.restore('deals', a), before)

    expect(await totals(world.store, ...WON)).toEqual({ '1 deals_won': 2, '1 revenue': 200_000 })
    await expectTruth(world)
  })

  it('do not undo what was edited meanwhile', async () => {
    const world = await aWorld({ database })
    await aLateNight(world, ([a = '']) => world.account.update('deals', a, { amount: '7000' }))

    expect(await totals(world.store, 'revenue')).toEqual({ '1 revenue': 800_000 })
    await expectTruth(world)
  })
})

describe('erased contacts', () => {
  it('leave nothing in the store, which never had more of them than ids and days', async () => {
    const world = await aWorld()
    const person = { hubspot_owner_id: ANN, email: 'mark.er@example.com', firstname: 'Marker' }
    const [gone, stays] = [0, 1].map(() => world.account.create('contacts', person).id) as [string, string]
    addCall(world.account)
    await world.sync.run()
    world.account.gdprDelete(gone)
    await world.pollAfter(HOUR)
    await world.night()

    expect((await world.store.facts.scan('contacts', null, 10)).map(({ id }) => id)).toEqual([stays])
    expect(await totals(world.store, 'leads')).toEqual({ '1 leads': 1 })
    expect(JSON.stringify(await world.store.facts.skipped())).not.toContain(gone)
    const stored = JSON.stringify(await world.store.facts.scan('contacts', null, 10))
    expect(stored).not.toMatch(/marker|mark\.er/i)
  })
})

describe('changes that do not update the last-modified time', () => {
  it.each(DATABASES)(
    'an amount with a timestamp earlier than the one already read is right after the nightly pass, on %s',
    async (database) => {
      const world = await aWorld({ database })
      const id = winDeal(world.account, {}, NOON - HOUR)
      await world.sync.run()
      world.account.update('deals', id, { amount: '4000' }, { atMs: NOON - DAY })
      await world.night()

      expect(await totals(world.store, ...WON)).toEqual({ '1 deals_won': 1, '1 revenue': 400_000 })
      await expectTruth(world)
    },
  )

  it('S9: a deal that moves to another company is up to date within a day', async () => {
    const world = await aWorld()
    const [one, other] = ['One', 'Other'].map((name) => world.account.create('companies', { name }).id) as [
      string,
      string,
    ]
    const id = winDeal(world.account, {}, NOON - DAY)
    const to = (company: string) => ({ type: 'companies' as const, id: company })
    world.account.associate({ type: 'deals', id }, to(one), true)
    await world.sync.run()
    world.account.dissociate({ type: 'deals', id }, to(one))
    world.account.associate({ type: 'deals', id }, to(other), true)

    await world.pollAfter(23 * HOUR)
    await world.sync.reconcile()

    expect((await world.store.facts.scan('deals', null, 1))[0]).toMatchObject({ companyId: other })
    await expectTruth(world)
  })

  it('an amount and an owner changed that way are right after the nightly pass, and so are the restatements', async () => {
    const world = await aWorld()
    const id = winDeal(world.account, {}, NOON - DAY)
    await world.sync.run()
    world.clock.time += MINUTE
    world.account.update('deals', id, { amount: '4000', hubspot_owner_id: BEN }, { bump: false })
    await world.pollAfter(23 * HOUR)
    await world.sync.reconcile()

    expect(await totals(world.store, ...WON)).toEqual({ '2 deals_won': 1, '2 revenue': 400_000 })
    expect(await restated(world.store)).toEqual([`deals ${id} amount`, `deals ${id} owner`])
    const changes = await dealChangesIn(world.address, [id])
    const owners = changes.filter((change) => change.includes(' owner '))
    expect(owners.map((change) => change.split(' ').at(-1))).toEqual([ANN, BEN])
  })
})
