/** What the numbers of each scope say on their own: mix, outcomes, plateau and averages. */
import { addDays, type Day } from '../../domain/calendar/day.ts'
import type { PeriodSpec } from '../../domain/calendar/period.ts'
import { type Roster, repsIn } from '../../domain/company/roster.ts'
import type { OutcomeTally } from '../../domain/facts/tally.ts'
import { sourcesOf } from '../../domain/figures/sources.ts'
import { type ActivityMix, activityMixOf } from '../../domain/insights/activity-mix.ts'
import { type Averages, averagesOf } from '../../domain/insights/averages.ts'
import { type CallOutcomes, callOutcomesOf, outcomeNames } from '../../domain/insights/call-outcomes.ts'
import type { ByScope } from '../../domain/insights/document.ts'
import { type Found, lacking, type Why } from '../../domain/insights/insights.ts'
import { type Plateau, plateauOf } from '../../domain/insights/plateau.ts'
import { measure, type Sums, toExact } from '../../domain/metrics/measure.ts'
import { type Exact, fromDecimal, over, ZERO } from '../../domain/numbers/exact.ts'
import { yieldTurn } from '../../ports/turns.ts'
import { sumOfReps } from '../../values/ledger.ts'
import { type InsightContext, type SummedScope, whyIncomplete, whyMissing } from './insight-context.ts'

/** One insight for every scope, or why it is available for nobody. */
async function forScopes<T>(
  { scopes }: InsightContext,
  missing: Why | null,
  read: (scope: SummedScope) => Found<T> | Promise<Found<T>>,
): Promise<ByScope<Found<T>>> {
  const byScope: ByScope<Found<T>> = {}
  for (const scope of scopes) {
    byScope[scope.key] = missing ? lacking(missing) : await read(scope)
    await yieldTurn()
  }
  return byScope
}

export function readActivityMix(context: InsightContext): Promise<ByScope<Found<ActivityMix>>> {
  const { catalogue, roster } = context
  const activities = catalogue.orThrow('activities')
  return forScopes(
    context,
    whyIncomplete(context, sourcesOf([activities], { settings: roster.settings, catalogue })),
    ({ sums }) =>
      activityMixOf({
        calls: Number(sums.calls ?? 0),
        emails: Number(sums.emails ?? 0),
        meetings: Number(sums.meetings ?? 0),
        tasks: Number(sums.tasks ?? 0),
        notes: Number(sums.notes ?? 0),
        messages: Number(sums.messages ?? 0),
      }),
  )
}

const LAST_3_MONTHS: PeriodSpec = { kind: 'last', count: 3, unit: 'months' }

export function readPlateaus(context: InsightContext): Promise<ByScope<Found<Plateau>>> {
  const { figures, roster } = context
  return forScopes(context, whyIncomplete(context, ['deals']), async ({ scope }) => {
    const reps = repsIn(roster, scope)
    const months = monthsOf(figures.daysOf(scope, LAST_3_MONTHS))
    const revenues = months.map(async (days) => ({
      month: days.from.slice(0, 7),
      revenue: Number(sumOfReps(await figures.ledger(days, ['revenue']), reps).revenue ?? 0),
    }))
    return plateauOf(await Promise.all(revenues))
  })
}

function monthsOf({ from, until }: { from: Day; until: Day }): { from: Day; until: Day }[] {
  const months: { from: Day; until: Day }[] = []
  for (let first = from; first < until; ) {
    const next = `${addDays(first, 31).slice(0, 7)}-01`
    months.push({ from: first, until: next })
    first = next
  }
  return months
}

export function readAverages(context: InsightContext): Promise<ByScope<Found<Averages>>> {
  const metrics = context.metrics.additive.filter((metric) => whyMissing(context, metric) === null)
  return forScopes(context, null, ({ sums }) => {
    const totals = metrics.map((metric) => ({
      metric: metric.id,
      total: measure(metric, sums).value ?? ZERO,
    }))
    return averagesOf(daysPassedIn(sums, context.roster), totals)
  })
}

/** Working hours are working days passed × the hours of one. */
function daysPassedIn(sums: Sums, { settings }: Roster): Exact {
  const hoursPerDay = fromDecimal(String(settings.hoursPerDay))
  return (hoursPerDay && over(toExact(sums.working_hours ?? 0), hoursPerDay)) ?? ZERO
}

/** Every outcome that calls were ever given, each separately. */
export async function readCallOutcomes(context: InsightContext): Promise<ByScope<Found<CallOutcomes>>> {
  const { figures, roster, store, company } = context
  const names = outcomeNames(company.directory.callOutcomes)
  const outcomes = await store.insights.outcomes()
  const tallies = ['none', ...outcomes].map(tallyOf)
  return forScopes(context, whyIncomplete(context, ['calls']), async ({ scope, days }) => {
    const sums = sumOfReps(await figures.ledger(days, tallies), repsIn(roster, scope))
    const byOutcome = new Map(outcomes.map((outcome) => [outcome, sums[tallyOf(outcome)] ?? 0]))
    return callOutcomesOf(byOutcome, { without: sums[tallyOf('none')] ?? 0, names })
  })
}

function tallyOf(outcome: string): OutcomeTally {
  return `call_outcome:${outcome}`
}
