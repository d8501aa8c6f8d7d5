import { describe, expect, test } from 'vitest'
import { printedProbability } from '../../../src/sandbox/hubspot/deal-derivation.ts'
import { aSandbox, noon } from './sandbox.ts'

const at = (ms: number) => new Date(ms).toISOString()

describe('what HubSpot derives for deals', () => {
  test('includes flags, probability and close date when a deal enters a closed stage', async () => {
    let now = noon
    const { sandbox, client } = await aSandbox({ clock: () => now })
    sandbox.account.create('deals', { dealstage: 's1', closedate: at(noon + 9e9) }, { id: '7' })
    now += 60_000
    sandbox.account.update('deals', '7', { dealstage: 'won' })

    const names = [
      'hs_is_closed',
      'hs_is_closed_won',
      'hs_deal_stage_probability',
      'closedate',
      'hs_closed_won_date',
    ]
    const deal = await client.crm.deals.basicApi.getById('7', names)

    expect(deal.properties).toMatchObject({
      hs_is_closed: 'true',
      hs_is_closed_won: 'true',
      hs_deal_stage_probability: '1',
      closedate: at(now),
      hs_closed_won_date: at(now),
      hs_lastmodifieddate: at(now),
    })
  })

  test('moves the close date from won to lost, but not from won to won or when the deal is only edited', async () => {
    let now = noon
    const { sandbox } = await aSandbox({ clock: () => now })
    const deal = sandbox.account.create('deals', { dealstage: 'won', closedate: at(noon) }, { id: '7' })
    now += 1_000
    sandbox.account.update('deals', '7', { dealname: 'Other' })
    sandbox.account.update('deals', '7', { pipeline: 'renew', dealstage: 'rw' })
    expect(deal.properties['closedate']).toBe(at(noon))

    sandbox.account.update('deals', '7', { dealstage: 'lost' })
    expect(deal.properties).toMatchObject({
      closedate: at(now),
      hs_is_closed: 'true',
      hs_is_closed_won: 'false',
    })
  })

  test('prints a probability as the exact value of the double', () => {
    expect(printedProbability(0.2)).toBe('0.200000000000000011102230246251565404236316680908203125')
    expect(printedProbability(1)).toBe('1')
    expect(printedProbability(0)).toBe('0')
  })

  test('computes the home amount with the rate in effect', async () => {
    const { sandbox } = await aSandbox()
    const { account } = sandbox
    for (const [id, conversionRate, effectiveAt] of [
      ['1', 2, at(noon - 5_000)],
      ['2', 3, at(noon + 5_000)],
    ] as const) {
      const rate = { id, conversionRate, effectiveAt, toCurrencyCode: 'USD', visibleInUI: true }
      account.exchangeRates.push({ ...rate, fromCurrencyCode: 'EUR' })
    }

    const euros = account.create('deals', { amount: '10.5', deal_currency_code: 'EUR' })
    const francs = account.create('deals', { amount: '10.5', deal_currency_code: 'CHF' })

    expect(euros.properties['amount_in_home_currency']).toBe('21')
    expect(francs.properties['amount_in_home_currency']).toBeNull()
  })

  test('keeps the last-modified date for a calculated change', async () => {
    let now = noon
    const { sandbox } = await aSandbox({ clock: () => now })
    const deal = sandbox.account.create('deals', { amount: '1' })
    now += 1_000
    sandbox.account.update('deals', deal.id, { hs_arr: '5' }, { bump: false })

    expect(deal.updatedAt).toBe(at(noon))
    expect(deal.properties['hs_lastmodifieddate']).toBe(at(noon))
  })

  test('records a new owner with the day of the change', async () => {
    const { sandbox } = await aSandbox()
    const deal = sandbox.account.create('deals', { hubspot_owner_id: '1' })
    sandbox.account.reassign('deals', deal.id, '9')

    expect(deal.properties).toMatchObject({ hubspot_owner_id: '9', hubspot_owner_assigneddate: at(noon) })
    expect(deal.history?.['hubspot_owner_id']?.map((version) => version.value)).toEqual(['9', '1'])
  })
})

describe('merging', () => {
  test('creates a new record that both old ids return, and leaves no other trace of them', async () => {
    const { sandbox, client, ask } = await aSandbox()
    const { account } = sandbox
    account.create('companies', {}, { id: '50' })
    account.create('deals', { dealstage: 's1', amount: '5' }, { id: '7', atMs: noon - 9_000 })
    account.create('deals', { dealstage: 'won' }, { id: '8', atMs: noon - 5_000 })
    account.associate({ type: 'deals', id: '7' }, { type: 'companies', id: '50' })

    const merged = account.merge('deals', '8', '7')

    const byOldId = await client.crm.deals.basicApi.getById('7', [
      'hs_merged_object_ids',
      'amount',
      'dealstage',
    ])
    expect(byOldId.id).toBe(merged.id)
    expect(['7', '8']).not.toContain(merged.id)
    expect(byOldId.properties).toMatchObject({
      hs_merged_object_ids: '8;7',
      amount: '5',
      dealstage: 'won',
      createdate: at(noon - 9_000),
    })
    expect((await ask('/crm/objects/2026-09/deals')).json.results.map((deal) => deal.id)).toEqual([merged.id])
    expect((await ask('/crm/objects/2026-09/deals?archived=true')).json.results).toEqual([])
    const batch = await ask('/crm/objects/2026-09/deals/batch/read', { inputs: [{ id: '7' }, { id: '8' }] })
    expect(batch.status).toBe(200)
    expect(batch.json.results.map((deal) => deal.id)).toEqual([merged.id])
  })

  test('combines histories and links; a request for links by an old id finds none', async () => {
    const { sandbox, ask } = await aSandbox()
    const { account } = sandbox
    account.create('companies', {}, { id: '50' })
    account.create('deals', { dealstage: 's1' }, { id: '7', atMs: noon - 9_000 })
    account.create('deals', { dealstage: 's2' }, { id: '8', atMs: noon - 5_000 })
    account.associate({ type: 'deals', id: '7' }, { type: 'companies', id: '50' })
    const merged = account.merge('deals', '7', '8')

    const links = await ask('/crm/associations/2026-09/deals/companies/batch/read', {
      inputs: [{ id: '7' }, { id: merged.id }],
    })
    const history = await ask(`/crm/objects/2026-09/deals?propertiesWithHistory=dealstage`)

    expect(links.status).toBe(207)
    expect(links.json.results.map((result) => result.from?.id)).toEqual([merged.id])
    expect(history.json.results[0]?.propertiesWithHistory?.['dealstage']?.map((one) => one.value)).toEqual([
      's2',
      's1',
    ])
  })

  test('keeps all ids when a merged record is merged again', async () => {
    const { sandbox, ask } = await aSandbox()
    const { account } = sandbox
    for (const id of ['1', '2', '3']) account.create('contacts', {}, { id })
    const second = account.merge('contacts', account.merge('contacts', '1', '2').id, '3')

    const { json } = await ask('/crm/objects/2026-09/contacts/1?properties=hs_merged_object_ids')

    expect(json).toMatchObject({ id: second.id, properties: { hs_merged_object_ids: '1;2;4;3' } })
  })
})

describe('erasing a contact', () => {
  test('makes it unreadable and marks its activities', async () => {
    const { sandbox, ask } = await aSandbox()
    const { account } = sandbox
    account.create('contacts', {}, { id: '5' })
    const call = account.create('calls', { hs_timestamp: at(noon) }, { id: '6' })
    account.associate({ type: 'calls', id: '6' }, { type: 'contacts', id: '5' })

    account.gdprDelete('5')

    expect((await ask('/crm/objects/2026-09/contacts/5')).status).toBe(404)
    expect((await ask('/crm/objects/2026-09/contacts/5?archived=true')).status).toBe(404)
    expect(call.properties['hs_gdpr_deleted']).toBe('true')
  })
})
