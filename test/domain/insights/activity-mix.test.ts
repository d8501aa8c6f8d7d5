import { describe, expect, it } from 'vitest'
import { activityMixOf } from '../../../src/domain/insights/activity-mix.ts'
import { callOutcomesOf } from '../../../src/domain/insights/call-outcomes.ts'

describe('the activity mix', () => {
  it('is the share of each kind in all activities', () => {
    const counts = { calls: 50, emails: 25, meetings: 10, tasks: 10, notes: 5, messages: 0 }

    expect(activityMixOf(counts).value).toEqual({
      activities: 100,
      shares: { calls: 0.5, emails: 0.25, meetings: 0.1, tasks: 0.1, notes: 0.05, messages: 0 },
    })
  })

  it('is none where nothing was done', () => {
    const counts = { calls: 0, emails: 0, meetings: 0, tasks: 0, notes: 0, messages: 0 }

    expect(activityMixOf(counts)).toEqual({ value: null, why: 'no_activities' })
  })
})

describe('calls by outcome', () => {
  const names = new Map([['busy', 'Busy']])

  it('come most frequent first, those without an outcome apart', () => {
    const counts = new Map([
      ['none', 10],
      ['b', 5],
      ['busy', 20],
      ['a', 5],
      ['unused', 0],
    ])

    expect(callOutcomesOf(counts, names).value).toEqual({
      calls: 40,
      outcomes: [
        { outcome: 'busy', name: 'Busy', calls: 20, share: 0.5 },
        { outcome: 'a', name: null, calls: 5, share: 0.125 },
        { outcome: 'b', name: null, calls: 5, share: 0.125 },
      ],
      without_outcome: { calls: 10, share: 0.25 },
    })
  })

  it('are none where nobody called', () => {
    expect(callOutcomesOf(new Map(), names)).toEqual({ value: null, why: 'no_calls' })
  })
})
