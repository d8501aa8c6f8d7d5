/** Chooses what is asked of each type: the properties that the settings name, and those that the account has. */
import type { FactType } from '../domain/facts.ts'
import type { NamedProperties } from '../ports.ts'
import { SourceError } from './errors.ts'
import type { PropertyNames } from './property-names.ts'
import { contactsWith, lifecycleNamesIn } from './records/contacts.ts'
import { dealsWith } from './records/deals.ts'
import type { RecordType } from './records/record.ts'
import { RECORD_TYPES } from './records/record-types.ts'

export type RecordTypeOf = (type: FactType, named?: NamedProperties) => RecordType | Promise<RecordType>

/** Types are made once for the same names: a schema is dear to make and cheap to use. */
export function createRecordTypeOf(propertyNames: PropertyNames): RecordTypeOf {
  const deals = new Map<string, RecordType>()
  let contacts: { known: ReadonlySet<string>; recordType: RecordType } | undefined

  function dealType(named: NamedProperties): RecordType {
    const key = JSON.stringify([named.cost, named.contractYears])
    const made = deals.get(key) ?? dealsWith(named)
    deals.set(key, made)
    return made
  }

  async function contactType(): Promise<RecordType> {
    const known = await knownNames()
    if (!known) return RECORD_TYPES.contacts
    if (contacts?.known !== known) contacts = { known, recordType: contactsWith(lifecycleNamesIn(known)) }
    return contacts.recordType
  }

  /** `null` where the list cannot be read but records perhaps can. */
  async function knownNames(): Promise<ReadonlySet<string> | null> {
    try {
      return await propertyNames('contacts')
    } catch (error) {
      const isForTypeAlone = error instanceof SourceError && !CONCERN_EVERY_CALL.includes(error.fault)
      if (isForTypeAlone) return null
      throw error
    }
  }

  return (type, named) => {
    if (type === 'deals' && named) return dealType(named)
    return type === 'contacts' ? contactType() : RECORD_TYPES[type]
  }
}

const CONCERN_EVERY_CALL = ['unauthorized', 'dailyLimit']
