/** Twenty own metrics on the eight types, of properties that HubSpot's records have. */
import type { Condition, OwnCount, OwnMetric } from '../src/domain/company/own-metrics.ts'
import type { Fact } from '../src/domain/facts/facts.ts'

const PLAIN_DATE = 'hs_timestamp'

function counting(id: string, object: string, condition?: Condition, date = PLAIN_DATE): OwnMetric {
  const count: OwnCount = { object, date, ...(condition && { where: [condition] }) }
  return { id, name: { en: id.replaceAll('_', ' ') }, count }
}

function summing(id: string, object: string, property: string, date = PLAIN_DATE): OwnMetric {
  return { id, name: { en: id.replaceAll('_', ' ') }, sum: { object, date, property, unit: 'count' } }
}

const is = (property: string, ...texts: string[]): Condition => ({ property, is: texts })

/** As companies have them: two or three of each type, most of some of its records, and all of small types. */
export const OWN_METRICS: readonly OwnMetric[] = [
  counting('own_callbacks', 'calls', is('hs_call_disposition', 'b2cf5968-551e-4856-9783-52b3da59a7d0')),
  counting('own_long_calls', 'calls', { property: 'hs_call_duration', above: 300_000 }),
  counting('own_incoming', 'calls', is('hs_call_direction', 'INBOUND')),
  counting('own_replies', 'emails', { property: 'hs_email_reply_count', atLeast: 1 }),
  counting('own_received', 'emails', is('hs_email_direction', 'INCOMING_EMAIL')),
  counting('own_bounced', 'emails', is('hs_email_status', 'BOUNCED')),
  counting('own_demos', 'meetings', is('hs_meeting_outcome', 'COMPLETED'), 'hs_meeting_start_time'),
  counting('own_missed', 'meetings', is('hs_meeting_outcome', 'NO_SHOW'), 'hs_meeting_start_time'),
  counting('own_planned', 'meetings', undefined, 'hs_createdate'),
  counting('own_done', 'tasks', is('hs_task_status', 'COMPLETED'), 'hs_task_completion_date'),
  counting('own_open', 'tasks', is('hs_task_status', 'NOT_STARTED')),
  counting('own_notes', 'notes'),
  counting('own_noted', 'notes', undefined, 'hs_createdate'),
  counting('own_messages', 'communications'),
  counting('own_social', 'communications', is('hs_communication_channel_type', 'LINKEDIN_MESSAGE')),
  counting('own_contacts', 'contacts', undefined, 'createdate'),
  counting('own_customers', 'contacts', is('lifecyclestage', 'customer'), 'createdate'),
  counting('own_deals', 'deals', { property: 'amount', above: 50_000 }, 'createdate'),
  counting('own_won', 'deals', { property: 'hs_is_closed_won', on: true }, 'closedate'),
  summing('own_pipeline', 'deals', 'amount', 'createdate'),
]

/** The texts of a fact's declared properties, as HubSpot would have given them. */
export function declaredOf(fact: Fact): Record<string, string> {
  return Object.fromEntries(
    Object.entries(valuesOf(fact)).flatMap(([name, value]) =>
      value === null ? [] : [[name, String(value)]],
    ),
  )
}

function valuesOf(fact: Fact): Record<string, string | number | null> {
  switch (fact.type) {
    case 'calls':
      return {
        hs_timestamp: fact.at,
        hs_call_direction: fact.direction,
        hs_call_status: fact.status,
        hs_call_duration: fact.durationMs,
        hs_call_disposition: fact.disposition,
      }
    case 'emails':
      return {
        hs_timestamp: fact.at,
        hs_email_direction: fact.direction,
        hs_email_status: fact.status,
        hs_email_reply_count: fact.replyCount,
      }
    case 'meetings':
      return {
        hs_meeting_start_time: fact.startsAt,
        hs_meeting_outcome: fact.outcome,
        hs_createdate: fact.createdAt,
      }
    case 'tasks':
      return {
        hs_timestamp: fact.at,
        hs_task_status: fact.status,
        hs_task_completion_date: fact.completedAt,
      }
    case 'contacts':
      return { createdate: fact.createdAt }
    case 'deals':
      return {
        createdate: fact.createdAt,
        closedate: fact.closesAt,
        amount: fact.amount,
        hs_is_closed_won: String(fact.isWon),
      }
    case 'notes':
      return { hs_timestamp: fact.at, hs_createdate: fact.at }
    case 'communications':
      return { hs_timestamp: fact.at, hs_communication_channel_type: fact.channel }
  }
}
