/** Questions about a moment at which other exchange rates were in effect than those that the store tallies by. */
import { type Rules, rulesFrom } from '../domain/rules.ts'
import { tallied } from '../domain/tallied.ts'
import type { Store, TallyDay, TallyQuery, TallySum } from '../ports.ts'
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
      sum: async (query) => sumsOf([...(await store.tallies.sum(query)), ...among(shifts, query)]),
      byDay: async (query) => daysOf([...(await store.tallies.byDay(query)), ...among(shifts, query)]),
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
  return daysOf(shifts).filter(({ amount }) => amount !== 0)
}

function among(shifts: readonly TallyDay[], { tallies, from, until, reps }: TallyQuery): TallyDay[] {
  const [which, whose] = [new Set(tallies), reps && new Set(reps)]
  return shifts.filter(
    ({ rep, day, tally }) => day >= from && day < until && which.has(tally) && (whose?.has(rep) ?? true),
  )
}

/** One of each rep and tally. */
function sumsOf(all: readonly TallySum[]): TallySum[] {
  const sums = new Map<string, TallySum>()
  for (const { rep, tally, amount } of all) {
    const key = `${rep} ${tally}`
    sums.set(key, { rep, tally, amount: amount + (sums.get(key)?.amount ?? 0) })
  }
  return [...sums.values()]
}

/** One of each day, rep and tally, in order of days. */
function daysOf(all: readonly TallyDay[]): TallyDay[] {
  const sums = new Map<string, TallyDay>()
  for (const one of all) {
    const key = `${one.day} ${one.rep} ${one.tally}`
    sums.set(key, { ...one, amount: one.amount + (sums.get(key)?.amount ?? 0) })
  }
  return [...sums.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
