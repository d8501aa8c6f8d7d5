/** Whatever happens, in whatever order: once everything is calm again, the store agrees with HubSpot. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aChaos } from './chaos.ts'
import { chaosEvents } from './chaos-events.ts'
import { heldIn, truthOf } from './looks.ts'
import { large } from './worlds.ts'

const SEEDS = [
  { database: 'sqlite', runs: large(200), inFull: 200 },
  { database: 'postgres', runs: large(20), inFull: 20 },
] as const

/** Set another number to try other runs. */
const SEED = Number(process.env['SCORELINE_TEST_SEED'] ?? 20_261_122)

describe('a random run', () => {
  it.each(SEEDS)(
    'on $database ends in agreement with HubSpot, in each of $runs of $inFull cases',
    async ({ database, runs: numRuns }) => {
      await fc.assert(
        fc.asyncProperty(chaosEvents, async (list) => {
          const chaos = await aChaos(database)
          try {
            for (const event of list) await chaos.apply(event)
            await chaos.settle()
            expect(await heldIn(chaos.store())).toEqual(truthOf(chaos.account))
            expect(await chaos.heldOwn()).toEqual(await chaos.trueOwn())
            expect(await chaos.leftOver()).toEqual([])
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
