import type { FactType } from '../../domain/facts.ts'
import { calls } from './calls.ts'
import { communications } from './communications.ts'
import { contacts } from './contacts.ts'
import { deals } from './deals.ts'
import { emails } from './emails.ts'
import { meetings } from './meetings.ts'
import { notes } from './notes.ts'
import type { RecordType } from './record.ts'
import { tasks } from './tasks.ts'

/** Every type of record that becomes facts. */
export const RECORD_TYPES: Readonly<Record<FactType, RecordType>> = {
  deals,
  contacts,
  calls,
  emails,
  meetings,
  tasks,
  notes,
  communications,
}
