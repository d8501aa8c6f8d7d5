/** What an account may declare of its own, and the texts of the properties that this reads. */
import fc from 'fast-check'
import type { OwnTally } from '../../src/domain/company/own-tallies.ts'
import type { FurtherFact, FurtherType, SyncedType } from '../../src/domain/facts/facts.ts'

export const TICKETS: FurtherType = '0-5'
export const VISITS: FurtherType = '2-4711'

function tallyOf(id: string, type: SyncedType, changes: Partial<OwnTally> = {}): OwnTally {
  return {
    ...{ id, type, date: { property: 'on', isDay: false }, owner: null, where: [], sum: null },
    ...changes,
  }
}

const BY_SETTER = { property: 'by', holds: 'owner' } as const
const BY_USER = { property: 'by', holds: 'user' } as const
const FEE = { property: 'n', unit: 'money', currency: 'currency' } as const

/** One or several declarations under the same id, as an admin may change them. */
const VARIANTS: readonly (readonly OwnTally[])[] = [
  [tallyOf('demos', 'meetings', { where: [{ property: 'kind', is: ['demo'] }] }), tallyOf('demos', 'calls')],
  [
    tallyOf('fees', 'deals', { sum: FEE }),
    tallyOf('fees', 'deals', { sum: { ...FEE, currency: null } }),
    tallyOf('fees', 'deals', { sum: { ...FEE, unit: 'hours' } }),
  ],
  [tallyOf('booked', 'meetings', { owner: BY_SETTER }), tallyOf('booked', 'contacts', { owner: BY_USER })],
  [tallyOf('tickets', TICKETS), tallyOf('tickets', TICKETS, { date: { property: 'on', isDay: true } })],
  [
    tallyOf('points', VISITS, { sum: { property: 'n', unit: 'count', currency: null } }),
    tallyOf('points', TICKETS, { where: [{ property: 'n', above: 1 }] }),
  ],
]

/** What is declared at a time. */
export const ownTallies: fc.Arbitrary<OwnTally[]> = fc
  .tuple(...VARIANTS.map((variants) => fc.constantFrom(null, ...variants)))
  .map((chosen) => chosen.filter((tally) => tally !== null))

export const FIRST_OWN = VARIANTS.flatMap(([first]) => (first ? [first] : []))
export const OWN_IDS = [...new Set(VARIANTS.flat().map(({ id }) => id))]

const ON = ['2026-09-20', '2026-09-20T23:30:00Z', '2026-10-03T09:00:00Z', '1790000000000', 'soon']
const texts = fc.record(
  {
    on: fc.constantFrom(...ON),
    kind: fc.constantFrom('Demo', 'first;demo', 'other'),
    n: fc.constantFrom('1', '2.5', '-0.0000005', '12,500', '1e12'),
    currency: fc.constantFrom('EUR', 'USD', 'CHF'),
    by: fc.constantFrom('1', '3', '501', 'Ana'),
  },
  { requiredKeys: [] },
)

/** The declared texts of a record; mostly there are some. */
export const declared: fc.Arbitrary<Record<string, string> | undefined> = fc.option(texts, {
  nil: undefined,
  freq: 5,
})

export function furtherFact(type: FurtherType, ownerId: string | null, modifiedAt: number): FurtherFact {
  return { type, id: '700', ownerId, modifiedAt }
}
