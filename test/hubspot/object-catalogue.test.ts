import { describe, expect, test } from 'vitest'
import { objectScopes } from '../../src/hubspot/oauth-scopes.ts'
import { loadAccount } from '../../src/sandbox/hubspot/load-account.ts'
import { objectTypes, objectTypeTraits } from '../../src/sandbox/hubspot/object-types.ts'
import { allScopes } from '../../src/sandbox/hubspot/scopes.ts'
import { aServer, aWorld, errorOf, golden, noon, sendJson } from './worlds.ts'

/** The account of the data set, which has visits as a type of its own. */
function theAccount(scopes: readonly string[] = allScopes) {
  return aWorld({ account: loadAccount(golden('dataset.json')), scopes })
}

const without = (...missing: string[]) => allScopes.filter((scope) => !missing.includes(scope))

const tickets = { id: '0-5', name: 'tickets', label: 'Tickets' }
const visits = { id: '2-4711', name: 'p4000007_visits', label: 'Visits' }

describe('an object type', () => {
  test.each(['tickets', 'ticket', 'Tickets', '0-5', ' tickets '])('is found as %j', async (name) => {
    const { source, sandbox } = await theAccount()

    expect(await source.objectType(name)).toEqual({ kind: 'readable', type: tickets, scopes: ['tickets'] })
    expect(sandbox.requests.byKind).toEqual({ list: 1 })
  })

  test.each(['2-4711', 'p4000007_visits', 'p_visits', 'visits'])(
    "of the account's own is found as %j, with the account's word for it",
    async (name) => {
      const { source, sandbox } = await theAccount()

      const finding = { kind: 'readable', type: visits, scopes: ['crm.objects.custom.read'] }
      expect(await source.objectType(name)).toEqual(finding)
      expect(await source.objectType(name)).toEqual(finding)
      expect(sandbox.requests.byKind).toEqual({ schemas: 1, list: 2 })
    },
  )

  test.each(objectTypes.filter((type) => type !== 'deal_split'))(
    '%s has the id and the scopes that HubSpot demands',
    async (type) => {
      const { source } = await theAccount()
      const { typeId, scopes } = objectTypeTraits[type]

      const finding = await source.objectType(type)

      expect(finding).toEqual({
        kind: 'readable',
        type: { id: typeId, name: type, label: expect.stringMatching(/^[A-Z][a-z ]+$/) },
        scopes,
      })
      expect(objectScopes(typeId)).toEqual(scopes)
    },
  )

  test.each(['dragons', '0-9999', '2-4712', 'p4000007_dragons', 'no name', '../deals', ''])(
    'named %j is unknown',
    async (name) => {
      const { source } = await theAccount()

      expect(await source.objectType(name)).toEqual({ kind: 'unknown' })
    },
  )

  test('that HubSpot has, but that is unknown here, is found under the name that was asked for', async () => {
    const { source } = await theAccount()
    const type = { id: 'deal_split', name: 'deal_split', label: 'deal_split' }

    expect(await source.objectType('deal_split')).toEqual({ kind: 'readable', type, scopes: [] })
  })
})

describe('an object type that the token may not read', () => {
  test.each([
    { name: 'ticket', type: tickets, lacking: 'tickets' },
    { name: '2-4711', type: visits, lacking: 'crm.objects.custom.read' },
    { name: 'visits', type: visits, lacking: 'crm.objects.custom.read' },
    {
      name: 'companies',
      type: expect.objectContaining({ id: '0-2' }),
      lacking: 'crm.objects.companies.read',
    },
  ])('such as $name comes with the scope $lacking', async ({ name, type, lacking }) => {
    const { source } = await theAccount(without(lacking))

    expect(await source.objectType(name)).toEqual({ kind: 'forbidden', type, lacking: [lacking] })
  })

  test('comes with our scopes only, though HubSpot names many that would do', async () => {
    const { source, sandbox } = await theAccount()
    const requiredGranularScopes = ['e-commerce', 'crm.objects.quotes.read', 'crm.objects.deals.read']
    const body = { category: 'MISSING_SCOPES', errors: [{ context: { requiredGranularScopes } }] }
    sandbox.faults.next({ kind: 'status', status: 403, body, match: { type: 'quotes' } })

    expect(await source.objectType('quotes')).toMatchObject({ lacking: ['crm.objects.quotes.read'] })
  })

  test('is found by its id or qualified name even if the token may not list own types, but not by its name', async () => {
    const { source } = await theAccount(without('crm.schemas.custom.read'))
    const found = async (name: string) => {
      const type = { id: name, name, label: name }
      expect(await source.objectType(name)).toEqual({
        kind: 'readable',
        type,
        scopes: ['crm.objects.custom.read'],
      })
    }

    await found('2-4711')
    await found('p4000007_visits')
    expect(await source.objectType('visits')).toEqual({
      kind: 'forbidden',
      type: null,
      lacking: ['crm.schemas.custom.read'],
    })
    expect(await source.objectType('2-4712')).toEqual({ kind: 'unknown' })
  })

  test('is not confused with HubSpot being away', async () => {
    const { source } = await aWorld({}, { retry: { tries: 1 } })
    const away = await aServer((_, response) => void response.writeHead(503).end('{}'), {
      retry: { tries: 1 },
    })

    expect(await source.objectType('tickets')).toMatchObject({ kind: 'readable' })
    expect(await errorOf(away.objectType('tickets'))).toMatchObject({ fault: 'unreachable' })
    expect(await errorOf(away.objectType('visits'))).toMatchObject({ fault: 'unreachable' })
  })

  test('is unknown where the account has no types of its own', async () => {
    const source = await aServer((_, response) => void response.writeHead(404).end('{}'))

    expect(await source.objectType('visits')).toEqual({ kind: 'unknown' })
  })
})

describe('definitions of properties', () => {
  test('say what each property of a type holds', async () => {
    const { source } = await theAccount()

    const ofVisits = await source.propertyDefinitions('2-4711')
    const ofTickets = await source.propertyDefinitions('tickets')
    const ofMeetings = await source.propertyDefinitions('meetings')

    const plain = { referencedObjectType: null, options: [] }
    expect(ofVisits.get('visit_date')).toEqual({
      ...plain,
      ...{ name: 'visit_date', label: 'Visit date', type: 'date', fieldType: 'date' },
    })
    expect(ofVisits.get('visited_by')).toMatchObject({ type: 'enumeration', referencedObjectType: 'OWNER' })
    expect(ofVisits.get('topics')).toMatchObject({
      fieldType: 'checkbox',
      options: [{ value: 'pricing', label: 'pricing' }, { value: 'Onboarding' }, { value: 'renewal' }],
    })
    expect(ofTickets.get('closed_date')).toMatchObject({ type: 'datetime' })
    expect(ofTickets.get('hubspot_owner_id')).toMatchObject({ referencedObjectType: 'OWNER' })
    expect(ofMeetings.get('hs_activity_type')?.options.map(({ value }) => value)).toEqual([
      'Demo',
      'Product demo',
      'First call',
    ])
    expect(ofMeetings.has('topics')).toBe(false)
  })

  test('are asked at most hourly, and show then what was archived or changed', async () => {
    let now = noon
    const account = loadAccount(golden('dataset.json'))
    const { source, sandbox } = await aWorld({ account }, { clock: { now: () => now } })
    await source.propertyDefinitions('tickets')
    account.archiveProperty('tickets', 'tags')
    account.defineProperty('tickets', { name: 'due_on', type: 'string' })

    expect((await source.propertyDefinitions('tickets')).get('due_on')?.type).toBe('date')
    expect(sandbox.requests.byKind).toEqual({ properties: 1 })

    now += 3_600_000
    const later = await source.propertyDefinitions('tickets')
    expect(later.has('tags')).toBe(false)
    expect(later.get('due_on')?.type).toBe('string')
  })

  test('are read as far as they are readable', async () => {
    const source = await aServer((_, response) =>
      sendJson(response, {
        results: [
          { name: 'bare' },
          {
            name: 'odd',
            label: ' O\u200bdd ',
            type: ' number ',
            fieldType: '',
            options: [{ value: ' a ', label: 'A' }, {}],
          },
          { label: 'nameless' },
        ],
      }),
    )

    expect([...(await source.propertyDefinitions('tickets')).values()]).toEqual([
      {
        ...{ name: 'bare', label: 'bare', type: 'string' },
        fieldType: null,
        referencedObjectType: null,
        options: [],
      },
      {
        ...{ name: 'odd', label: 'Odd', type: 'number', fieldType: null, referencedObjectType: null },
        options: [{ value: 'a', label: 'A' }],
      },
    ])
  })

  test('are refused with the scope to add, or as of an unknown type', async () => {
    const { source } = await theAccount(without('tickets'))

    expect(await errorOf(source.propertyDefinitions('0-5'))).toMatchObject({
      fault: 'forbidden',
      scopes: ['tickets'],
      message: expect.stringContaining('Give the service key the scope tickets;'),
    })
    expect(await errorOf(source.propertyDefinitions('dragons'))).toMatchObject({
      fault: 'refused',
      status: 400,
    })
  })
})
