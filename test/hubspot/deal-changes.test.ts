import { describe, expect, test } from 'vitest'
import {
  type DealChange,
  stageEntriesOf,
  TRACKED_PROPERTIES,
  valuesAt,
} from '../../src/domain/facts/deal-changes.ts'
import { anAccount, aServer, aWorld, noon, sendJson } from './worlds.ts'

const hour = 3_600_000

function aDeal(changes: object) {
  return { id: '7', properties: { createdate: '2026-11-01T00:00:00Z' }, ...changes }
}

async function changesOf(deal: unknown) {
  const source = await aServer((_, response) => sendJson(response, { results: [deal] }))
  return source.dealChanges(['7'])
}

const created = Date.parse('2026-11-01T00:00:00Z')

function stateAt(changes: readonly DealChange[], moment: number) {
  const values = valuesAt(changes, moment)
  return Object.fromEntries(TRACKED_PROPERTIES.map((name) => [name, values[name]]))
}

describe('the changes of deals', () => {
  test('give the state of a deal at any moment', async () => {
    const account = anAccount()
    const at = [noon - 3 * hour, noon - 2 * hour, noon - hour] as const
    const first = {
      dealstage: 'qualifiedtobuy',
      amount: '100',
      closedate: '2026-12-01',
      hubspot_owner_id: '8',
    }
    account.create('deals', first, { id: '7', atMs: at[0] })
    account.update('deals', '7', { amount: '150', dealstage: 'contractsent' }, { atMs: at[1] })
    account.update('deals', '7', { amount: '', hubspot_owner_id: '9' }, { atMs: at[2] })
    account.update('deals', '7', { hs_manual_forecast_category: 'COMMIT' }, { atMs: at[2] })
    const { source } = await aWorld({ account })

    const changes = await source.dealChanges(['7'])

    const day = String(Date.parse('2026-12-01T00:00:00Z'))
    expect(stateAt(changes, at[0] - 1)).toMatchObject({
      stage: null,
      amount: null,
      closesAt: null,
      owner: null,
    })
    expect(stateAt(changes, at[0])).toMatchObject({ stage: 'qualifiedtobuy', amount: '100', owner: '8' })
    expect(stateAt(changes, at[1])).toMatchObject({ stage: 'contractsent', amount: '150', closesAt: day })
    expect(stateAt(changes, at[2])).toMatchObject({ amount: null, owner: '9', forecastCategory: 'COMMIT' })
    expect(stageEntriesOf(changes)).toEqual([
      { stageId: 'qualifiedtobuy', at: at[0] },
      { stageId: 'contractsent', at: at[1] },
    ])
  })

  test('are sorted by deal, property and time, without repeats of the same value', async () => {
    const version = (value: string, timestamp: string) => ({ value, timestamp, sourceType: 'CRM_UI' })
    const changes = await changesOf(
      aDeal({
        propertiesWithHistory: {
          amount: [
            version('20.0', '2026-11-05T00:00:00Z'),
            version(' 10 ', '2026-11-03T00:00:00Z'),
            version('10', '2026-11-02T00:00:00Z'),
            version('', '2026-11-01T00:00:00Z'),
          ],
          dealstage: [
            version('b', '2026-11-04T00:00:00Z'),
            version('a', '2026-11-04T00:00:00Z'),
            version('x', 'once'),
          ],
          closedate: [
            version('soon', '2026-11-03T00:00:00Z'),
            version('1794456053000', '2026-11-02T00:00:00Z'),
          ],
          hubspot_owner_id: [version('', '2026-11-03T00:00:00Z'), version('5', '2026-11-02T00:00:00Z')],
        },
      }),
    )

    const day = (number: number) => Date.UTC(2026, 10, number)
    expect(changes.map(({ property, at, value }) => [property, at, value])).toEqual([
      ['stage', day(4), 'a'],
      ['stage', day(4), 'b'],
      ['closesAt', day(2), '1794456053000'],
      ['closesAt', day(3), null],
      ['amount', day(1), null],
      ['amount', day(2), '10'],
      ['amount', day(5), '20.0'],
      ['owner', day(2), '5'],
      ['owner', day(3), null],
    ])
  })

  test('consist of the present value since creation if there is no history', async () => {
    const properties = {
      createdate: '2026-11-01T00:00:00Z',
      dealstage: 'won',
      amount: '',
      closedate: '2026-11-30',
    }
    const history = { dealstage: [], closedate: null }

    expect(await changesOf(aDeal({ properties, propertiesWithHistory: history }))).toEqual([
      { dealId: '7', property: 'stage', at: created, value: 'won' },
      { dealId: '7', property: 'closesAt', at: created, value: String(Date.UTC(2026, 10, 30)) },
    ])
    const undated = { properties: { dealstage: 'won', createdate: 'x' }, createdAt: '2026-11-02T00:00:00Z' }
    expect(await changesOf(aDeal(undated))).toEqual([
      { dealId: '7', property: 'stage', at: Date.UTC(2026, 10, 2), value: 'won' },
    ])
    expect(await changesOf(aDeal({ properties: { dealstage: 'won' } }))).toEqual([])
  })

  test('are listed under the new id of a merged deal, and not at all for a deal that is gone', async () => {
    const account = anAccount()
    for (const id of ['1', '2', '3', '4']) {
      account.create('deals', { dealstage: `s${id}` }, { id, atMs: noon - Number(id) * hour })
    }
    const { id } = account.merge('deals', '1', '2')
    account.archive('deals', '3')
    const { source } = await aWorld({ account })

    const changes = await source.dealChanges([id, '1', '3', '4', '99'])

    expect([...new Set(changes.map(({ dealId }) => dealId))]).toEqual(['4', id])
    const stages = changes.filter(({ dealId, property }) => dealId === id && property === 'stage')
    expect(stages.map(({ value }) => value)).toEqual(['s2', 's1'])
  })

  test('are read for fifty deals in one request', async () => {
    const account = anAccount()
    const ids = Array.from({ length: 50 }, (_, index) => String(index + 1))
    for (const id of ids) account.create('deals', { dealstage: 'contractsent' }, { id })
    const { source, sandbox } = await aWorld({ account })

    const changes = await source.dealChanges(ids)

    expect(new Set(changes.map(({ dealId }) => dealId)).size).toBe(50)
    expect(sandbox.requests.byKind).toEqual({ batchRead: 1 })
    await expect(source.dealChanges([...ids, '51'])).rejects.toThrow('50 ids')
    expect(await source.dealChanges([])).toEqual([])
    expect(sandbox.requests.total).toBe(1)
  })
})
