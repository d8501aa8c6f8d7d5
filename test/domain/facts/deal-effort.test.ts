import { describe, expect, it } from 'vitest'
import { type EffortFact, isSpentOn } from '../../../src/domain/facts/deal-effort.ts'
import { aCall, aMeeting, at, someRules } from '../../builders.ts'

const deal = { ownerId: '1', createdAt: at('2026-09-01T08:00:00Z'), closesAt: at('2026-09-30T16:00:00Z') }
const now = at('2026-10-01T08:00:00Z')
const isSpent = (activity: EffortFact) => isSpentOn(deal, activity, { rules: someRules(), moment: now })

function anEmail(direction: string): EffortFact {
  const stamps = { modifiedAt: 0, at: at('2026-09-10T08:00:00Z') }
  return { type: 'emails', id: '9', ownerId: null, ...stamps, direction, status: null, replyCount: null }
}

describe('what was spent on a deal', () => {
  it('falls between the days of its creation and its close, both included, at any hour', () => {
    const isSpentAt = (moment: number | null) => isSpent(aCall({ at: moment }))
    const midnights = ['2026-08-31T22:00:00Z', '2026-09-30T22:00:00Z'].map(at)

    expect(midnights.map((midnight) => [isSpentAt(midnight - 1), isSpentAt(midnight)])).toEqual([
      [false, true],
      [true, false],
    ])
    expect(isSpentAt(null)).toBe(false)
  })

  it('depends on the days of each record’s own owner', () => {
    const rules = someRules({ ownerZones: { '2': 'America/New_York' } })
    const late = aCall({ at: at('2026-10-01T03:00:00Z') })
    const spentBy = (ownerId: string) => isSpentOn(deal, { ...late, ownerId }, { rules, moment: now })

    expect([spentBy('1'), spentBy('2')]).toEqual([false, true])
  })

  it('includes only what counts: calls made, e-mails sent, meetings held', () => {
    const start = at('2026-09-10T08:00:00Z')

    expect(isSpent(aCall({ at: start, status: 'CANCELED' }))).toBe(false)
    expect([isSpent(anEmail('EMAIL')), isSpent(anEmail('INCOMING_EMAIL'))]).toEqual([true, false])
    const held = (outcome: string) => isSpent(aMeeting({ startsAt: start, endsAt: start, outcome }))
    expect(['COMPLETED', 'SCHEDULED', 'NO_SHOW', 'CANCELED'].map(held)).toEqual([true, true, false, false])
    expect(isSpent(aMeeting({ startsAt: start, endsAt: now + 1, outcome: 'SCHEDULED' }))).toBe(false)
  })

  it('depends on when a meeting began, not on when it was booked or its timestamp', () => {
    const meeting = aMeeting({ at: start('2026-09-10'), startsAt: start('2026-10-02'), outcome: 'COMPLETED' })

    expect(isSpent(meeting)).toBe(false)
    expect(isSpent({ ...meeting, startsAt: null })).toBe(true)
  })
})

function start(day: string): number {
  return at(`${day}T09:00:00Z`)
}
