import type { ObjectType } from '../object-types.ts'
import type { AssociationLink, PropertyValues } from '../records.ts'
import type { RepModel } from './people.ts'

/** A record to be created at a given time, with everything that will happen to it. */
export interface PlannedRecord {
  atMs: number
  type: ObjectType
  properties: PropertyValues
  /** Called when the record is created, because only then do the records it is linked to have ids. */
  links?: () => Record<string, AssociationLink[]>
  later: LaterChange[]
  /** Called before each later change; true if something else has made the changes obsolete. */
  isOver?: () => boolean
  onCreated?: (id: string) => void
}

export interface LaterChange {
  atMs: number
  change: PropertyValues
}

/** A record that others are linked to. It has an id once it has been created. */
export interface LinkedRecord {
  id: string | undefined
  createdMs: number
  closesMs: number
}

/** A customer, in the same territory as its contacts and deals. */
export interface LinkedCompany extends LinkedRecord {
  territory: string | null
}

export interface LinkedDeal extends LinkedRecord {
  company: LinkedCompany
  contact: LinkedRecord | undefined
  /** Whether it was closed before its planned day. */
  isClosedEarly: boolean
}

/** The companies and deals that a rep works on. */
export interface Book {
  rep: RepModel
  deals: LinkedDeal[]
  contacts: (LinkedRecord & { company: LinkedCompany })[]
  companies: LinkedCompany[]
}

export function createBook(rep: RepModel): Book {
  return { rep, deals: [], contacts: [], companies: [] }
}

/** The link to a record, if that has been created. */
export function linkTo(linked: LinkedRecord | undefined, primary = false): AssociationLink[] {
  if (linked?.id === undefined) return []
  return [primary ? { id: linked.id, primary } : { id: linked.id }]
}
