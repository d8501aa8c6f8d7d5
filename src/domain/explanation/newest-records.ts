import type { ExplainedRecord } from './explanation.ts'

type Dated = Pick<ExplainedRecord, 'id' | 'day'>

/**
 * Up to `limit` records from several lists, newest first. Each list has its share of the places, so that the few deals
 * of a ratio are not lost among its many calls. Places that a list does not fill go to the newest of the others.
 */
export function newestRecords<R extends Dated>(lists: readonly (readonly R[])[], limit: number): R[] {
  const ordered = lists.filter((list) => list.length > 0).map((list) => [...list].sort(byAge))
  const share = Math.floor(limit / Math.max(1, ordered.length))
  const certain = ordered.flatMap((list) => list.slice(0, share))
  const others = ordered.flatMap((list) => list.slice(share)).sort(byAge)
  return [...certain, ...others.slice(0, limit - certain.length)].sort(byAge)
}

/** The latest day first; within a day the highest id, which HubSpot assigned last. */
function byAge(a: Dated, b: Dated): number {
  const [x, y] = [a.day ?? '', b.day ?? '']
  if (x !== y) return x < y ? 1 : -1
  return Number(b.id) - Number(a.id)
}
