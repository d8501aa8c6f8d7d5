import type { ObjectType } from '../object-types.ts'
import type { AssociationLink, PropertyValues } from '../records.ts'
import type { RepModel } from './people.ts'

/** A record to be made at a moment, with all that will happen to it. */
export interface Birth {
  atMs: number
  type: ObjectType
  properties: PropertyValues
  /** Asked at birth, when the records that it is linked with have ids. */
  links?: () => Record<string, AssociationLink[]>
  later: LaterChange[]
  /** Asked before each later change: true when something else has settled the matter. */
  isOver?: () => boolean
  onBorn?: (id: string) => void
}

export interface LaterChange {
  atMs: number
  change: PropertyValues
}

/** Something of the company's own that others are linked with: it has an id once it is born. */
export interface Held {
  id: string | undefined
  bornMs: number
  closesMs: number
}

/** A customer, in the territory in which its contacts and deals are too. */
export interface HeldCompany extends Held {
  territory: string | null
}

export interface HeldDeal extends Held {
  company: HeldCompany
  contact: Held | undefined
  /** Closed before its planned day. */
  isClosedEarly: boolean
}

/** What a rep works with. */
export interface Book {
  rep: RepModel
  deals: HeldDeal[]
  contacts: (Held & { company: HeldCompany })[]
  companies: HeldCompany[]
}

export function createBook(rep: RepModel): Book {
  return { rep, deals: [], contacts: [], companies: [] }
}

/** The link to something, if it is born. */
export function linkTo(held: Held | undefined, primary = false): AssociationLink[] {
  if (held?.id === undefined) return []
  return [primary ? { id: held.id, primary } : { id: held.id }]
}
