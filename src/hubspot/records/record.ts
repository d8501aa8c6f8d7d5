/** What every HubSpot record has, checked as it comes in, and what every fact takes from it. */
import { z } from 'zod'
import type { Fact, SyncedFact, SyncedType, UnreadableValue } from '../../domain/facts/facts.ts'
import { UnreadableRecord } from '../errors.ts'
import { idIn, instantIn, isId, textIn, type Value } from '../values.ts'

/** A property value: text or `null`; HubSpot leaves out properties that the account does not have. */
export const value = z.string().nullish()

/** The names of all properties that a type's facts are made from, and how a record becomes a fact. */
export interface RecordType {
  type: SyncedType
  properties: readonly string[]
  /** The property by which search can filter on the time of the last change. */
  stamp: 'hs_lastmodifieddate' | 'lastmodifieddate'
  /** Throws `UnreadableRecord`. */
  toFact: (record: unknown) => SyncedFact
}

/** A time outside the properties: ISO 8601, or epoch milliseconds, which may be a number here. */
export const moment = z.coerce.string().nullish().catch(null)

/** The parts of a record around its properties. */
export const recordParts = {
  id: z.string(),
  updatedAt: moment,
}

/** A record as parsed by its schema. */
export interface ReadableRecord<P> {
  id: string
  properties: P
  updatedAt?: Value
}

interface Checked<R> {
  safeParse(
    record: unknown,
  ):
    | { success: true; data: R }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } }
}

/** Parses a record by its schema; throws `UnreadableRecord`. */
export function readRecord<R extends { id: string }>(schema: Checked<R>, record: unknown): R {
  const read = schema.safeParse(record)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new UnreadableRecord(`${issue?.path.join('.') || 'the record'}: ${issue?.message ?? 'unreadable'}`)
  }
  if (!isId(read.data.id)) throw new UnreadableRecord('the id is not a number of at most 15 digits')
  return read.data
}

/** The id, if there is any, with which to report a record that cannot be read. */
export function rawId(record: unknown): string | null {
  const id = typeof record === 'object' && record !== null && 'id' in record ? record.id : null
  return typeof id === 'string' ? id.slice(0, 40).replaceAll('\u0000', '') : null
}

/** When the record was last changed; throws `UnreadableRecord` if it does not say. */
export function modifiedAtOf(stamp: Value, record: { updatedAt?: Value }): number {
  const at = instantIn(stamp) ?? instantIn(record.updatedAt)
  if (at === null) throw new UnreadableRecord('no last-modified date that can be read')
  return at
}

/** The present owner. A malformed id cannot be an owner: the record counts as unowned and is reported. */
export function ownerIn(value: Value): Pick<Fact, 'ownerId' | 'unreadable'> {
  const ownerId = idIn(value)
  return { ownerId, ...unreadableAmong([['owner', value, ownerId]]) }
}

/** Lists the values that are present in a record but could not be read. */
export function unreadableAmong(
  values: readonly (readonly [UnreadableValue, Value, unknown])[],
): Pick<Fact, 'unreadable'> {
  const unreadable = values.flatMap(([name, value, read]) =>
    read === null && textIn(value) !== null ? [name] : [],
  )
  return unreadable.length > 0 ? { unreadable } : {}
}
