/** When the nightly pass is made: once a night, whatever the clock of the process says. */
import { describe, expect, it } from 'vitest'
import { FACT_TYPES } from '../../src/domain/facts/facts.ts'
import { aWorld, HOUR, MINUTE, QUICK } from '../reliability/worlds.ts'

/** Two o'clock in the account's zone, 13 hours after the world begins. */
const BEGINS_IN_MS = 13 * HOUR

it.each([0, 5 * MINUTE, -5 * MINUTE])(
  'begins after two o’clock and is made once (%i ms off)',
  async (clockOffMs) => {
    const world = await aWorld()
    const sync = world.newSync({ clockOffMs })
    const made: (readonly string[])[] = []
    await sync.run()
    world.clock.time += BEGINS_IN_MS - 12 * MINUTE
    for (let minute = -12; minute < 20; minute++) {
      if (minute % 5 === 3) await sync.run()
      made.push((await sync.reconcile()).types)
      world.clock.time += MINUTE
    }

    expect(made.slice(0, 12).flat()).toEqual([])
    expect(made.filter((types) => types.length > 0)).toEqual([FACT_TYPES])
  },
)

describe('a pass that an earlier night left unfinished', () => {
  /** Contacts beyond one request; the night's second request for them is refused until the tries are used up. */
  async function interrupted() {
    const world = await aWorld()
    const ids = Array.from({ length: 150 }, () => world.account.create('contacts', {}).id)
    await world.sync.run()
    const match = { kind: 'batchRead', type: 'contacts' } as const
    world.sandbox.faults.next({ kind: 'status', status: 500, match, after: 1, times: QUICK.tries })
    await world.pollAfter(BEGINS_IN_MS)
    expect((await world.sync.reconcile()).types).not.toContain('contacts')
    world.sandbox.faults.clear()
    const [first = ''] = ids
    world.account.gdprDelete(first)
    return { world, first }
  }

  it('is completed, and tonight’s follows at once', async () => {
    const { world, first } = await interrupted()

    await world.pollAfter(24 * HOUR)
    expect((await world.sync.reconcile()).types).toContain('contacts')

    expect(await world.store.facts.storedIds('contacts', '0', 1)).not.toEqual([first])
    expect(await world.store.facts.count('contacts')).toBe(149)
    expect((await world.sync.reconcile()).types).toEqual([])
  })

  it('does not stand for a full comparison', async () => {
    const { world } = await interrupted()

    await world.sync.reconcile(true)

    expect(await world.store.facts.count('contacts')).toBe(149)
  })
})
