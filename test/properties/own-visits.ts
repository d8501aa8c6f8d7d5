/** Records of a further object type, visits, and what an account counts of them. */
import type { OwnTally } from '../../src/domain/company/own-tallies.ts'
import type { FurtherFact } from '../../src/domain/facts/facts.ts'
import { textIn } from '../../src/hubspot/values.ts'
import { at } from '../builders.ts'

export const VISITS = '2-4711'
export const NOON = '2026-11-18T12:00:00Z'

export function aTally(changes: Partial<OwnTally> = {}): OwnTally {
  return {
    id: 'visits',
    type: VISITS,
    date: { property: 'visited', isDay: false },
    owner: null,
    where: [],
    sum: null,
    ...changes,
  }
}

/** A record as it is stored: blank values are left out, and blanks around values are cut off. */
export function aVisit(values: Readonly<Record<string, string>>, ownerId: string | null = '1'): FurtherFact {
  const declared = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const text = textIn(value)
      return text === null ? [] : [[name, text]]
    }),
  )
  return { type: VISITS, id: '7', ownerId, modifiedAt: at(NOON), declared }
}
