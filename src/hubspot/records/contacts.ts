import { z } from 'zod'
import type { ContactFact } from '../../domain/facts/facts.ts'
import { idIn, instantIn, nameIn, textIn, type Value } from '../values.ts'
import {
  modifiedAtOf,
  type ReadableRecord,
  type RecordType,
  readRecord,
  recordParts,
  unreadableAmong,
  value,
} from './record.ts'

const shape = {
  hubspot_owner_id: value,
  lastmodifieddate: value,
  createdate: value,
  hs_merged_object_ids: value,
  hs_calculated_merged_vids: value,
}

type ContactProperties = z.infer<z.ZodObject<typeof shape>> & Record<string, Value>

/** The properties that say when a contact entered each stage: usually one, or none if the account lacks the stage. */
export interface LifecycleNames {
  mql: readonly string[]
  sql: readonly string[]
  opportunity: readonly string[]
  customer: readonly string[]
}

/** The names without the number that HubSpot may add. */
export const PLAIN_LIFECYCLE_NAMES: LifecycleNames = {
  mql: ['hs_v2_date_entered_marketingqualifiedlead'],
  sql: ['hs_v2_date_entered_salesqualifiedlead'],
  opportunity: ['hs_v2_date_entered_opportunity'],
  customer: ['hs_v2_date_entered_customer'],
}

/** The names of an account's properties, as a set or as the keys of a map. */
export interface Names {
  has(name: string): boolean
  keys(): Iterable<string>
}

/** Finds the names among the account's properties: HubSpot may have added a number to them. */
export function lifecycleNamesIn(known: Names): LifecycleNames {
  const find = ([plain = '']: readonly string[]) => {
    if (known.has(plain)) return [plain]
    const isNumbered = (name: string) => /^_\d+$/.test(name.slice(plain.length))
    return [...known.keys()].filter((name) => name.startsWith(plain) && isNumbered(name))
  }
  const { mql, sql, opportunity, customer } = PLAIN_LIFECYCLE_NAMES
  return { mql: find(mql), sql: find(sql), opportunity: find(opportunity), customer: find(customer) }
}

/** The names of contact properties that differ between accounts. */
export interface ContactNames {
  lifecycle: LifecycleNames
  /** The property that the settings name. */
  territory: string | null
}

function toContactFact(
  record: ReadableRecord<ContactProperties>,
  { lifecycle: names, territory }: ContactNames,
): ContactFact {
  const from = record.properties
  const ownerId = idIn(from.hubspot_owner_id)
  const dates = {
    mqlAt: earliestIn(from, names.mql),
    sqlAt: earliestIn(from, names.sql),
    opportunityAt: earliestIn(from, names.opportunity),
    customerAt: earliestIn(from, names.customer),
  }
  return {
    type: 'contacts',
    id: record.id,
    ownerId,
    modifiedAt: modifiedAtOf(from.lastmodifieddate, record),
    createdAt: instantIn(from.createdate),
    ...dates,
    territory: territory === null ? null : nameIn(from[territory]),
    ...unreadableAmong([
      ['owner', from.hubspot_owner_id, ownerId],
      ['mql', textAmong(from, names.mql), dates.mqlAt],
      ['sql', textAmong(from, names.sql), dates.sqlAt],
      ['opportunity', textAmong(from, names.opportunity), dates.opportunityAt],
      ['customer', textAmong(from, names.customer), dates.customerAt],
    ]),
  }
}

/** The first of the values that is not blank. */
function textAmong(from: ContactProperties, names: readonly string[]): Value {
  return names.map((name) => textIn(from[name])).find((text) => text !== null)
}

function earliestIn(from: ContactProperties, names: readonly string[]): number | null {
  let earliest: number | null = null
  for (const name of names) {
    const at = instantIn(from[name])
    if (at !== null && (earliest === null || at < earliest)) earliest = at
  }
  return earliest
}

/** Search finds no contact by `hs_lastmodifieddate`: contacts use the older name `lastmodifieddate`. */
export function contactsWith(names: ContactNames): RecordType {
  const { mql, sql, opportunity, customer } = names.lifecycle
  const own = [...mql, ...sql, ...opportunity, ...customer, names.territory].filter((name) => name !== null)
  const properties = z.object({ ...Object.fromEntries(own.map((name) => [name, value])), ...shape })
  const HubSpotContact = z.object({ ...recordParts, properties })
  return {
    type: 'contacts',
    properties: Object.keys(properties.shape),
    stamp: 'lastmodifieddate',
    toFact: (record) => toContactFact(readRecord(HubSpotContact, record), names),
  }
}
