/** The data quality of own metrics: how many of their records have a date or a number that cannot be read. */
import { addDays } from '../domain/calendar/day.ts'
import { OWN_FLAWS, type OwnFlaw, ownFlawTally, UNDATED } from '../domain/facts/quality-tallies.ts'
import { ownTallyOf, type Tally } from '../domain/facts/tally.ts'
import type { Wholeness } from '../domain/figures/incomplete.ts'
import type { Catalogue } from '../domain/metrics/catalogue.ts'
import type { Store } from '../ports/store.ts'

/** By metric; `null`: its records have not all been read. */
export type OwnFlawCounts = Record<string, Record<OwnFlaw, number | null>>

/** Counts the flawed records of owners, present and archived, tracked or not. */
export async function countOwnFlaws(
  store: Store,
  { catalogue, isWhole }: { catalogue: Catalogue; isWhole: Wholeness },
  { ownerIds, now }: { ownerIds: ReadonlySet<string>; now: number },
): Promise<OwnFlawCounts> {
  const counted = catalogue.all.filter(({ kind, own }) => own !== null && kind === 'additive')
  const tallies = counted.flatMap(({ id }) => OWN_FLAWS.map((flaw) => ownFlawTally(flaw, id)))
  const sums = new Map<Tally, number>()
  if (tallies.length > 0) {
    const query = { tallies, from: UNDATED, until: addDays(UNDATED, 1), at: now }
    for (const { rep, tally, amount } of await store.tallies.sum(query)) {
      if (ownerIds.has(rep)) sums.set(tally, (sums.get(tally) ?? 0) + amount)
    }
  }
  const countsOf = (id: string): Record<OwnFlaw, number | null> => {
    const isRead = isWhole.ofTally(ownTallyOf(id))
    const count = (flaw: OwnFlaw) => (isRead ? (sums.get(ownFlawTally(flaw, id)) ?? 0) : null)
    return { bad_date: count('bad_date'), bad_number: count('bad_number') }
  }
  return Object.fromEntries(counted.map(({ id }) => [id, countsOf(id)]))
}
