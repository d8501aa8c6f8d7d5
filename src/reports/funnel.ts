/** The funnel of each pipeline for one scope and period: a table that is requested like a metric. */
import type { Day } from '../domain/calendar/day.ts'
import type { Pipeline } from '../domain/company/people.ts'
import { type Tally, TYPES_OF_STAGE_TALLIES } from '../domain/facts/tally.ts'
import type { Basis, Lacking } from '../domain/figures/basis.ts'
import type { TallySums } from '../domain/metrics/measure.ts'
import { toNumber } from '../domain/numbers/exact.ts'
import { funnelOf, stageTallies } from '../domain/pipeline/funnel.ts'
import { basisOf, isIncomplete } from '../values/basis.ts'
import type { AnswerPorts } from '../values/context.ts'
import { readLedger, sumOfReps } from '../values/ledger.ts'
import { openScope, type ScopeOrder } from './asked-metric.ts'

export const FUNNEL = 'funnel'

export interface PipelineFunnel {
  pipeline: string
  label: string
  /** The open stages in display order, then the won ones, then the lost ones, which have no conversion. */
  stages: { stage: string; label: string; entered: number | null; conversion: number | null }[]
  /** The stage where most deals are lost. */
  leak: string | null
}

export interface FunnelFound extends Lacking {
  metric: typeof FUNNEL
  from: Day
  to: Day
  until: Day
  /** In display order. Nothing is known until deals have been read completely. */
  pipelines: PipelineFunnel[]
  _meta: Pick<Basis, 'incomplete'>
}

/** Throws `UnknownPeriodError`. */
export async function readFunnel(
  ports: AnswerPorts,
  order: ScopeOrder,
): Promise<FunnelFound | 'neverRead' | 'unknownScope'> {
  const opened = await openScope(ports, order)
  if (typeof opened === 'string') return opened
  const { scope, days, reps, context, company } = opened
  const { from, to, until } = days
  const pipelines = [...context.pipelines].sort((a, b) => a.order - b.order)
  const tallies = stageTallies(pipelines)
  const sums = sumOfReps(await readLedger(ports.store, { reps, tallies, from, until, at: context.at }), reps)
  const basis = basisOf(company, context.roster, { scope, sources: TYPES_OF_STAGE_TALLIES })
  const known = isIncomplete(basis) ? null : sums
  return {
    metric: FUNNEL,
    ...{ from, to, until },
    pipelines: pipelines.map((pipeline) => tableOf(pipeline, known)),
    loading: basis.loading,
    unreadable: basis.unreadable,
    problems: basis.problems,
    labels: basis.labels,
    _meta: { incomplete: basis.incomplete },
  }
}

/** If `sums` is `null`, nothing is known. */
function tableOf(pipeline: Pipeline, sums: TallySums | null): PipelineFunnel {
  const entries: Readonly<Partial<Record<Tally, number>>> = sums ?? {}
  const { stages, leak } = funnelOf(pipeline, (tally) => entries[tally] ?? 0)
  const labels = new Map(pipeline.stages.map(({ id, label }) => [id, label]))
  return {
    pipeline: pipeline.id,
    label: pipeline.label,
    stages: stages.map(({ stageId, entered, conversion }) => ({
      stage: stageId,
      label: labels.get(stageId) ?? stageId,
      entered: sums && entered,
      conversion: sums && conversion && toNumber(conversion),
    })),
    leak: sums && leak,
  }
}
