/** Reads the activities that are linked to deals. */
import type { Source } from '../ports/source.ts'
import type { LinkReader } from './deal-links.ts'
import { idIn } from './values.ts'

/** A deal is left out if HubSpot failed to return its links. */
export function createDealActivityReader(readLinks: LinkReader): Source['dealActivities'] {
  return async (ids, type) => {
    const activities = new Map(ids.map((id): [string, Set<string>] => [id, new Set()]))
    const answered = await readLinks({
      ids,
      to: type,
      see(dealId, links) {
        for (const { toObjectId } of links) {
          const id = idIn(toObjectId)
          if (id !== null) activities.get(dealId)?.add(id)
        }
        return false
      },
    })
    return answered.map((dealId) => ({ dealId, activityIds: [...(activities.get(dealId) ?? [])] }))
  }
}
