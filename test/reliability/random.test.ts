/** Whatever happens, in whatever order: once everything is calm again, the store agrees with HubSpot. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Database } from '../store/stores.ts'
import { aChaos } from './chaos.ts'
import { happenings } from './happenings.ts'
import { heldIn, truthOf } from './looks.ts'
import { IS_LONG } from './worlds.ts'

const SEEDS: Record<Database, number> = IS_LONG ? { sqlite: 200, postgres: 20 } : { sqlite: 20, postgres: 3 }

/** Set another number to try other runs. */
const SEED = Number(process.env['SCORELINE_TEST_SEED'] ?? 20_261_122)

describe('a random run', () => {
  it.each(Object.entries(SEEDS) as [Database, number][])(
    'on %s ends in agreement with HubSpot, in each of %i cases',
    async (database, numRuns) => {
      await fc.assert(
        fc.asyncProperty(happenings, async (list) => {
          const chaos = await aChaos(database)
          try {
            for (const happening of list) await chaos.happen(happening)
            await chaos.settle()
            expect(await heldIn(chaos.store())).toEqual(truthOf(chaos.account))
            expect(await chaos.keptChanges()).toEqual(chaos.trueChanges())
            expect(await chaos.wrongCosts()).toEqual([])
            expect(await chaos.lostAliases()).toEqual([])
            expect((await chaos.store().tallies.verify()).differences).toEqual([])
          } finally {
            await chaos.end()
          }
        }),
        { numRuns, seed: SEED, interruptAfterTimeLimit: 900_000, markInterruptAsFailure: true },
      )
    },
    1_000_000,
  )
})
