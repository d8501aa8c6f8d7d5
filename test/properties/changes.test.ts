/**
 * Incremental tallies: however records change, arrive, merge and disappear, the sums are those of the remaining
 * records.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { OwnTally } from '../../src/domain/company/own-tallies.ts'
import type { Rules } from '../../src/domain/company/rules.ts'
import { FACT_TYPES, type Fact, type FactType } from '../../src/domain/facts/facts.ts'
import { ownTallyOf } from '../../src/domain/facts/tally.ts'
import type { SavedPage } from '../../src/ports/fact-store.ts'
import { aCursor, at, rulesBody } from '../builders.ts'
import { DATABASES, type TestStore, testStore } from '../store/stores.ts'
import { anyFact, factOf, factType, TO, versionOf } from './any-facts.ts'
import { cases, LONG_MS } from './cases.ts'
import { EVER, held, type Ledger, ledgerOf, toLedger } from './ledgers.ts'
import { FIRST_OWN, ownTallies, TICKETS } from './own-declarations.ts'
import { localDayAt } from './wall-clock.ts'

/** Versions of one record, each modified later than the previous one. */
interface History {
  type: FactType
  versions: Fact[]
}

const DECLARED = rulesBody({ own: FIRST_OWN, ownersOfUsers: { '501': '2' } })
const START = at('2026-10-01T00:00:00Z')

function history(versions: { minLength: number; maxLength: number }): fc.Arbitrary<History> {
  return factType.chain((type) =>
    fc.array(factOf(type), versions).map((facts) => ({
      type,
      versions: facts.map((fact, index) => versionOf(fact, '7', START + index * 1000)),
    })),
  )
}

/** A contact's first lifecycle dates are kept whatever happens to it, so changing them cannot be undone. */
function withDatesOf(fact: Fact, other: Fact): Fact {
  if (fact.type !== 'contacts' || other.type !== 'contacts') return fact
  const { mqlAt, sqlAt, opportunityAt, customerAt } = other
  return { ...fact, mqlAt, sqlAt, opportunityAt, customerAt }
}

describe.each(DATABASES)('changes on %s', (database) => {
  const many = cases(database === 'sqlite' ? 30 : 10)
  let world: TestStore
  let rules: Rules
  let nextId = 1000

  beforeAll(async () => {
    world = await testStore(database)
    rules = await world.store.rules.adopt(DECLARED)
    await world.store.facts.mature(TO)
  })
  afterAll(() => world.end())

  const save = (type: FactType, facts: Fact[], more: Partial<SavedPage> = {}) =>
    world.store.facts.savePage({ type, facts, skipped: [], ...more }, rules)

  /** Every case has its own records, because a record that was merged away can never come back. */
  const named = (facts: readonly Fact[], from: number) =>
    facts.map((fact) => ({ ...fact, id: String(from + Number(fact.id)) }))

  const clear = async () => {
    for (const type of FACT_TYPES)
      await save(type, [], { gone: await world.store.facts.storedIds(type, null, 1000) })
    nextId += 100
  }
  beforeEach(clear)

  /** Acts in a store with other facts, which must keep their tallies. */
  async function amongOthers(others: readonly Fact[], act: (before: Ledger) => Promise<void>): Promise<void> {
    await clear()
    for (const [index, fact] of others.entries()) await save(fact.type, [{ ...fact, id: String(50 + index) }])
    await act(await held(world.store))
    expect((await world.store.tallies.verify()).differences).toEqual([])
  }

  const others = fc.array(anyFact, { maxLength: 3 })

  it(
    'that are undone leave every tally as it was',
    async () => {
      await fc.assert(
        fc.asyncProperty(others, history({ minLength: 2, maxLength: 2 }), (rest, { type, versions }) =>
          amongOthers(rest, async () => {
            const [first, second] = named(versions, nextId)
            if (!first || !second) return
            await save(type, [first])
            const before = await held(world.store)

            await save(type, [withDatesOf(second, first)])
            await save(type, [{ ...first, modifiedAt: START + 5000 }])

            expect(await held(world.store)).toEqual(before)
          }),
        ),
        many,
      )
    },
    LONG_MS,
  )

  it(
    'that are read twice, even on one page, count once',
    async () => {
      await fc.assert(
        fc.asyncProperty(others, history({ minLength: 1, maxLength: 1 }), (rest, { type, versions }) =>
          amongOthers(rest, async () => {
            const [fact] = named(versions, nextId)
            if (!fact) return
            await save(type, [fact])
            const once = await held(world.store)

            expect(await save(type, [fact, fact])).toEqual({ changed: 0, removed: 0 })
            expect(await held(world.store)).toEqual(once)
          }),
        ),
        many,
      )
    },
    LONG_MS,
  )

  it(
    'may arrive in any order and on any pages',
    async () => {
      const arrivals = history({ minLength: 2, maxLength: 5 }).chain(({ type, versions }) =>
        fc.record({
          type: fc.constant(type),
          versions: fc.constant(versions),
          shuffled: fc.shuffledSubarray(versions, { minLength: versions.length }),
          cut: fc.nat({ max: versions.length }),
        }),
      )
      await fc.assert(
        fc.asyncProperty(arrivals, async ({ type, versions, shuffled, cut }) => {
          await clear()
          for (const fact of named(versions, nextId)) await save(type, [fact])
          const inOrder = await held(world.store)
          await clear()

          await save(type, named(shuffled.slice(0, cut), nextId))
          await save(type, named(shuffled.slice(cut), nextId))

          expect(await held(world.store)).toEqual(inOrder)
          expect((await world.store.tallies.verify()).differences).toEqual([])
        }),
        many,
      )
    },
    LONG_MS,
  )

  it(
    'that merge or remove records take back everything those added',
    async () => {
      const end = fc.constantFrom('merged', 'gone')
      await fc.assert(
        fc.asyncProperty(
          others,
          history({ minLength: 1, maxLength: 3 }),
          end,
          (rest, { type, versions }, how) =>
            amongOthers(rest, async (before) => {
              const mine = named(versions, nextId)
              const id = String(nextId + 7)
              for (const fact of mine) await save(type, [fact])

              if (how === 'merged') await save(type, [], { merges: [{ from: id, into: '50' }] })
              else await save(type, [], { gone: [id] })

              expect(await held(world.store)).toEqual(before)
              if (how === 'merged') {
                await save(type, mine)
                expect(await held(world.store)).toEqual(before)
              }
            }),
        ),
        many,
      )
    },
    LONG_MS,
  )

  it(
    'of every kind together give the sums of the facts',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyFact, { maxLength: 30 }), async (facts) => {
          await clear()
          const numbered = facts.map((fact, index) => ({ ...fact, id: String(1 + index) }))
          for (const type of FACT_TYPES)
            await save(
              type,
              numbered.filter((fact) => fact.type === type),
            )

          expect(await held(world.store)).toEqual(ledgerOf(numbered, rules, TO))
        }),
        many,
      )
    },
    LONG_MS,
  )

  /** Counts all facts by these declarations. */
  const declare = async (own: OwnTally[]) => {
    rules = await world.store.rules.adopt({ ...DECLARED, own })
    while ((await world.store.facts.retally(rules, 2)) > 0);
  }

  it(
    'of declarations count the facts by them, and changed back leave every tally as it was',
    async () => {
      const tickets = fc.array(factOf(TICKETS), { maxLength: 3 })
      const list = fc.tuple(fc.array(anyFact, { maxLength: 8 }), tickets).map((parts) => parts.flat())
      await fc.assert(
        fc.asyncProperty(list, ownTallies, async (facts, own) => {
          await clear()
          while (!(await world.store.facts.forget(TICKETS)));
          const numbered = facts.map((fact, index) => ({ ...fact, id: String(1 + index) }))
          for (const fact of numbered) {
            const { type } = fact
            const page = { type, facts: [fact], skipped: [], cursor: aCursor({ type }) }
            await world.store.facts.savePage(page, rules)
          }
          const before = await held(world.store)

          await declare(own)
          expect(await held(world.store)).toEqual(ledgerOf(numbered, rules, TO))

          await declare(FIRST_OWN)
          expect(await held(world.store)).toEqual(before)
          expect((await world.store.tallies.verify()).differences).toEqual([])
        }),
        many,
      )
    },
    LONG_MS,
  )

  it(
    'of calls are all counted by an own metric without conditions',
    async () => {
      const calls = fc.array(factOf('calls'), { maxLength: 12 })
      await fc.assert(
        fc.asyncProperty(calls, async (facts) => {
          await clear()
          await declare([{ ...ALL_CALLS }])
          const dated = facts.map((fact, index) => ({
            ...fact,
            id: String(1 + index),
            declared: { hs_timestamp: String(fact.type === 'calls' ? fact.at : null) },
          }))
          await save('calls', dated)
          const query = { ...EVER, tallies: [ownTallyOf(ALL_CALLS.id)] }
          const found = await world.store.tallies.byDay(query)

          expect(toLedger(found)).toEqual(countByDay(dated))
          await declare(FIRST_OWN)
        }),
        many,
      )
    },
    LONG_MS,
  )
})

const ALL_CALLS: OwnTally = {
  ...{ id: 'all_calls', type: 'calls', where: [], owner: null, sum: null },
  date: { property: 'hs_timestamp', isDay: false },
}

/** The calls that have an owner and a time, by the days of Copenhagen. */
function countByDay(calls: readonly Fact[]): Ledger {
  const days = calls.flatMap((call) => {
    if (call.type !== 'calls' || call.at === null || call.ownerId === null) return []
    const day = localDayAt(call.at, 'Europe/Copenhagen')
    return [{ rep: call.ownerId, day, tally: ownTallyOf(ALL_CALLS.id), amount: 1 }]
  })
  return toLedger(days)
}
