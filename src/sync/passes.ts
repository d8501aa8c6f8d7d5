/** The passes of a poll: the ways of reading a type, each of them a function. */
import type { Cursor } from '../ports/fact-store.ts'
import { RELIST } from '../values/listings.ts'
import { readChanges } from './fast-pass.ts'
import { fillType } from './first-fill.ts'
import { readNames } from './named-source.ts'
import { relist } from './relist-pass.ts'
import { readTrailing, TRAILING } from './trailing-pass.ts'
import type { TypeReading } from './type-reading.ts'

export interface Pass {
  name: string
  isFor(cursor: Cursor): boolean
  read(reading: TypeReading): Promise<void>
}

/**
 * In the order in which a poll runs them: a type that was just filled is brought up to date in the same poll. The
 * trailing pass decides by its own window whether an hour has passed.
 */
export const PASSES: readonly Pass[] = [
  { name: 'fill', isFor: (cursor) => cursor.asOf === null, read: fillType },
  { name: 'fast', isFor: (cursor) => cursor.asOf !== null, read: readChanges },
  { name: TRAILING, isFor: (cursor) => cursor.asOf !== null, read: readTrailing },
  {
    name: RELIST,
    isFor: (cursor) => cursor.asOf !== null,
    read: async (reading) => relist(reading, (await readNames(reading.store)).of(reading.type)),
  },
]
