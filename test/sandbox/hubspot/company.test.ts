import { beforeAll, describe, expect, test } from 'vitest'
import type { SandboxAccount } from '../../../src/sandbox/hubspot/account.ts'
import { seedCompany } from '../../../src/sandbox/hubspot/company/company.ts'
import { companySettings } from '../../../src/sandbox/hubspot/company/company-settings.ts'
import { companyTime, isAtWork, plusDays } from '../../../src/sandbox/hubspot/company/company-time.ts'
import { planted, reps } from '../../../src/sandbox/hubspot/company/people.ts'
import { meetingTypes } from '../../../src/sandbox/hubspot/company/sales-setup.ts'
import { activityTypes, type ObjectType, objectTypes } from '../../../src/sandbox/hubspot/object-types.ts'
import type { PropertyValues } from '../../../src/sandbox/hubspot/records.ts'

const now = Date.parse('2026-11-18T14:00:00Z')
const time = companyTime({ now, seed: 1, days: 420 })

let account: SandboxAccount
/** The days of completed activities, keyed by owner id. */
let doneOn: Map<string, string[]>

beforeAll(() => {
  account = seedCompany({ now, seed: 1 })
  const done = activityTypes.flatMap((type) => values(type).filter((record) => isDone(type, record)))
  const byOwner = Map.groupBy(done, (record) => record['hubspot_owner_id'] ?? '')
  doneOn = new Map([...byOwner].map(([id, own]) => [id, own.map((record) => record['hs_timestamp'] ?? '')]))
})

function values(type: ObjectType): PropertyValues[] {
  return [...account.table(type).held()].map((record) => record.properties)
}

/** Whether a record counts as completed work, approximately as in the activity metric. */
function isDone(type: ObjectType, record: PropertyValues): boolean {
  if (type === 'calls') return record['hs_call_status'] !== 'CANCELED'
  if (type === 'emails')
    return record['hs_email_direction'] === 'EMAIL' && record['hs_email_status'] === 'SENT'
  if (type === 'meetings') return record['hs_meeting_outcome'] === 'COMPLETED'
  return type !== 'tasks' || record['hs_task_status'] === 'COMPLETED'
}

function activitiesADay(ownerId: string, from: string, to: string): number {
  const rep = reps.find((one) => one.ownerId === ownerId)
  if (rep === undefined) throw new Error(`No rep ${ownerId}`)
  let days = 0
  for (let day = from; day < to; day = plusDays(day, 1)) days += isAtWork(time, rep, day) ? 1 : 0
  const own = (doneOn.get(ownerId) ?? []).filter((at) => at >= from && at < to)
  return own.length / days
}

function closedDeals(isWanted: (deal: PropertyValues) => boolean): PropertyValues[] {
  return values('deals').filter(
    (deal) => deal['hs_is_closed'] === 'true' && deal['pipeline'] !== '7700200' && isWanted(deal),
  )
}

function winRate(ownerId: string, from: string, to: string): number {
  const closed = closedDeals(
    (deal) =>
      deal['hubspot_owner_id'] === ownerId &&
      (deal['closedate'] ?? '') >= from &&
      (deal['closedate'] ?? '') < to,
  )
  return closed.filter((deal) => deal['hs_is_closed_won'] === 'true').length / closed.length
}

const today = '2026-11-18'

describe('the seeded company', () => {
  test('has 26 reps in teams of 12, 9 and 5, in 4 zones, and one who left', () => {
    const selling = account.owners.filter((owner) => !owner.archived && owner.teams?.length === 1)
    const sizes = account.teams.map(
      (team) => selling.filter((owner) => owner.teams?.[0]?.id === team.id).length,
    )

    expect(sizes).toEqual([12, 9, 5])
    expect(new Set(reps.map((rep) => rep.zone)).size).toBe(4)
    expect(new Set(account.owners.map((owner) => owner.email)).size).toBe(account.owners.length)
    expect(account.owners.find((owner) => owner.archived)?.id).toBe(planted.archivedOwner)
    const zones = values('users').map((user) => user['hs_standard_time_zone'])
    expect(new Set(zones)).toEqual(new Set(reps.map((rep) => rep.zone)))
  })

  test('is about 150,000 records', () => {
    const total = objectTypes.reduce((sum, type) => sum + account.table(type).size(false), 0)

    expect(total).toBeGreaterThan(125_000)
    expect(total).toBeLessThan(175_000)
  })

  test('does about 15 activities per rep and working day', () => {
    const usual = reps
      .filter((rep) => rep.ownerId !== planted.newHire)
      .map((rep) => activitiesADay(rep.ownerId, time.firstDay, plusDays(today, -50)))
    const mean = usual.reduce((sum, one) => sum + one, 0) / usual.length

    expect(mean).toBeGreaterThan(13.5)
    expect(mean).toBeLessThan(16.5)
    expect(Math.min(...usual)).toBeGreaterThan(10)
    expect(Math.max(...usual)).toBeLessThan(20)
  })

  test('is the same for the same seed and different for another seed', () => {
    const make = (seed: number) => {
      const made = seedCompany({ now, seed, days: 20 })
      return JSON.stringify(objectTypes.map((type) => [...made.table(type).held()]))
    }

    const [once, again, other] = [make(5), make(5), make(6)]
    expect(again === once).toBe(true)
    expect(other === once).toBe(false)
  })

  test('works on its deals while they are open: some calls and e-mails, at least one meeting', () => {
    const worked = new Map<string, number>()
    for (const type of ['calls', 'emails', 'meetings'] as const) {
      for (const { associations } of account.table(type).held()) {
        for (const { id } of associations?.['deals'] ?? [])
          worked.set(`${id} ${type}`, (worked.get(`${id} ${type}`) ?? 0) + 1)
      }
    }
    const won = [...account.table('deals').held()].filter(
      ({ properties }) => properties['hs_is_closed_won'] === 'true',
    )
    const median = (type: string) =>
      won.map(({ id }) => worked.get(`${id} ${type}`) ?? 0).sort((a, b) => a - b)[won.length >> 1]

    expect(median('calls')).toBeGreaterThanOrEqual(5)
    expect(median('calls')).toBeLessThanOrEqual(15)
    expect(median('emails')).toBeGreaterThanOrEqual(3)
    expect(median('meetings')).toBeGreaterThanOrEqual(1)
  })

  test("sells in territories that belong to the rep's zone; a deal is in its contact's territory", () => {
    const territory = (type: ObjectType, id: string) =>
      account.find(type, id)?.properties['territory'] ?? null
    const blank: string[] = []
    for (const { id, associations, properties } of account.table('deals').held()) {
      const [contact] = associations?.['contacts'] ?? []
      if (contact) expect(properties['territory']).toBe(territory('contacts', contact.id))
      if (territory('deals', id) === null) blank.push(id)
    }

    const names = Map.groupBy(values('contacts'), (contact) => contact['territory'] ?? null)
    expect(names.size).toBe(12)
    expect(blank.length / account.table('deals').size(false)).toBeLessThan(0.1)
    expect(blank.length).toBeGreaterThan(0)
  })

  test("maintains HubSpot's derived values: closed deals, stage history, home amounts", () => {
    for (const record of account.table('deals').held()) {
      const { properties, history } = record
      const stage = account.pipelines['deals']
        ?.flatMap((pipeline) => pipeline.stages)
        .find((one) => one.id === properties['dealstage'])
      expect(properties['hs_is_closed']).toBe(stage?.metadata['isClosed'])
      expect(history?.['dealstage']?.[0]?.value).toBe(properties['dealstage'])
      if (properties['amount'] !== null)
        expect(Number(properties['amount_in_home_currency'])).toBeGreaterThan(0)
    }
  })

  test('has nothing created or changed after now, and has meetings booked ahead', () => {
    const at = new Date(now).toISOString()
    for (const type of activityTypes) {
      const late = [...account.table(type).held()].filter((record) => record.updatedAt > at)
      expect(late).toEqual([])
    }
    const ahead = values('meetings').filter((meeting) => (meeting['hs_meeting_start_time'] ?? '') > at)
    expect(ahead.length).toBeGreaterThan(30)
    expect(new Set(ahead.map((meeting) => meeting['hs_meeting_outcome']))).toEqual(new Set(['SCHEDULED']))
  })

  test('says what type nearly every meeting has', () => {
    const types = Map.groupBy(values('meetings'), (meeting) => meeting['hs_activity_type'] ?? null)
    const total = account.table('meetings').size(false)

    expect(new Set(types.keys())).toEqual(new Set([...meetingTypes, null]))
    for (const type of meetingTypes) expect((types.get(type)?.length ?? 0) / total).toBeGreaterThan(0.15)
    expect((types.get(null)?.length ?? 0) / total).toBeLessThan(0.12)
    const options = account.properties['meetings']?.find(({ name }) => name === 'hs_activity_type')?.options
    expect(options?.map(([value]) => value)).toEqual(meetingTypes)
  })

  test('has a fifth of its meetings booked by a colleague in the same team, who is at work', () => {
    const ownerOf = new Map(account.owners.map((owner) => [String(owner.userId), owner]))
    const teamOf = (ownerId: string) => account.owners.find(({ id }) => id === ownerId)?.teams?.[0]?.id
    const meetings = [...account.table('meetings').held()].filter(
      ({ properties }) => properties['hubspot_owner_id'] !== null,
    )
    const forOthers = meetings.flatMap(({ properties, createdAt }) => {
      const owner = properties['hubspot_owner_id'] ?? ''
      const booker = ownerOf.get(properties['hs_created_by_user_id'] ?? '')?.id ?? ''
      return booker === owner ? [] : [{ owner, booker, day: createdAt.slice(0, 10) }]
    })

    expect(forOthers.length / meetings.length).toBeGreaterThan(0.12)
    expect(forOthers.length / meetings.length).toBeLessThan(0.28)
    expect(new Set(forOthers.map(({ booker }) => booker))).toEqual(new Set(planted.bookers))
    for (const { owner, booker } of forOthers) expect(teamOf(booker)).toBe(teamOf(owner))
    const leave = time.leave['71000002'] ?? []
    const onLeave = forOthers.filter(
      ({ booker, day }) => booker === '71000002' && leave.some(([first, last]) => day > first && day < last),
    )
    expect(onLeave).toEqual([])
  })

  test('has drawn up a few hundred quotes: most are published, and some are signed', () => {
    const quotes = [...account.table('quotes').held()]
    const statuses = Map.groupBy(quotes, ({ properties }) => properties['hs_status'])
    const share = (status: string) => (statuses.get(status)?.length ?? 0) / quotes.length

    expect(quotes.length).toBeGreaterThan(300)
    expect(quotes.length).toBeLessThan(700)
    const known = account.properties['quotes']?.find(({ name }) => name === 'hs_status')?.options
    expect(known?.map(([value]) => value)).toEqual(expect.arrayContaining([...statuses.keys()]))
    expect(share('APPROVAL_NOT_NEEDED') + share('APPROVED')).toBeGreaterThan(0.7)
    expect(share('DRAFT')).toBeGreaterThan(0.08)
    expect(share('REJECTED')).toBeGreaterThan(0)
    for (const { properties, createdAt, associations } of quotes) {
      expect(properties['hs_createdate']).toBe(createdAt)
      expect(Number(properties['hs_quote_amount'])).toBeGreaterThanOrEqual(100)
      const isPublished = /^APPROV/.test(properties['hs_status'] ?? '')
      expect(properties['hs_last_published_date'] !== undefined).toBe(isPublished)
      if (properties['hs_esign_date']) expect(isPublished).toBe(true)
      for (const { id } of associations?.['deals'] ?? []) expect(account.find('deals', id)).toBeDefined()
    }
    expect(new Set(quotes.map(({ properties }) => properties['hs_currency'])).size).toBe(6)
    const months = new Set(quotes.map(({ createdAt }) => createdAt.slice(0, 7)))
    expect(months.size).toBeGreaterThan(12)
  })

  test('has most reps at 60 to 115 percent of their quota over the ended quarters', () => {
    const shares = reps
      .filter((rep) => rep.ownerId !== planted.newHire)
      .map((rep) => {
        const goals = values('goal_targets').filter(
          (goal) =>
            goal['hubspot_owner_id'] === rep.ownerId &&
            goal['hs_milestone'] === 'monthly' &&
            (goal['hs_start_datetime'] ?? '') >= '2026-01' &&
            (goal['hs_start_datetime'] ?? '') < '2026-10',
        )
        const target = goals.reduce((sum, goal) => sum + Number(goal['hs_target_amount']), 0)
        const won = values('deals').filter(
          (deal) =>
            deal['hubspot_owner_id'] === rep.ownerId &&
            deal['hs_is_closed_won'] === 'true' &&
            deal['pipeline'] !== '7700200' &&
            (deal['closedate'] ?? '') >= '2026-01' &&
            (deal['closedate'] ?? '') < '2026-10',
        )
        return won.reduce((sum, deal) => sum + Number(deal['amount_in_home_currency']), 0) / target
      })

    expect(shares.filter((share) => share >= 0.6 && share <= 1.15).length).toBeGreaterThanOrEqual(22)
    expect(new Set(shares.map((share) => share.toFixed(2))).size).toBeGreaterThan(8)
  })
})

describe('the people planted in the company', () => {
  test('include a rep with a win rate that halved', () => {
    const before = winRate(planted.halvedWinRate, time.firstDay, time.winRateFellOn)
    const since = winRate(planted.halvedWinRate, time.winRateFellOn, '2027')

    expect(before).toBeGreaterThan(0.28)
    expect(since / before).toBeLessThan(0.6)
  })

  test('include a rep with activity that fell', () => {
    const before = activitiesADay(planted.fallenActivity, time.firstDay, time.activityFellOn)
    const since = activitiesADay(planted.fallenActivity, time.activityFellOn, today)

    expect(since / before).toBeLessThan(0.55)
  })

  test('include a part-timer, a new hire, two reps out of office and a rep who opted out', () => {
    const settings = companySettings(account)
    const calls = values('calls')
    const workedOn = (ownerId: string) =>
      new Set(
        calls
          .filter((call) => call['hubspot_owner_id'] === ownerId)
          .map((call) => (call['hs_timestamp'] ?? '').slice(0, 10)),
      )

    expect(settings.repWeekdays).toEqual({ [planted.partTimer]: [1, 2, 4] })
    const weekdays = [...workedOn(planted.partTimer)].map((day) => new Date(day).getUTCDay())
    expect(new Set(weekdays)).toEqual(new Set([1, 2, 4]))
    const started = settings.startedOn[planted.newHire] ?? ''
    expect([...workedOn(planted.newHire)].sort()[0]).toBe(started)
    expect([...workedOn(planted.onLeave)].sort().at(-1)).toBe('2026-11-13')
    expect([...workedOn(planted.onShortLeave)].sort().at(-1)).toBe('2026-11-16')
    expect(outOfOffice(planted.onLeave)).toEqual(['2026-11-13T22:00:00.000Z', '2026-11-28T22:00:00.000Z'])
    expect(outOfOffice(planted.onShortLeave)).toEqual([
      '2026-11-17T00:00:00.000Z',
      '2026-11-22T00:00:00.000Z',
    ])
    expect(outOfOffice(planted.partTimer)).toEqual([])
    expect(settings.optOut).toEqual([planted.optedOut])
    expect(settings.tracked).toHaveLength(27)
  })

  test('count demos, meetings by who booked them, and quotes as metrics of their own', () => {
    const { metrics } = companySettings(account)
    const types = values('meetings').filter((one) => one['hs_activity_type'] === 'Demo')
    const booked = Map.groupBy(values('meetings'), (one) => one['hs_created_by_user_id'])
    const booker = String(account.owners.find(({ id }) => id === planted.bookers[0])?.userId)

    expect(metrics.map(({ id }) => id)).toEqual(['demos', 'meetings_set', 'quotes_sent'])
    expect(types.length).toBeGreaterThan(100)
    expect(booked.get(booker)?.some((one) => one['hubspot_owner_id'] !== planted.bookers[0])).toBe(true)
    expect(values('quotes').filter((one) => one['hs_last_published_date']).length).toBeGreaterThan(100)
  })

  function outOfOffice(ownerId: string): string[] {
    const owner = account.owners.find(({ id }) => id === ownerId)
    const user = values('users').find((one) => one['hs_internal_user_id'] === String(owner?.userId))
    const spans = JSON.parse(user?.['hs_out_of_office_hours'] ?? '')
    return spans.flatMap(Object.values).map((instant: number) => new Date(instant).toISOString())
  }

  test('include a team that wins its deals at the end of the quarter', () => {
    const isLate = (deal: PropertyValues) => /-(03|06|09|12)-(1[89]|2\d|3\d)/.test(deal['closedate'] ?? '')
    const shareOf = (teamId: string) => {
      const owners = new Set(reps.filter((rep) => rep.teamId === teamId).map((rep) => rep.ownerId))
      const closed = closedDeals((deal) => owners.has(deal['hubspot_owner_id'] ?? ''))
      return closed.filter(isLate).length / closed.length
    }

    expect(shareOf(planted.quarterEndTeam)).toBeGreaterThan(0.45)
    expect(shareOf('301')).toBeLessThan(0.25)
  })

  test('have stalled deals, which have not moved for three months', () => {
    const stalled = [...account.table('deals').held()].filter(
      ({ properties }) =>
        properties['hs_is_closed'] === 'false' &&
        (properties['hs_v2_date_entered_current_stage'] ?? '') < plusDays(today, -90),
    )

    expect(stalled.length).toBeGreaterThan(15)
    expect(stalled.length).toBeLessThan(150)
  })

  test('include a rep who left, with a history up to the last day and nothing after it', () => {
    const own = values('calls').filter((call) => call['hubspot_owner_id'] === planted.archivedOwner)

    expect(own.length).toBeGreaterThan(500)
    expect(own.filter((call) => (call['hs_timestamp'] ?? '') >= time.leftOn)).toEqual([])
  })
})
