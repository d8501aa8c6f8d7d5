/** The parts of one rep besides the tallies: time, cost, open deals, target, and what is computed from these. */
import { costOf } from '../company/costs.ts'
import type { Rep, Roster } from '../company/roster.ts'
import { type Sums, type TallySums, toExact } from '../metrics/measure.ts'
import { type Part, REP_PARTS, type RepPart } from '../metrics/parts.ts'
import { compare, type Exact, exact, fromDecimal, plus, times, ZERO } from '../numbers/exact.ts'
import {
  type DueSums,
  dueSums,
  type OpenDeal,
  type PipelineSums,
  pipelineSums,
} from '../pipeline/open-deals.ts'
import type { PastSums } from '../pipeline/past-deals.ts'
import { countStalled } from '../pipeline/stalled.ts'
import { commissionOf } from '../quotas/commission.ts'
import type { Targets } from '../quotas/targets.ts'
import { type AskedDays, remainderOf } from './moment.ts'
import { once } from './once.ts'
import type { RepWork } from './rep-work.ts'

/** What the parts of a rep are computed from. */
export interface RepBasis extends RepWork {
  roster: Roster
  targets: Targets
  /** Epoch ms. */
  at: number
  days: AskedDays
  tallies: TallySums
  /** The rep's open deals now. */
  open: readonly OpenDeal[]
  /** The sales cycle of the rep's team, in days; `null`: unknown. */
  cycle: Exact | null
  /** Sums over the rep's deals that were due when the period began; `null` before it begins. */
  atStart: PastSums | null
}

interface View extends RepBasis {
  rep: Rep
  target(): Exact | null
  pipeline(): PipelineSums
  due(): DueSums
}

const MINUTES = exact(60)
const MILLISECONDS = exact(3_600_000)

/** `null`: the part is missing and left out of the sums. */
const FORMULAS: Readonly<Record<RepPart, (view: View) => number | Exact | null>> = {
  working_hours: workingHours,
  working_minutes: (view) => times(workingHours(view), MINUTES),
  working_ms: (view) => times(workingHours(view), MILLISECONDS),
  note_minutes: ({ tallies, roster }) => minutesOf(tallies.notes, roster.settings.noteMinutes),
  task_minutes: ({ tallies, roster }) => minutesOf(tallies.tasks, roster.settings.taskMinutes),
  reps_in_scope: (view) => (isPresent(view) ? 1 : 0),
  cost: ({ rep, days, roster, at }) => costOf(rep, days, { roster, now: at }),
  costed_revenue: ({ rep, roster, tallies }) =>
    (roster.settings.repCost[rep.id] ?? []).length > 0 ? (tallies.revenue ?? 0) : null,
  open_deals: ({ pipeline }) => pipeline().deals,
  open_value: ({ pipeline }) => pipeline().value,
  open_weighted: ({ pipeline }) => pipeline().weighted,
  stalled_deals: (view) => countStalled(view.open, { at: view.at, zone: view.rep.zone, cycle: view.cycle }),
  due_value: (view) => view.due().value,
  due_weighted: (view) => view.due().weighted,
  due_commit: (view) => view.due().commit,
  due_best_case: (view) => view.due().bestCase,
  due_at_start: ({ atStart }) => atStart?.due ?? null,
  slipped: ({ atStart }) => atStart?.slipped ?? null,
  forecast_at_start: ({ atStart }) => atStart?.forecast ?? null,
  at_quota: (view) => (hasReached(view) ? 1 : 0),
  with_target: (view) => (view.target() ? 1 : 0),
  commission: (view) => paid(view, toExact(view.tallies.revenue ?? 0)),
  commission_forecast: (view) => paid(view, plus(toExact(view.tallies.revenue ?? 0), view.due().weighted)),
  activity_points: (view) => view.scorecard().activityScore,
  objective_points: (view) => view.scorecard().objectiveScore,
}

/** The tallies of a rep, together with the wanted parts that are not tallies. */
export function repFigures(rep: Rep, basis: RepBasis, wanted: ReadonlySet<Part>): Sums {
  const view = viewOf(rep, basis)
  const sums: Partial<Record<Part, number | Exact>> = { ...basis.tallies }
  for (const part of REP_PARTS) {
    const amount = wanted.has(part) ? FORMULAS[part](view) : null
    if (amount !== null) sums[part] = amount
  }
  return sums
}

function viewOf(rep: Rep, basis: RepBasis): View {
  const { targets, days } = basis
  const scope = { kind: 'rep', ownerId: rep.id } as const
  return {
    ...basis,
    rep,
    target: once(() => targets(scope, { metric: 'revenue', from: days.from, to: days.to }).target),
    pipeline: once(() => pipelineSums(basis.open)),
    due: once(() => dueSums(basis.open, remainderOf(days))),
  }
}

function workingHours(view: View): Exact {
  return times(view.daysPassed(), decimal(view.roster.settings.hoursPerDay))
}

function minutesOf(count: number | undefined, minutesEach: number): Exact {
  return times(exact(count ?? 0), decimal(minutesEach))
}

function decimal(value: number): Exact {
  return fromDecimal(String(value)) ?? ZERO
}

/** Whether the rep was neither archived before the first day nor started after the last. */
function isPresent({ rep, days, roster }: View): boolean {
  const started = roster.settings.startedOn[rep.id] ?? ''
  return (rep.archiveDay === null || rep.archiveDay >= days.from) && started < days.to
}

function hasReached(view: View): boolean {
  const target = view.target()
  return target !== null && compare(toExact(view.tallies.revenue ?? 0), target) >= 0
}

function paid(view: View, revenue: Exact): Exact | null {
  const { commission } = view.roster.settings
  return commission && commissionOf(commission.tiers, { revenue, target: view.target() })
}
