/** A process that lost its lease writes nothing at all; the table lists every write of the store. */
import { describe, expect, it } from 'vitest'
import type { Rules } from '../../src/domain/company/rules.ts'
import type { Slot } from '../../src/ports/delivery-store.ts'
import { LEASE_MS, LeaseLostError } from '../../src/ports/leases.ts'
import type { Store } from '../../src/ports/store.ts'
import { aCall, aCursor, aMeeting, anAccount, anOwner, at, aWonDeal, rulesBody } from '../builders.ts'
import { aDigest, fakeClock } from '../deliveries/fakes.ts'
import { contentsOf, DATABASES, testStore } from './stores.ts'

const NOW = at('2026-09-21T12:00:00Z')
/** Of the database. */
const clock = fakeClock(new Date(NOW).toISOString())
const DUE = { id: '200', modifiedAt: aWonDeal().modifiedAt }
const SLOT: Slot = {
  schedule: 'north',
  localDate: '2026-09-21',
  dueAt: NOW,
  outcome: 'skipped',
  deliveryKey: null,
  reason: null,
  at: NOW,
}
const POST = { key: 'k', channel: 'C1', message: { kind: 'digest', digest: aDigest() } } as const

const USER = { userId: '5001', zone: null, weekdays: null, outOfOffice: [], updatedAt: null }

/** Each changes stored data; they run in this order. */
const WRITES: Record<string, (store: Store, rules: Rules) => Promise<unknown>> = {
  'directory.saveAccount': ({ directory }) => directory.saveAccount(anAccount()),
  'directory.saveOwners': ({ directory }) => directory.saveOwners([anOwner()], []),
  'directory.savePipelines': ({ directory }) => directory.savePipelines([]),
  'directory.saveExchangeRates': ({ directory }) => directory.saveExchangeRates([]),
  'directory.saveCallOutcomes': ({ directory }) => directory.saveCallOutcomes([]),
  'directory.saveObjects': ({ directory }) => directory.saveObjects([]),
  'directory.saveGoals': ({ directory }) => directory.saveGoals({ goals: [], unreadable: [] }),
  'directory.saveUsers': ({ directory }) => directory.saveUsers([USER], NOW),
  'directory.saveReading': ({ directory }) =>
    directory.saveReading({ part: 'owners', asOf: NOW, error: null }),
  'settings.save': ({ settings }) => settings.save({ costProperty: 'cost' }),
  'facts.savePage': async ({ facts }, rules) => {
    const deal = aWonDeal({ companyId: '5' })
    await facts.savePage({ type: 'deals', facts: [deal], skipped: [], cursor: aCursor() }, rules)
    await facts.savePage({ type: 'calls', facts: [aCall()], skipped: [] }, rules)
    await facts.savePage({ type: 'meetings', facts: [aMeeting()], skipped: [] }, rules)
    const ticket = { type: '0-5', id: '7', ownerId: '1', modifiedAt: NOW } as const
    const cursor = aCursor({ type: '0-5' })
    await facts.savePage({ type: '0-5', facts: [ticket], skipped: [], cursor }, rules)
  },
  'facts.forget': ({ facts }) => facts.forget('0-5'),
  'facts.mature': ({ facts }) => facts.mature(aMeeting().endsAt ?? NOW),
  'dealDetails.saveChanges': ({ dealDetails }, rules) => dealDetails.saveChanges([DUE], [], rules),
  'dealDetails.saveCompanies': ({ dealDetails }, rules) =>
    dealDetails.saveCompanies([DUE], new Map([['200', '6']]), rules),
  'dealDetails.saveActivities': ({ dealDetails }) =>
    dealDetails.saveActivities([DUE], [{ dealId: '200', type: 'calls', activityId: '100' }]),
  'dealDetails.forgetActivities': ({ dealDetails }) => dealDetails.forgetActivities(),
  'dealDetails.forgetCompanies': ({ dealDetails }) => dealDetails.forgetCompanies(),
  'rules.adopt': ({ rules }) => rules.adopt(rulesBody({ rates: {} })),
  'facts.retally': ({ facts }, rules) => facts.retally(rules, 500),
  'cursors.save': ({ cursors }) => cursors.save(aCursor({ type: 'notes', asOf: NOW })),
  'passes.save': ({ passes }) =>
    passes.save({ pass: 'nightly', type: 'calls', position: null, beganAt: NOW, endedAt: NOW }),
  'deliveries.add': ({ deliveries }) => deliveries.add([POST], null),
  'deliveries.claim': ({ deliveries }) => deliveries.claim({ limit: 1, worker: 'w' }),
  'deliveries.beginSending': async ({ deliveries }) => {
    const [delivery] = await deliveries.list(1)
    return deliveries.beginSending(delivery?.id ?? '', 'w')
  },
  'deliveries.expire': ({ deliveries }) => {
    clock.pass(LEASE_MS)
    return deliveries.expire()
  },
  'deliveries.settle': async ({ deliveries }) => {
    const [delivery] = await deliveries.list(1)
    return deliveries.settle(delivery?.id ?? '', { state: 'sent', ts: '1.0' }, { state: 'uncertain' })
  },
  'slots.knownSince': ({ slots }) => slots.knownSince('north', '08:00', NOW),
  'slots.record': ({ slots }) => slots.record(SLOT),
  'signatures.noteVerified': ({ signatures }) => signatures.noteVerified('secret', NOW),
}

const READS = [
  ...['directory.read', 'directory.goals', 'directory.readings', 'settings.read'],
  ...['directory.objects', 'rules.current', 'facts.countOutdated', 'facts.count', 'facts.openDealsDue'],
  ...['facts.skipped', 'facts.countSkipped', 'facts.storedIds', 'facts.scan'],
  ...['facts.restatements', 'facts.behind', 'tallies.sum', 'tallies.byDay'],
  ...['tallies.totals', 'tallies.verify', 'cursors.read', 'passes.read', 'dealDetails.lackingChanges'],
  ...['dealDetails.lackingCompany', 'dealDetails.lackingActivities', 'dealDetails.countRead'],
  ...['deals.open', 'deals.wonBetween', 'deals.closedAhead', 'deals.everDue', 'insights.efforts'],
  ...['insights.stageStays', 'insights.byTerritory', 'insights.dealTerritories', 'insights.outcomes'],
  ...[
    'deliveries.uncertain',
    'deliveries.get',
    'deliveries.list',
    'slots.has',
    'slots.seen',
    'slots.list',
    'signatures.lastVerified',
  ],
]

/** Every replica takes and writes these, whether it leads or not: all of them answer people. */
const SHARED = ['leases', 'budgets', 'audit', 'lastQuestions']

describe.each(DATABASES)('the writes of a store on %s', (database) => {
  it('are all refused and change nothing once the lease has passed to another process', async () => {
    const { store, address, end } = await testStore(database, clock)
    try {
      const rules = await store.rules.adopt(rulesBody())
      const old = await store.leases.acquire({ name: 'poll', holder: 'one' })
      const late = store.under(() => old ?? undefined)
      const changing: string[] = []
      const refusing: string[] = []
      for (const [name, write] of Object.entries(WRITES)) {
        const before = await contentsOf(address)
        await store.leases.acquire({ name: 'poll', holder: 'one' })
        const refused = await write(late, rules).catch((error) => error)
        const after = withoutLeases(await contentsOf(address))
        if (refused instanceof LeaseLostError && after === withoutLeases(before)) refusing.push(name)
        const held = await store.leases.acquire({ name: 'poll', holder: 'one' })
        await write(
          store.under(() => held ?? undefined),
          rules,
        )
        if (withoutLeases(await contentsOf(address)) !== after) changing.push(name)
      }

      expect(refusing).toEqual(Object.keys(WRITES))
      expect(changing).toEqual(Object.keys(WRITES))
    } finally {
      await end()
    }
  })
})

it('every function of the store is in one of the lists', async () => {
  const { store, end } = await testStore('sqlite')
  const all = Object.entries(store).flatMap(([part, functions]) =>
    typeof functions === 'object' ? Object.keys(functions).map((name) => `${part}.${name}`) : [],
  )
  await end()

  const listed = [...Object.keys(WRITES), ...READS, 'rules.byNumber']
  expect(all.filter((name) => !SHARED.includes(name.split('.')[0] ?? '')).sort()).toEqual(listed.sort())
})

function withoutLeases({ leases, ...tables }: Record<string, unknown>): string {
  return JSON.stringify(tables)
}
