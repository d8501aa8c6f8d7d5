import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FACT_TYPES, type Fact, isBuiltIn, type SyncedFact } from '../../src/domain/facts/facts.ts'
import { flawsOf, isDecidingDate } from '../../src/domain/facts/quality.ts'
import { hubSpotWords } from '../../src/hubspot/words.ts'
import { loadAccount } from '../../src/sandbox/hubspot/load-account.ts'
import { someRules } from '../builders.ts'
import { allPages, aPageOf, aWorld, golden, noon } from './worlds.ts'

const stamp = { hs_lastmodifieddate: '2026-11-18T10:00:00Z' }
const modifiedAt = Date.parse('2026-11-18T10:00:00Z')

describe('records that cannot be read', () => {
  test('are listed with the reason and do not fail the page', async () => {
    const source = await aPageOf([
      { id: '1', properties: stamp },
      { id: 'abc', properties: stamp },
      { id: '1234567890123456', properties: stamp },
      { id: 5, properties: stamp },
      { properties: stamp },
      { id: '6' },
      { id: '7', properties: { ...stamp, hs_call_duration: 90_000 } },
      { id: '8', properties: { hs_lastmodifieddate: 'yesterday' } },
      null,
      'a record',
      { id: '9', properties: stamp },
    ])

    const page = await source.listPage('calls', null)

    expect(page.facts.map((fact) => fact.id)).toEqual(['1', '9'])
    expect(page.skipped.map((record) => record.id)).toEqual([
      'abc',
      '1234567890123456',
      null,
      null,
      '6',
      '7',
      '8',
      null,
      null,
    ])
    expect(page.skipped[5]?.reason).toContain('hs_call_duration')
    expect(page.skipped[6]?.reason).toContain('last-modified')
    expect(page.skipped.every((record) => record.reason.length > 10)).toBe(true)
  })

  test('a record without the stamp takes the time outside its properties', async () => {
    const source = await aPageOf([{ id: '1', properties: {}, updatedAt: '2026-11-18T10:00:00Z' }])

    expect((await source.listPage('notes', null)).facts).toMatchObject([{ modifiedAt }])
  })

  test('values that cannot be read are missing, but the rest of the record counts', async () => {
    const properties = {
      ...stamp,
      hubspot_owner_id: 'nobody',
      hs_timestamp: '2026-02-30',
      hs_call_status: ' ',
      hs_call_direction: 'OUTBOUND',
      hs_call_duration: '-5',
    }
    const source = await aPageOf([{ id: '1', properties }])

    expect((await source.listPage('calls', null)).facts).toEqual([
      {
        type: 'calls',
        id: '1',
        ownerId: null,
        modifiedAt,
        at: null,
        status: null,
        direction: 'OUTBOUND',
        disposition: null,
        durationMs: null,
        unreadable: ['owner', 'duration'],
      },
    ])
  })

  test('an unreadable stage date is distinguished from a missing one', async () => {
    const name = 'hs_v2_date_entered_customer'
    const stamped = { lastmodifieddate: '2026-11-18T10:00:00Z' }
    const source = await aPageOf([
      { name, id: '1', properties: { ...stamped, [name]: '2026-02-30' } },
      { name, id: '2', properties: { ...stamped, [name]: '' } },
    ])

    const [unreadable, blank] = (await source.listPage('contacts', null)).facts
    expect(unreadable).toMatchObject({ customerAt: null, unreadable: ['customer'] })
    expect(blank).not.toHaveProperty('unreadable')
  })
})

describe('the fact of', () => {
  test('a deal has the amounts as written and a name that is safe to show', async () => {
    const properties = {
      ...stamp,
      hubspot_owner_id: '70000001',
      dealname: `Acme\u202E ${'x'.repeat(300)}`,
      pipeline: 'default',
      dealstage: 'closedwon',
      createdate: '2026-05-14T19:18:34Z',
      closedate: '1780453136089',
      hs_is_closed: 'true',
      hs_is_closed_won: 'true',
      amount: ' 12,500 ',
      amount_in_home_currency: '',
      deal_currency_code: 'EUR',
      hs_deal_stage_probability: '0.200000000000000011102230246251565404236316680908203125',
      hs_manual_forecast_category: 'COMMIT',
      hs_arr: '1200.50',
      hs_mrr: null,
    }
    const source = await aPageOf([{ id: '9000000006', properties }])

    expect((await source.listPage('deals', null)).facts).toEqual([
      {
        type: 'deals',
        id: '9000000006',
        ownerId: '70000001',
        modifiedAt,
        name: `Acme ${'x'.repeat(195)}`,
        pipelineId: 'default',
        stageId: 'closedwon',
        createdAt: Date.parse('2026-05-14T19:18:34Z'),
        closesAt: 1780453136089,
        isClosed: true,
        isWon: true,
        amount: '12,500',
        homeAmount: null,
        currency: 'EUR',
        probability: '0.200000000000000011102230246251565404236316680908203125',
        forecastCategory: 'COMMIT',
        arr: '1200.50',
        mrr: null,
        cost: null,
        contractYears: null,
        territory: null,
        companyId: null,
        stageEntries: null,
      },
    ])
  })

  test('a meeting, an email, a task, a message and a contact has their fields', async () => {
    const at = '2026-11-17T09:00:00Z'
    const [nine, ten] = [Date.parse(at), Date.parse('2026-11-17T10:00:00Z')]
    const properties = {
      ...stamp,
      lastmodifieddate: '2026-11-18T10:00:00Z',
      hubspot_owner_id: '7',
      hs_timestamp: at,
      hs_createdate: '2026-11-01',
      createdate: '2026-11-02',
      hs_meeting_start_time: at,
      hs_meeting_end_time: '2026-11-17T10:00:00Z',
      hs_meeting_outcome: 'NO_SHOW',
      hs_email_direction: 'EMAIL',
      hs_email_status: 'SENT',
      hs_email_reply_count: '2',
      hs_task_status: 'COMPLETED',
      hs_task_completion_date: '2026-11-17T10:00:00Z',
      hs_communication_channel_type: 'SMS',
    }
    const source = await aPageOf([{ id: '1', properties }])
    const base = { id: '1', ownerId: '7', modifiedAt }
    const factOf = async (type: Fact['type']) => (await source.listPage(type, null)).facts[0]

    expect(await factOf('meetings')).toEqual({
      ...base,
      type: 'meetings',
      at: nine,
      createdAt: Date.parse('2026-11-01T00:00:00Z'),
      startsAt: nine,
      endsAt: ten,
      outcome: 'NO_SHOW',
    })
    expect(await factOf('emails')).toEqual({
      ...base,
      type: 'emails',
      at: nine,
      direction: 'EMAIL',
      status: 'SENT',
      replyCount: 2,
    })
    expect(await factOf('tasks')).toEqual({
      ...base,
      type: 'tasks',
      at: nine,
      completedAt: ten,
      status: 'COMPLETED',
    })
    expect(await factOf('communications')).toEqual({
      ...base,
      type: 'communications',
      at: nine,
      channel: 'SMS',
    })
    expect(await factOf('contacts')).toEqual({
      ...base,
      type: 'contacts',
      createdAt: Date.parse('2026-11-02T00:00:00Z'),
      mqlAt: null,
      sqlAt: null,
      opportunityAt: null,
      customerAt: null,
      territory: null,
    })
  })
})

describe('a whole account', () => {
  const data = golden('dataset.json')
  const goldenNow = Date.parse(readFileSync(new URL('../golden/now.txt', import.meta.url), 'utf8').trim())
  const expected = JSON.parse(JSON.stringify(golden('expected.json')))._data_quality

  async function allFacts(): Promise<Fact[]> {
    const { source } = await aWorld({ account: loadAccount(data) })
    const facts: SyncedFact[] = []
    for (const type of FACT_TYPES) {
      const listed = await allPages((cursor) => source.listPage(type, cursor))
      const searched = await allPages((cursor) =>
        source.changedPage(type, { from: 0, to: noon + 9e9 }, cursor),
      )
      const bySearch = searched.flatMap((page) => page.facts)
      expect(bySearch).toEqual(listed.flatMap((page) => page.facts))
      expect([...listed, ...searched].flatMap((page) => page.skipped)).toEqual([])
      facts.push(...bySearch)
    }
    return facts.filter(isBuiltIn)
  }

  function countBy(keys: (string | false)[]): Record<string, number> {
    const counts: Record<string, number> = {}
    for (const key of keys) if (key) counts[key] = (counts[key] ?? 0) + 1
    return counts
  }

  test('becomes the same facts by list and by search, with the flaws of the account', async () => {
    const facts = await allFacts()

    const known = new Set(data.owners.map((owner) => owner.id))
    const owned = facts.filter((fact) => fact.ownerId !== null && known.has(fact.ownerId))
    const alive = FACT_TYPES.flatMap((type) =>
      (data.objects[type] ?? []).filter((record) => !record.archived).map(() => type),
    )
    expect(countBy(facts.map((fact) => fact.type))).toEqual(countBy(alive))
    expect(countBy(facts.map((fact) => fact.ownerId === null && fact.type))).toEqual(expected.no_owner)
    expect(
      countBy(facts.map((fact) => fact.ownerId !== null && !known.has(fact.ownerId) && fact.type)),
    ).toEqual(expected.unknown_owner)
    expect(countBy(owned.flatMap((fact) => badDatesOf(fact, known)))).toEqual(expected.bad_date)
    expect(countBy(owned.map((fact) => isBlankDeal(fact) && 'deals'))).toEqual({ deals: expected.no_amount })
  })

  /** The report's names for the dates that a record lacks. */
  function badDatesOf(fact: Fact, ownerIds: ReadonlySet<string>): string[] {
    const rules = someRules({ heldOutcomes: ['COMPLETED', 'Held online'] })
    const flaws = flawsOf(fact, { rules, ownerIds, now: goldenNow })
    return flaws.flatMap(({ reason, about }) => {
      const isDate = reason === 'bad_date' && about !== null && isDecidingDate(about)
      return isDate ? [hubSpotWords.propertyOf(about)] : []
    })
  }

  function isBlankDeal(fact: Fact): boolean {
    return fact.type === 'deals' && fact.amount === null && fact.homeAmount === null
  }
})
