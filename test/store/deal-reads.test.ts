import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Rules } from '../../src/domain/company/rules.ts'
import type { DealChange } from '../../src/domain/facts/deal-changes.ts'
import type { DealFact } from '../../src/domain/facts/facts.ts'
import type { DueSpan } from '../../src/domain/pipeline/past-deals.ts'
import { aCursor, aDeal, at, aWonDeal, rulesBody } from '../builders.ts'
import { turnsDuring } from '../turns.ts'
import { DATABASES, type TestStore, testStore } from './stores.ts'

const OCTOBER = { from: at('2026-10-01T00:00:00Z'), to: at('2026-11-01T00:00:00Z') }
const SPAN: DueSpan = { ...OCTOBER, createdBefore: at('2026-10-02T00:00:00Z') }

const all = <T>(slice: readonly T[]) => slice

describe.each(DATABASES)('reads of deals on %s', (database) => {
  let world: TestStore
  let rules: Rules

  beforeEach(async () => {
    world = await testStore(database)
    rules = await world.store.rules.adopt(rulesBody())
  })
  afterEach(() => world.end())

  async function save(...facts: DealFact[]): Promise<void> {
    const cursor = aCursor({ type: 'deals' })
    await world.store.facts.savePage({ type: 'deals', facts, skipped: [], cursor }, rules)
  }

  async function keep(id: string, changes: Omit<DealChange, 'dealId'>[]): Promise<void> {
    const kept = changes.map((change) => ({ dealId: id, ...change }))
    await world.store.dealDetails.saveChanges([{ id, modifiedAt: 1 }], kept, rules)
  }

  function due(when: string, to: string): Omit<DealChange, 'dealId'> {
    return { property: 'closesAt', at: at(when), value: String(at(to)) }
  }

  const idsOf = (deals: readonly { id: string }[]) => deals.map(({ id }) => id).sort()

  async function everDue(): Promise<string[]> {
    return idsOf((await world.store.deals.everDue(SPAN, all)).map(({ deal }) => deal))
  }

  it('open deals are those that are neither closed nor won', async () => {
    await save(
      aDeal({ id: '1', closesAt: null }),
      aDeal({ id: '2', isClosed: true }),
      aDeal({ id: '3', isWon: true }),
      aWonDeal({ id: '4' }),
      aDeal({ id: '5', ownerId: null, stageEntries: [{ stageId: 's1', at: 7 }], companyId: '50' }),
    )

    const deals = await world.store.deals.open(all)

    expect(idsOf(deals)).toEqual(['1', '5'])
    const { amount, closesAt, stageId, pipelineId } = aDeal()
    expect(deals.find(({ id }) => id === '5')).toMatchObject({
      ...{ id: '5', ownerId: null, isClosed: false, isWon: false },
      ...{ amount, closesAt, stageId, pipelineId },
    })
  })

  it('more open deals than fit a slice are each read once, with other work in between', async () => {
    await save(...Array.from({ length: 1203 }, (_, index) => aDeal({ id: String(1000 + index) })))

    const { answer: deals, turns } = await turnsDuring(() => world.store.deals.open(all))

    expect(turns).toBeGreaterThanOrEqual(1)
    expect(new Set(idsOf(deals)).size).toBe(1203)
    expect(deals).toHaveLength(1203)
  })

  it('won deals are those that closed in the period, excluding its end', async () => {
    await save(
      aWonDeal({ id: '1', closesAt: OCTOBER.from, companyId: '50' }),
      aWonDeal({ id: '2', closesAt: OCTOBER.to - 1, ownerId: null, pipelineId: null }),
      aWonDeal({ id: '3', closesAt: OCTOBER.from - 1 }),
      aWonDeal({ id: '4', closesAt: OCTOBER.to }),
      aWonDeal({ id: '5', closesAt: null }),
      aDeal({ id: '6', closesAt: OCTOBER.from, isClosed: true }),
    )

    expect(await world.store.deals.wonBetween(OCTOBER.from, OCTOBER.to)).toEqual([
      { id: '1', ownerId: '1', pipelineId: 'default', companyId: '50', closesAt: OCTOBER.from },
      { id: '2', ownerId: null, pipelineId: null, companyId: null, closesAt: OCTOBER.to - 1 },
    ])
  })

  it('more deals won at one instant than fit a slice are each read once', async () => {
    const many = Array.from({ length: 2005 }, (_, index) =>
      aWonDeal({ id: String(1 + index), closesAt: OCTOBER.from }),
    )
    await save(...many)

    const won = await world.store.deals.wonBetween(OCTOBER.from, OCTOBER.to)

    expect(won).toHaveLength(2005)
    expect(new Set(idsOf(won)).size).toBe(2005)
  })

  it('deals are found by their current and former close dates', async () => {
    const november = '2026-11-15T12:00:00Z'
    await save(
      aDeal({ id: '1', closesAt: OCTOBER.from }),
      aDeal({ id: '2', closesAt: at(november) }),
      aDeal({ id: '3', closesAt: at(november) }),
      aDeal({ id: '4', closesAt: null }),
      aDeal({ id: '5', closesAt: OCTOBER.to - 1 }),
    )
    await keep('2', [
      due('2026-09-20T12:00:00Z', '2026-10-31T23:59:59Z'),
      due('2026-10-10T12:00:00Z', november),
    ])
    await keep('3', [
      due('2026-09-20T12:00:00Z', '2026-11-01T00:00:00Z'),
      due('2026-10-10T12:00:00Z', november),
    ])
    await keep('4', [
      due('2026-09-20T12:00:00Z', '2026-10-01T00:00:00Z'),
      { property: 'closesAt', at: at('2026-10-10T12:00:00Z'), value: null },
    ])
    await keep('5', [
      due('2026-09-20T12:00:00Z', '2026-10-05T12:00:00Z'),
      due('2026-09-21T12:00:00Z', november),
      due('2026-09-22T12:00:00Z', '2026-10-05T12:00:00Z'),
    ])

    expect(await everDue()).toEqual(['1', '2', '4', '5'])
  })

  it('an amount that looks like an instant is not a close date', async () => {
    await save(aDeal({ id: '1', closesAt: null }))
    await keep('1', [
      { property: 'amount', at: 5, value: String(OCTOBER.from) },
      { property: 'stage', at: 5, value: 'appointment' },
      { property: 'homeAmount', at: 5, value: '12.50' },
    ])

    expect(await everDue()).toEqual([])
  })

  it('deals created too late, at an unknown time or without an owner are left out', async () => {
    const inOctober = { closesAt: OCTOBER.from }
    await save(
      aDeal({ id: '1', ...inOctober, createdAt: SPAN.createdBefore - 1 }),
      aDeal({ id: '2', ...inOctober, createdAt: SPAN.createdBefore }),
      aDeal({ id: '3', ...inOctober, createdAt: null }),
      aDeal({ id: '4', ...inOctober, ownerId: null }),
    )

    expect(await everDue()).toEqual(['1'])
  })

  it('a deal comes with the changes that make up its past', async () => {
    const deal = aDeal({ id: '1', closesAt: OCTOBER.from, stageEntries: [{ stageId: 's1', at: 3 }] })
    await save(deal, aDeal({ id: '2', closesAt: OCTOBER.from }))
    await keep('1', [
      { property: 'stage', at: 9, value: 's2' },
      { property: 'stage', at: 3, value: 's1' },
      { property: 'amount', at: 4, value: null },
      { property: 'owner', at: 3, value: '1' },
      { property: 'forecastCategory', at: 3, value: 'COMMIT' },
    ])

    const histories = await world.store.deals.everDue(SPAN, all)
    const own = histories.find((history) => history.deal.id === '1')

    expect(own?.deal).toMatchObject({ id: '1', stageId: deal.stageId, closesAt: OCTOBER.from })
    expect(own?.changes).toHaveLength(3)
    expect(own?.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ property: 'stage', at: 3, value: 's1' }),
        expect.objectContaining({ property: 'amount', at: 4, value: null }),
        expect.objectContaining({ property: 'stage', at: 9, value: 's2' }),
      ]),
    )
    expect(histories.find((history) => history.deal.id === '2')?.changes).toEqual([])
  })

  it('a removed deal is no longer due, whatever it once was', async () => {
    await save(aDeal({ id: '1', closesAt: null }))
    await keep('1', [due('2026-09-20T12:00:00Z', '2026-10-05T12:00:00Z')])
    expect(await everDue()).toEqual(['1'])

    await world.store.facts.savePage({ type: 'deals', facts: [], skipped: [], gone: ['1'] }, rules)

    expect(await everDue()).toEqual([])
  })

  it('more due deals than fit a slice are each read once, with other work in between', async () => {
    const many = Array.from({ length: 2005 }, (_, index) =>
      aDeal({ id: String(1 + index), closesAt: OCTOBER.from }),
    )
    await save(...many)
    await keep('7', [due('2026-09-20T12:00:00Z', '2026-10-05T12:00:00Z')])

    const { answer: histories, turns } = await turnsDuring(() => world.store.deals.everDue(SPAN, all))

    expect(turns).toBeGreaterThanOrEqual(4)
    expect(histories).toHaveLength(2005)
    expect(new Set(idsOf(histories.map(({ deal }) => deal))).size).toBe(2005)
  })

  it('more deals that were due at one instant than fit a slice are each found', async () => {
    const ids = Array.from({ length: 2005 }, (_, index) => String(1 + index))
    await save(...ids.map((id) => aDeal({ id, closesAt: null })))
    const wasDue = ids.map((dealId) => ({ dealId, ...due('2026-09-20T12:00:00Z', '2026-10-05T12:00:00Z') }))
    const settled = ids.map((id) => ({ id, modifiedAt: 1 }))
    await world.store.dealDetails.saveChanges(settled, wasDue, rules)

    expect(new Set(await everDue()).size).toBe(2005)
  })

  it('a close date set after the period began says nothing about its start', async () => {
    await save(aDeal({ id: '1', closesAt: null }), aDeal({ id: '2', closesAt: null }))
    await keep('1', [{ ...due('2026-09-20T12:00:00Z', '2026-10-05T12:00:00Z'), at: SPAN.createdBefore - 1 }])
    await keep('2', [{ ...due('2026-09-20T12:00:00Z', '2026-10-05T12:00:00Z'), at: SPAN.createdBefore }])

    expect(await everDue()).toEqual(['1'])
  })
})
