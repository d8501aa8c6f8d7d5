/** HubSpot's users: what they set for themselves, in whatever shape HubSpot has it. */
import { describe, expect, test } from 'vitest'
import { anAccount, aWorld, errorOf } from './worlds.ts'

const CHANGED = Date.parse('2026-11-02T10:00:00Z')

/** The users of an account in which HubSpot holds these properties, in order. */
async function usersWith(list: readonly Record<string, string | null>[]) {
  const account = anAccount()
  for (const user of [...account.table('users').held()]) account.table('users').remove(user.id)
  for (const [index, properties] of list.entries()) {
    account.create('users', { hs_internal_user_id: String(900 + index), ...properties })
  }
  const world = await aWorld({ account })
  return { ...world, users: (await world.source.users()) ?? [] }
}

describe('users', () => {
  test('have the time zone that they set; those of no owner are left out', async () => {
    const zones = ['Europe/Copenhagen', 'US/Eastern', 'Mars/Olympus', '', null, '+02:00']
    const { users, sandbox } = await usersWith([
      ...zones.map((zone) => ({ hs_standard_time_zone: zone })),
      { hs_internal_user_id: null, hs_standard_time_zone: 'Europe/Copenhagen' },
      ...Array.from({ length: 120 }, (_, index) => ({ hs_internal_user_id: String(2_000 + index) })),
    ])

    expect(users.slice(0, 6).map(({ userId, zone }) => [userId, zone])).toEqual([
      ['900', 'Europe/Copenhagen'],
      ['901', 'America/New_York'],
      ['902', null],
      ['903', null],
      ['904', null],
      ['905', null],
    ])
    expect(users).toHaveLength(126)
    expect(sandbox.requests.total).toBe(2)
  })

  test.each([
    ['[{"days":"MONDAY_TO_FRIDAY","startMinute":510,"endMinute":1020}]', [1, 2, 3, 4, 5]],
    [' [{"days":"SATURDAY_SUNDAY"},{"days":"WEDNESDAY"},{"days":"SUNDAY"}] ', [3, 6, 7]],
    ['[{"days":"EVERY_DAY","startMinute":0,"endMinute":1440}]', [1, 2, 3, 4, 5, 6, 7]],
    ['[{"days":"THURSDAY"},{"days":"SOMEDAY"},{"days":4},"FRIDAY",null]', [4]],
    ['[]', null],
    ['{"days":"MONDAY"}', null],
    ['Mo-Fr 9-17', null],
    ['', null],
    [null, null],
  ])('have the weekdays of the working hours %s', async (hours, weekdays) => {
    const { users } = await usersWith([{ hs_working_hours: hours }])

    expect(users[0]?.weekdays).toEqual(weekdays)
  })

  test.each([
    ['[{"startTimestamp":1000,"endTimestamp":3000}]', ['1000–3000']],
    [
      '[{"startTimestamp":"4000","endTimestamp":5000},{"startTimestamp":1000,"endTimestamp":2000}]',
      ['1000–2000', '4000–5000'],
    ],
    [
      '[{"startTimestamp":1000,"endTimestamp":2000},{"startTimestamp":2000,"endTimestamp":3000}]',
      ['1000–3000'],
    ],
    [
      '[{"startTimestamp":1000,"endTimestamp":9000},{"startTimestamp":2000,"endTimestamp":3000}]',
      ['1000–9000'],
    ],
    ['[{"startTimestamp":3000,"endTimestamp":3000},{"startTimestamp":5000,"endTimestamp":4000}]', []],
    [
      '[{"startTimestamp":null,"endTimestamp":3000},7,{"startTimestamp":"soon"},{"startTimestamp":1,"endTimestamp":2}]',
      ['1–2'],
    ],
    ['[{"startTimestamp":1000,"endTimestamp":9e99},{"startTimestamp":1000.5,"endTimestamp":2000}]', []],
    ['[{"startTimestamp":', []],
    ['[]', []],
    ['null', []],
    [null, []],
  ])('are out of office in the spans of %s', async (hours, spans) => {
    const { users } = await usersWith([{ hs_out_of_office_hours: hours }])

    expect(users[0]?.outOfOffice.map(({ from, to }) => `${from}–${to}`)).toEqual(spans)
  })

  test('were changed when HubSpot says', async () => {
    const account = anAccount()
    const [user] = account.table('users').held()
    account.update('users', user?.id ?? '', { hs_job_title: 'Lead' }, { atMs: CHANGED })
    const { source } = await aWorld({ account })

    expect((await source.users())?.map(({ updatedAt }) => updatedAt)).toContain(CHANGED)
  })

  test('are unknown if the token may not read them', async () => {
    const { source, sandbox } = await aWorld()

    expect(await source.users()).not.toEqual([])
    sandbox.faults.denyType('users')
    expect(await source.users()).toBe(null)
    sandbox.faults.clear()
    sandbox.faults.next({ kind: 'status', status: 404 })
    expect(await source.users()).toBe(null)
    sandbox.faults.refuseToken()
    expect(await errorOf(source.users())).toMatchObject({ fault: 'unauthorized' })
  })
})
