/** The deals behind parts that are not tallies: open deals, and deals that were due when the period began. */
import type { Day } from '../calendar/day.ts'
import type { Part } from '../metrics/parts.ts'
import { type Exact, exact, times, toNumber } from '../numbers/exact.ts'
import { BEST_CASES, COMMITTED, dueDeals, type OpenDeal } from '../pipeline/open-deals.ts'
import type { PastDeal } from '../pipeline/past-deals.ts'

/** A deal with what it adds to each part it counts in: 0 if its amount is missing or unusable. */
export interface DealBehind {
  id: string
  rep: string
  adds: { part: Part; amount: number }[]
}

/** What an open deal adds to a part. 0: the deal does not count in it; `null`: it does, but its amount is missing or unusable. */
type Adding = (deal: OpenDeal, view: OpenView) => number | null

interface OpenView {
  isDue: boolean
  isStalled: boolean
}

const OPEN: readonly (readonly [Part, Adding])[] = [
  ['open_deals', () => 1],
  ['open_value', ({ money }) => money],
  ['open_weighted', (deal) => weighted(deal)],
  ['stalled_deals', (_, { isStalled }) => (isStalled ? 1 : 0)],
  ['due_value', ({ money }, { isDue }) => (isDue ? money : 0)],
  ['due_weighted', (deal, { isDue }) => (isDue ? weighted(deal) : 0)],
  ['due_commit', (deal, { isDue }) => (isDue && isIn(deal, COMMITTED) ? deal.money : 0)],
  ['due_best_case', (deal, { isDue }) => (isDue && isIn(deal, BEST_CASES) ? deal.money : 0)],
]

/** `remainder`: the days of the period from today on. */
export function openDealsBehind(
  deals: readonly OpenDeal[],
  parts: ReadonlySet<Part>,
  { remainder, stalled }: { remainder: { from: Day; to: Day }; stalled: readonly OpenDeal[] },
): DealBehind[] {
  const [due, late] = [new Set(dueDeals(deals, remainder)), new Set(stalled)]
  return deals.flatMap((deal) => {
    const view = { isDue: due.has(deal), isStalled: late.has(deal) }
    const asked = OPEN.filter(([part]) => parts.has(part))
    return behind(
      deal,
      asked.map(([part, adding]) => ({ part, amount: adding(deal, view) })),
    )
  })
}

export function pastDealsBehind(deals: readonly PastDeal[], parts: ReadonlySet<Part>): DealBehind[] {
  return deals.flatMap((deal) => {
    const adds = [
      { part: 'due_at_start', amount: 1 },
      { part: 'slipped', amount: deal.hasSlipped ? 1 : 0 },
      { part: 'forecast_at_start', amount: weighted(deal) },
    ] as const
    return behind(
      deal,
      adds.filter(({ part }) => parts.has(part)),
    )
  })
}

function behind(
  { id, rep }: { id: string; rep: string },
  adds: readonly { part: Part; amount: number | null }[],
): DealBehind[] {
  const counting = adds.flatMap(({ part, amount }) => (amount === 0 ? [] : { part, amount: amount ?? 0 }))
  return counting.length > 0 ? [{ id, rep, adds: counting }] : []
}

function weighted({ money, probability }: { money: number | null; probability: Exact }): number | null {
  return money === null ? null : toNumber(times(exact(money), probability))
}

function isIn({ forecastCategory }: OpenDeal, categories: readonly string[]): boolean {
  return categories.includes(forecastCategory ?? '')
}
