import { describe, expect, test } from 'vitest'
import { FACT_TYPES } from '../../src/domain/facts/facts.ts'
import type { SandboxAccount } from '../../src/sandbox/hubspot/account.ts'
import type { ObjectType } from '../../src/sandbox/hubspot/object-types.ts'
import { allPages, anAccount, aPageOf, aServer, aWorld, errorOf, noon, sendJson } from './worlds.ts'

const hour = 3_600_000
const lastHour = { from: noon - hour, to: noon }

/** Creates this many records, all changed in the same millisecond. */
function fill(account: SandboxAccount, type: ObjectType, count: number, atMs = noon - hour / 2): void {
  for (let index = 0; index < count; index += 1) account.create(type, {}, { atMs })
}

function searchBodies(requests: { kind: string; body: unknown }[]) {
  return requests.filter(({ kind }) => kind === 'search').map(({ body }) => JSON.parse(String(body)))
}

describe('reading all records', () => {
  test('returns each of them once, a hundred per page, in order of id', async () => {
    const account = anAccount()
    fill(account, 'calls', 250)
    const { source, sandbox } = await aWorld({ account })

    const pages = await allPages((cursor) => source.listPage('calls', cursor))

    expect(pages.map((page) => page.facts.length)).toEqual([100, 100, 50])
    const ids = pages.flatMap((page) => page.facts.map((fact) => Number(fact.id)))
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b))
    expect(sandbox.requests.byKind.list).toBe(3)
  })

  test("continues where a killed read stopped, and returns HubSpot's time", async () => {
    const account = anAccount()
    fill(account, 'notes', 150)
    const { source } = await aWorld({ account }, { clock: { now: () => 0 } })

    const first = await source.listPage('notes', null)
    const rest = await source.listPage('notes', first.next)

    expect(rest.facts).toHaveLength(50)
    expect(rest.next).toBeNull()
    expect(first.serverTime).toBe(noon)
  })

  test('leaves out records in the recycle bin', async () => {
    const account = anAccount()
    fill(account, 'tasks', 3)
    const [kept, binned] = account.table('tasks').held()
    account.archive('tasks', binned?.id ?? '')
    const { source } = await aWorld({ account })

    const page = await source.listPage('tasks', null)

    expect(page.facts.map((fact) => fact.id)).toContain(kept?.id)
    expect(page.facts).toHaveLength(2)
  })

  test('gives up if HubSpot repeats a page', async () => {
    const source = await aPageOf([], { paging: { next: { after: '5' } } })

    expect((await source.listPage('calls', null)).next).toBe('5')
    expect(await errorOf(source.listPage('calls', '5'))).toMatchObject({
      fault: 'unreachable',
      what: 'calls',
    })
  })

  test('takes a record that is twice on a page once, in its newest state', async () => {
    const aNote = (at: string) => ({ id: '7', properties: { hs_lastmodifieddate: at, hs_timestamp: at } })
    const source = await aPageOf([aNote('2026-11-02'), aNote('2026-11-03'), aNote('2026-11-01')])

    const page = await source.listPage('notes', null)

    const at = Date.parse('2026-11-03T00:00:00Z')
    expect(page.facts).toEqual([{ type: 'notes', id: '7', ownerId: null, modifiedAt: at, at }])
  })
})

describe('reading what changed', () => {
  test('finds more than two pages of records that all changed in one millisecond', async () => {
    const account = anAccount()
    fill(account, 'deals', 450)
    const { source, sandbox } = await aWorld({ account })

    const pages = await allPages((cursor) => source.changedPage('deals', lastHour, cursor))

    expect(pages.map((page) => page.facts.length)).toEqual([200, 200, 50])
    expect(new Set(pages.flatMap((page) => page.facts.map((fact) => fact.id))).size).toBe(450)
    const bodies = searchBodies(sandbox.requests.latest)
    expect(bodies.map((body) => 'after' in body)).toEqual([false, false, false])
    expect(bodies.map((body) => body.limit)).toEqual([200, 200, 200])
  })

  test('goes past ten thousand records', async () => {
    const account = anAccount()
    fill(account, 'notes', 12_345)
    const { source } = await aWorld({ account })

    const pages = await allPages((cursor) => source.changedPage('notes', lastHour, cursor))

    expect(pages.flatMap((page) => page.facts)).toHaveLength(12_345)
  })

  test('includes the start of the window and excludes its end', async () => {
    const account = anAccount()
    for (const atMs of [noon - hour - 1, noon - hour, noon - 1, noon]) fill(account, 'calls', 1, atMs)
    const { source } = await aWorld({ account })

    const page = await source.changedPage('calls', lastHour, null)

    expect(page.facts.map((fact) => fact.modifiedAt)).toEqual([noon - hour, noon - 1])
    expect(page).toMatchObject({ next: null, serverTime: noon, skipped: [] })
  })

  test.each([...FACT_TYPES])('finds changed %s by the property that changes with them', async (type) => {
    const account = anAccount()
    fill(account, type, 1)
    const { source, sandbox } = await aWorld({ account })

    const page = await source.changedPage(type, lastHour, null)

    expect(page.facts).toHaveLength(1)
    const [filter] = searchBodies(sandbox.requests.latest)[0].filterGroups[0].filters
    expect(filter.propertyName).toBe(type === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate')
  })

  test('keeps a record that has changed again in the meantime, in its newest state', async () => {
    const account = anAccount()
    fill(account, 'calls', 1)
    const { source } = await aWorld({ account })
    const [call] = account.table('calls').held()
    account.update(
      'calls',
      call?.id ?? '',
      { hs_call_status: 'BUSY' },
      { atMs: noon + hour, indexLagMs: 9e9 },
    )

    const page = await source.changedPage('calls', lastHour, null)

    expect(page.facts).toMatchObject([{ status: 'BUSY', modifiedAt: noon + hour }])
  })

  test('refuses a page that is out of order, since records may be missing from it', async () => {
    const account = anAccount()
    fill(account, 'deals', 250)
    const { source, sandbox } = await aWorld({ account })
    sandbox.faults.next({ kind: 'shuffled' })

    const error = await errorOf(source.changedPage('deals', lastHour, null))

    expect(error).toMatchObject({ fault: 'unreachable', what: 'deals' })
    expect((await source.changedPage('deals', lastHour, null)).facts).toHaveLength(200)
  })

  test('refuses a page that was read before', async () => {
    const source = await aPageOf([{ id: '5', properties: { hs_lastmodifieddate: '2026-11-18' } }])

    expect(await errorOf(source.changedPage('deals', lastHour, '9'))).toMatchObject({ fault: 'unreachable' })
    expect(await errorOf(source.changedPage('deals', lastHour, '5'))).toMatchObject({ fault: 'unreachable' })
    expect((await source.changedPage('deals', lastHour, '4')).facts).toHaveLength(1)
  })

  test('asks for another page after a full one, whether or not HubSpot says that there is more', async () => {
    const full = Array.from({ length: 200 }, (_, index) => ({
      id: String(index + 1),
      properties: { hs_lastmodifieddate: '2026-11-18' },
    }))
    const source = await aPageOf(full)

    expect((await source.changedPage('deals', lastHour, null)).next).toBe('200')
  })

  test('takes a record that search returns twice once', async () => {
    const account = anAccount()
    fill(account, 'deals', 3)
    const { source, sandbox } = await aWorld({ account })
    sandbox.faults.next({ kind: 'doubled' })

    expect((await source.changedPage('deals', lastHour, null)).facts).toHaveLength(3)
  })

  test('goes on as long as HubSpot says that there is more', async () => {
    const bodies: string[] = []
    const source = await aServer((_, response, body) => {
      bodies.push(body)
      const id = bodies.length
      const record = { id: String(id), properties: { hs_lastmodifieddate: '2026-11-18' } }
      sendJson(response, {
        total: 2,
        results: [record],
        ...(id === 1 && { paging: { next: { after: '1' } } }),
      })
    })

    const pages = await allPages((cursor) => source.changedPage('calls', lastHour, cursor))

    expect(pages.map((page) => page.next)).toEqual(['1', null])
    expect(JSON.parse(bodies[1] ?? '').filterGroups[0].filters[2]).toEqual({
      propertyName: 'hs_object_id',
      operator: 'GT',
      value: '1',
    })
  })
})

describe('reading by a date', () => {
  const november = { from: Date.parse('2026-11-01T00:00:00Z'), to: Date.parse('2026-12-01T00:00:00Z') }

  test('returns the records with the date in the span, once each, from the highest id down', async () => {
    const account = anAccount()
    const days = ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01']
    for (let index = 0; index < 500; index += 1) {
      account.create('quotes', { hs_expiration_date: days[index % 4] ?? '' }, { atMs: noon })
    }
    account.create('quotes', {}, { atMs: noon })
    const { source, sandbox } = await aWorld({ account })

    const named = { cost: null, contractYears: null, territory: null, declared: ['hs_expiration_date'] }
    const span = { property: 'hs_expiration_date', ...november }
    const pages = await allPages((cursor) => source.datedPage('0-14', span, cursor, named))
    const facts = pages.flatMap((page) => page.facts)
    const ids = facts.map(({ id }) => Number(id))

    expect(pages.map((page) => page.facts.length)).toEqual([200, 50])
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a))
    expect(new Set(facts.map(({ declared }) => declared?.['hs_expiration_date']))).toEqual(
      new Set(['2026-11-01', '2026-11-30']),
    )
    expect(sandbox.requests.byKind.search).toBe(2)
  })

  test('of a property that HubSpot cannot search by is refused', async () => {
    const { source } = await aWorld()

    const { fault } = await errorOf(
      source.datedPage('calls', { property: 'no_such_date', ...november }, null),
    )

    expect(fault).toBe('refused')
  })
})
