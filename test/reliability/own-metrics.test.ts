/** Own metrics while their declarations and the properties that they read change under the bot. */
import { describe, expect, it } from 'vitest'
import { rulesFrom } from '../../src/domain/company/rules.ts'
import { hubSpotWords } from '../../src/hubspot/words.ts'
import { readReport } from '../../src/reports/report.ts'
import { readCompanyContext } from '../../src/values/context.ts'
import { asked } from './looks.ts'
import { aWorldWith, counting, DEMO, days, declare, shown, TODAY, VALUES, YESTERDAY } from './own-worlds.ts'
import { addCall, HOUR, large, MINUTE } from './worlds.ts'

describe('a declaration that changes', () => {
  it('has no number from its import until all facts are counted by it', async () => {
    const world = await aWorldWith(counting('demos', 'calls', DEMO), counting('all', 'calls'))
    for (const kind of ['demo', 'other', 'demo']) addCall(world.account, { ...VALUES, kind })
    await world.sync.run()
    const before = await shown(world, 'demos')
    await declare(
      world,
      counting('demos', 'calls', { where: [{ property: 'kind', is: ['other'] }] }),
      counting('all', 'calls'),
    )
    const imported = [await shown(world, 'demos'), await shown(world, 'all')]
    await world.pollAfter(5 * MINUTE)

    expect(before).toBe(2)
    expect(imported).toEqual(['loading', 3])
    expect([await shown(world, 'demos'), await shown(world, 'all')]).toEqual([1, 3])
  })

  it('has no number while its facts are recounted, and others do', async () => {
    const world = await aWorldWith(counting('demos', 'calls', DEMO), counting('all', 'calls'))
    for (let at = 0; at < 600; at++) addCall(world.account, VALUES)
    await world.sync.run()
    await declare(world, counting('demos', 'calls', { date: 'on' }), counting('all', 'calls'))
    const { store, clock } = world
    const body = rulesFrom(await store.directory.read(), await store.settings.read(), clock.now())
    if (!body) throw new Error('there is an account')
    const rules = await store.rules.adopt(body)
    await store.facts.retally(rules, 500)
    const { recalculated } = await readCompanyContext({ store, clock }, clock.now())
    const report = await readReport({ store, clock, words: hubSpotWords }, { periods: ['today'] })
    const midway = [await shown(world, 'demos'), await shown(world, 'all')]
    await world.pollAfter(5 * MINUTE)

    expect(recalculated).toBeCloseTo(500 / 600)
    expect(report?.['_meta']).toMatchObject({ recalculated })
    expect(midway).toEqual(['loading', 600])
    expect(await shown(world, 'demos')).toBe(600)
  })

  it('lists records again for a property it newly names, goes on after a stop, and shows no part of it', async () => {
    const count = large(10_000) + 50
    const world = await aWorldWith(counting('all', 'calls'))
    for (let at = 0; at < count; at++) addCall(world.account, VALUES, world.clock.time - HOUR * 24)
    await world.sync.run()
    await declare(world, counting('all', 'calls'), counting('demos', 'calls', DEMO))
    // The list breaks off after three pages; all else goes on.
    world.sandbox.faults.next({
      kind: 'status',
      status: 400,
      match: { type: 'calls', kind: 'list' },
      after: 4,
    })
    world.sandbox.requests.reset()
    await world.pollAfter(5 * MINUTE)
    const midway = [await shown(world, 'demos'), await shown(world, 'all')]
    const pagesBefore = asked(world.sandbox, 'list').length
    world.sync = world.newSync()
    await world.pollAfter(5 * MINUTE)
    const pages = asked(world.sandbox, 'list').filter(({ subject }) => subject === 'calls').length

    expect(pagesBefore).toBeLessThan(count / 100)
    expect(midway).toEqual(['loading', count])
    expect(await shown(world, 'demos')).toBe(count)
    // The first request asks whether the type can be read, and the one that failed is asked again.
    expect(pages).toBeLessThanOrEqual(Math.ceil(count / 100) + 3)
  })
})

describe('a property', () => {
  it('that vanishes leaves its metric without a number and others as they are, until it is back', async () => {
    const world = await aWorldWith(counting('demos', 'calls', DEMO), counting('all', 'calls'))
    addCall(world.account, VALUES)
    await world.sync.run()
    world.account.archiveProperty('calls', 'kind')
    await world.pollAfter(HOUR)
    const gone = [await shown(world, 'demos'), await shown(world, 'all'), await shown(world, 'calls')]
    addCall(world.account, VALUES)
    await world.pollAfter(5 * MINUTE)
    world.account.defineProperty('calls', { name: 'kind', type: 'string' })
    await world.pollAfter(HOUR)

    expect(gone).toEqual(['unknownProperty', 1, 1])
    expect([await shown(world, 'demos'), await shown(world, 'all')]).toEqual([2, 2])
  })

  it('that HubSpot refuses holds up its type alone, and no longer than until its properties are read again', async () => {
    const world = await aWorldWith(counting('demos', 'calls', DEMO), counting('tickets', 'tickets'))
    addCall(world.account, VALUES)
    await world.sync.run()
    world.account.archiveProperty('calls', 'kind')
    const refusal = { status: 400, times: 1, match: { type: 'calls', kind: 'search' } } as const
    world.sandbox.faults.next({ kind: 'status', ...refusal })
    addCall(world.account, VALUES)
    world.account.create('tickets', VALUES)
    const { types } = await world.pollAfter(5 * MINUTE)
    const tickets = await shown(world, 'tickets')
    await world.pollAfter(HOUR)

    expect(types.calls.fault).toBe('refused')
    expect(tickets).toBe(1)
    expect([await shown(world, 'demos'), await shown(world, 'calls')]).toEqual(['unknownProperty', 2])
  })

  it('that becomes text is no date any more, and the days of one that becomes a datetime are counted again', async () => {
    const world = await aWorldWith(counting('all', 'calls'))
    await world.store.settings.save({ teamZones: { 11: 'America/New_York' } })
    addCall(world.account, VALUES)
    await world.sync.run()
    const first = await days(world, 'all')
    world.account.defineProperty('calls', { name: 'on', type: 'string' })
    await world.pollAfter(HOUR)
    const asText = await shown(world, 'all')
    world.account.defineProperty('calls', { name: 'on', type: 'datetime' })
    await world.pollAfter(HOUR)

    expect([first, asText]).toEqual([{ [TODAY]: 1 }, 'notADate'])
    expect(await days(world, 'all')).toEqual({ [YESTERDAY]: 1 })
    expect(await shown(world, 'all')).toBe(1)
  })
})
