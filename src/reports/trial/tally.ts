/** What the records of the tried weeks add to own metrics, counted in memory. */
import type { Day } from '../../domain/calendar/day.ts'
import { cutAtArchive, type Roster } from '../../domain/company/roster.ts'
import type { RulesBody } from '../../domain/company/rules.ts'
import type { SyncedFact, SyncedType } from '../../domain/facts/facts.ts'
import { ownContributions } from '../../domain/facts/own-tallies.ts'

export interface Week {
  from: Day
  to: Day
}

/** A record that counts, with what it adds to its tally. */
export interface CountedRecord {
  type: SyncedType
  id: string
  day: Day
  rep: string
  amount: number
}

export interface TrialTally {
  /** What each week has of the metric's tally. */
  amounts: number[]
  records: CountedRecord[]
  /** How many of them have a number that cannot be read. */
  badNumbers: number
}

/** The tallies by metric, of tracked reps alone, as in the report of everyone. */
export function tallyTrial(
  facts: Iterable<SyncedFact>,
  { roster, rules, weeks }: { roster: Roster; rules: RulesBody; weeks: readonly Week[] },
): (metric: string) => TrialTally {
  const tallies = new Map<string, TrialTally>()
  const tallyOf = (metric: string): TrialTally => {
    const tally = tallies.get(metric) ?? { amounts: weeks.map(() => 0), records: [], badNumbers: 0 }
    tallies.set(metric, tally)
    return tally
  }
  const end = weeks.at(-1)?.to ?? ''
  const reps = new Map(roster.reps.map((rep) => [rep.id, { name: rep.name, until: cutAtArchive(rep, end) }]))
  for (const fact of facts) {
    for (const { id, rep, day, amount, isBadNumber } of ownContributions(fact, rules)) {
      const known = reps.get(rep)
      const week = weeks.findIndex(({ from, to }) => day !== null && day >= from && day < to)
      if (!known || day === null || week < 0 || day >= known.until) continue
      const tally = tallyOf(id)
      tally.amounts[week] = (tally.amounts[week] ?? 0) + amount
      tally.records.push({ type: fact.type, id: fact.id, day, rep: known.name, amount })
      if (isBadNumber) tally.badNumbers += 1
    }
  }
  return tallyOf
}
