/** Calls: dials and inbound calls, connects, talk time, and how many had each outcome. */
import type { RulesBody } from '../company/rules.ts'
import {
  AT_ONCE,
  COUNT,
  type Collector,
  DURATION,
  type FactBase,
  type FlawCollector,
  isUnreadable,
  type ObjectType,
} from './object-type.ts'

/** `status` and `direction` as HubSpot names them; `disposition` is the outcome's GUID; duration in ms, `null` when unreadable. */
export interface CallFact extends FactBase {
  type: 'calls'
  at: number | null
  direction: string | null
  status: string | null
  disposition: string | null
  durationMs: number | null
}

const TALLIES = {
  calls: COUNT,
  dials: COUNT,
  inbound_calls: COUNT,
  connects: { ...COUNT, rules: ['outcomes'] },
  dial_connects: { ...COUNT, rules: ['outcomes'] },
  positive_calls: { ...COUNT, rules: ['outcomes'] },
  talk_ms: { ...DURATION, rules: ['outcomes'] },
} as const

/** Calls that were made, by outcome: `call_outcome:<GUID of the disposition>`, or `call_outcome:none`. */
export type OutcomeTally = `call_outcome:${string}`

/** Calls that were not made yet, or never, or that nobody answered. */
const UNMADE_CALLS = ['CANCELED', 'QUEUED', 'CALLING_CRM_USER', 'CONNECTING', 'RINGING', 'MISSED']

/** Whether anybody made or answered the call. */
function isMade({ status }: CallFact): boolean {
  return status === null || !UNMADE_CALLS.includes(status)
}

/** Whether a call that was made reached somebody: by its outcome or, if it has none, by its length. */
function isConnect({ disposition, durationMs }: CallFact, rules: RulesBody): boolean {
  if (disposition !== null) return rules.connectedDispositions.includes(disposition)
  const { connectSeconds } = rules
  return connectSeconds !== null && durationMs !== null && durationMs >= connectSeconds * 1000
}

function collect(call: CallFact, rules: RulesBody, to: Collector<keyof typeof TALLIES | OutcomeTally>): void {
  if (!isMade(call)) return
  const isDial = call.direction === null || call.direction === 'OUTBOUND'
  const isPositive = call.disposition !== null && rules.positiveDispositions.includes(call.disposition)
  to.add(call.at, 'calls', 1)
  to.add(call.at, isDial ? 'dials' : 'inbound_calls', 1)
  to.add(call.at, outcomeTally(call), 1)
  if (!isConnect(call, rules)) return
  to.add(call.at, 'connects', 1)
  if (isDial) to.add(call.at, 'dial_connects', 1)
  if (isPositive) to.add(call.at, 'positive_calls', 1)
  to.add(call.at, 'talk_ms', Math.max(0, call.durationMs ?? 0))
}

/** Outcomes have GUIDs. Anything longer is not one, and would be too long for a tally key. */
const LONGEST_OUTCOME = 100

function outcomeTally({ disposition }: CallFact): OutcomeTally {
  const isOutcome = disposition !== null && disposition.length <= LONGEST_OUTCOME
  return `call_outcome:${isOutcome ? disposition : 'none'}`
}

const DATES = { at: AT_ONCE } as const
const FLAWS = { bad_duration: AT_ONCE, no_outcome: AT_ONCE } as const

/** A call without a date is in no tally, so its duration and outcome do not matter. */
function findFlaws(
  call: CallFact,
  rules: RulesBody,
  to: FlawCollector<keyof typeof DATES, keyof typeof FLAWS>,
): void {
  if (!isMade(call)) return
  if (call.at === null) return to.date('at', call.at)
  if (isConnect(call, rules) && isUnreadable(call, 'duration')) to.add('bad_duration')
  if (call.disposition === null) to.add('no_outcome')
}

export const calls = {
  tallies: TALLIES,
  families: { 'call_outcome:': {} },
  collect,
  dates: DATES,
  flaws: FLAWS,
  findFlaws,
  effortAt: (call: CallFact) => (isMade(call) ? call.at : null),
  named: [],
} as const satisfies ObjectType<CallFact>
