/** What is known of the tallies of own metrics, which no built-in list can declare. */
import type { OwnProblem } from '../company/own-tallies.ts'
import type { SyncedType } from '../facts/facts.ts'
import type { OwnRecordsTally, OwnTallyName } from '../facts/tally.ts'
import type { Part } from './parts.ts'
import type { Unit } from './unit.ts'

export interface OwnPart {
  unit: Unit
  /** How many of the tally make one unit: 1,000,000 for plain sums, otherwise 1. */
  scale: bigint
  /** The object type as declared, and the type of the records; `null` until HubSpot has been asked. */
  object: string
  type: SyncedType | null
  /** Why it cannot be computed. */
  problem: OwnProblem | null
  /** Counts the records behind it. */
  records: OwnTallyName | OwnRecordsTally
}

export type OwnParts = ReadonlyMap<Part, OwnPart>
