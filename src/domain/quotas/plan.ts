/** The plan: works backwards from what is missing to the deals, meetings, calls and leads that it takes. */

import { isNamedTally, type NamedTally } from '../facts/tally.ts'
import { BUILT_IN, type BuiltInMetricId } from '../metrics/catalogue.ts'
import type { TallySums } from '../metrics/measure.ts'
import type { Part } from '../metrics/parts.ts'
import { type Exact, exact, minus, over, toNumber, ZERO } from '../numbers/exact.ts'

export type PlanRate =
  | 'average_deal'
  | 'close_rate'
  | 'deals_per_meeting'
  | 'meetings_per_call'
  | 'lead_to_opportunity'
export type PlanStep = 'deals' | 'opportunities' | 'meetings' | 'calls' | 'leads'

/** The scope a rate is taken from, over 90 days: the requested one, the rep's primary team, or everyone. */
export type RateSource = 'own' | 'team' | 'everyone'

/** Both are `null` if there is no rate above 0. */
export interface Rate {
  value: Exact | null
  source: RateSource | null
}

export interface PlanBasis {
  target: Exact | null
  /** `null`: unknown, and so is what is missing. */
  actual: Exact | null
  remainingDays: Exact
  /** Sums of the requested scope over the 90 days before today. */
  own: TallySums
  /** The sums that a rep's rates fall back on; `null` for a team or everyone, who use their own whatever the sample. */
  fallback: { source: 'team' | 'everyone'; sums: TallySums } | null
  /** Whether all records behind a tally were read. If not, a rate of that tally has no value. */
  isRead(tally: NamedTally): boolean
}

/**
 * `gap` is in minor units; `null` if unknown. From the first rate without a value on, steps are `null`. Per day they
 * are also `null` if no day is left.
 */
export interface Plan {
  gap: Exact | null
  steps: Record<PlanStep, Exact | null>
  perDay: Record<PlanStep, Exact | null>
  remainingDays: Exact
  rates: Record<PlanRate, Rate>
}

interface RateRule {
  numerator: NamedTally
  denominator: NamedTally
  minimumSample: number
}

const RULES: Readonly<Record<PlanRate, RateRule>> = {
  average_deal: ruleOf('average_deal'),
  close_rate: ruleOf('close_rate'),
  deals_per_meeting: { numerator: 'deals_created', denominator: 'meetings', minimumSample: 5 },
  meetings_per_call: { numerator: 'meetings', denominator: 'calls', minimumSample: 20 },
  lead_to_opportunity: { numerator: 'opportunities', denominator: 'leads', minimumSample: 5 },
}

/** A rate that is also a metric: as the metric declares it. */
function ruleOf(id: BuiltInMetricId): RateRule {
  const metric = BUILT_IN.find((one) => one.id === id)
  if (metric?.kind !== 'ratio') throw new Error(`the metric '${id}' is not a ratio`)
  const { numerator, denominator, minimumSample } = metric
  return { numerator: onlyTally(numerator), denominator: onlyTally(denominator), minimumSample }
}

function onlyTally(parts: readonly Part[]): NamedTally {
  const [tally, ...others] = parts
  if (tally === undefined || others.length > 0 || !isNamedTally(tally))
    throw new Error(`a rate of the plan needs a single tally, not ${parts.join(' + ')}`)
  return tally
}

/** The tallies that `own` and `fallback` are sums of. */
export const PLAN_TALLIES: readonly NamedTally[] = [
  ...new Set(Object.values(RULES).flatMap(({ numerator, denominator }) => [numerator, denominator])),
]

/** `null` without a target. If the target is met all steps are 0, whatever the rates. */
export function planOf(basis: PlanBasis): Plan | null {
  const { target, actual, remainingDays } = basis
  if (!target) return null
  const missing = actual && minus(target, actual)
  const gap = missing && !isAboveZero(missing) ? ZERO : missing
  const rates = ratesOf(basis)
  const steps = stepsTo(gap, rates)
  return { gap, steps, perDay: perDayOf(steps, remainingDays), remainingDays, rates }
}

function ratesOf(basis: PlanBasis): Plan['rates'] {
  return {
    average_deal: rateOf(RULES.average_deal, basis),
    close_rate: rateOf(RULES.close_rate, basis),
    deals_per_meeting: rateOf(RULES.deals_per_meeting, basis),
    meetings_per_call: rateOf(RULES.meetings_per_call, basis),
    lead_to_opportunity: rateOf(RULES.lead_to_opportunity, basis),
  }
}

function rateOf(rule: RateRule, { own, fallback, isRead }: PlanBasis): Rate {
  if (!isRead(rule.numerator) || !isRead(rule.denominator)) return { value: null, source: null }
  const ownValue = rateIn(rule, own)
  const isEnough = !fallback || (own[rule.denominator] ?? 0) >= rule.minimumSample
  if (ownValue && isEnough) return { value: ownValue, source: 'own' }
  const value = fallback && rateIn(rule, fallback.sums)
  return { value, source: fallback && value ? fallback.source : null }
}

/** `null` for a rate that is not above 0, because the plan divides by it. */
function rateIn({ numerator, denominator }: RateRule, sums: TallySums): Exact | null {
  const value = over(exact(sums[numerator] ?? 0), exact(sums[denominator] ?? 0))
  return value && isAboveZero(value) ? value : null
}

function stepsTo(gap: Exact | null, rates: Plan['rates']): Plan['steps'] {
  const deals = stepFrom(gap, rates.average_deal)
  const opportunities = stepFrom(deals, rates.close_rate)
  const meetings = stepFrom(opportunities, rates.deals_per_meeting)
  const calls = stepFrom(meetings, rates.meetings_per_call)
  const leads = stepFrom(opportunities, rates.lead_to_opportunity)
  return { deals, opportunities, meetings, calls, leads }
}

/** The number needed for a step, rounded up exactly. */
function stepFrom(needed: Exact | null, rate: Rate): Exact | null {
  if (!needed || !isAboveZero(needed)) return needed
  const quotient = rate.value && over(needed, rate.value)
  return quotient && exact((quotient.n + quotient.d - 1n) / quotient.d)
}

function perDayOf(steps: Plan['steps'], days: Exact): Plan['perDay'] {
  return {
    deals: steps.deals && over(steps.deals, days),
    opportunities: steps.opportunities && over(steps.opportunities, days),
    meetings: steps.meetings && over(steps.meetings, days),
    calls: steps.calls && over(steps.calls, days),
    leads: steps.leads && over(steps.leads, days),
  }
}

function isAboveZero({ n }: Exact): boolean {
  return n > 0n
}

type Shown<K extends string> = Record<K, number | null>

/** A plan as the report prints it: the nearest doubles, under the report's names. */
export interface ShownPlan extends Shown<PlanStep> {
  gap: number | null
  remaining_days: number
  per_day: Shown<PlanStep>
  rates: Record<PlanRate, { value: number | null; source: RateSource | null }>
}

export function shownPlan({ gap, steps, perDay, remainingDays, rates }: Plan): ShownPlan {
  return {
    gap: gap && toNumber(gap),
    ...shownSteps(steps),
    remaining_days: toNumber(remainingDays),
    per_day: shownSteps(perDay),
    rates: {
      average_deal: shownRate(rates.average_deal),
      close_rate: shownRate(rates.close_rate),
      deals_per_meeting: shownRate(rates.deals_per_meeting),
      meetings_per_call: shownRate(rates.meetings_per_call),
      lead_to_opportunity: shownRate(rates.lead_to_opportunity),
    },
  }
}

function shownSteps(steps: Record<PlanStep, Exact | null>): Shown<PlanStep> {
  const { deals, opportunities, meetings, calls, leads } = steps
  return {
    deals: deals && toNumber(deals),
    opportunities: opportunities && toNumber(opportunities),
    meetings: meetings && toNumber(meetings),
    calls: calls && toNumber(calls),
    leads: leads && toNumber(leads),
  }
}

function shownRate({ value, source }: Rate): ShownPlan['rates'][PlanRate] {
  return { value: value && toNumber(value), source }
}
