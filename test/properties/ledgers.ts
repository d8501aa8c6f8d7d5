/** The contents of tallies, as sums by which two ways of computing them can be compared. */

import { addDays } from '../../src/domain/calendar/day.ts'
import type { RulesBody } from '../../src/domain/company/rules.ts'
import { CONNECTED } from '../../src/domain/company/settings.ts'
import type { SyncedFact } from '../../src/domain/facts/facts.ts'
import { OWN_FLAWS, ownFlawTally, UNDATED } from '../../src/domain/facts/quality-tallies.ts'
import { tallied } from '../../src/domain/facts/tallied.ts'
import { ownRecordsOf, ownTallyOf, TALLIES, type Tally } from '../../src/domain/facts/tally.ts'
import type { TallyDay } from '../../src/ports/fact-store.ts'
import type { Store } from '../../src/ports/store.ts'
import { OWN_IDS } from './own-declarations.ts'

export const EVER = { from: '2025-01-01', until: '2029-01-01' } as const
export const STAGES = ['lead', 'offer', 'signed'] as const
const OUTCOMES = [CONNECTED, 'other', 'none'] as const
export const ALL_TALLIES: readonly Tally[] = [
  ...TALLIES,
  ...STAGES.map((stage) => `stage_entered:default/${stage}` as const),
  ...OUTCOMES.map((outcome) => `call_outcome:${outcome}` as const),
  ...OWN_IDS.flatMap((id) => [ownTallyOf(id), ownRecordsOf(id)]),
  ...OWN_IDS.flatMap((id) => OWN_FLAWS.map((flaw) => ownFlawTally(flaw, id))),
]

/** Amounts keyed by rep, day and tally; amounts of 0 are left out. */
export type Ledger = Record<string, number>

export function toLedger(rows: readonly TallyDay[]): Ledger {
  const sums = new Map<string, number>()
  for (const { rep, day, tally, amount } of rows) {
    const key = `${rep} ${day} ${tally}`
    sums.set(key, (sums.get(key) ?? 0) + amount)
  }
  return Object.fromEntries(
    [...sums].filter(([, amount]) => amount !== 0).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** Everything in the store's tallies, now or as of a moment. */
export async function held(store: Store, moment?: number): Promise<Ledger> {
  const at = moment === undefined ? {} : { at: moment }
  const dated = await store.tallies.byDay({ ...EVER, tallies: ALL_TALLIES, ...at })
  const undated = { from: UNDATED, until: addDays(UNDATED, 1), tallies: ALL_TALLIES }
  return toLedger([...dated, ...(await store.tallies.byDay({ ...undated, ...at }))])
}

/** What facts add up to at a moment, computed from scratch. */
export function ledgerOf(facts: readonly SyncedFact[], rules: RulesBody, moment: number): Ledger {
  const parts = facts.flatMap((fact) => tallied(fact, rules))
  return toLedger(
    parts.filter(({ tally, from }) => ALL_TALLIES.includes(tally) && (from === null || from <= moment)),
  )
}
