/** Leave: whole working days away, from the settings and from the out-of-office hours of HubSpot's users. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/domain/calendar/day.ts'
import { mergedSpans, withKeptSpans, withoutUser } from '../../../src/domain/company/leave.ts'
import type { KnownUser, Owner, TimeSpan, User } from '../../../src/domain/company/people.ts'
import { personsOf } from '../../../src/domain/company/persons.ts'
import type { Settings } from '../../../src/domain/company/settings.ts'
import { repCalendar } from '../../../src/domain/company/working-time.ts'
import { anOwner, at } from '../../builders.ts'
import { aRoster, repOf } from './roster.ts'

function aUser(changes: Partial<KnownUser> = {}): KnownUser {
  const nothing = { zone: null, weekdays: null, outOfOffice: [], kept: [], updatedAt: null }
  return { ...nothing, userId: '5001', isListed: true, ...changes }
}

function span(from: string, to: string): TimeSpan {
  return { from: at(from), to: at(to) }
}

function shownSpans(spans: readonly TimeSpan[]): string[] {
  return spans.map((one) => `${iso(one.from)}–${iso(one.to)}`)
}

function iso(instant: number): string {
  return new Date(instant).toISOString().slice(5, 16)
}

interface Given {
  users: KnownUser[]
  settings?: Partial<Settings>
  owners?: Owner[]
}

/** Ana, in New York, whose user is 5001. */
function repOfUser({ users, settings = {}, owners = [anOwner({ userId: '5001' })] }: Given) {
  const roster = aRoster({ owners: personsOf(owners), settings, users })
  return { rep: repOf(roster), roster }
}

function leaveOf(given: Given): string[] {
  return repOfUser(given).rep.leave.map(({ first, last, source }) => `${first}–${last} ${source}`)
}

/** From Monday 12 to Friday 16 October, in New York. */
const WEEK = span('2026-10-12T13:00:00Z', '2026-10-16T21:00:00Z')

describe('leave', () => {
  it('is each day with its whole working time in an out-of-office span, in the zone of the rep', () => {
    const ofDay = (from: string, to: string) => leaveOf({ users: [aUser({ outOfOffice: [span(from, to)] })] })

    expect(ofDay('2026-10-12T13:00:00Z', '2026-10-12T21:00:00Z')).toEqual(['2026-10-12–2026-10-12 hubspot'])
    expect(ofDay('2026-10-12T13:00:00.001Z', '2026-10-12T21:00:00Z')).toEqual([])
    expect(ofDay('2026-10-12T13:00:00Z', '2026-10-12T20:59:59.999Z')).toEqual([])
    expect(ofDay('2026-10-12T18:00:00Z', '2026-10-16T13:30:00Z')).toEqual(['2026-10-13–2026-10-15 hubspot'])
    // Clocks go back on 1 November.
    expect(ofDay('2026-10-30T13:00:00Z', '2026-11-02T22:00:00Z')).toEqual(['2026-10-30–2026-11-02 hubspot'])
    expect(ofDay('2026-10-30T13:00:00Z', '2026-11-02T21:59:00Z')).toEqual(['2026-10-30–2026-11-01 hubspot'])
  })

  it('goes by the hours of the settings, also where these pass midnight', () => {
    const users = [aUser({ outOfOffice: [span('2026-10-12T13:00:00Z', '2026-10-13T21:00:00Z')] })]

    expect(leaveOf({ users, settings: { dayStart: '09:00', hoursPerDay: 7.6 } })).toHaveLength(1)
    expect(leaveOf({ users, settings: { dayStart: '08:30' } })).toEqual(['2026-10-13–2026-10-13 hubspot'])
    expect(leaveOf({ users, settings: { dayStart: '20:00' } })).toEqual(['2026-10-12–2026-10-12 hubspot'])
  })

  it('is that of the settings as well, which stays alone where leave from HubSpot is off', () => {
    const leave: [string, string][] = [['2026-10-15', '2026-10-20']]
    const users = [aUser({ outOfOffice: [WEEK] })]

    expect(leaveOf({ users, settings: { leave: { '1': leave } } })).toEqual([
      '2026-10-12–2026-10-16 hubspot',
      '2026-10-15–2026-10-20 settings',
    ])
    expect(leaveOf({ users, settings: { leave: { '1': leave }, leaveFromHubSpot: false } })).toEqual([
      '2026-10-15–2026-10-20 settings',
    ])
  })

  it('makes its days absent, but leaves them scheduled', () => {
    const { rep, roster } = repOfUser({ users: [aUser({ outOfOffice: [WEEK] })] })
    const calendar = repCalendar(rep, roster.settings)

    expect([calendar.isPresent('2026-10-14'), calendar.isScheduled('2026-10-14')]).toEqual([false, true])
    expect([calendar.isPresent('2026-10-19'), calendar.isPresent('2026-10-09')]).toEqual([true, true])
  })

  it('is of the user of the owner who came back; an archived owner has only what was kept', () => {
    const gone = anOwner({ id: '9', userId: '5009', email: 'ana@example.com', isArchived: true })
    const present = anOwner({ userId: '5001', email: 'ana@example.com' })
    const earlier = aUser({
      userId: '5009',
      isListed: false,
      kept: [span('2026-03-02T05:00:00Z', '2026-03-03T05:00:00Z')],
    })
    const users = [aUser({ outOfOffice: [WEEK] }), { ...earlier, outOfOffice: [WEEK] }]

    expect(leaveOf({ users, owners: [gone, present] })).toEqual([
      '2026-03-02–2026-03-02 hubspot',
      '2026-10-12–2026-10-16 hubspot',
    ])
    expect(leaveOf({ users, owners: [{ ...gone, id: '1' }] })).toEqual(['2026-03-02–2026-03-02 hubspot'])
    expect(leaveOf({ users, owners: [anOwner({ userId: null })] })).toEqual([])
  })
})

describe('weekdays of a rep', () => {
  const weekdays = [2, 3]

  it('are those of HubSpot only where the settings ask for them and have none for the rep', () => {
    const users = [aUser({ weekdays })]
    const own = (settings: Partial<Settings>, owners = [anOwner({ userId: '5001' })]) =>
      repOfUser({ users, settings, owners }).rep.weekdays

    expect(own({})).toBe(null)
    expect(own({ weekdaysFromHubSpot: true })).toEqual({ days: [2, 3], source: 'hubspot' })
    expect(own({ weekdaysFromHubSpot: true, repWeekdays: { '1': [5] } })).toEqual({
      days: [5],
      source: 'settings',
    })
    expect(own({ weekdaysFromHubSpot: true }, [anOwner({ userId: '5002' })])).toBe(null)
  })

  it('are the scheduled days of the rep, not of the team', () => {
    const { rep, roster } = repOfUser({
      users: [aUser({ weekdays })],
      settings: { weekdaysFromHubSpot: true },
    })

    expect(repCalendar(rep, roster.settings).isScheduled('2026-10-12')).toBe(false)
    expect(repCalendar(rep, roster.settings).isScheduled('2026-10-13')).toBe(true)
  })
})

describe('what is kept of a span that vanished', () => {
  const wednesday = at('2026-10-14T18:00:00Z')
  const known = aUser({ outOfOffice: [WEEK], updatedAt: at('2026-10-01T00:00:00Z') })
  const kept = (user: Partial<User>, moment = wednesday) =>
    shownSpans(withKeptSpans(known, { ...known, updatedAt: moment, ...user }, moment).kept)

  it('is the time up to the moment at which it vanished or was shortened', () => {
    expect(kept({ outOfOffice: [] })).toEqual(['10-12T13:00–10-14T18:00'])
    expect(kept({ outOfOffice: [{ ...WEEK, to: at('2026-10-15T21:00:00Z') }] })).toEqual([
      '10-12T13:00–10-14T18:00',
    ])
    expect(shownSpans(withoutUser(known, wednesday).kept)).toEqual(['10-12T13:00–10-14T18:00'])
  })

  it('is nothing before it begins, nor of a span that stays, is extended or joined to another', () => {
    expect(kept({ outOfOffice: [] }, at('2026-10-12T13:00:00Z'))).toEqual([])
    expect(kept({ outOfOffice: [WEEK] })).toEqual([])
    expect(kept({ outOfOffice: [{ from: WEEK.from - 1, to: WEEK.to + 1 }] })).toEqual([])
  })

  it('ends when the user was last changed, or if that says nothing when the change was read', () => {
    const friday = at('2026-10-16T12:00:00Z')
    const readOnFriday = (updatedAt: number | null) =>
      shownSpans(withKeptSpans(known, { ...known, outOfOffice: [], updatedAt }, friday).kept)

    expect(readOnFriday(wednesday)).toEqual(['10-12T13:00–10-14T18:00'])
    expect(readOnFriday(known.updatedAt)).toEqual(['10-12T13:00–10-16T12:00'])
    expect(readOnFriday(null)).toEqual(['10-12T13:00–10-16T12:00'])
    expect(readOnFriday(friday + 60_000)).toEqual(['10-12T13:00–10-16T12:00'])
  })

  it('is kept for ever, and never changes a day that has passed', () => {
    const instant = fc
      .integer({ min: 0, max: 40 })
      .map((hours) => at('2026-10-12T00:00:00Z') + hours * 3_600_000)
    const spans = fc.array(
      fc.tuple(instant, instant).map(([from, to]) => ({ from, to })),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(spans, spans, spans, instant, (first, second, third, moment) => {
        const steps = [first, second, third].map(mergedSpans)
        let read = aUser()
        for (const outOfOffice of steps) read = withKeptSpans(read, aUser({ outOfOffice }), moment)
        const whole = mergedSpans([...read.kept, ...read.outOfOffice])
        const past = mergedSpans(steps.flat().map(({ from, to }) => ({ from, to: Math.min(to, moment) })))
        for (const one of past)
          expect(whole.some(({ from, to }) => from <= one.from && one.to <= to)).toBe(true)
        for (const { to } of read.kept) expect(to).toBeLessThanOrEqual(moment)
      }),
    )
  })
})

describe('spans', () => {
  it('are merged to the same time, in order, without touching', () => {
    const point = fc.integer({ min: 0, max: 30 })
    fc.assert(
      fc.property(fc.array(fc.record({ from: point, to: point })), (spans) => {
        const merged = mergedSpans(spans)
        const hold = (list: readonly TimeSpan[], moment: number) =>
          list.some(({ from, to }) => from <= moment && moment < to)
        for (let moment = 0; moment <= 30; moment += 1) expect(hold(merged, moment)).toBe(hold(spans, moment))
        for (const [index, { from, to }] of merged.entries()) {
          expect(to).toBeGreaterThan(from)
          expect(from).toBeGreaterThan(merged[index - 1]?.to ?? -1)
        }
      }),
    )
  })

  it('are a leave of exactly the days between, however many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), (days) => {
        const last = addDays('2026-01-05', days)
        const users = [
          aUser({ outOfOffice: [span('2026-01-05T05:00:00Z', `${addDays(last, 1)}T05:00:00Z`)] }),
        ]

        expect(leaveOf({ users })).toEqual([`2026-01-05–${last} hubspot`])
      }),
    )
  })
})
