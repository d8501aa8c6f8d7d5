import { describe, expect, test } from 'vitest'
import { loadAccount } from '../../src/sandbox/hubspot/load-account.ts'
import { anAccount, aServer, aWorld, errorOf, golden, noon, sendJson } from './worlds.ts'

function anOwner(id: string, changes: object = {}) {
  return {
    id,
    userId: Number(id) + 5_000,
    email: `rep${id}@example.com`,
    firstName: 'Ann',
    lastName: 'Abel',
    archived: false,
    createdAt: '2020-01-01T00:00:00Z',
    updatedAt: '2026-10-28T20:30:00Z',
    teams: [],
    ...changes,
  }
}

describe('the account', () => {
  test('has a zone, a currency and an address', async () => {
    const { source } = await aWorld({ account: loadAccount(golden('dataset.json')) })

    expect(await source.account()).toEqual({
      portalId: '4000007',
      zone: 'America/New_York',
      currency: 'USD',
      uiDomain: 'app.hubspot.com',
    })
  })

  test.each([
    ['US/Eastern', 'America/New_York'],
    ['US/Pacific-New', 'America/Los_Angeles'],
    ['Brazil/East', 'America/Sao_Paulo'],
    ['Europe/Copenhagen', 'Europe/Copenhagen'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['UTC', 'UTC'],
  ])('reads the zone %s', async (timeZone, zone) => {
    const source = await aServer((_, response) =>
      sendJson(response, { portalId: 1, timeZone, companyCurrency: 'DKK', uiDomain: 'app-eu1.hubspot.com' }),
    )

    expect(await source.account()).toMatchObject({ zone })
  })

  test('is refused by name if its zone is unknown', async () => {
    const source = await aServer((_, response) =>
      sendJson(response, { portalId: 1, timeZone: 'Mars/Olympus', companyCurrency: 'DKK' }),
    )

    const error = await errorOf(source.account())

    expect(error).toMatchObject({ fault: 'refused', what: 'account' })
    expect(error.message).toContain("'Mars/Olympus'")
  })
})

describe('owners', () => {
  test('are all read, archived ones with their former user id', async () => {
    const active = Array.from({ length: 120 }, (_, index) => anOwner(String(index + 1)))
    const gone = anOwner('500', { archived: true })
    const { source } = await aWorld({ account: anAccount({ owners: [...active, gone] }) })

    const { owners } = await source.owners()

    expect(owners).toHaveLength(121)
    expect(owners.find((owner) => owner.id === '7')).toEqual({
      id: '7',
      userId: '5007',
      email: 'rep7@example.com',
      firstName: 'Ann',
      lastName: 'Abel',
      isArchived: false,
      archivedAt: null,
      updatedAt: Date.parse('2026-10-28T20:30:00Z'),
      teams: [],
    })
    expect(owners.find((owner) => owner.id === '500')).toMatchObject({
      userId: '5500',
      isArchived: true,
      archivedAt: Date.parse('2026-10-28T20:30:00Z'),
    })
  })

  test('leave out queues, and list each team once', async () => {
    const north = { id: '9001', name: 'North', primary: true }
    const owners = [
      anOwner('1', { teams: [north, { ...north, primary: false }] }),
      anOwner('2', { teams: [{ id: '9002', name: 'South & East', primary: false }, north] }),
      anOwner('3', { type: 'QUEUE', teams: [{ id: '9003', name: 'Queue', primary: true }] }),
    ]
    const { source } = await aWorld({ account: anAccount({ owners, teams: [] }) })

    const read = await source.owners()

    expect(read.owners.map((owner) => [owner.id, owner.teams])).toEqual([
      ['1', [{ teamId: '9001', name: 'North', isPrimary: true }]],
      [
        '2',
        [
          { teamId: '9002', name: 'South & East', isPrimary: false },
          { teamId: '9001', name: 'North', isPrimary: true },
        ],
      ],
    ])
    expect(read.teams).toEqual([
      { id: '9001', name: 'North' },
      { id: '9002', name: 'South & East' },
    ])
  })

  test('come with all teams of the account, or those of owners if the token lacks the scope', async () => {
    const owners = [anOwner('1', { teams: [{ id: '11', name: 'North', primary: true }] })]
    const teams = [
      { id: '11', name: 'Old name' },
      { id: '12', name: 'Empty' },
    ]
    const { source, sandbox } = await aWorld({ account: anAccount({ owners, teams }) })

    expect((await source.owners()).teams).toEqual([
      { id: '11', name: 'North' },
      { id: '12', name: 'Empty' },
    ])
    sandbox.faults.denyType('teams')
    expect((await source.owners()).teams).toEqual([{ id: '11', name: 'North' }])
    sandbox.faults.refuseToken()
    expect(await errorOf(source.owners())).toMatchObject({ fault: 'unauthorized' })
  })

  test('are active once they are back, and left out if they cannot be read', async () => {
    const source = await aServer((request, response) => {
      const isArchived = request.url?.includes('archived=true')
      const { userId: _, ...back } = anOwner('4')
      const results = [back, anOwner('x'), anOwner('5', { updatedAt: 'once' }), null]
      sendJson(response, { results: isArchived ? [{ ...back, firstName: null, teams: null }] : results })
    })

    const { owners, teams } = await source.owners()

    expect(owners).toMatchObject([{ id: '4', userId: null, isArchived: false }])
    expect(teams).not.toContainEqual(null)
  })
})

describe('pipelines', () => {
  test('have open and closed stages, with the probability as text', async () => {
    const { source } = await aWorld({ account: loadAccount(golden('dataset.json')) })

    const pipelines = await source.pipelines()

    const [sales] = pipelines
    expect(sales).toMatchObject({ id: 'default', label: 'Sales pipeline', order: 0 })
    expect(sales?.stages[0]).toEqual({
      id: 'appointmentscheduled',
      label: 'Appointment',
      order: 0,
      isClosed: false,
      probability: '0.2',
    })
    expect(sales?.stages[5]).toMatchObject({ id: 'closedwon', isClosed: true, probability: '1.0' })
  })

  test('leave out what is deleted or cannot be read', async () => {
    const stage = { id: 's', label: 'One', displayOrder: 1, archived: false }
    const source = await aServer((_, response) =>
      sendJson(response, {
        results: [
          {
            id: 'p',
            label: '',
            displayOrder: 0,
            archived: false,
            stages: [stage, { ...stage, archived: true }, 5],
          },
          { id: 'q', label: 'Old', displayOrder: 1, archived: true, stages: [] },
          { label: 'No id' },
        ],
      }),
    )

    expect(await source.pipelines()).toEqual([
      {
        id: 'p',
        label: 'p',
        order: 0,
        stages: [{ id: 's', label: 'One', order: 1, isClosed: false, probability: null }],
      },
    ])
  })
})

describe('exchange rates', () => {
  test('are all rates that were ever set', async () => {
    const rates = Array.from({ length: 130 }, (_, index) => ({
      id: String(index),
      fromCurrencyCode: 'EUR',
      toCurrencyCode: 'USD',
      conversionRate: 1.086957,
      effectiveAt: '2026-10-29T20:17:00Z',
    }))
    const { source } = await aWorld({ account: anAccount({ exchangeRates: rates }) })

    const read = await source.exchangeRates()

    expect(read).toHaveLength(130)
    expect(read[0]).toEqual({
      from: 'EUR',
      to: 'USD',
      rate: '1.086957',
      effectiveAt: Date.parse('2026-10-29T20:17:00Z'),
    })
  })

  test('are an empty list if the account has one currency or the token lacks the scope', async () => {
    const { source, sandbox } = await aWorld()

    expect(await source.exchangeRates()).toEqual([])
    sandbox.faults.denyType('currencies')
    expect(await source.exchangeRates()).toEqual([])
    sandbox.faults.clear()
    sandbox.faults.next({ kind: 'status', status: 404 })
    expect(await source.exchangeRates()).toEqual([])
    sandbox.faults.refuseToken()
    expect(await errorOf(source.exchangeRates())).toMatchObject({ fault: 'unauthorized' })
  })
})

describe('the outcomes of calls', () => {
  const outcomes = (options: [value: string, label: string][]) => [
    { name: 'hs_call_disposition', type: 'enumeration', options },
  ]

  test("are HubSpot's own if the account has added none", async () => {
    const { source } = await aWorld()

    const read = await source.callOutcomes()

    expect(read).toHaveLength(6)
    expect(read).toContainEqual({ id: 'f240bbac-87c9-4f6e-bf70-924b57d47db7', label: 'Connected' })
  })

  test('include those of the account, with names free of invisible characters', async () => {
    const calls = outcomes([
      ['8f1d2c3e-5b7a-4c61-9d0e-2f4a6b8c0d1e', 'Meeting booked'],
      [' padded ', ` \u202eCall\u0007 back\u200b${'x'.repeat(300)}`],
      ['nameless', ' \u200b '],
      [' ', 'Blank'],
    ])
    const { source } = await aWorld({ account: anAccount({ properties: { calls } }) })

    expect(await source.callOutcomes()).toEqual([
      { id: '8f1d2c3e-5b7a-4c61-9d0e-2f4a6b8c0d1e', label: 'Meeting booked' },
      { id: 'padded', label: `Call back${'x'.repeat(191)}` },
    ])
  })

  test.each([
    [[{ value: 'a', label: 'A' }, null, { value: 7, label: 'B' }, { label: 'C' }], [{ id: 'a', label: 'A' }]],
    ['none', []],
    [undefined, []],
  ])('read what is valid in the options %j', async (options, expected) => {
    const source = await aServer((_, response) =>
      sendJson(response, { results: [null, { name: 'hs_call_disposition', options }] }),
    )

    expect(await source.callOutcomes()).toEqual(expected)
  })

  test('cost one request an hour, shared with the check of names, and are fresh each time', async () => {
    let now = noon
    const account = anAccount()
    const { source, sandbox } = await aWorld({ account }, { clock: { now: () => now } })

    await source.checkNames()
    const before = sandbox.requests.byKind.properties
    await source.callOutcomes()
    await source.callOutcomes()
    expect(sandbox.requests.byKind.properties).toBe(before)
    account.properties['calls'] = outcomes([['own', 'Ours']])
    now += 3_600_000 - 1_000
    expect(await source.callOutcomes()).toEqual([{ id: 'own', label: 'Ours' }])
    expect(sandbox.requests.total).toBe((before ?? 0) + 1)
  })

  test('are an empty list if they may not be read, but a refused token is an error', async () => {
    const { source, sandbox } = await aWorld()
    sandbox.faults.next({ kind: 'status', status: 403, match: { kind: 'properties' } })
    const wrong = await aWorld({}, { token: 'pat-wrong' })

    expect(await source.callOutcomes()).toEqual([])
    expect(await errorOf(wrong.source.callOutcomes())).toMatchObject({ fault: 'unauthorized' })
  })
})

describe('the names that are asked for', () => {
  test('all exist in an ordinary account', async () => {
    const { source, sandbox } = await aWorld()

    expect(await source.checkNames()).toEqual([])
    expect(sandbox.requests.byKind.properties).toBe(9)
  })

  test('are reported by type if the account lacks them, except for types that may not be read', async () => {
    const source = await aServer((request, response) => {
      const type = request.url?.split('?')[0]?.split('/').at(-1) ?? ''
      if (type !== 'notes') return void response.writeHead(403).end()
      sendJson(response, { results: [{ name: 'hubspot_owner_id' }, { name: 'hs_note_body' }] })
    })

    expect(await source.checkNames()).toEqual([
      { type: 'notes', missing: ['hs_lastmodifieddate', 'hs_timestamp'] },
    ])
  })
})
