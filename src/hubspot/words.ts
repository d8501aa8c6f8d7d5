/** HubSpot's names and links, for other rooms to print. */
import type { Account } from '../domain/company/people.ts'
import { isFactType, isFurtherType } from '../domain/facts/facts.ts'
import type { DecidingDate } from '../domain/facts/quality.ts'
import type { SourceWords } from '../ports/source-words.ts'
import { knownType, syncedTypeOf, typeIdOf } from './known-types.ts'
import { oauthScopesFor } from './oauth-scopes.ts'

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
    `https://${uiDomain}/contacts/${portalId}/record/${isFactType(type) ? typeIdOf(type) : type}/${id}`,
  objectType(nameOrId) {
    const id = knownType(nameOrId)?.id ?? nameOrId
    const type = syncedTypeOf(id)
    return isFactType(type) || isFurtherType(type) ? type : null
  },
  propertyOf: (date) => PROPERTIES[date],
}
