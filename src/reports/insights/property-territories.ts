/** Territories that are values of a property: what the leads and deals in each add up to. */
import { cutAtArchive, type Rep } from '../../domain/company/roster.ts'
import type { Tally } from '../../domain/facts/tally.ts'
import { remainderOf } from '../../domain/figures/moment.ts'
import { type TerritoryName, territoriesIn } from '../../domain/insights/territory-names.ts'
import type { Sums } from '../../domain/metrics/measure.ts'
import { type CountedTally, talliesOf } from '../../domain/metrics/metric.ts'
import { companiesByRep, countCompanies, type WonDeal } from '../../domain/pipeline/companies.ts'
import { dueSums, type OpenDeal, pipelineSums } from '../../domain/pipeline/open-deals.ts'
import { dueAtStart, dueSpan, type PastDeal, pastSums } from '../../domain/pipeline/past-deals.ts'
import { stalledDeals } from '../../domain/pipeline/stalled.ts'
import { yieldTurn } from '../../ports/turns.ts'
import { readCycles, readOpen, wonAround } from '../../values/figure-readers.ts'
import type { InsightContext } from './insight-context.ts'

export interface Territory {
  id: string
  name: string
  /** Current reps. */
  reps: number
  sums: Sums
}

/** What is found for one territory. */
interface Found {
  names: string[]
  tallies: Partial<Record<Tally, number>>
  /** Reps with a lead in the window. */
  leadReps: Set<string>
  open: OpenDeal[]
  stalled: number
  past: PastDeal[]
  won: WonDeal[]
}

/** Territories with a lead in the window or an open deal. Records without a territory or a tracked rep are in none. */
export async function readPropertyTerritories(context: InsightContext): Promise<Territory[]> {
  const found = new Map<string, Found>()
  await addTallies(context, found)
  await addDeals(context, found)
  const territories: Territory[] = []
  for (const one of found.values()) {
    if ((one.tallies.leads ?? 0) > 0 || one.open.length > 0) territories.push(toTerritory(context, one))
    await yieldTurn()
  }
  return territories
}

function placeOf(found: Map<string, Found>, { key, name }: TerritoryName): Found {
  const known = found.get(key)
  const one = known ?? {
    names: [],
    tallies: {},
    leadReps: new Set(),
    open: [],
    stalled: 0,
    past: [],
    won: [],
  }
  if (!known) found.set(key, one)
  one.names.push(name)
  return one
}

async function addTallies(context: InsightContext, found: Map<string, Found>): Promise<void> {
  const { store, roster, metrics, everyone } = context
  const { from, until } = everyone.days
  const tallies = [...new Set<CountedTally>([...metrics.ofTerritories.flatMap(talliesOf), 'leads'])]
  const ends = new Map(roster.reps.map((rep) => [rep.id, cutAtArchive(rep, until)]))
  for (const { territory, tally, amount, reps } of await store.insights.byTerritory({
    ...{ tallies, from, until },
    reps: ends,
  })) {
    for (const name of territoriesIn(territory)) {
      const one = placeOf(found, name)
      one.tallies[tally] = (one.tallies[tally] ?? 0) + amount
      if (tally === 'leads') for (const rep of reps) one.leadReps.add(rep)
    }
  }
}

async function addDeals(context: InsightContext, found: Map<string, Found>): Promise<void> {
  const { store, roster, everyone } = context
  const territories = new Map(
    (await store.insights.dealTerritories()).map(({ dealId, territory }) => [
      dealId,
      territoriesIn(territory),
    ]),
  )
  const placesOf = (dealId: string) => (territories.get(dealId) ?? []).map((name) => placeOf(found, name))
  const [open, cycles] = [await readOpen(context), await readCycles(context)]
  for (const rep of roster.reps) {
    const own = open.get(rep.id) ?? []
    const stalled = new Set(stalledDeals(own, { at: context.at, zone: rep.zone, cycle: cycles(rep) }))
    for (const deal of own) {
      for (const one of placesOf(deal.id)) {
        one.open.push(deal)
        if (stalled.has(deal)) one.stalled++
      }
    }
  }
  const past = await store.deals.everDue(dueSpan(everyone.days), (some) =>
    dueAtStart(some, everyone.days, { ...context, reps: roster.reps }),
  )
  for (const deal of past) for (const one of placesOf(deal.id)) one.past.push(deal)
  for (const deal of await wonAround(store, everyone.days))
    for (const one of placesOf(deal.id)) one.won.push(deal)
}

/** The first of several spellings by code points, whatever the order of the records. */
function toTerritory(context: InsightContext, one: Found): Territory {
  const name = one.names.reduce((first, next) => (next < first ? next : first))
  const reps = repsOf(context, one)
  return { id: name, name, reps: reps.length, sums: sumsOf(context, one, reps) }
}

/** The current reps who have a lead in the window, or an open deal, in the territory. */
function repsOf({ roster }: InsightContext, { leadReps, open }: Found): Rep[] {
  const ids = new Set([...leadReps, ...open.map(({ rep }) => rep)])
  return roster.reps.filter((rep) => ids.has(rep.id) && !rep.owner.isArchived)
}

function sumsOf(
  { roster, rules, everyone: { days } }: InsightContext,
  { tallies, open, stalled, past, won }: Found,
  reps: readonly Rep[],
): Sums {
  const [pipeline, due, atStart] = [pipelineSums(open), dueSums(open, remainderOf(days)), pastSums(past)]
  const companies = companiesByRep(won, { reps: roster.reps, rules, from: days.from, until: days.until })
  return {
    ...tallies,
    reps_in_scope: reps.length,
    open_deals: pipeline.deals,
    open_value: pipeline.value,
    open_weighted: pipeline.weighted,
    stalled_deals: stalled,
    due_value: due.value,
    due_weighted: due.weighted,
    due_commit: due.commit,
    due_best_case: due.bestCase,
    due_at_start: atStart.due,
    slipped: atStart.slipped,
    forecast_at_start: atStart.forecast,
    companies: countCompanies(companies, roster.reps),
    has_begun: 1,
    is_over: 1,
  }
}
