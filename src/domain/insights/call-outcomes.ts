import { type Found, found, lacking } from './insights.ts'

export interface OutcomeShare {
  /** GUID of the disposition. */
  outcome: string
  /** `null` where HubSpot was not asked or has no name for it. */
  name: string | null
  calls: number
  share: number
}

export interface CallOutcomes {
  calls: number
  /** The most frequent first; of equals in order of the GUID. */
  outcomes: OutcomeShare[]
  /** Calls that nobody gave an outcome. */
  without_outcome: { calls: number; share: number }
}

/** How calls ended, by the outcome that was logged. The key `none` stands for those without one. */
export function callOutcomesOf(
  counts: ReadonlyMap<string, number>,
  names: ReadonlyMap<string, string>,
): Found<CallOutcomes> {
  const calls = [...counts.values()].reduce((total, count) => total + count, 0)
  if (calls === 0) return lacking('no_calls')
  const outcomes = [...counts].flatMap(([outcome, count]) =>
    outcome === 'none' || count === 0
      ? []
      : [{ outcome, name: names.get(outcome) ?? null, calls: count, share: count / calls }],
  )
  const without = counts.get('none') ?? 0
  return found({
    calls,
    outcomes: outcomes.sort((a, b) => b.calls - a.calls || (a.outcome < b.outcome ? -1 : 1)),
    without_outcome: { calls: without, share: without / calls },
  })
}
