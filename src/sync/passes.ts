/** The passes: the ways of reading a type, each a function, and how often each is made. */
import type { Cursor } from '../ports.ts'
import { readChanges } from './fast-pass.ts'
import { fillType } from './first-fill.ts'
import type { TypeReading } from './type-reading.ts'

export interface Pass {
  name: string
  /** How long a type rests between two passes of the kind; 0: it is read at each poll. */
  everyMs: number
  isFor(cursor: Cursor): boolean
  read(reading: TypeReading): Promise<void>
}

/** In the order in which a poll makes them: a type that was just filled is read up to now in the same poll. */
export const PASSES: readonly Pass[] = [
  { name: 'fill', everyMs: 0, isFor: (cursor) => cursor.asOf === null, read: fillType },
  { name: 'fast', everyMs: 0, isFor: (cursor) => cursor.asOf !== null, read: readChanges },
]
