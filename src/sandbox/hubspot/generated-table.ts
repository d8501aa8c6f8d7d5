import type { ObjectType } from './object-types.ts'
import { createRecordTable, type RecordTable } from './record-table.ts'
import type { SandboxRecord } from './records.ts'

/** Records that are worked out from their place in a row, so that a million of them need no memory. */
export interface GeneratedRecords {
  count: number
  firstId: number
  /** Rises with the place. */
  modifiedMsAt(place: number): number
  recordAt(place: number): SandboxRecord
  propertyNames: readonly string[]
}

/** The first place whose last change is not before an instant. */
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

/** A table of generated records. Those that are edited or added lie above it, in memory. */
export function createGeneratedTable(type: ObjectType, generated: GeneratedRecords): RecordTable {
  const above = createRecordTable(type)
  const covered = new Set<number>()
  const { firstId, count } = generated
  const endId = firstId + count
  const names = new Set(generated.propertyNames)

  function isBelow(idNumber: number): boolean {
    return idNumber >= firstId && idNumber < endId && !covered.has(idNumber)
  }

  function below(idNumber: number): SandboxRecord | undefined {
    return isBelow(idNumber) ? generated.recordAt(idNumber - firstId) : undefined
  }

  function cover(id: string): void {
    const idNumber = Number(id)
    if (idNumber >= firstId && idNumber < endId) covered.add(idNumber)
  }

  function find(id: string): SandboxRecord | undefined {
    return above.find(id) ?? below(Number(id))
  }

  return {
    size: (archived) => above.size(archived) + (archived ? 0 : count - covered.size),
    find,
    page({ fromId, limit, archived }) {
      const upper = above.page({ fromId, limit, archived })
      if (archived) return upper
      const lower: SandboxRecord[] = []
      for (let id = Math.max(fromId, firstId); id < endId && lower.length < limit; id += 1) {
        if (!covered.has(id)) lower.push(generated.recordAt(id - firstId))
      }
      if (upper.length === 0) return lower
      return [...lower, ...upper].sort((a, b) => Number(a.id) - Number(b.id)).slice(0, limit)
    },
    modifiedWithin(fromMs, toMs) {
      const ids: number[] = []
      const end = placeAt(generated, toMs + 1)
      for (let place = placeAt(generated, fromMs); place < end; place += 1) {
        if (!covered.has(firstId + place)) ids.push(firstId + place)
      }
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
