/** Chooses the properties to ask for: those that the settings name, and those that the account has. */
import { LRUCache } from 'lru-cache'
import { isFactType, type SyncedType } from '../domain/facts/facts.ts'
import type { NamedProperties } from '../ports/source.ts'
import { SourceError } from './errors.ts'
import type { Properties } from './properties.ts'
import {
  contactsWith,
  type LifecycleNames,
  lifecycleNamesIn,
  PLAIN_LIFECYCLE_NAMES,
} from './records/contacts.ts'
import { dealsWith } from './records/deals.ts'
import { furtherType, withDeclared } from './records/declared.ts'
import type { RecordType } from './records/record.ts'
import { RECORD_TYPES } from './records/record-types.ts'

export type RecordTypeOf = (type: SyncedType, named?: NamedProperties) => Promise<RecordType>

/** Names change with the settings, and seldom. */
const KEPT_TYPES = 20

/** Types are created once per set of names, because a schema is expensive to create and cheap to use. */
export function createRecordTypeOf(propertiesOf: Properties): RecordTypeOf {
  const deals = new LRUCache<string, RecordType>({ max: KEPT_TYPES })
  const contacts = new LRUCache<string, RecordType>({ max: KEPT_TYPES })

  function dealType(named: NamedProperties): RecordType {
    const key = JSON.stringify([named.cost, named.contractYears, named.territory])
    const made = deals.get(key) ?? dealsWith(named)
    deals.set(key, made)
    return made
  }

  async function contactType(territory: string | null): Promise<RecordType> {
    const names = { lifecycle: await lifecycleNames(), territory }
    const key = JSON.stringify(names)
    const made = contacts.get(key) ?? contactsWith(names)
    contacts.set(key, made)
    return made
  }

  /** The plain names if the list of properties cannot be read, since the records may still be readable. */
  async function lifecycleNames(): Promise<LifecycleNames> {
    try {
      return lifecycleNamesIn(await propertiesOf('contacts'))
    } catch (error) {
      const isForTypeAlone = error instanceof SourceError && !CONCERN_EVERY_CALL.includes(error.fault)
      if (isForTypeAlone) return PLAIN_LIFECYCLE_NAMES
      throw error
    }
  }

  function plainType(type: SyncedType, named?: NamedProperties): RecordType | Promise<RecordType> {
    if (!isFactType(type)) return furtherType(type)
    if (type === 'deals' && named) return dealType(named)
    return type === 'contacts' ? contactType(named?.territory ?? null) : RECORD_TYPES[type]
  }

  return async (type, named) => withDeclared(await plainType(type, named), named?.declared ?? [])
}

const CONCERN_EVERY_CALL = ['unauthorized', 'dailyLimit']
