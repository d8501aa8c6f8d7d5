import type { AccountState } from './account-state.ts'
import { allTypes } from './account-types.ts'

/** Removes a contact permanently, as the GDPR requires: links to it disappear, and its activities are marked. */
export function eraseContact(state: AccountState, contactId: string): void {
  state.table('contacts').remove(contactId)
  for (const type of allTypes(state)) {
    for (const record of [...state.table(type).held()]) {
      const links = record.associations?.['contacts']
      if (record.associations === undefined || links?.some((link) => link.id === contactId) !== true) continue
      record.associations['contacts'] = links.filter((link) => link.id !== contactId)
      if ('hs_timestamp' in record.properties) record.properties['hs_gdpr_deleted'] = 'true'
      state.table(type).put(record)
    }
  }
}
