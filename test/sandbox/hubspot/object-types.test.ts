import { describe, expect, test } from 'vitest'
import { loadAccount } from '../../../src/sandbox/hubspot/load-account.ts'
import { objectTypes } from '../../../src/sandbox/hubspot/object-types.ts'
import { aSandbox, golden, noon } from './sandbox.ts'
import { found, searchBody } from './search-body.ts'

const V = '2026-09'
const visits = '2-4711'

const schema = {
  name: 'visits',
  objectTypeId: visits,
  fullyQualifiedName: 'p1_visits',
  labels: { singular: 'Visit', plural: 'Visits' },
}

/** A sandbox whose account has visits as a type of its own. */
function withVisits(options: Parameters<typeof aSandbox>[0] = {}) {
  const { objects: _, ...rest } = golden('cases/archived-owner.json')
  const kind = {
    name: 'kind',
    label: 'Kind',
    type: 'enumeration',
    fieldType: 'checkbox',
    options: ['a', 'b'],
  }
  const by = { name: 'visited_by', type: 'enumeration', externalOptions: true, referencedObjectType: 'OWNER' }
  const properties = { p1_visits: [kind, by, { name: 'visit_date', type: 'date' }] }
  const account = loadAccount({ ...rest, schemas: [schema], properties, objects: {} })
  return aSandbox({ account, ...options })
}

describe('the types of an account', () => {
  test.each([
    ['tickets', ['tickets', 'ticket', 'TICKETS', '0-5']],
    ['commerce_payments', ['commerce_payments', 'commerce_payment', '0-101']],
    [visits, [visits, 'p1_visits']],
  ] as const)('%s are read by every name', async (type, names) => {
    const { sandbox, ask } = await withVisits()
    sandbox.account.create(type, { hubspot_owner_id: '1' }, { id: '7' })

    for (const name of names) {
      const path = `/crm/objects/${V}/${name}`
      const answers = [
        await ask(path),
        await ask(`${path}/search`, searchBody([['hubspot_owner_id', 'EQ', '1']])),
        await ask(`${path}/batch/read`, { inputs: [{ id: '7' }] }),
      ]
      expect(answers.map(({ status, json }) => [status, json.results.map(({ id }) => id)])).toEqual([
        [200, ['7']],
        [200, ['7']],
        [200, ['7']],
      ])
      expect((await ask(`${path}/7`)).json).toMatchObject({ id: '7' })
    }
    expect(sandbox.requests.bySubject).toEqual({ [type]: 4 * names.length })
  })

  test.each(objectTypes)('%s have a time of the last change that search filters by', async (type) => {
    const world = await withVisits()
    world.sandbox.account.create(type, {}, { id: '7', atMs: noon - 60_000 })
    world.sandbox.account.create(type, {}, { id: '8', atMs: noon })

    const modified = type === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate'
    expect(await found(type, world, [[modified, 'GTE', String(noon - 1)]])).toEqual(['8'])
  })

  test('are read page by page by id, including custom objects and more than 10,000 of them', async () => {
    const world = await withVisits()
    for (let id = 1; id <= 10_050; id += 1) world.sandbox.account.create(visits, {}, { id: String(id) })
    const within = ['hs_lastmodifieddate', 'GTE', String(noon)] as const
    let last = '0'
    let read = 0
    for (;;) {
      const ids = await found(visits, world, [[...within], ['hs_object_id', 'GT', last]], {
        sorts: ['hs_object_id'],
      })
      read += ids.length
      if (ids.length === 0) break
      last = ids.at(-1) ?? ''
    }

    expect(read).toBe(10_050)
    const tooDeep = await world.ask(`/crm/objects/${V}/${visits}/search`, { limit: 200, after: '9900' })
    expect(tooDeep.status).toBe(400)
  })

  test.each([
    ['dragons', 'Unable to infer object type from: dragons'],
    ['visits', 'Unable to infer object type from: visits'],
    ['appointment', 'Unable to infer object type from: appointment'],
    ['0-9999', 'Invalid object or event type id: 0-9999'],
    ['2-4712', 'Invalid object or event type id: 2-4712'],
  ])('refuse %s, which none of them is called, even to a token without scopes', async (name, message) => {
    const { ask } = await withVisits({ scopes: [] })

    const answers = [
      await ask(`/crm/objects/${V}/${name}`),
      await ask(`/crm/objects/${V}/${name}/7`),
      await ask(`/crm/objects/${V}/${name}/search`, {}),
      await ask(`/crm/objects/${V}/${name}/batch/read`, { inputs: [] }),
      await ask(`/crm/properties/${V}/${name}`),
      await ask(`/crm/associations/${V}/deals/${name}/batch/read`, { inputs: [] }),
    ]

    for (const { status, json } of answers) {
      expect(status).toBe(400)
      expect(json).toEqual({ status: 'error', message, correlationId: expect.any(String) })
    }
  })

  test('may be counted in one request, custom objects apart from the others', async () => {
    const { sandbox, ask } = await withVisits()
    sandbox.account.create(visits, {}, { id: '7' })

    const { json } = await ask(`/crm/limits/${V}/records`)

    expect(json).toMatchObject({
      customObjectTypes: {
        overallUsage: 1,
        byObjectType: [{ objectTypeId: visits, pluralLabel: 'Visits', usage: 1 }],
      },
    })
  })
})

describe('records of any type', () => {
  test('are shown with properties that the account defined; unknown ones are left out of lists and batches', async () => {
    const { sandbox, ask } = await withVisits()
    sandbox.account.create(visits, { kind: 'a;b' }, { id: '7' })
    const path = `/crm/objects/${V}/${visits}`
    const properties = ['kind', 'visit_date', 'no_such_name']

    const listed = await ask(`${path}?properties=${properties.join(',')}`)
    const batch = await ask(`${path}/batch/read`, { inputs: [{ id: '7' }], properties })
    const searched = await ask(`${path}/search`, { properties })

    const at = new Date(noon).toISOString()
    const always = { hs_object_id: '7', hs_createdate: at, hs_lastmodifieddate: at }
    for (const { json } of [listed, batch, searched]) {
      expect(json.results[0]?.properties).toEqual({ ...always, kind: 'a;b', visit_date: null })
    }
    const filtered = await ask(`${path}/search`, searchBody([['no_such_name', 'HAS_PROPERTY']]))
    expect(filtered.json.errors[0]).toMatchObject({ code: 'PROPERTY_DOESNT_EXIST' })
  })

  test('are archived, restored, merged and changed like deals', async () => {
    let now = noon
    const world = await withVisits({ clock: () => now })
    const { ask } = world
    const { account } = world.sandbox
    for (const id of ['1', '2', '3']) account.create(visits, { kind: 'a' }, { id })
    now += 1_000
    account.archive(visits, '3')
    const merged = account.merge(visits, '1', '2')
    account.update(visits, merged.id, { kind: 'b' })

    const path = `/crm/objects/${V}/${visits}`
    const live = await ask(`${path}?properties=kind,hs_merged_object_ids`)
    const batch = await ask(`${path}/batch/read`, { inputs: [{ id: '1' }, { id: '3' }] })

    expect(live.json.results).toMatchObject([
      { id: merged.id, properties: { kind: 'b', hs_merged_object_ids: '1;2' } },
    ])
    expect((await ask(`${path}?archived=true`)).json.results.map(({ id }) => id)).toEqual(['3'])
    expect(batch.status).toBe(207)
    expect(batch.json.results.map(({ id }) => id)).toEqual([merged.id])
    expect(batch.json.errors[0]).toMatchObject({
      category: 'OBJECT_NOT_FOUND',
      message: expect.stringContaining('VISITS objects'),
      context: { ids: ['3'] },
    })
    expect(await found(visits, world, [['hs_lastmodifieddate', 'GT', String(noon)]])).toEqual([merged.id])

    account.restore(visits, '3')
    expect((await ask(`${path}/3`)).status).toBe(200)
  })

  test('fail when they are told to, by any name of the type', async () => {
    const { sandbox, ask } = await withVisits()
    sandbox.faults.next({ kind: 'status', status: 502, match: { type: 'p1_visits', kind: 'list' } })

    expect((await ask(`/crm/objects/${V}/tickets`)).status).toBe(200)
    expect((await ask(`/crm/objects/${V}/${visits}`)).status).toBe(502)
    expect((await ask(`/crm/objects/${V}/${visits}`)).status).toBe(200)

    sandbox.faults.denyType('p1_visits')
    expect(await ask(`/crm/objects/${V}/${visits}`)).toMatchObject({
      status: 403,
      json: { errors: [{ context: { requiredGranularScopes: ['crm.objects.custom.read'] } }] },
    })
  })

  test('are linked by their fully qualified name', async () => {
    const { sandbox, ask } = await withVisits()
    sandbox.account.create(visits, {}, { id: '7' })
    sandbox.account.create('deals', {}, { id: '8' })
    sandbox.account.associate({ type: 'deals', id: '8' }, { type: visits, id: '7' })

    const { json } = await ask(`/crm/objects/${V}/deals?associations=${visits}`)

    expect(json.results[0]?.associations).toEqual({
      p1_visits: { results: [{ id: '7', type: 'deal_to_visits' }] },
    })
    expect((await ask(`/crm/objects/${V}/deals?associations=visits`)).status).toBe(400)
  })
})

describe('definitions of properties', () => {
  const definition = async (name: string, world: Awaited<ReturnType<typeof withVisits>>, type = visits) =>
    (await world.client.crm.properties.coreApi.getAll(type)).results.find((one) => one.name === name)

  test("say what a property holds: HubSpot's own ones and those of the account", async () => {
    const world = await withVisits()
    const options = ['a', 'b'].map((value, displayOrder) => ({
      ...{ value, label: value, displayOrder, hidden: false },
    }))

    expect(await definition('kind', world)).toMatchObject({
      ...{ label: 'Kind', type: 'enumeration', fieldType: 'checkbox', options },
      ...{ hubspotDefined: false, externalOptions: false },
    })
    const ofOwner = { type: 'enumeration', externalOptions: true, referencedObjectType: 'OWNER', options: [] }
    expect(await definition('visited_by', world)).toMatchObject({ ...ofOwner, hubspotDefined: false })
    expect(await definition('hubspot_owner_id', world)).toMatchObject({ ...ofOwner, hubspotDefined: true })
    expect(await definition('visit_date', world)).toMatchObject({ type: 'date', fieldType: 'date' })
    expect(await definition('hs_is_closed', world, 'tickets')).toMatchObject({
      fieldType: 'booleancheckbox',
      options: [{ value: 'true' }, { value: 'false' }],
    })
    expect(await definition('createdate', world, 'tickets')).toMatchObject({
      type: 'datetime',
      hubspotDefined: true,
    })
    expect((await definition('kind', world))?.referencedObjectType).toBeUndefined()
  })

  test('can be archived, brought back and changed', async () => {
    const world = await withVisits()
    const { account } = world.sandbox
    account.create(visits, { kind: 'a', visit_date: '2026-11-01' }, { id: '7' })
    const path = `/crm/objects/${V}/${visits}`
    const shown = async () =>
      (await world.ask(`${path}/7?properties=kind,visit_date`)).json as unknown as { properties: object }

    account.archiveProperty(visits, 'kind')

    expect(await definition('kind', world)).toBeUndefined()
    expect((await shown()).properties).not.toHaveProperty('kind')
    expect((await world.ask(`${path}/search`, searchBody([['kind', 'EQ', 'a']]))).status).toBe(400)

    account.defineProperty(visits, { name: 'kind', type: 'string' })
    account.defineProperty(visits, { name: 'visit_date', type: 'string' })

    expect(await definition('kind', world)).toMatchObject({ type: 'string', fieldType: 'text' })
    expect(await definition('visit_date', world)).toMatchObject({ type: 'string' })
    expect((await shown()).properties).toMatchObject({ kind: 'a', visit_date: '2026-11-01' })
  })
})

describe('schemas', () => {
  const path = `/crm-object-schemas/${V}/schemas`

  test('list the types that the account defined, with their properties only on request', async () => {
    const { ask } = await withVisits()

    const listed = await ask(path)
    const whole = await ask(`${path}/p1_visits?includePropertyDefinitions=true`)

    expect(listed.json.results).toMatchObject([{ ...schema, properties: [], archived: false }])
    expect(whole.json).toMatchObject({
      ...schema,
      properties: expect.arrayContaining([expect.objectContaining({ name: 'kind', label: 'Kind' })]),
    })
    expect((await ask(`${path}/visits`)).status).toBe(400)
    expect((await ask('/crm-object-schemas/v3/schemas')).status).toBe(404)
    expect((await ask(`/crm/object-schemas/${V}/schemas`)).status).toBe(404)
  })

  test('are an empty list in an account without any', async () => {
    const { ask } = await aSandbox()

    expect(await ask(path)).toMatchObject({ status: 200, json: { results: [] } })
  })
})
