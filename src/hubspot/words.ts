/** HubSpot's names and links, for other rooms to print. */
import type { Account } from '../domain/company/people.ts'
import type { FactType } from '../domain/facts/facts.ts'
import type { DecidingDate } from '../domain/facts/quality.ts'
import type { SourceWords } from '../ports/source-words.ts'
import { oauthScopesFor } from './oauth-scopes.ts'

/** HubSpot's object type ids. */
const TYPE_IDS: Readonly<Record<FactType, string>> = {
  deals: '0-3',
  contacts: '0-1',
  calls: '0-48',
  emails: '0-49',
  meetings: '0-47',
  tasks: '0-27',
  notes: '0-46',
  communications: '0-18',
}

const PROPERTIES: Readonly<Record<DecidingDate, string>> = {
  'calls.at': 'calls.hs_timestamp',
  'communications.at': 'communications.hs_timestamp',
  'contacts.createdAt': 'contacts.createdate',
  'contacts.customerAt': 'contacts.hs_v2_date_entered_customer',
  'contacts.mqlAt': 'contacts.hs_v2_date_entered_marketingqualifiedlead',
  'contacts.opportunityAt': 'contacts.hs_v2_date_entered_opportunity',
  'contacts.sqlAt': 'contacts.hs_v2_date_entered_salesqualifiedlead',
  'deals.closesAt': 'deals.closedate',
  'deals.createdAt': 'deals.createdate',
  'emails.at': 'emails.hs_timestamp',
  'meetings.createdAt': 'meetings.hs_createdate',
  'meetings.startsAt': 'meetings.hs_meeting_start_time',
  'notes.at': 'notes.hs_timestamp',
  'tasks.completedAt': 'tasks.hs_task_completion_date',
}

export const hubSpotWords: SourceWords = {
  oauthScopesFor,
  recordLink: ({ uiDomain, portalId }: Account, type, id) =>
    `https://${uiDomain}/contacts/${portalId}/record/${TYPE_IDS[type]}/${id}`,
  propertyOf: (date) => PROPERTIES[date],
}
