/** When the nightly pass is made: once a night, whatever the clock of the process says. */
import { expect, it } from 'vitest'
import { FACT_TYPES } from '../../src/domain/facts/facts.ts'
import { aWorld, HOUR, MINUTE } from '../reliability/worlds.ts'

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
