import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Rules } from '../../src/domain/company/rules.ts'
import { CONNECTED } from '../../src/domain/company/settings.ts'
import type { Fact, FactType } from '../../src/domain/facts/facts.ts'
import type { BehindQuery } from '../../src/ports/fact-store.ts'
import { aCall, aCursor, aDeal, aMeeting, at, aWonDeal, rulesBody } from '../builders.ts'
import { aTally, aVisit, VISITS } from '../properties/own-visits.ts'
import { turnsDuring } from '../turns.ts'
import { DATABASES, type TestStore, testStore } from './stores.ts'

/** Later than any day in the tests. */
const EVER = '2100-01-01'

describe.each(DATABASES)('the records behind tallies on %s', (database) => {
  let world: TestStore
  let rules: Rules

  beforeEach(async () => {
    world = await testStore(database)
    rules = await world.store.rules.adopt(rulesBody())
  })
  afterEach(() => world.end())

  const save = (type: FactType, facts: Fact[], under: Rules = rules) =>
    world.store.facts.savePage({ type, facts, skipped: [], cursor: aCursor({ type }) }, under)

  const behind = (query: Partial<BehindQuery> & Pick<BehindQuery, 'type' | 'tallies'>) =>
    world.store.facts.behind({
      from: '2026-09-01',
      until: '2026-10-01',
      reps: new Map([['1', EVER]]),
      at: at('2026-10-05T00:00:00Z'),
      limit: 20,
      ...query,
    })

  it('are those that count in the period for these owners, each with what it contributes', async () => {
    await save('calls', [
      aCall({ id: '1', disposition: CONNECTED, durationMs: 90_000 }),
      aCall({ id: '2' }),
      aCall({ id: '3', ownerId: '2', disposition: CONNECTED }),
      aCall({ id: '4', ownerId: null, disposition: CONNECTED }),
      aCall({ id: '5', at: at('2026-10-02T09:00:00Z'), disposition: CONNECTED }),
      aCall({ id: '6', status: 'CANCELED', disposition: CONNECTED }),
    ])

    const found = await behind({ type: 'calls', tallies: ['connects', 'talk_ms'] })

    expect(found).toEqual({
      counted: 1,
      withoutAmount: 0,
      newest: [
        {
          id: '1',
          rep: '1',
          day: '2026-09-21',
          adds: [
            { tally: 'connects', amount: 1 },
            { tally: 'talk_ms', amount: 90_000 },
          ],
        },
      ],
    })
  })

  it('of money include the deals without an amount, which add 0', async () => {
    await save('deals', [
      aWonDeal({ id: '1', amount: '600' }),
      aWonDeal({ id: '2', amount: null }),
      aWonDeal({ id: '3', amount: 'n/a' }),
      aWonDeal({ id: '4', amount: '0' }),
      aWonDeal({ id: '5', amount: null, pipelineId: 'renewals' }),
      aDeal({ id: '6', amount: null }),
    ])
    rules = await world.store.rules.adopt(rulesBody({ renewalPipelines: ['renewals'] }))
    while ((await world.store.facts.retally(rules, 500)) > 0);

    const won = await behind({ type: 'deals', tallies: ['revenue'] })
    const both = await behind({ type: 'deals', tallies: ['revenue', 'deals_won'] })

    expect(won).toMatchObject({ counted: 3, withoutAmount: 2 })
    expect(won.newest.map(({ id, adds }) => [id, adds[0]?.amount])).toEqual([
      ['3', 0],
      ['2', 0],
      ['1', 600_00],
    ])
    expect(both).toMatchObject({ counted: 4, withoutAmount: 2 })
    expect(await behind({ type: 'deals', tallies: ['deals_won'] })).toMatchObject({ withoutAmount: 0 })
    expect(await behind({ type: 'deals', tallies: ['pipeline_created'] })).toMatchObject({ withoutAmount: 3 })
  })

  it("are dated in the owner's time zone, not in London's", async () => {
    const late = at('2026-08-31T22:30:00Z')
    await save('calls', [aCall({ id: '1', at: late }), aCall({ id: '2', at: late - 3_600_000 })])

    const { newest } = await behind({ type: 'calls', tallies: ['calls'] })

    expect(newest.map(({ id, day }) => [id, day])).toEqual([['1', '2026-09-01']])
  })

  it('of an archived owner end with the last day that counts', async () => {
    await save('calls', [
      aCall({ id: '1', at: at('2026-09-20T09:00:00Z') }),
      aCall({ id: '2', at: at('2026-09-21T09:00:00Z') }),
    ])

    const { newest } = await behind({
      type: 'calls',
      tallies: ['calls'],
      reps: new Map([['1', '2026-09-21']]),
    })

    expect(newest.map(({ id }) => id)).toEqual(['1'])
  })

  it('include future meetings only once they are over', async () => {
    await save('meetings', [aMeeting({ id: '1', endsAt: at('2026-09-22T09:30:00Z') })])
    const held = (moment: string) => behind({ type: 'meetings', tallies: ['meetings'], at: at(moment) })

    expect((await held('2026-09-22T09:29:59Z')).counted).toBe(0)
    expect((await held('2026-09-22T09:30:00Z')).counted).toBe(1)
  })

  it('include a deal on its latest day, with everything it contributes', async () => {
    await save('deals', [
      aWonDeal({ id: '1', createdAt: at('2026-09-02T09:00:00Z'), closesAt: at('2026-09-21T09:00:00Z') }),
      aDeal({ id: '2', createdAt: at('2026-09-22T09:00:00Z') }),
    ])

    const found = await behind({ type: 'deals', tallies: ['deals_created', 'revenue'] })

    expect(found.newest).toEqual([
      { id: '2', rep: '1', day: '2026-09-22', adds: [{ tally: 'deals_created', amount: 1 }] },
      {
        id: '1',
        rep: '1',
        day: '2026-09-21',
        adds: [
          { tally: 'deals_created', amount: 1 },
          { tally: 'revenue', amount: 100_000 },
        ],
      },
    ])
  })

  it('count by the rules under which they were tallied, as the tallies do', async () => {
    await save('calls', [aCall({ id: '1', disposition: 'own' })])
    await world.store.rules.adopt(rulesBody({ connectedDispositions: ['own'] }))

    expect((await behind({ type: 'calls', tallies: ['connects'] })).counted).toBe(0)
  })

  it('are all counted even if they exceed a slice; only the newest are listed, newest first', async () => {
    const calls = Array.from({ length: 2500 }, (_, index) =>
      aCall({ id: String(1 + index), at: at('2026-09-01T09:00:00Z') + (index % 20) * 86_400_000 }),
    )
    for (let begin = 0; begin < calls.length; begin += 500)
      await save('calls', calls.slice(begin, begin + 500))

    const { answer, turns } = await turnsDuring(() => behind({ type: 'calls', tallies: ['calls'], limit: 3 }))
    const { counted, newest } = answer

    expect(counted).toBe(2500)
    expect(newest.map(({ id, day }) => `${day} ${id}`)).toEqual([
      '2026-09-20 2500',
      '2026-09-20 2480',
      '2026-09-20 2460',
    ])
    expect(turns).toBeGreaterThanOrEqual(3)
  })

  it('of own metrics go by any date and any owner, and may be of any type', async () => {
    const own = [
      aTally({ owner: { property: 'guest_of', holds: 'owner' } }),
      aTally({ id: 'hours', sum: { property: 'hours', unit: 'hours', currency: null } }),
    ]
    const under = await world.store.rules.adopt(rulesBody({ own }))
    const visit = (id: string, values: Record<string, string>) => ({ ...aVisit(values, '2'), id })
    const facts = [
      visit('1', { visited: '2026-09-21T09:00:00Z', guest_of: '1', hours: '2' }),
      visit('2', { visited: '2026-09-22T09:00:00Z', guest_of: '2' }),
      visit('3', { visited: '2026-10-22T09:00:00Z', guest_of: '1' }),
    ]
    await world.store.facts.savePage(
      { type: VISITS, facts, skipped: [], cursor: aCursor({ type: VISITS }) },
      under,
    )
    const all = new Map(['1', '2'].map((id) => [id, EVER]))

    const counted = await behind({ type: VISITS, tallies: ['own:visits'] })
    expect(counted).toMatchObject({
      counted: 1,
      newest: [{ id: '1', rep: '1', adds: [{ tally: 'own:visits', amount: 1 }] }],
    })
    const summed = await behind({ type: VISITS, tallies: ['own:hours'], reps: all })
    expect(summed).toMatchObject({ counted: 2, withoutAmount: 1 })
    expect(summed.newest.map(({ id, adds }) => [id, adds[0]?.amount])).toEqual([
      ['2', 0],
      ['1', 7_200_000],
    ])
  })

  it('of own and other metrics of one type are found together', async () => {
    const own = [aTally({ id: 'demos', type: 'meetings', date: { property: 'starts', isDay: false } })]
    const under = await world.store.rules.adopt(rulesBody({ own }))
    const startsAt = at('2026-09-21T09:00:00Z')
    const facts = [
      aMeeting({ id: '1', startsAt, outcome: 'COMPLETED' }),
      aMeeting({ id: '2', startsAt, outcome: 'CANCELED', declared: { starts: '2026-09-21T09:00:00Z' } }),
    ]
    await save('meetings', facts, under)

    const found = await behind({ type: 'meetings', tallies: ['meetings', 'own:demos'] })
    expect(found.newest.map(({ id, adds }) => [id, adds.map(({ tally }) => tally)])).toEqual([
      ['2', ['own:demos']],
      ['1', ['meetings']],
    ])
  })
})
