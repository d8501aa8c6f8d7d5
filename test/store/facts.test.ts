import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '../../src/domain/calendar/day.ts'
import type { Rules } from '../../src/domain/company/rules.ts'
import { CONNECTED } from '../../src/domain/company/settings.ts'
import type { Fact, FactType } from '../../src/domain/facts/facts.ts'
import { TALLIES, type Tally } from '../../src/domain/facts/tally.ts'
import { aCall, aCursor, aDeal, aMeeting, at, aWonDeal, rulesBody } from '../builders.ts'
import { turnsDuring } from '../turns.ts'
import { DATABASES, type TestStore, testStore } from './stores.ts'

describe.each(DATABASES)('facts and tallies on %s', (database) => {
  let world: TestStore
  let rules: Rules

  beforeEach(async () => {
    world = await testStore(database)
    rules = await world.store.rules.adopt(rulesBody())
  })
  afterEach(() => world.end())

  const save = (type: FactType, facts: Fact[], under: Rules = rules) =>
    world.store.facts.savePage({ type, facts, skipped: [], cursor: aCursor({ type }) }, under)

  const september = { from: '2026-09-01', until: '2026-10-01' }

  async function sums(moment?: number): Promise<Record<string, number>> {
    const query = {
      ...september,
      tallies: ['calls', 'connects', 'meetings', 'meetings_booked', 'revenue', 'deals_won'] as const,
    }
    const rows = await world.store.tallies.sum(moment === undefined ? query : { ...query, at: moment })
    return Object.fromEntries(
      rows.filter((row) => row.amount !== 0).map((row) => [`${row.rep} ${row.tally}`, row.amount]),
    )
  }

  async function differences() {
    const found = (await world.store.tallies.verify()).differences
    return found.sort((a, b) => (`${a.day} ${a.tally}` < `${b.day} ${b.tally}` ? -1 : 1))
  }

  it('counts a call once, however often it is read', async () => {
    await save('calls', [aCall(), aCall()])
    await save('calls', [aCall()])

    expect(await sums()).toEqual({ '1 calls': 1 })
    expect(await differences()).toEqual([])
  })

  it('sums up two years of many tallies, more than fit one query', async () => {
    const days = ['2025-01-03', '2025-09-30', '2026-02-01', '2026-12-31']
    const facts = days.flatMap((day, index) => [
      aCall({ id: String(index), at: at(`${day}T12:00:00Z`), disposition: CONNECTED }),
      aCall({ id: String(50 + index), at: at(`${day}T12:00:00Z`), ownerId: '2' }),
    ])
    await save('calls', facts)
    const query = { tallies: TALLIES, from: '2025-01-03', until: '2026-12-31' }
    const ofAll = await world.store.tallies.sum(query)
    const many = Array.from({ length: 60 }, (_, index) => String(2 + index))
    const ofMany = await world.store.tallies.sum({ ...query, reps: many })

    const calls = (rows: typeof ofAll) => rows.filter(({ tally }) => tally === 'calls')
    expect(new Map(calls(ofAll).map(({ rep, amount }) => [rep, amount]))).toEqual(
      new Map([
        ['1', 3],
        ['2', 3],
      ]),
    )
    expect(calls(ofMany)).toEqual([{ rep: '2', tally: 'calls', amount: 3 }])
    expect(ofAll).toContainEqual({ rep: '1', tally: 'connects', amount: 3 })
  })

  it('sums a century by looking only at days that have data', async () => {
    await save('calls', [aCall({ at: at('2025-01-03T12:00:00Z') }), aCall({ id: '101' })])
    const century = { tallies: TALLIES, from: '2000-01-01', until: '2100-01-01' }

    const { answer: rows, turns } = await turnsDuring(() => world.store.tallies.sum(century))
    const days = await world.store.tallies.byDay(century)

    expect(rows.filter(({ tally }) => tally === 'calls')).toEqual([{ rep: '1', tally: 'calls', amount: 2 }])
    expect(days.filter(({ tally }) => tally === 'calls').map(({ day }) => day)).toHaveLength(2)
    expect(await world.store.tallies.sum({ ...century, tallies: ['revenue'] })).toEqual([])
    if (database === 'sqlite') expect(turns).toBeLessThan(2_000)
  })

  it('lets others have a turn between the statements for many spans', async () => {
    await save('calls', [aCall()])
    const reps = Array.from({ length: 5_000 }, (_, index) => String(1 + index))
    const spans = Array.from({ length: 12 }, (_, index) => ({
      from: addDays('2026-06-01', 14 * index),
      until: addDays('2026-06-01', 14 * index + 9),
    }))

    const { answer, turns } = await turnsDuring(() =>
      world.store.tallies.totals({ tallies: ['calls'], spans, reps }),
    )

    expect(answer.map(({ calls = 0 }) => calls)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0])
    expect(turns).toBeGreaterThan(10)
  })

  it('reports how many facts of a page were news', async () => {
    await save('calls', [aCall()])

    expect(await save('calls', [aCall(), aCall({ id: '101' })])).toEqual({ changed: 1, removed: 0 })
  })

  it('moves a reassigned call to its new owner', async () => {
    await save('calls', [aCall({ disposition: CONNECTED })])
    await save('calls', [
      aCall({ disposition: CONNECTED, ownerId: '2', modifiedAt: at('2026-09-22T00:00:00Z') }),
    ])

    expect(await sums()).toEqual({ '2 calls': 1, '2 connects': 1 })
    expect(await differences()).toEqual([])
  })

  it('keeps the newer version when an older one arrives late', async () => {
    await save('deals', [aWonDeal({ amount: '500', modifiedAt: at('2026-09-22T00:00:00Z') })])
    await save('deals', [aWonDeal({ amount: '100', modifiedAt: at('2026-09-21T00:00:00Z') })])

    expect(await sums()).toEqual({ '1 revenue': 500_00, '1 deals_won': 1 })
  })

  it('accepts a change that did not bump the modified date', async () => {
    await save('deals', [aWonDeal({ homeAmount: '500' })])
    await save('deals', [aWonDeal({ homeAmount: '510' })])

    expect(await sums()).toEqual({ '1 revenue': 510_00, '1 deals_won': 1 })
  })

  it('subtracts everything that a removed deal had added', async () => {
    await save('deals', [aWonDeal(), aWonDeal({ id: '201' })])

    const page = { type: 'deals', facts: [], skipped: [], gone: ['201', '999'] } as const
    expect(await world.store.facts.savePage(page, rules)).toMatchObject({ removed: 1 })
    expect(await sums()).toEqual({ '1 revenue': 1000_00, '1 deals_won': 1 })
    expect(await differences()).toEqual([])
  })

  it('counts a meeting from its end on, not before', async () => {
    await world.store.facts.mature(at('2026-09-22T09:29:00Z'))
    await save('meetings', [aMeeting()])
    expect(await sums()).toEqual({ '1 meetings_booked': 1 })

    expect(await world.store.facts.mature(at('2026-09-22T09:30:00Z'))).toBe(1)

    expect(await sums()).toEqual({ '1 meetings_booked': 1, '1 meetings': 1 })
    expect(await differences()).toEqual([])
  })

  it("answers as of a moment before or after the store's clock", async () => {
    await save('meetings', [
      aMeeting(),
      aMeeting({ id: '301', endsAt: at('2026-09-23T10:00:00Z'), startsAt: at('2026-09-23T09:00:00Z') }),
    ])
    await world.store.facts.mature(at('2026-09-22T12:00:00Z'))

    expect(await sums(at('2026-09-22T09:00:00Z'))).toEqual({ '1 meetings_booked': 2 })
    expect(await sums(at('2026-09-22T10:00:00Z'))).toEqual({ '1 meetings_booked': 2, '1 meetings': 1 })
    expect(await sums(at('2026-09-23T11:00:00Z'))).toEqual({ '1 meetings_booked': 2, '1 meetings': 2 })
  })

  it('matures more meetings at one instant than fit a slice', async () => {
    const many = Array.from({ length: 1203 }, (_, index) => aMeeting({ id: String(1000 + index) }))
    await save('meetings', many)

    expect(await world.store.facts.mature(at('2026-09-30T00:00:00Z'))).toBe(1203)
    expect(await sums()).toMatchObject({ '1 meetings': 1203 })
    expect(await differences()).toEqual([])
  })

  it('re-tallies stored facts when the rules change', async () => {
    const lateEvening = at('2026-08-31T22:30:00Z')
    await save(
      'calls',
      Array.from({ length: 620 }, (_, index) => aCall({ id: String(1 + index), at: lateEvening })),
    )
    await save('deals', [aWonDeal({ currency: 'USD', amount: '100' })])
    expect(await sums()).toMatchObject({ '1 calls': 620, '1 revenue': 90_00 })

    const london = await world.store.rules.adopt(
      rulesBody({ ownerZones: { '1': 'Europe/London' }, rates: { USD: '0.8' } }),
    )
    let left = (await world.store.facts.countOutdated(london)).outdated
    expect(left).toBe(621)
    while (left > 0) left = await world.store.facts.retally(london, 500)

    expect(await sums()).toEqual({ '1 revenue': 80_00, '1 deals_won': 1 })
    expect(await differences()).toEqual([])
    expect(await world.store.facts.countOutdated(london)).toEqual({ total: 621, outdated: 0, metrics: [] })
  })

  it('finds tallies that do not match the facts', async () => {
    const wrong = { ...rules, accountZone: 'America/New_York' }
    await save('calls', [aCall({ at: at('2026-08-31T22:30:00Z') })], wrong)

    const tallies = ['call_outcome:none', 'calls', 'dials']
    expect(await differences()).toEqual([
      ...tallies.map((tally) => ({ rep: '1', day: '2026-08', tally, stored: 1, expected: 0 })),
      ...tallies.map((tally) => ({ rep: '1', day: '2026-08-31', tally, stored: 1, expected: 0 })),
      ...tallies.map((tally) => ({ rep: '1', day: '2026-09', tally, stored: 0, expected: 1 })),
      ...tallies.map((tally) => ({ rep: '1', day: '2026-09-01', tally, stored: 0, expected: 1 })),
    ])
  })

  it('keeps a skipped record listed until it can be read', async () => {
    const skip = { id: '55', reason: 'hs_timestamp: no date' }
    await world.store.facts.savePage(
      { type: 'calls', facts: [], skipped: [skip], cursor: aCursor({ asOf: 5 }) },
      rules,
    )
    expect(await world.store.facts.skipped()).toEqual([
      { type: 'calls', id: '55', reason: skip.reason, at: 5 },
    ])

    await save('calls', [aCall({ id: '55' })])

    expect(await world.store.facts.skipped()).toEqual([])
  })

  it('saves the cursor together with the rows', async () => {
    await world.store.facts.savePage(
      { type: 'calls', facts: [aCall()], skipped: [], cursor: aCursor({ fillCursor: '101', filled: 1 }) },
      rules,
    )

    expect((await world.store.cursors.read()).find((cursor) => cursor.type === 'calls')).toEqual(
      aCursor({ fillCursor: '101', filled: 1 }),
    )
  })

  it('adds up more stages than one statement allows', async () => {
    const stages = Array.from({ length: 600 }, (_, stage): Tally => `stage_entered:1/${stage}`)
    const span = { from: '2026-09-21', until: '2026-09-22', reps: ['1'] }

    expect(await world.store.tallies.sum({ tallies: stages, ...span })).toEqual([])
  })

  it('reads the days of two years in order, with other work between slices', async () => {
    const days = ['2025-01-08', '2025-11-03', '2026-09-21']
    await save(
      'calls',
      days.map((day, index) => aCall({ id: String(index + 1), at: at(`${day}T09:00:00Z`) })),
    )
    const reps = Array.from({ length: 250 }, (_, rep) => String(rep + 1))

    const query = { tallies: ['calls', 'dials'], from: '2025-01-01', until: '2027-01-01', reps } as const
    const { answer: rows, turns } = await turnsDuring(() => world.store.tallies.byDay(query))

    expect(rows.filter(({ tally }) => tally === 'calls').map(({ day }) => day)).toEqual(days)
    expect(turns).toBeGreaterThanOrEqual(19)
  })

  it('finds open deals by their close date', async () => {
    await save('deals', [
      aDeal(),
      aDeal({ id: '201', closesAt: at('2026-12-01T00:00:00Z') }),
      aWonDeal({ id: '202' }),
    ])

    const due = await world.store.facts.openDealsDue(at('2026-09-01T00:00:00Z'), at('2026-10-01T00:00:00Z'))

    expect(due).toEqual([aDeal()])
  })
})
