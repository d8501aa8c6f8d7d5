import type { CallOutcome } from '../company/people.ts'
import { CONNECTED } from '../company/settings.ts'
import { type Found, found, lacking } from './insights.ts'

/** HubSpot's own call outcomes, the same GUIDs in every account. */
const STANDARD_OUTCOMES: ReadonlyMap<string, string> = new Map([
  [CONNECTED, 'Connected'],
  ['9d9162e7-6cf3-4944-bf63-4dff82258764', 'Busy'],
  ['a4c4c377-d246-4b32-a13b-75a56a4cd0ff', 'Left live message'],
  ['b2cf5968-551e-4856-9783-52b3da59a7d0', 'Left voicemail'],
  ['73a0d17f-1163-4015-bdd5-ec830791da20', 'No answer'],
  ['17b47fee-58de-441e-a44c-c6300d46f273', 'Wrong number'],
])

/** Labels of outcomes by id: the account's own, otherwise HubSpot's. */
export function outcomeNames(listed: readonly CallOutcome[]): ReadonlyMap<string, string> {
  return new Map([...STANDARD_OUTCOMES, ...listed.map(({ id, label }) => [id, label] as const)])
}

interface Share {
  calls: number
  share: number
}

export interface OutcomeShare extends Share {
  /** GUID of the disposition. */
  outcome: string
  /** `null` for a custom outcome that HubSpot does not list, or no longer lists. */
  name: string | null
}

export interface CallOutcomes {
  calls: number
  /** The most frequent first; equally frequent ones in order of the GUID. */
  outcomes: OutcomeShare[]
  /** Calls without a logged outcome. */
  without_outcome: Share
}

/** How calls ended, by logged outcome. `byOutcome` has the number of calls for every outcome. */
export function callOutcomesOf(
  byOutcome: ReadonlyMap<string, number>,
  { without, names }: { without: number; names: ReadonlyMap<string, string> },
): Found<CallOutcomes> {
  const calls = [...byOutcome.values()].reduce((total, count) => total + count, without)
  if (calls === 0) return lacking('no_calls')
  const shareOf = (count: number) => ({ calls: count, share: count / calls })
  const outcomes = [...byOutcome]
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => ({ outcome, name: names.get(outcome) ?? null, ...shareOf(count) }))
  return found({
    calls,
    outcomes: outcomes.sort((a, b) => b.calls - a.calls || (a.outcome < b.outcome ? -1 : 1)),
    without_outcome: shareOf(without),
  })
}
