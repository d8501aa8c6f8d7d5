/** Questions about a moment when other exchange rates were in effect than those that the store's tallies use. */

import { type Rules, rulesFrom } from '../domain/company/rules.ts'
import { addedUp, addedUpByDay } from '../domain/facts/added-up.ts'
import { tallied } from '../domain/facts/tallied.ts'
import type { TallyDay, TallyQuery } from '../ports/fact-store.ts'
import type { Store } from '../ports/store.ts'
import { forEachFact } from './each-fact.ts'

/**
 * The store as of a moment: if a currency had another rate then, its deals are converted at that rate. This goes through
 * all deals, which takes a second for hundreds of thousands. Nearly always the rates are the same and nothing is read.
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

/** What deals in these currencies add under the rules of that moment, minus what they add under the rules in force. */
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
  const [askedTallies, askedReps] = [new Set(tallies), reps && new Set(reps)]
  return shifts.filter(
    ({ rep, day, tally }) =>
      day >= from && day < until && askedTallies.has(tally) && (askedReps?.has(rep) ?? true),
  )
}
