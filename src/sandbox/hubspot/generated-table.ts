import type { ObjectType } from './object-types.ts'
import { createRecordTable, type RecordTable } from './record-table.ts'
import type { SandboxRecord } from './records.ts'

/** Records computed from their position, so that a million of them need no memory. */
export interface GeneratedRecords {
  count: number
  firstId: number
  /** Increases with the position. */
  modifiedMsAt(place: number): number
  recordAt(place: number): SandboxRecord
  propertyNames: readonly string[]
}

/** The first position with a last change at or after an instant. */
function placeAt(generated: GeneratedRecords, ms: number): number {
  let low = 0
  let high = generated.count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (generated.modifiedMsAt(middle) < ms) low = middle + 1
    else high = middle
  }
  return low
}

/** The positions with a last change in `[fromMs, toMs]`. */
function placesWithin(generated: GeneratedRecords, fromMs: number, toMs: number): number[] {
  const begin = placeAt(generated, fromMs)
  return Array.from({ length: Math.max(0, placeAt(generated, toMs + 1) - begin) }, (_, n) => begin + n)
}

function byId(a: SandboxRecord, b: SandboxRecord): number {
  return Number(a.id) - Number(b.id)
}

/** A table of generated records. Edited and added records override it from memory. */
export function createGeneratedTable(type: ObjectType, generated: GeneratedRecords): RecordTable {
  const above = createRecordTable(type)
  const covered = new Set<number>()
  const { firstId, count } = generated
  const endId = firstId + count
  const names = new Set(generated.propertyNames)

  function isBelow(idNumber: number): boolean {
    return idNumber >= firstId && idNumber < endId && !covered.has(idNumber)
  }

  function cover(id: string): void {
    const idNumber = Number(id)
    if (idNumber >= firstId && idNumber < endId) covered.add(idNumber)
  }

  return {
    size: (archived) => above.size(archived) + (archived ? 0 : count - covered.size),
    find: (id) =>
      above.find(id) ?? (isBelow(Number(id)) ? generated.recordAt(Number(id) - firstId) : undefined),
    page({ fromId, limit, archived }) {
      const upper = above.page({ fromId, limit, archived })
      if (archived) return upper
      const lower: SandboxRecord[] = []
      for (let id = Math.max(fromId, firstId); id < endId && lower.length < limit; id += 1) {
        if (!covered.has(id)) lower.push(generated.recordAt(id - firstId))
      }
      return upper.length === 0 ? lower : [...lower, ...upper].sort(byId).slice(0, limit)
    },
    modifiedWithin(fromMs, toMs) {
      const ids = placesWithin(generated, fromMs, toMs)
        .map((place) => firstId + place)
        .filter((id) => !covered.has(id))
      const upper = above.modifiedWithin(fromMs, toMs)
      if (upper.length === 0) return ids
      const modifiedMs = (id: number) =>
        isBelow(id)
          ? generated.modifiedMsAt(id - firstId)
          : Date.parse(above.find(String(id))?.updatedAt ?? '')
      return [...ids, ...upper].sort((a, b) => modifiedMs(a) - modifiedMs(b) || a - b)
    },
    put(record) {
      cover(record.id)
      for (const name in record.properties) names.add(name)
      above.put(record)
    },
    remove(id) {
      cover(id)
      above.remove(id)
    },
    version: () => above.version(),
    lastId: () => Math.max(endId - 1, above.lastId()),
    held: () => above.held(),
    propertyNames: () => names,
  }
}
