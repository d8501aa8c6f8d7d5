import { describe, expect, it } from 'vitest'
import { CONNECTED } from '../../../src/domain/company/settings.ts'
import { activityMixOf } from '../../../src/domain/insights/activity-mix.ts'
import { callOutcomesOf, outcomeNames } from '../../../src/domain/insights/call-outcomes.ts'

describe('the activity mix', () => {
  it('is the share of each kind in all activities', () => {
    const counts = { calls: 50, emails: 25, meetings: 10, tasks: 10, notes: 5, messages: 0 }

    expect(activityMixOf(counts).value).toEqual({
      activities: 100,
      shares: { calls: 0.5, emails: 0.25, meetings: 0.1, tasks: 0.1, notes: 0.05, messages: 0 },
    })
  })

  it('is missing if there were no activities', () => {
    const counts = { calls: 0, emails: 0, meetings: 0, tasks: 0, notes: 0, messages: 0 }

    expect(activityMixOf(counts)).toEqual({ value: null, why: 'no_activities' })
  })
})

describe('calls by outcome', () => {
  const BUSY = '9d9162e7-6cf3-4944-bf63-4dff82258764'

  it('list the most frequent first, and count calls without an outcome separately', () => {
    const byOutcome = new Map([
      ['b', 5],
      [BUSY, 20],
      ['a', 5],
      ['unused', 0],
    ])

    expect(callOutcomesOf(byOutcome, { without: 20, names: outcomeNames([]) }).value).toEqual({
      calls: 50,
      outcomes: [
        { outcome: BUSY, name: 'Busy', calls: 20, share: 0.4 },
        { outcome: 'a', name: null, calls: 5, share: 0.1 },
        { outcome: 'b', name: null, calls: 5, share: 0.1 },
      ],
      without_outcome: { calls: 20, share: 0.4 },
    })
  })

  it("use the account's names, in preference to HubSpot's own", () => {
    const names = outcomeNames([
      { id: BUSY, label: 'Engaged' },
      { id: 'a', label: 'Booked' },
    ])

    const { value } = callOutcomesOf(new Map([BUSY, 'a', CONNECTED].map((id) => [id, 1])), {
      without: 0,
      names,
    })

    expect(value?.outcomes.map(({ name }) => name)).toEqual(['Engaged', 'Booked', 'Connected'])
  })

  it('are missing if nobody called', () => {
    expect(callOutcomesOf(new Map([[BUSY, 0]]), { without: 0, names: new Map() })).toEqual({
      value: null,
      why: 'no_calls',
    })
  })
})
