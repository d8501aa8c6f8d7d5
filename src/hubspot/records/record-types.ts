import type { FactType } from '../../domain/facts/facts.ts'
import { calls } from './calls.ts'
import { communications } from './communications.ts'
import { contactsWith, PLAIN_LIFECYCLE_NAMES } from './contacts.ts'
import { dealsWith } from './deals.ts'
import { emails } from './emails.ts'
import { meetings } from './meetings.ts'
import { notes } from './notes.ts'
import type { RecordType } from './record.ts'
import { tasks } from './tasks.ts'

/** Every type of record that becomes facts, without the properties that settings or an account may name. */
export const RECORD_TYPES: Readonly<Record<FactType, RecordType>> = {
  deals: dealsWith({ cost: null, contractYears: null, territory: null }),
  contacts: contactsWith({ lifecycle: PLAIN_LIFECYCLE_NAMES, territory: null }),
  calls,
  emails,
  meetings,
  tasks,
  notes,
  communications,
}
