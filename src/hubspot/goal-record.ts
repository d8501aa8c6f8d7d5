/** What makes a quota of one of HubSpot's goals. */

import { z } from 'zod'
import { addDays, type Day } from '../domain/calendar/day.ts'
import type { Directory } from '../domain/company/people.ts'
import { ratesInEffect } from '../domain/company/rules.ts'
import { compare, type Exact, fromDecimal, ONE, ZERO } from '../domain/numbers/exact.ts'
import { exponentOf, toMinor } from '../domain/numbers/money.ts'
import type { Quota, QuotaHolder } from '../domain/quotas/quota.ts'
import { UnreadableRecord } from './errors.ts'
import { readRecord, recordParts, value } from './records/record.ts'
import { instantIn, textIn } from './values.ts'

const properties = z.object({
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
  hs_createdate: value,
})
type GoalProperties = z.infer<typeof properties>

const HubSpotGoal = z.object({ ...recordParts, properties })

/** The names of all properties that quotas are made of. */
export const GOAL_PROPERTIES: readonly string[] = Object.keys(properties.shape)

/** Throws `UnreadableRecord`, with the reason, where the goal is no quota. */
export function toQuota(record: unknown, directory: Directory, now: number): Quota {
  const goal = readRecord(HubSpotGoal, record)
  const from = goal.properties
  const metric = metricOf(from)
  return {
    source: 'hubspot',
    who: holderOf(from, directory),
    metric,
    ...periodOf(from),
    target: metric === 'revenue' ? moneyTarget(from, directory, now) : plainTarget(from),
    madeAt: instantIn(from.hs_createdate) ?? instantIn(goal.updatedAt) ?? 0,
  }
}

const DEALS = '0-3'
const COUNTED_TYPES: Readonly<Record<string, string>> = {
  '0-48': 'calls',
  '0-47': 'meetings',
  '0-49': 'emails',
  '0-27': 'tasks',
}
const AMOUNTS = ['amount', 'amount_in_home_currency']

function metricOf(goal: GoalProperties): string {
  const objectType = textIn(goal.hs_kpi_object_type_id)
  const kind = textIn(goal.hs_kpi_metric_type)
  const metric = objectType === null ? metricWithoutType(goal) : metricOfType(objectType, kind, goal)
  if (metric) return metric
  const property = textIn(goal.hs_kpi_property_name)
  const name = [kind, property, objectType && `of ${objectType}`].filter(Boolean).join(' ')
  throw new UnreadableRecord(
    `no metric here measures it (${name || textIn(goal.hs_goal_type) || 'no definition'})`,
  )
}

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

/** The owner, else the owner with the user id, else the team. */
function holderOf(goal: GoalProperties, { owners, teams }: Directory): QuotaHolder {
  const ownerId = textIn(goal.hubspot_owner_id)
  const userId = textIn(goal.hs_assignee_user_id)
  const teamIds = [textIn(goal.hs_assignee_team_id), textIn(goal.hubspot_team_id)]
  const ofUser = owners.filter((owner) => owner.userId !== null && owner.userId === userId)
  const owner =
    owners.find(({ id }) => id === ownerId) ?? ofUser.find(({ isArchived }) => !isArchived) ?? ofUser[0]
  if (owner) return { kind: 'rep', ownerId: owner.id }
  const teamId = teamIds.find((id) => teams.some((team) => team.id === id))
  if (teamId) return { kind: 'team', teamId }
  throw new UnreadableRecord('its owner, user or team is nobody known')
}

/** UTC dates, never shifted; an end at midnight is not included, any other is. */
function periodOf(goal: GoalProperties): { from: Day; to: Day } {
  const [start, end] = [instantIn(goal.hs_start_datetime), instantIn(goal.hs_end_datetime)]
  if (start === null || end === null) throw new UnreadableRecord('its period cannot be read')
  const isMidnight = end % 86_400_000 === 0
  const period = { from: utcDay(start), to: isMidnight ? utcDay(end) : addDays(utcDay(end), 1) }
  if (period.from >= period.to) throw new UnreadableRecord('its period ends before it starts')
  return period
}

function utcDay(at: number): Day {
  return new Date(at).toISOString().slice(0, 10)
}

function plainTarget(goal: GoalProperties): string {
  const text = textIn(goal.hs_target_amount)
  const target = text === null ? null : fromDecimal(text)
  if (text === null || target === null) throw unreadableTarget()
  if (compare(target, ZERO) <= 0) throw targetTooLow()
  return text
}

/** In minor units of the company currency, at the rate in effect now. */
function moneyTarget(goal: GoalProperties, directory: Directory, now: number): string {
  const { account } = directory
  if (!account) throw new UnreadableRecord('the company currency is not known yet')
  const text = textIn(goal.hs_target_amount)
  const currency = textIn(goal.hs_goal_target_currency_code)
  const isHome = currency === null || currency === account.currency
  const rate = isHome ? ONE : rateInEffect(directory, currency, { to: account.currency, now })
  if (!rate) throw new UnreadableRecord(`no exchange rate for ${currency}`)
  const minor = text === null ? null : toMinor(text, exponentOf(account.currency), rate)
  if (minor === null) throw unreadableTarget()
  if (minor <= 0) throw targetTooLow()
  return String(minor)
}

function rateInEffect(
  directory: Directory,
  from: string,
  { to, now }: { to: string; now: number },
): Exact | null {
  const rate = ratesInEffect(directory, to, now)[from]
  return rate === undefined ? null : fromDecimal(rate)
}

function unreadableTarget(): UnreadableRecord {
  return new UnreadableRecord('its target cannot be read')
}

function targetTooLow(): UnreadableRecord {
  return new UnreadableRecord('its target is not above 0')
}
