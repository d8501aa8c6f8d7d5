/**
 * Any sequence of pages, merges, removals, rules and time: the store's sums equal those computed from its facts from
 * scratch.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DATABASES, testStore } from '../store/stores.ts'
import { moment } from './any-facts.ts'
import { cases, LONG_MS } from './cases.ts'
import { held, ledgerOf } from './ledgers.ts'
import { applyToModel, emptyModel } from './model.ts'
import { applyToStore, FIRST_RULES, storeEvents } from './store-events.ts'

describe.each(DATABASES)('after any sequence of events on %s', (database) => {
  it(
    'tallies equal those of the facts at every moment, and verify finds no differences',
    async () => {
      await fc.assert(
        fc.asyncProperty(storeEvents, moment, async (list, when) => {
          const world = await testStore(database)
          try {
            let rules = await world.store.rules.adopt(FIRST_RULES)
            const model = emptyModel()
            for (const event of list) {
              rules = await applyToStore(world.store, event, rules)
              applyToModel(model, event)
            }
            const facts = [...model.facts.values()]

            expect(await held(world.store)).toEqual(ledgerOf(facts, model.rules, model.now))
            expect(await held(world.store, when)).toEqual(ledgerOf(facts, model.rules, when))
            expect((await world.store.tallies.verify()).differences).toEqual([])
          } finally {
            await world.end()
          }
        }),
        cases(database === 'sqlite' ? 50 : 8),
      )
    },
    LONG_MS,
  )
})
