/** Declarations that change: what is counted again, and that nothing else is. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OwnTally } from '../../src/domain/company/own-tallies.ts'
import type { Rules } from '../../src/domain/company/rules.ts'
import type { FurtherFact, SyncedFact } from '../../src/domain/facts/facts.ts'
import { isTally, ownTallyOf, TALLIES } from '../../src/domain/facts/tally.ts'
import type { Store } from '../../src/ports/store.ts'
import { openStore } from '../../src/store/store.ts'
import { aCall, aCursor, at, aWonDeal, rulesBody } from '../builders.ts'
import { DATABASES, rowsIn, type TestStore, testStore, writeInto } from './stores.ts'

const TICKETS = '0-5'
const DAY = '2026-09-21'
const CALLS: OwnTally = {
  ...{ id: 'demos', type: 'calls', owner: null, sum: null },
  ...{ date: { property: 'on', isDay: true }, where: [] },
}
const DEMOS = { ...CALLS, where: [{ property: 'kind', is: ['demo'] }] }
const CLOSED: OwnTally = { ...CALLS, id: 'closed', type: TICKETS }

/** Every second one is a demo. */
function calls(count: number, from = 1): SyncedFact[] {
  return Array.from({ length: count }, (_, index) =>
    aCall({ id: String(from + index), declared: { on: DAY, ...(index % 2 === 0 ? { kind: 'demo' } : {}) } }),
  )
}

function tickets(count: number): FurtherFact[] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ type: TICKETS, id: String(1 + index), ownerId: '1', modifiedAt: at(`${DAY}T09:00:00Z`) },
    declared: { on: DAY },
  }))
}

describe.each(DATABASES)('own metrics in a store on %s', (database) => {
  let world: TestStore
  let rules: Rules

  beforeEach(async () => {
    world = await testStore(database)
    rules = await world.store.rules.adopt(rulesBody({ own: [CALLS, CLOSED] }))
  })
  afterEach(async () => {
    expect((await world.store.tallies.verify()).differences).toEqual([])
    await world.end()
  })

  function save(facts: readonly SyncedFact[], store: Store = world.store) {
    const type = facts[0]?.type ?? 'calls'
    return store.facts.savePage({ type, facts, skipped: [], cursor: aCursor({ type }) }, rules)
  }

  const declare = async (own: OwnTally[], store: Store = world.store) => {
    rules = await store.rules.adopt(rulesBody({ own }))
  }

  const recount = async (store: Store = world.store) => {
    while ((await store.facts.retally(rules, 500)) > 0);
  }

  async function sums(names: readonly string[]): Promise<Record<string, number>> {
    const tallies = names.filter(isTally)
    const rows = await world.store.tallies.sum({ tallies, from: '2026-09-01', until: '2026-10-01' })
    return Object.fromEntries(rows.filter(({ amount }) => amount !== 0).map((row) => [row.tally, row.amount]))
  }

  const own = () => sums([ownTallyOf('demos'), ownTallyOf('closed')])

  it('count a changed declaration by it, in slices, while every other tally stays as it is', async () => {
    await save(calls(1_100))
    await save(tickets(3))
    await save([aWonDeal()])
    const others = [...TALLIES, ownTallyOf('closed')]
    const before = await sums(others)
    await declare([DEMOS, CLOSED])
    const seen: (number | undefined)[] = []
    for (let left = 1; left > 0; ) {
      left = await world.store.facts.retally(rules, 500)
      seen.push((await own())['own:demos'])
      expect(await sums(others)).toEqual(before)
      expect(await world.store.facts.countOutdated(rules)).toEqual({
        ...{ total: 1_100, outdated: left },
        metrics: left > 0 ? ['demos'] : [],
      })
    }

    expect(before).toMatchObject({ 'own:closed': 3, calls: 1_100, deals_won: 1 })
    expect(seen).toEqual([850, 600, 550, 550])
  })

  it('leave the facts of other types under the rules that they were counted by, also when read again', async () => {
    await save(tickets(3))
    await save(calls(2))
    await declare([DEMOS, CLOSED])
    await recount()
    const again = await save(tickets(3))

    expect(again).toEqual({ changed: 0, removed: 0 })
    expect(await rulesOfFacts()).toEqual({ calls: [2], [TICKETS]: [1] })
    await declare([DEMOS])
    await recount()
    expect(await rulesOfFacts()).toEqual({ calls: [2], [TICKETS]: [3] })
    expect(await own()).toEqual({ 'own:demos': 1 })
  })

  const numbersIn = async (query: string) => (await rowsIn(world.address, query)).map(({ n }) => Number(n))

  /** The numbers of rules in the rows of each type. */
  async function rulesOfFacts(): Promise<Record<string, number[]>> {
    const found = await numbersIn('select distinct rules as n from calls order by rules')
    const further = await numbersIn('select distinct rules as n from further_facts order by rules')
    return { calls: found, [TICKETS]: further }
  }

  it('go on where a re-tally was stopped', async () => {
    await save(calls(1_100))
    await declare([DEMOS, CLOSED])
    await world.store.facts.retally(rules, 500)
    const restarted = await openStore(world.address)
    const { outdated } = await restarted.facts.countOutdated(rules)
    await recount(restarted)
    await restarted.close()

    expect(outdated).toBe(600)
    expect(await own()).toEqual({ 'own:demos': 550 })
  })

  it('are right when declarations change during a re-tally, and change back', async () => {
    await save(calls(700))
    await save(tickets(700))
    await declare([DEMOS, CLOSED])
    await world.store.facts.retally(rules, 500)
    await declare([CALLS, { ...CLOSED, where: [{ property: 'kind', has: true }] }])
    const { metrics } = await world.store.facts.countOutdated(rules)
    await world.store.facts.retally(rules, 500)
    await declare([DEMOS, CLOSED])
    await recount()

    expect([...metrics].sort()).toEqual(['closed', 'demos'])
    expect(await own()).toEqual({ 'own:demos': 350, 'own:closed': 700 })
    expect(await world.store.facts.countOutdated(rules)).toMatchObject({ outdated: 0, metrics: [] })
  })

  it('settle rules by which no stored fact counts differently at once, so that later ones compare with them', async () => {
    await declare([DEMOS, CLOSED])
    await save(calls(4))
    await declare([DEMOS])

    expect(await world.store.facts.countOutdated(rules)).toEqual({ total: 0, outdated: 0, metrics: [] })
    expect(await own()).toEqual({ 'own:demos': 2 })
  })

  it.each(['1 3 200 400', '2 3 200 400'])(
    'take up the position %s of an earlier version from the beginning',
    async (position) => {
      await save(calls(4))
      await writeInto(world.address, [
        `insert into state (key, body) values ('retally', '${position}') on conflict (key) do update set body = excluded.body`,
        `insert into rules (number, body) values (2, '${JSON.stringify(rulesBody({ own: [DEMOS, CLOSED] }))}')`,
      ])
      const later = await openStore(world.address)
      rules = (await later.rules.current()) ?? rules
      const before = await later.facts.countOutdated(rules)
      await recount(later)
      await later.close()

      expect(before).toEqual({ total: 4, outdated: 4, metrics: ['demos'] })
      expect(await own()).toEqual({ 'own:demos': 2 })
    },
  )

  it('forget a type in slices, with all that it added, and fill it again if it is named before the end', async () => {
    await save(tickets(1_200))
    const read = aCursor({ type: TICKETS, asOf: 5, fillStartedAt: 5, filled: 1_200 })
    await world.store.cursors.save(read)
    await declare([CALLS])
    const isForgotten = await world.store.facts.forget(TICKETS)
    const cursors = await world.store.cursors.read()
    expect((await world.store.tallies.verify()).differences).toEqual([])

    expect(isForgotten).toBe(false)
    expect(await world.store.facts.count(TICKETS)).toBe(700)
    expect(await own()).toEqual({ 'own:closed': 700 })
    expect(cursors.find(({ type }) => type === TICKETS)).toEqual(aCursor({ type: TICKETS }))
    while (!(await world.store.facts.forget(TICKETS)));
    expect(await own()).toEqual({})
    expect((await world.store.cursors.read()).map(({ type }) => type)).not.toContain(TICKETS)
  })

  it('leave out a page that was read before its type was forgotten and arrives afterwards', async () => {
    await save(tickets(2))
    while (!(await world.store.facts.forget(TICKETS)));
    const pass = { pass: 'nightly', type: TICKETS, position: '2', beganAt: 1, endedAt: null } as const
    const late = await world.store.facts.savePage(
      { type: TICKETS, facts: tickets(2), skipped: [], pass },
      rules,
    )

    expect(late).toEqual({ changed: 0, removed: 0 })
    expect(await world.store.facts.count(TICKETS)).toBe(0)
    expect(await world.store.passes.read()).toEqual([])
  })
})
