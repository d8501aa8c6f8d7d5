/** Questions about a moment at which other exchange rates were in effect than those that the store tallies by. */

import { type Rules, rulesFrom } from '../domain/company/rules.ts'
import { addedUp, addedUpByDay } from '../domain/facts/added-up.ts'
import { tallied } from '../domain/facts/tallied.ts'
import type { TallyDay, TallyQuery } from '../ports/fact-store.ts'
import type { Store } from '../ports/store.ts'
import { forEachFact } from './each-fact.ts'

/**
 * The store as at a moment: where a currency had another rate then, what its deals add is told by that rate. Deals are
 * gone through for it, which takes a second where there are hundreds of thousands; nearly always there is no other rate.
 */
export async function atRatesThen(store: Store, at: number): Promise<Store> {
  const [directory, settings, rules] = await Promise.all([
    store.directory.read(),
    store.settings.read(),
    store.rules.current(),
  ])
  const then = rulesFrom(directory, settings, at)
  if (!rules || !then) return store
  const rulesThen = { ...rules, rates: then.rates }
  const currencies = currenciesThatDiffer(rules.rates, then.rates)
  if (currencies.size === 0) return store
  const shifts = await readShifts(store, { currencies, rules, rulesThen })
  return {
    ...store,
    rules: { ...store.rules, current: async () => rulesThen },
    tallies: {
      ...store.tallies,
      sum: async (query) => addedUp([...(await store.tallies.sum(query)), ...among(shifts, query)]),
      byDay: async (query) => addedUpByDay([...(await store.tallies.byDay(query)), ...among(shifts, query)]),
    },
  }
}

function currenciesThatDiffer(now: Rules['rates'], then: Rules['rates']): ReadonlySet<string> {
  const all = [...Object.keys(now), ...Object.keys(then)]
  return new Set(all.filter((currency) => now[currency] !== then[currency]))
}

interface Change {
  currencies: ReadonlySet<string>
  rules: Rules
  rulesThen: Rules
}

/** What deals in these currencies add under the rules then, less what they add under those in force. */
async function readShifts(store: Store, { currencies, rules, rulesThen }: Change): Promise<TallyDay[]> {
  const shifts: TallyDay[] = []
  await forEachFact(store, 'deals', (deal) => {
    if (deal.type !== 'deals' || !currencies.has(deal.currency ?? '')) return
    for (const { rep, day, tally, amount } of tallied(deal, rulesThen))
      shifts.push({ rep, day, tally, amount })
    for (const { rep, day, tally, amount } of tallied(deal, rules))
      shifts.push({ rep, day, tally, amount: -amount })
  })
  return addedUpByDay(shifts).filter(({ amount }) => amount !== 0)
}

function among(shifts: readonly TallyDay[], { tallies, from, until, reps }: TallyQuery): TallyDay[] {
  const [which, whose] = [new Set(tallies), reps && new Set(reps)]
  return shifts.filter(
    ({ rep, day, tally }) => day >= from && day < until && which.has(tally) && (whose?.has(rep) ?? true),
  )
}
