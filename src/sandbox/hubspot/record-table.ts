import { lastModifiedProperty, type ObjectType } from './object-types.ts'
import { instantMs, type SandboxRecord } from './records.ts'

export interface PageQuery {
  /** The lowest id that may be on the page. */
  fromId: number
  limit: number
  archived: boolean
}

/** The records of one type, accessible by id, in order of id, and by the time of the last change. */
export interface RecordTable {
  size(archived: boolean): number
  find(id: string): SandboxRecord | undefined
  page(query: PageQuery): SandboxRecord[]
  /** Ids of live records changed within the window, both ends included, oldest change first. */
  modifiedWithin(fromMs: number, toMs: number): number[]
  /** Adds a record, or updates the table for one that has changed. */
  put(record: SandboxRecord): void
  remove(id: string): void
  /** Increases with every change, so that an outdated cached search result can be recognised. */
  version(): number
  lastId(): number
  /** All records in memory; computed ones are not included. */
  held(): Iterable<SandboxRecord>
  /** Every property name that any record of the table has ever had. */
  propertyNames(): ReadonlySet<string>
}

interface Entry {
  record: SandboxRecord
  idNumber: number
  modifiedMs: number
  archived: boolean
}

interface Order {
  live: number[]
  archived: number[]
  byModified: Entry[]
}

/** The first index in a sorted list at which the element is not before the one sought. */
export function lowerBound<T>(sorted: readonly T[], isBefore: (element: T) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const element = sorted[middle]
    if (element !== undefined && isBefore(element)) low = middle + 1
    else high = middle
  }
  return low
}

function byModifiedThenId(a: Entry, b: Entry): number {
  return a.modifiedMs - b.modifiedMs || a.idNumber - b.idNumber
}

function ascending(a: number, b: number): number {
  return a - b
}

function orderOf(entries: Iterable<Entry>): Order {
  const order: Order = { live: [], archived: [], byModified: [] }
  for (const entry of entries) {
    if (entry.archived) order.archived.push(entry.idNumber)
    else {
      order.live.push(entry.idNumber)
      order.byModified.push(entry)
    }
  }
  order.live.sort(ascending)
  order.archived.sort(ascending)
  order.byModified.sort(byModifiedThenId)
  return order
}

function insertInto(order: Order, entry: Entry): void {
  const ids = entry.archived ? order.archived : order.live
  ids.splice(
    lowerBound(ids, (id) => id < entry.idNumber),
    0,
    entry.idNumber,
  )
  if (entry.archived) return
  const place = lowerBound(order.byModified, (other) => byModifiedThenId(other, entry) < 0)
  order.byModified.splice(place, 0, entry)
}

function removeFrom(order: Order, entry: Entry): void {
  const ids = entry.archived ? order.archived : order.live
  ids.splice(
    lowerBound(ids, (id) => id < entry.idNumber),
    1,
  )
  if (entry.archived) return
  const place = lowerBound(order.byModified, (other) => byModifiedThenId(other, entry) < 0)
  order.byModified.splice(place, 1)
}

function toEntry(type: ObjectType, record: SandboxRecord): Entry {
  const modified = record.properties[lastModifiedProperty(type)] ?? record.updatedAt
  return {
    record,
    idNumber: Number(record.id),
    modifiedMs: instantMs(modified),
    archived: record.archived,
  }
}

/** A table in memory. Its order is built on the first read, so filling it is cheap. */
export function createRecordTable(type: ObjectType): RecordTable {
  const entries = new Map<string, Entry>()
  const names = new Set<string>()
  let order: Order | undefined
  let version = 0
  let lastId = 0

  function ordered(): Order {
    order ??= orderOf(entries.values())
    return order
  }

  function drop(id: string): void {
    const entry = entries.get(id)
    if (entry === undefined) return
    entries.delete(id)
    if (order !== undefined) removeFrom(order, entry)
  }

  return {
    size: (archived) => (archived ? ordered().archived.length : ordered().live.length),
    find: (id) => entries.get(id)?.record,
    page({ fromId, limit, archived }) {
      const ids = archived ? ordered().archived : ordered().live
      const start = lowerBound(ids, (id) => id < fromId)
      return ids.slice(start, start + limit).flatMap((id) => entries.get(String(id))?.record ?? [])
    },
    modifiedWithin(fromMs, toMs) {
      const { byModified } = ordered()
      const start = lowerBound(byModified, (entry) => entry.modifiedMs < fromMs)
      const end = lowerBound(byModified, (entry) => entry.modifiedMs <= toMs)
      return byModified.slice(start, end).map((entry) => entry.idNumber)
    },
    put(record) {
      drop(record.id)
      const entry = toEntry(type, record)
      entries.set(record.id, entry)
      for (const name in record.properties) names.add(name)
      if (order !== undefined) insertInto(order, entry)
      lastId = Math.max(lastId, entry.idNumber)
      version += 1
    },
    remove(id) {
      drop(id)
      version += 1
    },
    version: () => version,
    lastId: () => lastId,
    *held() {
      for (const entry of entries.values()) yield entry.record
    },
    propertyNames: () => names,
  }
}
