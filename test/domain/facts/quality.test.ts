import { describe, expect, it } from 'vitest'
import type { RulesBody } from '../../../src/domain/company/rules.ts'
import { CONNECTED } from '../../../src/domain/company/settings.ts'
import type { ContactFact, Fact } from '../../../src/domain/facts/facts.ts'
import { flawsOf } from '../../../src/domain/facts/quality.ts'
import { aCall, aDeal, aMeeting, at, aWonDeal, rulesBody } from '../../builders.ts'

const now = at('2026-09-21T22:30:00Z')

function flaws(fact: Fact, rules: Partial<RulesBody> = {}): string[] {
  const found = flawsOf(fact, { rules: rulesBody(rules), ownerIds: new Set(['1']), now })
  return found.map(({ reason, about }) => (about === null ? reason : `${reason} ${about}`))
}

function aContact(changes: Partial<ContactFact> = {}): ContactFact {
  const dates = {
    createdAt: 0,
    mqlAt: null,
    sqlAt: null,
    opportunityAt: null,
    customerAt: null,
    territory: null,
  }
  return { type: 'contacts', id: '400', ownerId: '1', modifiedAt: 0, ...dates, ...changes }
}

describe('the flaws of a record', () => {
  it('are none if everything can be read', () => {
    for (const fact of [aCall({ disposition: CONNECTED }), aMeeting(), aDeal(), aWonDeal(), aContact()])
      expect(flaws(fact)).toEqual([])
  })

  it('are only one if nobody owns it: no owner, or an id that is not an owner’s', () => {
    const bad = { at: null, durationMs: null }
    expect(flaws(aCall({ ...bad, ownerId: null }))).toEqual(['no_owner calls'])
    expect(flaws(aCall({ ...bad, ownerId: null, unreadable: ['owner'] }))).toEqual(['unknown_owner calls'])
    expect(flaws(aDeal({ ownerId: '99', amount: null }))).toEqual(['unknown_owner deals'])
  })

  it('include a missing date if the record would count with one', () => {
    expect(flaws(aCall({ at: null }))).toEqual(['bad_date calls.at'])
    expect(flaws(aCall({ at: null, status: 'CANCELED' }))).toEqual([])
    expect(flaws(aDeal({ createdAt: null, closesAt: null }))).toEqual(['bad_date deals.createdAt'])
    expect(flaws(aWonDeal({ closesAt: null, pipelineId: 'renewals' }))).toEqual(['bad_date deals.closesAt'])
    expect(flaws(aWonDeal({ closesAt: null, isClosed: false }))).toEqual(['bad_date deals.closesAt'])
  })

  it('include the start of a meeting that was held, not of one that is in the future or was cancelled', () => {
    const nowhen = { startsAt: null, at: null }
    const start = ['bad_date meetings.startsAt']
    expect(flaws(aMeeting({ ...nowhen, outcome: 'COMPLETED' }))).toEqual(start)
    expect(flaws(aMeeting({ ...nowhen, outcome: 'NO_SHOW' }))).toEqual(start)
    expect(flaws(aMeeting({ ...nowhen, endsAt: now }))).toEqual(start)
    expect(flaws(aMeeting({ ...nowhen, endsAt: now + 1 }))).toEqual([])
    expect(flaws(aMeeting({ ...nowhen, outcome: 'CANCELED' }))).toEqual([])
    expect(flaws(aMeeting({ startsAt: null, createdAt: null, outcome: 'COMPLETED' }))).toEqual([
      'bad_date meetings.createdAt',
    ])
  })

  it('include a stage date that is present but unreadable, unless an earlier one was seen', () => {
    expect(flaws(aContact({ unreadable: ['sql', 'customer'] }))).toEqual([
      'bad_date contacts.sqlAt',
      'bad_date contacts.customerAt',
    ])
    expect(flaws(aContact({ unreadable: ['customer'], customerAt: 5 }))).toEqual([])
  })

  it('include an unreadable duration of a connect that has a day', () => {
    const connect = aCall({ disposition: CONNECTED, unreadable: ['duration'] })
    expect(flaws(connect)).toEqual(['bad_duration'])
    expect(flaws({ ...connect, disposition: 'another' })).toEqual([])
    expect(flaws({ ...connect, disposition: null })).toEqual(['no_outcome'])
    expect(flaws({ ...connect, at: null })).toEqual(['bad_date calls.at'])
    expect(flaws(aCall({ disposition: CONNECTED, durationMs: null }))).toEqual([])
  })

  it('include a missing outcome of a call that counts on a day', () => {
    expect(flaws(aCall())).toEqual(['no_outcome'])
    expect(flaws(aCall({ status: 'MISSED' }))).toEqual([])
    expect(flaws(aCall({ at: null }))).toEqual(['bad_date calls.at'])
  })

  it('include a custom outcome once the meeting is over, unless the settings name it as held', () => {
    const meeting = aMeeting({ outcome: 'Follow-up', endsAt: now })
    expect(flaws(meeting)).toEqual(['own_outcome'])
    expect(flaws({ ...meeting, endsAt: now + 1 })).toEqual([])
    expect(flaws(meeting, { heldOutcomes: ['Follow-up'] })).toEqual([])
    expect(flaws({ ...meeting, outcome: 'RESCHEDULED' })).toEqual([])
    expect(flaws({ ...meeting, startsAt: null, endsAt: null, at: null })).toEqual([])
  })

  it('distinguish no amount, an unreadable amount, and an amount without a rate', () => {
    expect(flaws(aDeal({ amount: null }))).toEqual(['no_amount'])
    expect(flaws(aDeal({ amount: '12,500' }))).toEqual(['unreadable_amount'])
    expect(flaws(aDeal({ amount: null, homeAmount: 'n/a' }))).toEqual(['unreadable_amount'])
    expect(flaws(aDeal({ currency: 'GBP' }))).toEqual(['no_exchange_rate'])
    expect(flaws(aDeal({ currency: 'GBP', amount: '12,500' }))).toEqual(['unreadable_amount'])
    expect(flaws(aDeal({ currency: 'GBP', homeAmount: '900' }))).toEqual([])
    expect(flaws(aDeal({ currency: 'USD' }))).toEqual([])
  })

  it('include a close after today, in the time zone of the owner', () => {
    const closed = aWonDeal({ closesAt: at('2026-09-22T01:00:00Z') })
    expect(flaws(closed)).toEqual([])
    expect(flaws(closed, { ownerZones: { '1': 'Asia/Tokyo' } })).toEqual([])
    expect(flaws(closed, { ownerZones: { '1': 'UTC' } })).toEqual(['closed_in_future'])
    expect(flaws(aDeal({ closesAt: at('2027-01-01T00:00:00Z') }))).toEqual([])
  })
})
