/** Reads a HubSpot goal: what it measures and which part of it, who it is for, on which days, and its target. */

import { z } from 'zod'
import { addDays, type Day } from '../domain/calendar/day.ts'
import type { Directory } from '../domain/company/people.ts'
import { isPerson } from '../domain/company/persons.ts'
import { ratesInEffect } from '../domain/company/rules.ts'
import { compare, type Exact, fromDecimal, ONE, ZERO } from '../domain/numbers/exact.ts'
import { exponentOf, toMinor } from '../domain/numbers/money.ts'
import type { Goal, ValueOrReason } from '../domain/quotas/goal.ts'
import type { QuotaHolder } from '../domain/quotas/quota.ts'
import { readRecord, recordParts, value } from './records/record.ts'
import { instantIn, textIn } from './values.ts'

const properties = z.object({
  hs_goal_name: value,
  hs_goal_type: value,
  hs_target_amount: value,
  hs_goal_target_currency_code: value,
  hs_start_datetime: value,
  hs_end_datetime: value,
  hubspot_owner_id: value,
  hs_assignee_user_id: value,
  hs_assignee_team_id: value,
  hubspot_team_id: value,
  hs_kpi_object_type_id: value,
  hs_kpi_metric_type: value,
  hs_kpi_property_name: value,
  hs_kpi_filter_groups: value,
  hs_pipeline_ids: value,
  hs_createdate: value,
})
type GoalProperties = z.infer<typeof properties>

const HubSpotGoal = z.object({ ...recordParts, properties })

/** The names of all properties that are read from goals. */
export const GOAL_PROPERTIES: readonly string[] = Object.keys(properties.shape)

/** Throws `UnreadableRecord` if the record is not a goal at all. */
export function toGoal(record: unknown, directory: Directory, now: number): Goal {
  const goal = readRecord(HubSpotGoal, record)
  const from = goal.properties
  const filters = filtersOf(from)
  const limits = filters?.flatMap((filter) => pipelinesNamed(filter) ?? []) ?? []
  const listed = textIn(from.hs_pipeline_ids)
  return {
    id: goal.id,
    name: textIn(from.hs_goal_name),
    measures: metricOf(from),
    pipelineLimits: listed === null ? limits : [idsIn(listed), ...limits],
    filteredBy: filters && narrowingIn(filters),
    who: holderOf(from, directory),
    days: daysOf(from),
    plainTarget: plainTarget(from),
    moneyTarget: moneyTarget(from, directory, now),
    madeAt: instantIn(from.hs_createdate) ?? instantIn(goal.updatedAt) ?? 0,
  }
}

/** Splits at either separator: no account was seen that has several ids in `hs_pipeline_ids`. */
function idsIn(list: string): string[] {
  return list
    .split(/[;,]/)
    .map((id) => id.trim())
    .filter((id) => id !== '')
}

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String)

const Filter = z.object({
  property: z.string(),
  operator: z.string().nullish(),
  value: scalar.nullish(),
  values: z.array(scalar).nullish(),
})
type Filter = z.infer<typeof Filter>

/** A group with more in it than filters is not understood: what it lets through is unknown. */
const FilterGroups = z.array(z.strictObject({ filters: z.array(Filter) }))

/** The filters of all groups; `null` if they cannot be read. */
function filtersOf(goal: GoalProperties): Filter[] | null {
  const text = textIn(goal.hs_kpi_filter_groups)
  if (text === null) return []
  try {
    const filters: unknown = JSON.parse(text)
    const groups = FilterGroups.safeParse(filters)
    return groups.success ? groups.data.flatMap(({ filters }) => filters) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** The pipelines of a filter that lets only these through; `null` for any other filter. */
function pipelinesNamed({ property, operator, value, values }: Filter): [string[]] | null {
  if (property !== 'pipeline') return null
  if (operator === 'EQ' && value != null) return [[value]]
  return operator === 'IN' && values ? [values] : null
}

/** The properties that the filters narrow by, except pipelines. Filters on owner and close only repeat the metric. */
function narrowingIn(filters: readonly Filter[]): string[] {
  const narrowing = filters.filter((filter) => {
    const { property, operator, value } = filter
    if (property === 'hs_is_closed' || property === 'hubspot_owner_id') return false
    if (property === 'hs_is_closed_won') return operator !== 'EQ' || value !== 'true'
    return pipelinesNamed(filter) === null
  })
  return [...new Set(narrowing.map(({ property }) => property))]
}

const DEALS = '0-3'
const COUNTED_TYPES: Readonly<Record<string, string>> = {
  '0-48': 'calls',
  '0-47': 'meetings',
  '0-49': 'emails',
  '0-27': 'tasks',
}
const AMOUNTS = ['amount', 'amount_in_home_currency']

function metricOf(goal: GoalProperties): ValueOrReason<string> {
  const objectType = textIn(goal.hs_kpi_object_type_id)
  const kind = textIn(goal.hs_kpi_metric_type)
  const metric = objectType === null ? metricWithoutType(goal) : metricOfType(objectType, kind, goal)
  if (metric) return { value: metric }
  const property = textIn(goal.hs_kpi_property_name)
  const name = [kind, property, objectType && `of ${objectType}`].filter(Boolean).join(' ')
  const kindText = name || textIn(goal.hs_goal_type) || 'no definition'
  return { why: `no metric here measures it (${kindText})`, remedy: REMEDY }
}

const REMEDY = "Name the goal in the setting 'goals' with the metric that measures it."

function metricWithoutType(goal: GoalProperties): string | undefined {
  return textIn(goal.hs_goal_type) === 'sales_quota' ? 'revenue' : undefined
}

function metricOfType(objectType: string, kind: string | null, goal: GoalProperties): string | undefined {
  if (kind === 'COUNT') {
    if (objectType !== DEALS) return COUNTED_TYPES[objectType]
    return goal.hs_kpi_filter_groups?.includes('hs_is_closed_won') ? 'deals_won' : 'deals_created'
  }
  const isAmount = AMOUNTS.includes(textIn(goal.hs_kpi_property_name) ?? '')
  return objectType === DEALS && kind === 'SUM' && isAmount ? 'revenue' : undefined
}

/** The owner; otherwise the owner with the user id; otherwise the team. */
function holderOf(goal: GoalProperties, { owners, teams }: Directory): ValueOrReason<QuotaHolder> {
  const ownerId = textIn(goal.hubspot_owner_id)
  const userId = textIn(goal.hs_assignee_user_id)
  const teamIds = [textIn(goal.hs_assignee_team_id), textIn(goal.hubspot_team_id)]
  const ofUser = owners.filter((owner) =>
    isPerson(owner, (one) => one.userId !== null && one.userId === userId),
  )
  const owner =
    owners.find((owner) => isPerson(owner, ({ id }) => id === ownerId)) ??
    ofUser.find(({ isArchived }) => !isArchived) ??
    ofUser[0]
  if (owner) return { value: { kind: 'rep', ownerId: owner.id } }
  const teamId = teamIds.find((id) => teams.some((team) => team.id === id))
  if (teamId) return { value: { kind: 'team', teamId } }
  return { why: 'its owner, user or team is not known' }
}

/** UTC dates, never shifted to another zone. The day of the end is included unless the end is at midnight. */
function daysOf(goal: GoalProperties): ValueOrReason<{ from: Day; to: Day }> {
  const [start, end] = [instantIn(goal.hs_start_datetime), instantIn(goal.hs_end_datetime)]
  if (start === null || end === null) return { why: 'its period cannot be read' }
  const isMidnight = end % 86_400_000 === 0
  const days = { from: utcDay(start), to: isMidnight ? utcDay(end) : addDays(utcDay(end), 1) }
  return days.from < days.to ? { value: days } : { why: 'its period ends before it starts' }
}

function utcDay(at: number): Day {
  return new Date(at).toISOString().slice(0, 10)
}

const UNREADABLE_TARGET = { why: 'its target cannot be read' }
const TARGET_TOO_LOW = { why: 'its target is not above 0' }

function plainTarget(goal: GoalProperties): ValueOrReason<string> {
  const text = textIn(goal.hs_target_amount)
  const target = text === null ? null : fromDecimal(text)
  if (text === null || target === null) return UNREADABLE_TARGET
  return compare(target, ZERO) > 0 ? { value: text } : TARGET_TOO_LOW
}

/** The target in minor units of the company currency, at the rate in effect now. */
function moneyTarget(goal: GoalProperties, directory: Directory, now: number): ValueOrReason<string> {
  const { account } = directory
  if (!account) return { why: 'the company currency is not known yet' }
  const text = textIn(goal.hs_target_amount)
  const currency = textIn(goal.hs_goal_target_currency_code)
  const isHome = currency === null || currency === account.currency
  const rate = isHome ? ONE : rateInEffect(directory, currency, { to: account.currency, now })
  if (!rate) return { why: `no exchange rate for ${currency}` }
  const minor = text === null ? null : toMinor(text, exponentOf(account.currency), rate)
  if (minor === null) return UNREADABLE_TARGET
  return minor > 0 ? { value: String(minor) } : TARGET_TOO_LOW
}

function rateInEffect(
  directory: Directory,
  from: string,
  { to, now }: { to: string; now: number },
): Exact | null {
  const rate = ratesInEffect(directory, to, now)[from]
  return rate === undefined ? null : fromDecimal(rate)
}
