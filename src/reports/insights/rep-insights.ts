/** What goes along with bookings, where each rep falls behind, and whom to learn from. */
import { type Board, rankReps } from '../../domain/boards/board.ts'
import { bottleneckOf, mentorOn, type RateBeside } from '../../domain/insights/bottleneck.ts'
import type { InsightsDocument } from '../../domain/insights/document.ts'
import { found, lacking, type Why } from '../../domain/insights/insights.ts'
import { FEWEST_REPS, type Needle, needleOf, strongestFirst } from '../../domain/insights/needle.ts'
import { measure, type Sums, toExact } from '../../domain/metrics/measure.ts'
import type { Metric } from '../../domain/metrics/metric.ts'
import { yieldTurn } from '../../ports/turns.ts'
import { type InsightContext, type SummedScope, whyIncomplete, whyMissing } from './insight-context.ts'

/** Over the reps who were there in the last 90 days, using the same days for all of them. */
export async function readNeedles(
  context: InsightContext,
): Promise<InsightsDocument['what_moves_the_needle']> {
  const rows = await sumsOfThose(context)
  const incomplete = whyIncomplete(context, ['deals'])
  if (incomplete) return { reps: rows.length, ...lacking(incomplete) }
  if (rows.length < FEWEST_REPS) return { reps: rows.length, ...lacking('too_few_reps') }
  const needles: Needle[] = []
  for (const metric of context.metrics.needle) {
    needles.push(readNeedle(context, metric, rows))
    await yieldTurn()
  }
  return { reps: rows.length, ...found(strongestFirst(needles)) }
}

async function sumsOfThose({ figures, everyone, roster }: InsightContext): Promise<Sums[]> {
  const rows: Sums[] = []
  for (const rep of roster.reps) {
    const sums = await figures.ofScope({ kind: 'rep', ownerId: rep.id }, everyone.days)
    if (sums.reps_in_scope === 1) rows.push(sums)
    await yieldTurn()
  }
  return rows
}

function readNeedle(context: InsightContext, metric: Metric, rows: readonly Sums[]): Needle {
  const missing = whyMissing(context, metric)
  if (missing) return { metric: metric.id, reps: 0, ...lacking(missing) }
  const pairs = rows.map((sums) => ({
    value: measure(metric, sums).value,
    revenue: toExact(sums.revenue ?? 0),
  }))
  return needleOf(metric.id, pairs)
}

export async function readBottlenecks(context: InsightContext): Promise<InsightsDocument['bottlenecks']> {
  const metrics = context.metrics.conversion.filter((metric) => whyMissing(context, metric) === null)
  const boards = new Map<string, Board>()
  for (const metric of metrics) {
    boards.set(metric.id, boardOf(context, metric))
    await yieldTurn()
  }
  const bottlenecks: InsightsDocument['bottlenecks'] = {}
  for (const scope of context.scopes) {
    if (scope.rep) bottlenecks[scope.key] = readBottleneck(context, scope, { metrics, boards })
    await yieldTurn()
  }
  return bottlenecks
}

/** Each rep by days in their own time zone, as on boards. */
function boardOf({ scopes }: InsightContext, metric: Metric): Board {
  const rows = scopes.flatMap(({ rep, sums }) =>
    rep ? [{ owner: rep.owner, measured: measure(metric, sums) }] : [],
  )
  return rankReps(metric, rows)
}

function readBottleneck(
  context: InsightContext,
  own: SummedScope,
  { metrics, boards }: { metrics: readonly Metric[]; boards: ReadonlyMap<string, Board> },
): InsightsDocument['bottlenecks'][string] {
  const team = teamOf(context, own)
  const rates: RateBeside[] = metrics.map((metric) => ({
    metric,
    own: measure(metric, own.sums),
    team: measure(metric, team.sums),
  }))
  const bottleneck = metrics.length === 0 ? lacking(noneOf(context)) : bottleneckOf(rates)
  const board = bottleneck.value && boards.get(bottleneck.value.metric)
  const mentor = board ? mentorOn(board, own.rep?.id ?? '', context.alerted) : lacking('no_bottleneck')
  return { against: team.key, bottleneck, mentor }
}

/** Why no rate is available at all. */
function noneOf(context: InsightContext): Why {
  const whys = context.metrics.conversion.map((metric) => whyMissing(context, metric))
  return whys.find((why) => why !== null) ?? 'under_minimum_sample'
}

/** The primary team, or everyone if there is none. */
function teamOf({ scopes, everyone }: InsightContext, { rep }: SummedScope): SummedScope {
  const key = `team:${rep?.primaryTeamId ?? ''}`
  return scopes.find((scope) => scope.key === key) ?? everyone
}
