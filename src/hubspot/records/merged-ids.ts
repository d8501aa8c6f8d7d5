import { idIn } from '../values.ts'

const NONE: readonly string[] = []

/** The ids of the records merged into this one. Contacts list them in two properties, and each may lack some. */
export function mergedIdsIn(record: unknown): readonly string[] {
  if (typeof record !== 'object' || record === null || !('properties' in record)) return NONE
  const { properties } = record
  if (typeof properties !== 'object' || properties === null) return NONE
  const listed = 'hs_merged_object_ids' in properties ? properties.hs_merged_object_ids : null
  const calculated = 'hs_calculated_merged_vids' in properties ? properties.hs_calculated_merged_vids : null
  if (!listed && !calculated) return NONE
  const entries = [listed, calculated].flatMap((text) => (typeof text === 'string' ? text.split(';') : []))
  // '123', or '123:1794456053000' with the time of the merge.
  const ids = entries.map((entry) => idIn(entry.split(':')[0]))
  return [...new Set(ids.filter((id) => id !== null))]
}
