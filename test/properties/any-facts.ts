/** Arbitrary facts, as an account collects them: with values missing, odd or out of order. */
import fc from 'fast-check'
import { CONNECTED } from '../../src/domain/company/settings.ts'
import {
  type ContactFact,
  type Fact,
  type FactType,
  isFactType,
  type SyncedFact,
  type SyncedType,
} from '../../src/domain/facts/facts.ts'
import { aCall, aDeal, aMeeting, at } from '../builders.ts'
import { declared, furtherFact } from './own-declarations.ts'

export const REPS = ['1', '2', '3', '4'] as const
export const FROM = at('2026-09-01T00:00:00Z')
export const TO = at('2026-10-15T00:00:00Z')

const STEP_MS = 900_000
const STEPS = (TO - FROM) / STEP_MS
const HALF_DAY = 48
const ELEVEN_DAYS = 1056

function every(steps: number): fc.Arbitrary<number> {
  return fc.nat({ max: Math.floor(STEPS / steps) }).map((index) => FROM + index * steps * STEP_MS)
}

/** One of five instants, so that several events often coincide. */
export const turn = every(ELEVEN_DAYS)

/** An instant within six weeks, in quarters of an hour; mostly one of a few, so that many coincide. */
export const moment = fc.oneof(turn, every(HALF_DAY), every(1))

const when = fc.option(moment, { freq: 9 })
const ownerId = fc.option(fc.constantFrom(...REPS), { freq: 9 })
const amount = fc.option(fc.constantFrom('1000', '0', '-250.505', '0.005', '12,500', '1e3', '99999.999'), {
  freq: 5,
})

const territory = fc.constantFrom('North', null)

/** The changes that turn a plausible fact of a type into an arbitrary one. */
const CHANGES = {
  calls: fc.record({
    ownerId,
    at: when,
    direction: fc.constantFrom('OUTBOUND', 'INBOUND', null),
    status: fc.constantFrom('COMPLETED', 'QUEUED', null),
    disposition: fc.constantFrom(CONNECTED, 'other', null),
    durationMs: fc.constantFrom(60_000, 0, -5, null),
  }),
  emails: fc.record({
    ownerId,
    at: when,
    direction: fc.constantFrom('EMAIL', 'INCOMING_EMAIL'),
    status: fc.constantFrom('SENT', 'BOUNCED', null),
    replyCount: fc.constantFrom(0, 2, null),
  }),
  meetings: fc.record({
    ownerId,
    at: when,
    createdAt: when,
    startsAt: when,
    endsAt: when,
    outcome: fc.constantFrom('SCHEDULED', 'COMPLETED', 'NO_SHOW', 'CANCELED', null),
  }),
  tasks: fc.record({
    ownerId,
    at: when,
    completedAt: when,
    status: fc.constantFrom('COMPLETED', 'NOT_STARTED'),
  }),
  notes: fc.record({ ownerId, at: when }),
  communications: fc.record({ ownerId, at: when, channel: fc.constantFrom('SMS', null) }),
  contacts: fc.record({
    ownerId,
    createdAt: when,
    mqlAt: when,
    sqlAt: when,
    opportunityAt: when,
    customerAt: when,
    territory,
  }),
  deals: fc.record({
    ownerId,
    createdAt: when,
    closesAt: when,
    isClosed: fc.boolean(),
    isWon: fc.boolean(),
    amount,
    homeAmount: fc.option(amount, { freq: 1 }),
    currency: fc.constantFrom('EUR', 'USD', 'SEK', null),
    pipelineId: fc.constantFrom('default', 'renewals', null),
    mrr: fc.constantFrom('10', null),
    territory,
  }),
} as const

function aContact(changes: Partial<ContactFact>): ContactFact {
  return {
    type: 'contacts',
    id: '400',
    ownerId: '1',
    modifiedAt: FROM,
    createdAt: FROM,
    mqlAt: null,
    sqlAt: null,
    opportunityAt: null,
    customerAt: null,
    territory: null,
    ...changes,
  }
}

/** The fields that every fact has; `versionOf` sets them. */
const BASE = { id: '100', modifiedAt: FROM } as const

const MAKE: { readonly [T in FactType]: fc.Arbitrary<Fact> } = {
  calls: CHANGES.calls.map((changes) => aCall(changes)),
  emails: CHANGES.emails.map((changes) => ({ type: 'emails', ...BASE, ...changes })),
  meetings: CHANGES.meetings.map((changes) => aMeeting(changes)),
  tasks: CHANGES.tasks.map((changes) => ({ type: 'tasks', ...BASE, ...changes })),
  notes: CHANGES.notes.map((changes) => ({ type: 'notes', ...BASE, ...changes })),
  communications: CHANGES.communications.map((changes) => ({ type: 'communications', ...BASE, ...changes })),
  contacts: CHANGES.contacts.map(aContact),
  deals: CHANGES.deals.map((changes) => aDeal(changes)),
}

/** Deals and meetings have the most rules, so they come most often. */
export const factType: fc.Arbitrary<FactType> = fc.constantFrom(
  'deals',
  'deals',
  'meetings',
  'meetings',
  'contacts',
  'calls',
  'emails',
  'tasks',
  'notes',
  'communications',
)

export function factOf(type: FactType): fc.Arbitrary<Fact>
export function factOf(type: SyncedType): fc.Arbitrary<SyncedFact>
export function factOf(type: SyncedType): fc.Arbitrary<SyncedFact> {
  if (isFactType(type)) return withTexts(MAKE[type])
  return withTexts(ownerId.map((owner) => furtherFact(type, owner, FROM)))
}

function withTexts<F extends SyncedFact>(plain: fc.Arbitrary<F>): fc.Arbitrary<F> {
  return fc.tuple(plain, declared).map(([fact, texts]) => (texts ? { ...fact, declared: texts } : fact))
}

export const anyFact: fc.Arbitrary<Fact> = factType.chain((type) => factOf(type))

/** The fact as another version of the record `id`: changed at `modifiedAt`. */
export function versionOf<F extends SyncedFact>(fact: F, id: string, modifiedAt: number): F {
  return { ...fact, id, modifiedAt }
}
