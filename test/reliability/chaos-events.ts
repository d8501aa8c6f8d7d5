/** What can happen to an account, to the connection to it and to the bot, as fast-check generates it. */
import fc from 'fast-check'
import type { FaultKind } from '../../src/sandbox/hubspot/faults.ts'
import type { ObjectType } from '../../src/sandbox/hubspot/object-types.ts'
import { ownEvent, VISITS } from './chaos-own.ts'

const EIGHT: readonly ObjectType[] = ['deals', 'contacts', 'calls', 'meetings', 'tasks', 'notes']
const TYPES: readonly ObjectType[] = [...EIGHT, 'tickets', 'tickets', VISITS]
const FAULTS: readonly FaultKind[] = [
  'ten-secondly',
  'secondly',
  'status',
  'html',
  'empty',
  'reset',
  'cut',
  'truncated',
  'slow',
  'slow',
  'slow',
  'shuffled',
  'doubled',
]

const type = fc.constantFrom(...TYPES)
/** Which of the existing records is meant. */
const pick = fc.nat({ max: 40 })
const owner = fc.constantFrom('1', '2', null)
const day = fc.integer({ min: -20, max: 5 })
const lagMinutes = fc.constantFrom(0, 0, 1, 20, 50, 180, 180)

/** What people do in HubSpot. */
const edit = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('create' as const), type, owner, day, lagMinutes }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('createMany' as const), type, owner, day }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      type,
      pick,
      day,
      owner,
      bump: fc.boolean(),
      lagMinutes,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('reassign' as const), type, pick, owner }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('archive' as const), type, pick }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('restore' as const), type, pick }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('merge' as const),
      type: fc.constantFrom<ObjectType>('deals', 'deals', 'contacts', 'tickets'),
      pick,
      other: pick,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('erase' as const), pick }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('company' as const), pick, other: pick, primary: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('hide' as const),
      type,
      pick,
      minutes: fc.integer({ min: 1, max: 240 }),
    }),
  },
)

export type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

/** Edits while the bot reads, once it has sent `after` requests. */
const meanwhile = fc.record({ after: fc.nat({ max: 150 }), edits: fc.array(edit, { maxLength: 3 }) })

const chaosEvent = fc.oneof(
  { weight: 38, arbitrary: edit },
  { weight: 9, arbitrary: ownEvent },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('fault' as const),
      fault: fc.constantFrom(...FAULTS),
      after: fc.nat({ max: 25 }),
      times: fc.integer({ min: 1, max: 8 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('dailyLimit' as const), after: fc.nat({ max: 25 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('zone' as const),
      zone: fc.constantFrom('Pacific/Auckland', 'America/New_York'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('named' as const), cost: fc.constantFrom('deal_cost', null) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('kill' as const), calls: fc.integer({ min: 1, max: 90 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constant('poll' as const),
      minutes: fc.constantFrom(0, 1, 5, 5, 60, 130, 130, 1_500),
      meanwhile,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('night' as const), isBesidePoll: fc.boolean(), meanwhile }),
  },
)

export type ChaosEvent = typeof chaosEvent extends fc.Arbitrary<infer T> ? T : never

export const chaosEvents = fc.array(chaosEvent, { minLength: 8, maxLength: 40, size: 'max' })
