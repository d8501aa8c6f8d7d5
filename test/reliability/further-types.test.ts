/** Object types beyond the eight, while the token and the declarations change under the bot. */
import { describe, expect, it } from 'vitest'
import { asked } from './looks.ts'
import {
  anAccount,
  aWorldWith,
  counting,
  DEMO,
  days,
  declare,
  NAMED,
  shown,
  TODAY,
  VALUES,
  VISITS,
  YESTERDAY,
} from './own-worlds.ts'
import { addCall, aWorld, HOUR, MINUTE, searches } from './worlds.ts'

describe('a further object type', () => {
  it('whose scope is taken away says so while others go on, and catches up when it is given back', async () => {
    const world = await aWorldWith(counting('tickets', 'tickets'), counting('visits', NAMED))
    const [first, second] = [1, 2].map(() => world.account.create('tickets', VALUES).id)
    world.account.create(VISITS, VALUES)
    await world.sync.run()
    const before = [await shown(world, 'tickets'), await shown(world, 'visits')]
    world.sandbox.scopes.delete('tickets')
    await world.pollAfter(HOUR)
    const without = [await shown(world, 'tickets'), await shown(world, 'visits')]
    world.account.create(VISITS, VALUES)
    world.account.create('tickets', VALUES)
    world.account.update('tickets', first ?? '', { on: YESTERDAY })
    world.account.archive('tickets', second ?? '')
    world.sandbox.requests.reset()
    await world.pollAfter(HOUR)
    await world.pollAfter(5 * MINUTE)
    const refused = world.sandbox.requests.byStatus['403']
    world.sandbox.scopes.add('tickets')
    await world.pollAfter(HOUR)
    await world.night()

    expect(before).toEqual([2, 1])
    expect(without).toEqual(['forbidden', 1])
    expect(refused).toBe(1)
    expect(await days(world, 'tickets')).toEqual({ [TODAY]: 1, [YESTERDAY]: 1 })
    expect(await shown(world, 'visits')).toBe(2)
  })

  it('that was never allowed leaves the others alone', async () => {
    const world = await aWorldWith(counting('tickets', 'tickets'), counting('visits', NAMED))
    world.sandbox.scopes.delete('tickets')
    addCall(world.account)
    world.account.create(VISITS, VALUES)
    await world.sync.run()

    expect([
      await shown(world, 'tickets'),
      await shown(world, 'visits'),
      await shown(world, 'calls'),
    ]).toEqual(['forbidden', 1, 1])
  })

  it('is read once under several names of it, and once under each if the token may not look them up', async () => {
    const metrics = [counting('by_name', NAMED), counting('by_id', VISITS), counting('plain', 'visits')]
    const world = await aWorldWith(...metrics)
    world.account.create(VISITS, VALUES)
    await world.sync.run()
    world.sandbox.requests.reset()
    await world.pollAfter(5 * MINUTE)
    const known = await Promise.all(metrics.map(({ id }) => shown(world, id)))

    const blind = await aWorld({ account: anAccount() })
    blind.sandbox.scopes.delete('crm.schemas.custom.read')
    await declare(blind, ...metrics)
    blind.account.create(VISITS, VALUES)
    await blind.sync.run()
    const before = await Promise.all(metrics.map(({ id }) => shown(blind, id)))
    blind.sandbox.scopes.add('crm.schemas.custom.read')
    await blind.pollAfter(HOUR)

    expect(known).toEqual([1, 1, 1])
    expect(searches(world.sandbox, VISITS)).toBe(1)
    expect(before).toEqual([1, 1, 'forbidden'])
    expect(await Promise.all(metrics.map(({ id }) => shown(blind, id)))).toEqual([1, 1, 1])
    expect((await blind.store.cursors.read()).map(({ type }) => type).slice(8)).toEqual([VISITS])
  })

  it('that nothing names any more is forgotten, and filled again with what it has become when it is named again', async () => {
    const world = await aWorldWith(counting('tickets', 'tickets'), counting('all', 'calls'))
    const [first, second] = [1, 2].map(() => world.account.create('tickets', VALUES).id)
    addCall(world.account, VALUES)
    await world.sync.run()
    await declare(world, counting('all', 'calls'))
    await world.pollAfter(5 * MINUTE)
    const facts = await world.store.facts.count('0-5')
    const passes = (await world.store.passes.read()).filter(({ type }) => type === '0-5')
    const forgotten = await days(world, 'tickets')
    world.account.update('tickets', first ?? '', { on: YESTERDAY })
    world.account.archive('tickets', second ?? '')
    await declare(world, counting('all', 'calls'), counting('tickets', '0-5'))
    const before = await shown(world, 'tickets')
    await world.pollAfter(5 * MINUTE)

    expect([facts, passes, forgotten]).toEqual([0, [], {}])
    expect(before).toBe('loading')
    expect(await days(world, 'tickets')).toEqual({ [YESTERDAY]: 1 })
    expect(await shown(world, 'all')).toBe(1)
  })

  it('resumes its fill after a stop, is read each night, and again as a whole with a full sync', async () => {
    const world = await aWorldWith(counting('tickets', 'tickets'))
    const ids = Array.from({ length: 450 }, () => world.account.create('tickets', VALUES).id)
    world.sandbox.faults.next({
      kind: 'status',
      status: 400,
      match: { type: 'tickets', kind: 'list' },
      after: 3,
    })
    await world.sync.run()
    const stopped = [await world.store.facts.count('0-5'), await shown(world, 'tickets')]
    world.sync = world.newSync()
    world.sandbox.requests.reset()
    await world.pollAfter(5 * MINUTE)
    const pages = asked(world.sandbox, 'list').filter(({ subject }) => subject === 'tickets').length
    const filled = await shown(world, 'tickets')
    world.account.archive('tickets', ids[0] ?? '')
    world.account.update('tickets', ids[1] ?? '', { on: YESTERDAY }, { bump: false })
    await world.night()
    const reconciled = await days(world, 'tickets')
    world.account.update('tickets', ids[2] ?? '', { on: YESTERDAY }, { bump: false })
    await world.sync.run({ isFull: true })

    expect(stopped).toEqual([200, 'no value'])
    expect([pages, filled]).toEqual([3, 450])
    expect(reconciled).toEqual({ [TODAY]: 448, [YESTERDAY]: 1 })
    expect(await days(world, 'tickets')).toEqual({ [TODAY]: 447, [YESTERDAY]: 2 })
  })

  it('costs one search a poll and nothing else, and own metrics of the eight types nothing at all', async () => {
    const plain = await aWorld({ account: anAccount() })
    const eight = await aWorldWith(counting('all', 'calls'), counting('demos', 'calls', DEMO))
    const further = await aWorldWith(counting('tickets', 'tickets'), counting('visits', NAMED))
    const requests: number[] = []
    for (const world of [plain, eight, further]) {
      await world.sync.run()
      await world.pollAfter(5 * MINUTE)
      world.sandbox.requests.reset()
      await world.pollAfter(5 * MINUTE)
      requests.push(world.sandbox.requests.total)
    }

    const [least = 0] = requests
    expect(requests).toEqual([least, least, least + 2])
  })
})
