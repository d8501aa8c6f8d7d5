/** Parts: the exact sums of one scope and period that make up formulas, each declared with everything known about it. */
import type { DealDetail } from '../facts/deal-details.ts'
import { DECLARED_TALLIES, idsOf } from '../facts/facts.ts'
import { isOwnTally, type NamedTally, type OwnTallyName, TALLIES } from '../facts/tally.ts'
import type { PartUnit } from './unit.ts'

/** What must be read for a part besides tallies, each with the details of deals that it rests on. */
const READINGS = {
  openDeals: {},
  salesCycles: {},
  dealsAtStart: { restsOn: 'dealChanges' },
  companies: { restsOn: 'companies' },
  bookingsByDay: {},
} as const satisfies Readonly<Record<string, { restsOn?: DealDetail }>>

export type Reading = keyof typeof READINGS

/** A rule of the settings or of HubSpot by which a part is computed: an explanation says what it is. */
export type AppliedRule =
  | 'outcomes'
  | 'target'
  | 'workingTime'
  | 'minutes'
  | 'cost'
  | 'properties'
  | 'tiers'
  | 'scorecard'

export interface DeclaredPart {
  /** `null`: the unit of the metric it belongs to. */
  unit: PartUnit | null
  /** What it is computed from, as an explanation shows it. */
  inputs?: readonly Part[]
  /** Inputs that mean nothing for several reps together, because each rep's own value counts. */
  inputsOfRep?: readonly Part[]
  /** Tallies it depends on besides its inputs. Points depend on those of the scorecard's lines. */
  tallies?: readonly NamedTally[]
  reads?: readonly Reading[]
  /** Whether it is the current state, whatever the period, or the part of that state that falls in the period. */
  stateNow?: 'whole' | 'part'
  rules?: readonly AppliedRule[]
  /** Whether territories have it as reps do, in addition to the tallies of deals and contacts. */
  isOfTerritories?: true
}

const count = { unit: 'count' } as const
const money = { unit: 'money' } as const

/** What adds up over reps, besides the tallies. Money is in minor units; it may be a fraction. */
const OF_REPS = {
  /** Of the working days passed. */
  working_hours: { unit: 'hours', rules: ['workingTime'] },
  working_minutes: { unit: 'minutes', rules: ['workingTime'] },
  working_ms: { unit: 'duration', rules: ['workingTime'] },
  /** The time that notes and tasks are assumed to have taken. */
  note_minutes: { unit: 'minutes', inputs: ['notes'], rules: ['minutes'] },
  task_minutes: { unit: 'minutes', inputs: ['tasks'], rules: ['minutes'] },
  /** 1 for each rep who was there in the period. */
  reps_in_scope: { ...count, isOfTerritories: true },
  /** So far, of the reps with a cost set. */
  cost: { unit: 'money', rules: ['cost', 'workingTime'] },
  /** Bookings of the reps with a cost set. */
  costed_revenue: { unit: 'money', tallies: ['revenue'] },
  /** Open deals now. */
  open_deals: { ...count, reads: ['openDeals'], stateNow: 'whole', isOfTerritories: true },
  open_value: { ...money, reads: ['openDeals'], stateNow: 'whole', isOfTerritories: true },
  open_weighted: { ...money, reads: ['openDeals'], stateNow: 'whole', isOfTerritories: true },
  stalled_deals: {
    unit: 'count',
    reads: ['openDeals', 'salesCycles'],
    stateNow: 'whole',
    isOfTerritories: true,
  },
  /** Open deals with a close date in the remainder of the period. */
  due_value: { unit: 'money', reads: ['openDeals'], stateNow: 'part', isOfTerritories: true },
  due_weighted: { unit: 'money', reads: ['openDeals'], stateNow: 'part', isOfTerritories: true },
  due_commit: { unit: 'money', reads: ['openDeals'], stateNow: 'part', isOfTerritories: true },
  due_best_case: { unit: 'money', reads: ['openDeals'], stateNow: 'part', isOfTerritories: true },
  /** Deals that were due when the period began. */
  due_at_start: { unit: 'count', reads: ['dealsAtStart'], isOfTerritories: true },
  slipped: { unit: 'count', reads: ['dealsAtStart'], isOfTerritories: true },
  forecast_at_start: { unit: 'money', reads: ['dealsAtStart'], isOfTerritories: true },
  /** 1 for each rep who has reached, or has, a target. */
  at_quota: { unit: 'count', tallies: ['revenue'], rules: ['target'] },
  with_target: { unit: 'count', rules: ['target'] },
  /** What is computed rep by rep. */
  commission: {
    unit: 'money',
    inputs: ['revenue'],
    inputsOfRep: ['target'],
    rules: ['target', 'tiers'],
  },
  commission_forecast: {
    unit: 'money',
    inputs: ['revenue', 'due_weighted'],
    inputsOfRep: ['target'],
    reads: ['openDeals'],
    stateNow: 'part',
    rules: ['target', 'tiers'],
  },
  activity_points: { unit: 'points', rules: ['scorecard'] },
  objective_points: { unit: 'points', rules: ['scorecard'] },
} as const

/** What belongs to a scope as a whole and adds up over nothing. Left out if there is none. */
const OF_SCOPES = {
  /** Distinct companies with a won deal. */
  companies: { ...count, reads: ['companies'], isOfTerritories: true },
  /** Of the quota on bookings. */
  target: { unit: null, rules: ['target'] },
  elapsed_share: { unit: 'ratio', rules: ['workingTime'] },
  /** Of the bookings of the period: what would be there by now. */
  expected_share: { unit: 'ratio', inputs: ['elapsed_share'], rules: ['workingTime'] },
  /** 1 if that goes by past periods. */
  by_past: { unit: 'condition' },
  /** Working days until the running total reached the target. */
  days_to_quota: {
    unit: 'days',
    inputs: ['revenue', 'target'],
    reads: ['bookingsByDay'],
    rules: ['target'],
  },
  /** 1 once the period has begun, or ended. */
  has_begun: { unit: 'condition', isOfTerritories: true },
  is_over: { unit: 'condition', isOfTerritories: true },
  /** 1 if outcomes that count as positive are named. */
  positive_set: { unit: 'condition' },
  /** 1 if commission tiers are set. */
  tiers_set: { unit: 'condition' },
} as const

export type RepPart = keyof typeof OF_REPS
export type ScopePart = keyof typeof OF_SCOPES
export type Part = NamedTally | OwnTallyName | RepPart | ScopePart
type BuiltInPart = NamedTally | RepPart | ScopePart

/** Every built-in part by its id. */
const PARTS: Readonly<Record<BuiltInPart, DeclaredPart>> = {
  ...DECLARED_TALLIES,
  ...OF_REPS,
  ...OF_SCOPES,
}

export const REP_PARTS: readonly RepPart[] = idsOf(OF_REPS)
export const SCOPE_PARTS: readonly ScopePart[] = idsOf(OF_SCOPES)
/** The built-in ones. */
export const PART_IDS: readonly BuiltInPart[] = [...TALLIES, ...REP_PARTS, ...SCOPE_PARTS]

/** The unit of an own metric's tally is with the metric. */
const OWN_PART: DeclaredPart = { unit: null }

/** Everything that is known about a part. */
export function declaredPart(part: Part): DeclaredPart {
  return isOwnTally(part) ? OWN_PART : PARTS[part]
}

/** Tallies, and everything computed rep by rep. */
export function addsUpOverReps(part: Part): boolean {
  return !(part in OF_SCOPES)
}

/** Whether it is computed from deals themselves rather than their tallies. */
export function isOfDeals(part: Part): boolean {
  return declaredPart(part).reads !== undefined
}

/** The details of deals that a part rests on, besides those of its tallies. */
export function detailsOf(part: Part): DealDetail[] {
  return (declaredPart(part).reads ?? []).flatMap((reading) => restingOn(READINGS[reading]))
}

function restingOn({ restsOn }: { restsOn?: DealDetail }): DealDetail[] {
  return restsOn === undefined ? [] : [restsOn]
}

/** Whether one of the parts needs a reading. */
export function anyReads(parts: ReadonlySet<Part>, reading: Reading): boolean {
  return [...parts].some((part) => declaredPart(part).reads?.includes(reading))
}
