/** The schema of the settings document: every key, and the rules between the parts of a value. */
import { z } from 'zod'
import type { OwnMetric } from '../domain/company/own-metrics.ts'
import { DEFAULT_SETTINGS, type Settings } from '../domain/company/settings.ts'
import { digests } from './digest-schema.ts'
import type { KnownMetrics } from './known-metrics.ts'
import type { OwnMetricsBasis } from './own-metrics/basis.ts'
import {
  between,
  day,
  decimal,
  flag,
  holder,
  hubSpotId,
  instant,
  languageAmong,
  listOf,
  month,
  name,
  object,
  recordOf,
  slackUser,
  time,
  visibility,
  weekdays,
  whole,
  zone,
} from './values.ts'

const FROM_ZERO = decimal({ value: 0, included: true })
const ABOVE_ZERO = decimal({ value: 0, included: false })
const ids = listOf(hubSpotId)
const slackUserOrEmail = z
  .string({ error: 'must be a Slack user id or an e-mail, as text' })
  .regex(/^([UW][A-Z0-9]{2,}|[^\s@]+@[^\s@]+)$/, 'must be a Slack user id such as U012AB3CD or an e-mail')

const leave = z
  .tuple([day, day], { error: 'must be [first day, last day]' })
  .refine(([first, last]) => first <= last, 'must not end before it begins')

const costs = listOf(object({ from: month, monthly: FROM_ZERO })).refine(
  (steps) => new Set(steps.map((step) => step.from)).size === steps.length,
  'must name each month once',
)

const tiers = listOf(object({ from: FROM_ZERO, rate: FROM_ZERO }))
  .min(1, 'must hold at least one tier')
  .refine(isRising, 'must rise: each "from" has to be above the one before')

function isRising(list: readonly { from: string }[]): boolean {
  return list.every((tier, index) => index === 0 || Number(list[index - 1]?.from) < Number(tier.from))
}

const role = object({
  user: slackUserOrEmail,
  role: z.enum(['admin', 'manager', 'coach'], { error: 'must be "admin", "manager" or "coach"' }),
  teams: ids.default([]),
  groups: listOf(name).default([]),
  reps: ids.default([]),
})

/** Of a part of the product that is still to come: anything but the default would seem to work. */
function stillToCome<T extends z.ZodType>(type: T, standard: z.output<T>) {
  return type.refine(
    (value) => JSON.stringify(value) === JSON.stringify(standard),
    'has no effect yet: leave it out',
  )
}

const { alerts: noAlerts, retention: kept } = DEFAULT_SETTINGS
const alertRule = z.looseObject({ enabled: flag.optional() }, { error: 'must be an object' })
const alerts = object({
  enabled: stillToCome(flag.default(noAlerts.enabled), noAlerts.enabled),
  tellRep: stillToCome(flag.default(noAlerts.tellRep), noAlerts.tellRep),
  rules: stillToCome(recordOf(name, alertRule).default({}), {}),
})

const lifetime = whole(1, 36_500)
const retention = object({
  facts: stillToCome(lifetime.nullable().default(kept.facts), kept.facts),
  incidents: stillToCome(lifetime.default(kept.incidents), kept.incidents),
  messages: stillToCome(lifetime.default(kept.messages), kept.messages),
  audit: lifetime.default(kept.audit),
})

const ACCOUNT_KEYS = {
  tracked: ids.nullable(),
  weekStart: whole(1, 7),
  fiscalYearStartMonth: whole(1, 12),
  workingWeekdays: weekdays,
  hoursPerDay: between(0.25, 24),
  dayStart: time,
  teamZones: recordOf(hubSpotId, zone),
  holidays: recordOf(z.string().regex(/^(default|\d+)$/, 'must be "default" or a team id'), listOf(day)),
  leave: recordOf(hubSpotId, listOf(leave)),
  repWeekdays: recordOf(hubSpotId, weekdays),
  startedOn: recordOf(hubSpotId, day),
  leaveLowersTarget: flag,
  leaveFromHubSpot: flag,
  weekdaysFromHubSpot: flag,
  pace: z.enum(['past', 'straight'], { error: 'must be "past" or "straight"' }),
  archivedOn: recordOf(hubSpotId, day),
  connectedDispositions: listOf(name),
  connectSeconds: whole(1, 86_400).nullable(),
  positiveDispositions: listOf(name).nullable(),
  heldOutcomes: listOf(name),
  salesPipelines: listOf(name).nullable(),
  renewalPipelines: listOf(name),
  costProperty: name.nullable(),
  contractYearsProperty: name.nullable(),
  territoryProperty: name.nullable(),
  noteMinutes: between(0, 1440),
  taskMinutes: between(0, 1440),
  repCost: recordOf(hubSpotId, costs),
  commission: object({ tiers }).nullable(),
}

const PEOPLE_KEYS = {
  visibility: visibility.nullable(),
  groups: recordOf(name, object({ reps: ids.default([]), teams: ids.default([]) })),
  links: recordOf(slackUser, hubSpotId),
  roles: listOf(role),
  privateNumbers: listOf(slackUser),
  optOut: ids,
  alerts,
  retention,
}

/** What settings may name besides HubSpot and Slack ids. */
export interface KnownNames extends OwnMetricsBasis {
  metrics: KnownMetrics
}

function namingKeys({ metrics: { all, additive, private: hidden }, languages }: KnownNames) {
  const known = metricIn(all, 'must be the id of a metric')
  const language = languageAmong(languages)
  const addable = metricIn(additive, 'must be the id of a metric that adds up over days')
  const quota = object({
    source: z.enum(['csv', 'slack'], { error: 'must be "csv" or "slack"' }),
    who: holder,
    metric: addable,
    from: day,
    to: day,
    target: ABOVE_ZERO,
    at: instant.optional(),
  }).refine((read) => read.from < read.to, { path: ['to'], error: 'must be after "from"' })
  const scored = addable.refine((id) => !hidden.has(id), 'is private: scores are public')
  const scorecard = listOf(object({ metric: scored, points: FROM_ZERO, benchmark: FROM_ZERO }))
  return {
    quotas: listOf(quota),
    goals: listOf(object({ goal: name, metric: addable })).refine(
      namesEachGoalOnce,
      'must name each goal once',
    ),
    scorecard: scorecard.refine(namesEachOnce, 'must name each metric once'),
    benchmarks: recordOf(holder, recordOf(known, FROM_ZERO)),
    language,
    digests: digests({ metric: known, language }),
  }
}

function metricIn(ids: ReadonlySet<string>, error: string): z.ZodString {
  return z.string({ error }).refine((id) => ids.has(id), error)
}

function namesEachGoalOnce(list: readonly { goal: string }[]): boolean {
  return new Set(list.map(({ goal }) => goal)).size === list.length
}

function namesEachOnce(lines: readonly { metric: string }[]): boolean {
  return new Set(lines.map((line) => line.metric)).size === lines.length
}

type Shape = { [K in keyof Settings]: z.ZodType<Settings[K]> }

/** A schema for each key of the settings document. */
export function settingsShape(known: KnownNames, metrics: z.ZodType<OwnMetric[]>): Shape {
  return { ...ACCOUNT_KEYS, metrics, ...PEOPLE_KEYS, ...namingKeys(known) }
}
