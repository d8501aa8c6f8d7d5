import { describe, expect, test } from 'vitest'
import { anAccount, aServer, aWorld, errorOf, noon, sendJson } from './worlds.ts'

const hour = 3_600_000
const entered = 'hs_v2_date_entered_'
const named = { cost: 'own_cost', contractYears: 'own_years', territory: null }

/** A source for an account with these contact properties and one contact with these values. */
async function aContact(names: readonly string[], values: Record<string, string | null>) {
  const asked: string[] = []
  const source = await aServer((request, response) => {
    const url = request.url ?? ''
    if (url.includes('/properties/')) return sendJson(response, { results: names.map((name) => ({ name })) })
    asked.push(...new URL(url, 'http://x').searchParams.getAll('properties'))
    sendJson(response, { results: [{ id: '1', properties: { lastmodifieddate: '2026-11-18', ...values } }] })
  })
  const [fact] = (await source.listPage('contacts', null)).facts
  return { fact, asked }
}

describe('lifecycle dates', () => {
  test('are read for the four stages, by list, search and id', async () => {
    const account = anAccount()
    const dates = {
      [`${entered}marketingqualifiedlead`]: '2026-11-01T00:00:00Z',
      [`${entered}salesqualifiedlead`]: '1794456053000',
      [`${entered}opportunity`]: '2026-02-30',
      [`${entered}customer`]: '',
    }
    account.create('contacts', dates, { id: '1', atMs: noon - 1 })
    const { source } = await aWorld({ account })
    const window = { from: noon - hour, to: noon }

    const expected = {
      id: '1',
      mqlAt: Date.parse('2026-11-01T00:00:00Z'),
      sqlAt: 1794456053000,
      opportunityAt: null,
      customerAt: null,
    }
    expect((await source.listPage('contacts', null)).facts).toMatchObject([expected])
    expect((await source.changedPage('contacts', window, null)).facts).toMatchObject([expected])
    expect((await source.readByIds('contacts', ['1'])).facts).toMatchObject([expected])
  })

  test('are found under a number that HubSpot added, taking the earliest of several', async () => {
    const { fact, asked } = await aContact(
      [
        `${entered}opportunity_77`,
        `${entered}opportunity_5`,
        `${entered}opportunity_lost_9`,
        `${entered}customer`,
      ],
      {
        [`${entered}opportunity_77`]: '2026-11-03',
        [`${entered}opportunity_5`]: '2026-11-02',
        [`${entered}opportunity_lost_9`]: '2026-11-01',
      },
    )

    expect(fact).toMatchObject({ opportunityAt: Date.UTC(2026, 10, 2), mqlAt: null, customerAt: null })
    expect(asked.filter((name) => name.startsWith(entered)).sort()).toEqual([
      `${entered}customer`,
      `${entered}opportunity_5`,
      `${entered}opportunity_77`,
    ])
  })

  test('are read by the plain name if the account has it as well as others', async () => {
    const { fact } = await aContact([`${entered}customer_1`, `${entered}customer`], {
      [`${entered}customer_1`]: '2026-11-01',
      [`${entered}customer`]: '2026-11-02',
    })

    expect(fact).toMatchObject({ customerAt: Date.UTC(2026, 10, 2) })
  })

  test('are read by their plain names if the list of properties is refused, which is not asked for again', async () => {
    const account = anAccount()
    account.create('contacts', { [`${entered}customer`]: '2026-11-01' }, { id: '1' })
    const { source, sandbox } = await aWorld({ account })
    sandbox.faults.next({ kind: 'status', status: 403, match: { kind: 'properties' }, times: 9 })

    const facts = [...(await source.listPage('contacts', null)).facts]
    facts.push(...(await source.listPage('contacts', null)).facts)

    expect(facts).toMatchObject([
      { customerAt: Date.UTC(2026, 10, 1) },
      { customerAt: Date.UTC(2026, 10, 1) },
    ])
    expect(sandbox.requests.byKind).toEqual({ properties: 1, list: 2 })
  })

  test('are an error if the token is refused', async () => {
    const { source, sandbox } = await aWorld({}, { token: 'pat-wrong' })

    expect(await errorOf(source.listPage('contacts', null))).toMatchObject({ fault: 'unauthorized' })
    expect(sandbox.requests.total).toBe(1)
  })

  test('cost one extra request an hour, however many pages are read at once', async () => {
    let now = noon
    const account = anAccount()
    for (let index = 0; index < 250; index += 1) account.create('contacts', {}, { atMs: noon - 1 })
    const { source, sandbox } = await aWorld({ account }, { clock: { now: () => now } })
    const window = { from: noon - hour, to: noon }

    await Promise.all([source.listPage('contacts', null), source.changedPage('contacts', window, null)])
    for (let index = 0; index < 8; index += 1) await source.listPage('contacts', null)
    expect(sandbox.requests.byKind).toEqual({ properties: 1, list: 9, search: 1 })
    now += hour
    await source.listPage('contacts', null)
    expect(sandbox.requests.byKind.properties).toBe(2)
  })

  test('cost no request for other types', async () => {
    const { source, sandbox } = await aWorld()

    for (const type of ['deals', 'calls', 'notes'] as const) await source.listPage(type, null, named)

    expect(sandbox.requests.byKind).toEqual({ list: 3 })
  })
})

describe('properties that the settings name', () => {
  test('are read for deals, by list and by search, as trimmed texts', async () => {
    const account = anAccount()
    const atMs = noon - 1
    account.create('deals', { own_cost: ' 12.5 ', own_years: '2' }, { id: '1', atMs })
    account.create('deals', { own_cost: '  ', own_years: null }, { id: '2', atMs })
    const { source } = await aWorld({ account })
    const window = { from: noon - hour, to: noon }

    const expected = [
      { id: '1', cost: '12.5', contractYears: '2' },
      { id: '2', cost: null, contractYears: null },
    ]
    expect((await source.listPage('deals', null, named)).facts).toMatchObject(expected)
    expect((await source.changedPage('deals', window, null, named)).facts).toMatchObject(expected)
    const onlyCost = await source.listPage('deals', null, { ...named, contractYears: null })
    expect(onlyCost.facts).toMatchObject([{ cost: '12.5', contractYears: null }, { cost: null }])
    expect((await source.listPage('deals', null)).facts).toMatchObject([{ cost: null }, { cost: null }])
  })

  test('are read for contacts as well as deals if they name the territory', async () => {
    const account = anAccount()
    const atMs = noon - 1
    account.create('contacts', { area: ' Jutland\u200b ' }, { id: '1', atMs })
    account.create('contacts', { area: ' ' }, { id: '2', atMs })
    account.create('deals', { area: 'x'.repeat(3_000) }, { id: '3', atMs })
    const { source } = await aWorld({ account })
    const inArea = { ...named, territory: 'area' }
    const window = { from: noon - hour, to: noon }

    const expected = [
      { id: '1', territory: 'Jutland' },
      { id: '2', territory: null },
    ]
    expect((await source.listPage('contacts', null, inArea)).facts).toMatchObject(expected)
    expect((await source.changedPage('contacts', window, null, inArea)).facts).toMatchObject(expected)
    expect((await source.readByIds('contacts', ['1'], inArea)).facts).toMatchObject(expected.slice(0, 1))
    expect((await source.listPage('contacts', null)).facts).toMatchObject([{ territory: null }, {}])
    expect((await source.listPage('deals', null, inArea)).facts).toMatchObject([
      { territory: 'x'.repeat(200) },
    ])
  })

  test('may name a property that is read anyway', async () => {
    const account = anAccount()
    account.create('deals', { amount: '5' }, { id: '1' })
    const { source } = await aWorld({ account })

    const page = await source.listPage('deals', null, {
      cost: 'amount',
      contractYears: 'amount',
      territory: 'amount',
    })

    expect(page.facts).toMatchObject([{ amount: '5', cost: '5', contractYears: '5', territory: '5' }])
  })

  test('are reported if the account does not have them', async () => {
    const account = anAccount()
    account.create('deals', { own_cost: '1' }, { id: '1' })
    const { source } = await aWorld({ account })

    expect(await source.checkNames(named)).toEqual([{ type: 'deals', missing: ['own_years'] }])
    expect(await source.checkNames()).toEqual([])
  })

  test('do not report a territory that only contacts or only deals have', async () => {
    const account = anAccount()
    account.create('contacts', { area: 'Jutland' }, { id: '1' })
    const { source } = await aWorld({ account })
    const inArea = { cost: null, contractYears: null, territory: 'area' }

    expect(await source.checkNames(inArea)).toEqual([])
    expect(await source.checkNames({ ...inArea, territory: 'region' })).toEqual([
      { type: 'deals', missing: ['region'] },
      { type: 'contacts', missing: ['region'] },
    ])
  })

  test('do not report a stage date that HubSpot has numbered, but report one that the plan lacks', async () => {
    const names = ['hubspot_owner_id', 'lastmodifieddate', 'createdate', 'hs_merged_object_ids']
    const stages = ['marketingqualifiedlead_4', 'salesqualifiedlead', 'opportunity_lost_4']
    const known = [...names, 'hs_calculated_merged_vids', ...stages.map((stage) => entered + stage)]
    const source = await aServer((request, response) => {
      if (!request.url?.includes('/contacts')) return void response.writeHead(403).end()
      sendJson(response, { results: known.map((name) => ({ name })) })
    })

    expect(await source.checkNames()).toEqual([
      { type: 'contacts', missing: [`${entered}opportunity`, `${entered}customer`] },
    ])
  })
})
