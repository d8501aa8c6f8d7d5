import { describe, expect, test } from 'vitest'
import type { FactType } from '../../src/domain/facts/facts.ts'
import { aServer, sendJson } from './worlds.ts'

const stamp = '2026-11-18T10:00:00Z'
const modifiedAt = Date.parse(stamp)
const instant = (text: string) => Date.parse(text)

/** What a record becomes: parts of its fact, or `null` if it is left out. */
interface Shape {
  shape: string
  type: FactType
  values: Record<string, unknown>
  becomes: object | null
}

function deal(shape: string, values: Record<string, unknown>, becomes: object | null): Shape {
  return { shape, type: 'deals', values, becomes }
}

function shapeOf(
  type: FactType,
  shape: string,
  values: Record<string, unknown>,
): (becomes: object | null) => Shape {
  return (becomes) => ({ shape, type, values, becomes })
}

const shapes: Shape[] = [
  deal('no owner', { hubspot_owner_id: null }, { ownerId: null }),
  deal('an owner that is blank', { hubspot_owner_id: '' }, { ownerId: null }),
  deal('an owner who is archived or unknown', { hubspot_owner_id: '999999' }, { ownerId: '999999' }),
  deal('an owner with a malformed id', { hubspot_owner_id: 'ann@example.com' }, { ownerId: null }),
  deal('a stage that was deleted', { dealstage: 'a1b2-gone' }, { stageId: 'a1b2-gone' }),
  deal(
    'a stage that is a UUID',
    { dealstage: '4ce72d38-5dd5-47e2-89ed-02fd1f74fee9' },
    {
      stageId: '4ce72d38-5dd5-47e2-89ed-02fd1f74fee9',
    },
  ),
  deal('no stage', { dealstage: null }, { stageId: null }),
  deal('a pipeline that was deleted', { pipeline: '77777' }, { pipelineId: '77777' }),
  deal('no pipeline', { pipeline: '' }, { pipelineId: null }),
  deal('no amount', { amount: null }, { amount: null }),
  deal('an amount that is blank', { amount: '' }, { amount: null }),
  deal('an amount in words', { amount: 'n/a' }, { amount: 'n/a' }),
  deal('an amount with commas', { amount: ' 12,500 ' }, { amount: '12,500' }),
  deal('an amount with an exponent', { amount: '1e6' }, { amount: '1e6' }),
  deal('an amount below 0', { amount: '-250.00' }, { amount: '-250.00' }),
  deal('an amount of more digits than fit', { amount: '1'.repeat(40) }, { amount: '1'.repeat(40) }),
  deal('an amount of type number', { amount: 5 }, null),
  deal(
    'a currency without decimals',
    { amount: '1500', deal_currency_code: 'JPY' },
    {
      amount: '1500',
      currency: 'JPY',
    },
  ),
  deal(
    'a currency of three decimals',
    { amount: '1.234', deal_currency_code: 'KWD' },
    {
      amount: '1.234',
      currency: 'KWD',
    },
  ),
  deal('no currency', { deal_currency_code: null }, { currency: null }),
  deal('an unknown currency', { deal_currency_code: 'XQZ' }, { currency: 'XQZ' }),
  deal(
    'closed before it was created',
    { createdate: '2026-11-02', closedate: '2026-11-01' },
    {
      createdAt: instant('2026-11-02'),
      closesAt: instant('2026-11-01'),
    },
  ),
  deal(
    'a close date at midnight UTC',
    { closedate: '2026-11-01T00:00:00Z' },
    {
      closesAt: instant('2026-11-01T00:00:00Z'),
    },
  ),
  deal('a close date in epoch milliseconds', { closedate: '1780453136089' }, { closesAt: 1780453136089 }),
  deal('a close date that does not exist', { closedate: '2026-02-30' }, { closesAt: null }),
  deal(
    'no close date though won',
    { closedate: '', hs_is_closed_won: 'true' },
    { closesAt: null, isWon: true },
  ),
  deal(
    'won but not closed',
    { hs_is_closed: 'false', hs_is_closed_won: 'true' },
    {
      isClosed: false,
      isWon: true,
    },
  ),
  deal('an unknown value for closed', { hs_is_closed: 'yes' }, { isClosed: false }),
  deal(
    'a probability in binary',
    { hs_deal_stage_probability: '0.200000000000000011102230246251565404' },
    {
      probability: '0.200000000000000011102230246251565404',
    },
  ),
  deal('a property that was not asked for', { hs_new_thing: '1', constructor: 'x' }, { amount: null }),
  deal('no name', { dealname: null }, { name: null }),
  deal('a name with markup', { dealname: '<!channel> & <b>Acme</b>' }, { name: '<!channel> & <b>Acme</b>' }),
  deal(
    'a forecast category of its own',
    { hs_manual_forecast_category: 'STRETCH' },
    {
      forecastCategory: 'STRETCH',
    },
  ),
  shapeOf('calls', 'a call without direction', { hs_call_direction: null })({ direction: null }),
  shapeOf('calls', 'a call with a duration below 0', { hs_call_duration: '-1' })({ durationMs: null }),
  shapeOf('calls', 'a call with a custom outcome', { hs_call_disposition: '0dd0-own' })({
    disposition: '0dd0-own',
  }),
  shapeOf('calls', 'a call without a time', { hs_timestamp: null })({ at: null }),
  shapeOf('meetings', 'a meeting that ends before it starts', {
    hs_meeting_start_time: '2026-11-02T10:00:00Z',
    hs_meeting_end_time: '2026-11-02T09:00:00Z',
  })({ startsAt: instant('2026-11-02T10:00:00Z'), endsAt: instant('2026-11-02T09:00:00Z') }),
  shapeOf('meetings', 'a meeting with a custom outcome', { hs_meeting_outcome: 'Rebooked' })({
    outcome: 'Rebooked',
  }),
  shapeOf('emails', 'an email with its reply count in words', { hs_email_reply_count: 'many' })({
    replyCount: null,
  }),
  shapeOf('emails', 'an email without status', { hs_email_status: '' })({ status: null }),
  shapeOf('tasks', 'a task without completion', { hs_task_completion_date: '' })({ completedAt: null }),
  shapeOf('notes', 'a note erased by law', { hs_gdpr_deleted: 'true', hs_timestamp: stamp })({
    at: modifiedAt,
  }),
  shapeOf('communications', 'a message from an unknown channel', { hs_communication_channel_type: 'FAX' })({
    channel: 'FAX',
  }),
  shapeOf('contacts', 'a contact with a date in 1970', { createdate: '0' })({ createdAt: 0 }),
]

/** A source that gets these records on every page. */
function aPage(records: readonly unknown[]) {
  return aServer((request, response) => {
    const isPropertyList = request.url?.includes('/properties/')
    sendJson(response, { results: isPropertyList ? [] : records })
  })
}

function aRecord(id: string, values: Record<string, unknown>): object {
  return { id, properties: { hs_lastmodifieddate: stamp, lastmodifieddate: stamp, ...values } }
}

describe('a record of HubSpot with', () => {
  test.each(shapes)('$shape', async ({ type, values, becomes }) => {
    const source = await aPage([aRecord('1', {}), aRecord('2', values), aRecord('3', {})])

    const { facts, skipped } = await source.listPage(type, null)

    expect(facts.map(({ id }) => id)).toEqual(becomes === null ? ['1', '3'] : ['1', '2', '3'])
    expect(skipped.map(({ id }) => id)).toEqual(becomes === null ? ['2'] : [])
    if (becomes !== null) expect(facts[1]).toMatchObject({ type, modifiedAt, ...becomes })
  })

  test('the list has at least forty shapes with distinct names', () => {
    expect(new Set(shapes.map(({ shape }) => shape)).size).toBe(shapes.length)
    expect(shapes.length).toBeGreaterThanOrEqual(40)
  })
})

describe('a page of HubSpot with', () => {
  test('the same id three times gives one fact, the newest', async () => {
    const at = (day: number, amount: string) => ({
      id: '2',
      properties: { hs_lastmodifieddate: `2026-11-0${day}`, amount },
    })
    const source = await aPage([at(1, '10'), at(3, '30'), at(2, '20')])

    expect((await source.listPage('deals', null)).facts).toMatchObject([{ id: '2', amount: '30' }])
  })

  test('the same id twice, once unreadable, gives the fact and a skipped record', async () => {
    const source = await aPage([aRecord('2', { amount: 5 }), aRecord('2', { amount: '5' })])

    const { facts, skipped } = await source.listPage('deals', null)

    expect(facts).toMatchObject([{ amount: '5' }])
    expect(skipped).toMatchObject([{ id: '2' }])
  })

  test('no records is valid', async () => {
    const source = await aPage([])

    expect(await source.listPage('deals', null)).toMatchObject({
      facts: [],
      skipped: [],
      merges: [],
      next: null,
    })
  })
})

describe('owners of HubSpot with', () => {
  const anOwner = (id: string, changes: object = {}) => ({
    id,
    email: 'ann@example.com',
    firstName: 'Ann',
    lastName: 'Abel',
    userId: 7,
    updatedAt: stamp,
    archived: false,
    ...changes,
  })

  async function ownersOf(active: readonly object[], archived: readonly object[]) {
    const source = await aServer((request, response) => {
      const url = request.url ?? ''
      if (url.includes('teams')) return sendJson(response, { results: [] })
      sendJson(response, { results: url.includes('archived=true') ? archived : active })
    })
    return (await source.owners()).owners
  }

  test('the same e-mail address are two owners', async () => {
    const owners = await ownersOf([anOwner('1'), anOwner('2')], [anOwner('3', { userId: null })])

    expect(owners.map(({ id, email, isArchived }) => [id, email, isArchived]).sort()).toEqual([
      ['1', 'ann@example.com', false],
      ['2', 'ann@example.com', false],
      ['3', 'ann@example.com', true],
    ])
  })

  test('neither name nor e-mail address nor teams are still owners', async () => {
    const nobody = { email: null, firstName: null, lastName: null, userId: null, teams: undefined }

    expect(await ownersOf([anOwner('1', nobody)], [])).toMatchObject([
      { id: '1', userId: null, email: null, firstName: '', lastName: '', teams: [] },
    ])
  })
})
