/** Reads the company that each deal belongs to. */
import type { Source } from '../ports/source.ts'
import type { Link, LinkReader } from './deal-links.ts'
import { idIn } from './values.ts'

/** HubSpot's own association type for a deal's primary company. */
const PRIMARY_TYPE_ID = 5

interface Choice {
  primary: string | null
  lowest: string | null
}

/** A deal is left out if HubSpot failed to return its links. */
export function createDealCompanyReader(readLinks: LinkReader): Source['dealCompanies'] {
  return async (ids) => {
    const choices = new Map(ids.map((id): [string, Choice] => [id, { lowest: null, primary: null }]))
    const answered = await readLinks({
      ids,
      to: 'companies',
      see(dealId, links) {
        const choice = choices.get(dealId)
        if (choice) choose(choice, links)
        return choice?.primary != null
      },
    })
    return answered.map((dealId) => {
      const { primary = null, lowest = null } = choices.get(dealId) ?? {}
      return { dealId, companyId: primary ?? lowest }
    })
  }
}

function choose(choice: Choice, links: readonly Link[]): void {
  for (const { toObjectId, associationTypes } of links) {
    const id = idIn(toObjectId)
    if (id === null) continue
    choice.lowest = lowerOf(choice.lowest, id)
    if (associationTypes.some(isPrimary)) choice.primary = lowerOf(choice.primary, id)
  }
}

function isPrimary({ category, typeId }: Link['associationTypes'][number]): boolean {
  return category === 'HUBSPOT_DEFINED' && typeId === PRIMARY_TYPE_ID
}

function lowerOf(one: string | null, other: string): string {
  return one !== null && Number(one) <= Number(other) ? one : other
}
