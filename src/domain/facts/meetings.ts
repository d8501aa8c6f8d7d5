/** Meetings: booked, held, not shown up to. Those that lie ahead count once they are over. */
import type { RulesBody } from '../company/rules.ts'
import {
  AT_ONCE,
  COUNT,
  type Collector,
  DURATION,
  type EffortBasis,
  type FactBase,
  type FlawCollector,
  LATER,
  type ObjectType,
} from './object-type.ts'

/** `at` is HubSpot's timestamp, the fallback for a missing start. */
export interface MeetingFact extends FactBase {
  type: 'meetings'
  at: number | null
  createdAt: number | null
  startsAt: number | null
  endsAt: number | null
  outcome: string | null
}

const TALLIES = {
  meetings_booked: COUNT,
  meetings: { ...COUNT, ...LATER },
  meeting_no_shows: COUNT,
  meeting_ms: { ...DURATION, ...LATER },
} as const

/** Outcomes that settle at once what became of a meeting. */
const SETTLED_OUTCOMES = ['COMPLETED', 'NO_SHOW', 'CANCELED', 'CANCELLED', 'RESCHEDULED']

/** Whether a meeting has a custom outcome of the account. */
function hasOwnOutcome({ outcome }: MeetingFact): boolean {
  return outcome !== null && outcome !== 'SCHEDULED' && !SETTLED_OUTCOMES.includes(outcome)
}

/** When a meeting is over (epoch ms); `null`: nobody knows. */
function endOf({ endsAt, startsAt, at }: MeetingFact): number | null {
  return endsAt ?? startsAt ?? at
}

/** The end of a meeting without a known settled outcome. */
function countsFrom(meeting: MeetingFact): number | null {
  const { outcome } = meeting
  return outcome !== null && SETTLED_OUTCOMES.includes(outcome) ? null : endOf(meeting)
}

/** A meeting longer than this is a calendar block, not a meeting. */
const LONGEST_MEETING_MS = 12 * 3_600_000

/** Whether a meeting counts as held at a moment. */
function isHeld(meeting: MeetingFact, { rules, moment }: EffortBasis): boolean {
  const from = heldFrom(meeting, rules)
  return from === 'atOnce' || (from !== null && from <= moment)
}

/** The moment (epoch ms) from which a meeting counts as held, whatever day it is held on; `null`: never. */
function heldFrom(meeting: MeetingFact, { heldOutcomes }: RulesBody): number | 'atOnce' | null {
  const { outcome } = meeting
  if (outcome !== null && heldOutcomes.includes(outcome)) return 'atOnce'
  return outcome === null || outcome === 'SCHEDULED' ? endOf(meeting) : null
}

function collect(meeting: MeetingFact, rules: RulesBody, to: Collector<keyof typeof TALLIES>): void {
  to.add(meeting.createdAt, 'meetings_booked', 1)
  const at = meeting.startsAt ?? meeting.at
  if (meeting.outcome === 'NO_SHOW') to.add(at, 'meeting_no_shows', 1)
  const heldAt = heldFrom(meeting, rules)
  if (heldAt === null) return
  const from = heldAt === 'atOnce' ? null : heldAt
  to.add(at, 'meetings', 1, from)
  if (meeting.startsAt === null || meeting.endsAt === null) return
  const lengthMs = Math.min(Math.max(0, meeting.endsAt - meeting.startsAt), LONGEST_MEETING_MS)
  to.add(at, 'meeting_ms', lengthMs, from)
}

const DATES = { createdAt: AT_ONCE, startsAt: LATER } as const
const FLAWS = { own_outcome: LATER } as const

/** For a future meeting neither the start nor a custom outcome matters yet. */
function findFlaws(
  meeting: MeetingFact,
  { heldOutcomes }: RulesBody,
  to: FlawCollector<keyof typeof DATES, keyof typeof FLAWS>,
): void {
  const { createdAt, startsAt, at, outcome } = meeting
  const isNamed = outcome !== null && heldOutcomes.includes(outcome)
  const isOpen = outcome === null || outcome === 'SCHEDULED'
  const end = endOf(meeting)
  to.date('createdAt', createdAt)
  if (isNamed || outcome === 'NO_SHOW') to.date('startsAt', startsAt ?? at)
  else if (isOpen) to.date('startsAt', startsAt ?? at, end)
  if (hasOwnOutcome(meeting) && !isNamed && end !== null) to.add('own_outcome', end)
}

export const meetings = {
  tallies: TALLIES,
  families: {},
  collect,
  dates: DATES,
  flaws: FLAWS,
  findFlaws,
  countsFrom,
  effortAt: (meeting: MeetingFact, basis: EffortBasis) =>
    isHeld(meeting, basis) ? (meeting.startsAt ?? meeting.at) : null,
  named: [],
} as const satisfies ObjectType<MeetingFact>
