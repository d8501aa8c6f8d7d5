/** The data behind insights, over HTTP: activities of won deals and territories, whatever is done to them. */
import { describe, expect, it } from 'vitest'
import { FACT_TYPES } from '../../src/domain/facts/facts.ts'
import { DATABASES } from '../store/stores.ts'
import { asked } from './looks.ts'
import {
  addCall,
  aWorld,
  BEN,
  DAY,
  HOUR,
  MINUTE,
  NOON,
  totals,
  twoReps,
  type World,
  winDeal,
} from './worlds.ts'

const iso = (ms: number) => new Date(ms).toISOString()

async function effortsOf({ store }: World) {
  const rules = await store.rules.current()
  if (!rules) throw new Error('nothing was read')
  const { deals, unread } = await store.insights.efforts(
    { from: 0, to: NOON + 9 * DAY },
    { rules, moment: NOON + 9 * DAY },
  )
  const lines = deals.map(
    ({ dealId, calls, emails, meetings }) => `${dealId}: ${calls} ${emails} ${meetings}`,
  )
  return { lines, unread }
}

async function leadsAndRevenue({ store }: World): Promise<string[]> {
  const period = { from: '2026-11-01', until: '2026-12-01' }
  const sums = await store.insights.byTerritory({ tallies: ['leads', 'revenue'], ...period })
  return sums.map(({ territory, tally, amount }) => `${territory} ${tally} ${amount}`).sort()
}

describe.each(DATABASES)('the activities of a won deal, on %s', (database) => {
  it('are those between its creation and its close, and follow later links and deletions', async () => {
    const world = await aWorld({ database })
    const { account } = world
    const id = winDeal(account, { createdate: iso(NOON - 20 * DAY) }, NOON - 2 * DAY)
    const associations = { deals: [{ id }] }
    const dayOf = (ago: number) => ({ hs_timestamp: iso(NOON - ago * DAY) })
    const calls = [30, 10, 3, 0].map((ago) => account.create('calls', dayOf(ago), { associations }).id)
    account.create('emails', { ...dayOf(9), hs_email_direction: 'EMAIL' }, { associations })
    account.create('emails', { ...dayOf(9), hs_email_direction: 'INCOMING_EMAIL' }, { associations })
    account.create('meetings', { ...dayOf(8), hs_meeting_outcome: 'COMPLETED' }, { associations })
    account.create('meetings', { ...dayOf(8), hs_meeting_outcome: 'NO_SHOW' }, { associations })
    addCall(account)
    await world.sync.run()
    expect(await effortsOf(world)).toEqual({ lines: [`${id}: 2 1 1`], unread: 0 })

    world.clock.time += MINUTE
    account.create('calls', dayOf(7), { associations })
    account.update('deals', id, { dealname: 'Fjord Logistics II' })
    await world.pollAfter(HOUR)
    expect(await effortsOf(world)).toEqual({ lines: [`${id}: 3 1 1`], unread: 0 })

    account.archive('calls', calls[1] ?? '')
    await world.night()
    expect(await effortsOf(world)).toEqual({ lines: [`${id}: 2 1 1`], unread: 0 })
  })

  it('cost at most three requests an hour, and none in the polls between', async () => {
    const world = await aWorld({ database })
    for (let at = 0; at < 70; at++) {
      winDeal(world.account, {}, NOON - DAY)
      for (const type of FACT_TYPES)
        if (type !== 'deals') world.account.create(type, {}, { atMs: NOON - DAY })
    }
    await world.sync.run()
    const change = () => {
      for (const type of FACT_TYPES) {
        for (const { id } of [...world.account.table(type).held()].slice(0, 63))
          world.account.update(type, id, { hubspot_owner_id: BEN })
      }
    }
    const requestsOfPoll = async (ms: number) => {
      world.sandbox.requests.reset()
      await world.pollAfter(ms)
      return world.sandbox.requests.total
    }

    await requestsOfPoll(15 * MINUTE)
    expect(await requestsOfPoll(15 * MINUTE)).toBeLessThanOrEqual(8)
    change()
    expect(await requestsOfPoll(5 * MINUTE)).toBeLessThanOrEqual(20)
    await requestsOfPoll(HOUR)
    expect(asked(world.sandbox, 'associations').map(({ subject }) => subject)).toEqual([
      'deals',
      'deals',
      'deals',
    ])
  })

  it('are left out if they may not be read, and read once they may', async () => {
    const world = await aWorld({ database })
    const id = winDeal(world.account, { createdate: iso(NOON - 20 * DAY) })
    world.account.create(
      'calls',
      { hs_timestamp: iso(NOON - 9 * DAY) },
      { associations: { deals: [{ id }] } },
    )
    world.account.create(
      'emails',
      { hs_timestamp: iso(NOON - 9 * DAY), hs_email_direction: 'EMAIL' },
      { associations: { deals: [{ id }] } },
    )
    world.sandbox.faults.denyType('emails')
    const report = await world.sync.run()
    expect(report.types.deals.error).toBeNull()
    expect(await effortsOf(world)).toEqual({ lines: [`${id}: 1 0 0`], unread: 0 })

    world.sandbox.faults.allowType('emails')
    await world.pollAfter(HOUR)
    expect(await effortsOf(world)).toEqual({ lines: [`${id}: 1 1 0`], unread: 0 })
  })
})

describe.each(DATABASES)('territories, on %s', (database) => {
  const areas = ['area', 'region'].map((name) => ({ name, type: 'string' }))
  const account = () => twoReps({ properties: { deals: areas, contacts: areas.slice(0, 1) } })

  function fill(world: World): void {
    for (let at = 0; at < 130; at++) {
      const createdate = iso(NOON - 2 * DAY)
      const own = { hubspot_owner_id: BEN, createdate, area: at < 120 ? 'Fyn' : ' ' }
      world.account.create('contacts', own, { atMs: NOON - DAY })
      winDeal(world.account, { area: 'Fyn', region: 'South' }, NOON - DAY)
    }
  }

  it('cause all contacts and deals to be read again when another property is named, even after an outage', async () => {
    const world = await aWorld({ database, account: account() })
    fill(world)
    await world.sync.run()
    await world.pollAfter(5 * MINUTE)
    expect(await leadsAndRevenue(world)).toEqual([])

    await world.store.settings.save({ territoryProperty: 'area' })
    world.sandbox.faults.next({
      kind: 'reset',
      match: { kind: 'list', type: 'contacts' },
      after: 1,
      times: 4,
    })
    await world.pollAfter(5 * MINUTE)
    expect(await leadsAndRevenue(world)).not.toContain('Fyn leads 120')
    await world.pollAfter(5 * MINUTE)
    expect(await leadsAndRevenue(world)).toEqual(['Fyn leads 120', 'Fyn revenue 13000000'])

    // Contacts do not have this property.
    await world.store.settings.save({ territoryProperty: 'region' })
    await world.pollAfter(5 * MINUTE)
    expect(await leadsAndRevenue(world)).toEqual(['South revenue 13000000'])

    await world.store.settings.save({ territoryProperty: null })
    await world.pollAfter(5 * MINUTE)
    expect(await leadsAndRevenue(world)).toEqual([])
    world.sandbox.requests.reset()
    await world.pollAfter(5 * MINUTE)
    expect(asked(world.sandbox, 'list')).toEqual([])
  })

  it('need no second listing if named from the start, and follow the records', async () => {
    const settings = { territoryProperty: 'area' }
    const world = await aWorld({ database, account: account(), settings })
    fill(world)
    await world.sync.run()
    const lists = asked(world.sandbox, 'list').filter(({ subject }) => subject === 'contacts')
    expect(lists).toHaveLength(2)
    const [first] = [...world.account.table('contacts').held()]
    world.clock.time += MINUTE
    world.account.update('contacts', first?.id ?? '', { area: 'Møn' })
    await world.pollAfter(5 * MINUTE)

    expect(await leadsAndRevenue(world)).toEqual(['Fyn leads 119', 'Fyn revenue 13000000', 'Møn leads 1'])
    expect(await world.store.insights.dealTerritories()).toHaveLength(130)
  })
})

describe('calls by outcome', () => {
  it('are counted by rep and day, without calls that were never made', async () => {
    const world = await aWorld()
    const outcomes = ['busy', 'busy', null, 'gone']
    for (const hs_call_disposition of outcomes) addCall(world.account, { hs_call_disposition })
    addCall(world.account, { hs_call_disposition: 'busy', hs_call_status: 'CANCELED' })
    addCall(world.account, { hs_call_disposition: 'busy', hubspot_owner_id: BEN })
    await world.sync.run()

    const tallies = ['call_outcome:busy', 'call_outcome:none', 'call_outcome:gone'] as const
    const sums = await world.store.tallies.sum({ tallies, from: '2026-11-18', until: '2026-11-19' })
    expect(sums.map(({ rep, tally, amount }) => `${rep} ${tally} ${amount}`).sort()).toEqual([
      '1 call_outcome:busy 2',
      '1 call_outcome:gone 1',
      '1 call_outcome:none 1',
      '2 call_outcome:busy 1',
    ])
    expect(await totals(world.store, 'calls')).toEqual({ '1 calls': 4, '2 calls': 1 })
  })
})
