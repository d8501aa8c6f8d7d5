/** The records behind a number: read type by type, each with what it adds and a link to its page in HubSpot. */
import { type Day, dayOf } from '../domain/calendar/day.ts'
import { idsOf } from '../domain/company/persons.ts'
import { cutAtArchive } from '../domain/company/roster.ts'
import { type DealBehind, openDealsBehind, pastDealsBehind } from '../domain/explanation/deals-behind.ts'
import type { ExplainedRecord, Explanation } from '../domain/explanation/explanation.ts'
import { newestRecords } from '../domain/explanation/newest-records.ts'
import type { SyncedType } from '../domain/facts/facts.ts'
import { isOwnTally } from '../domain/facts/tally.ts'
import { hasBegun, remainderOf } from '../domain/figures/moment.ts'
import { typeBehind } from '../domain/figures/sources.ts'
import { talliesBehind } from '../domain/figures/tallies-behind.ts'
import type { Catalogue } from '../domain/metrics/catalogue.ts'
import { inUnits } from '../domain/metrics/measure.ts'
import type { CountedTally } from '../domain/metrics/metric.ts'
import { anyReads, type Part } from '../domain/metrics/parts.ts'
import { toNumber } from '../domain/numbers/exact.ts'
import { dueAtStart, dueSpan } from '../domain/pipeline/past-deals.ts'
import { stalledDeals } from '../domain/pipeline/stalled.ts'
import type { FactBehind } from '../ports/fact-store.ts'
import { readCycles, readOpen } from '../values/figure-readers.ts'
import type { AskedMetric } from './asked-metric.ts'

const NAMED = 20

type Unlinked = Omit<ExplainedRecord, 'link'>

interface Found {
  counted: number
  withoutAmount: number
  newest: Unlinked[]
}

/** The records that count in `parts`. */
export async function readRecords(
  asked: AskedMetric,
  parts: readonly Part[],
  linkOf: (type: SyncedType, id: string) => string,
): Promise<Explanation['records']> {
  const wanted = new Set(parts)
  const past = await readPastDeals(asked, wanted)
  const deals = [...past, ...(await readOpenDeals(asked, wanted))]
  const limit = past.length > 0 ? Number.POSITIVE_INFINITY : NAMED
  const tallied = (await readTallied(asked, parts, limit)).map((found) => withoutKnown(found, deals))
  const newest = newestRecords([deals, ...tallied.map((found) => found.newest)], NAMED)
  return {
    counted: tallied.reduce((total, { counted }) => total + counted, deals.length),
    withoutAmount: tallied.reduce(
      (total, one) => total + one.withoutAmount,
      deals.filter(hasNoAmount).length,
    ),
    newest: newest.map((record) => ({ ...record, link: linkOf(record.type, record.id) })),
  }
}

/** A record without a known amount adds 0. */
function hasNoAmount({ adds }: Unlinked): boolean {
  return adds.some(({ amount }) => amount === 0)
}

/** A deal that was due when the period began and was won in it is one record: what it adds goes to the known one. */
function withoutKnown({ counted, withoutAmount, newest }: Found, known: readonly Unlinked[]): Found {
  const byId = new Map(known.map((deal) => [deal.id, deal]))
  const sameOf = ({ type, id }: Unlinked) => (type === 'deals' ? byId.get(id) : undefined)
  const [merged, others] = [newest.filter(sameOf), newest.filter((record) => !sameOf(record))]
  for (const record of merged) sameOf(record)?.adds.push(...record.adds)
  return {
    counted: counted - merged.length,
    withoutAmount: withoutAmount - merged.filter(hasNoAmount).length,
    newest: others,
  }
}

async function readTallied(
  { days, reps, context }: AskedMetric,
  parts: readonly Part[],
  limit: number,
): Promise<Found[]> {
  const { settings } = context.roster
  const isOfCosts = parts.includes('costed_revenue')
  const counting = reps.filter(({ id }) => !isOfCosts || (settings.repCost[id] ?? []).length > 0)
  const lastDays = new Map(
    counting.flatMap((rep) => idsOf(rep.owner).map((id) => [id, cutAtArchive(rep, days.until)])),
  )
  const { catalogue } = context
  const byType = Map.groupBy(talliesBehind(parts, { settings, catalogue }), (tally) =>
    typeBehind(tally, catalogue),
  )
  const found: Found[] = []
  for (const [type, tallies] of byType) {
    if (type === null) continue
    const query = { type, tallies, from: days.from, until: days.until, reps: lastDays }
    const { newest, ...counts } = await context.store.facts.behind({ ...query, at: context.at, limit })
    found.push({ ...counts, newest: newest.map((fact) => toUnlinked(type, fact, catalogue)) })
  }
  return found
}

function toUnlinked(type: SyncedType, { id, rep, day, adds }: FactBehind, catalogue: Catalogue): Unlinked {
  const inUnitsOf = (tally: CountedTally, amount: number) =>
    isOwnTally(tally) ? toNumber(inUnits(amount, catalogue.ownPart(tally))) : amount
  return {
    ...{ type, id, ownerId: rep, day },
    adds: adds.map(({ tally, amount }) => ({ part: tally, amount: inUnitsOf(tally, amount) })),
  }
}

/** Currently open deals; a deal that has been won since is behind a tally. */
async function readOpenDeals(
  { reps, days, context }: AskedMetric,
  parts: ReadonlySet<Part>,
): Promise<Unlinked[]> {
  if (!anyReads(parts, 'openDeals')) return []
  const open = await readOpen(context)
  const cycles = anyReads(parts, 'salesCycles') ? await readCycles(context) : () => null
  return reps.flatMap((rep) => {
    const deals = open.get(rep.id) ?? []
    const stalled = stalledDeals(deals, { at: context.at, zone: rep.zone, cycle: cycles(rep) })
    const created = new Map(deals.map((deal) => [deal.id, deal.createdDay]))
    const behind = openDealsBehind(deals, parts, { remainder: remainderOf(days), stalled })
    return behind.map((deal) => toDeal(deal, created.get(deal.id) ?? null))
  })
}

async function readPastDeals(
  { reps, days, context }: AskedMetric,
  parts: ReadonlySet<Part>,
): Promise<Unlinked[]> {
  if (!anyReads(parts, 'dealsAtStart') || !hasBegun(days)) return []
  const histories = await context.store.deals.everDue(dueSpan(days), (some) => some)
  const created = new Map(histories.map(({ deal }) => [deal.id, deal.createdAt]))
  const zones = new Map(reps.map((rep) => [rep.id, rep.zone]))
  const behind = pastDealsBehind(dueAtStart(histories, days, { ...context, reps }), parts)
  return behind.map((deal) => {
    const [at, zone] = [created.get(deal.id) ?? null, zones.get(deal.rep)]
    return toDeal(deal, at === null || zone === undefined ? null : dayOf(at, zone))
  })
}

function toDeal({ id, rep, adds }: DealBehind, day: Day | null): Unlinked {
  return { type: 'deals', id, ownerId: rep, day, adds }
}
