/** The funnel: how many deals entered each stage of a pipeline, and how that compares with the next stage. */

import type { Pipeline, Stage } from '../company/people.ts'
import type { StageTally } from '../facts/tally.ts'
import { compare, type Exact, exact, fromDecimal, over } from '../numbers/exact.ts'

export interface FunnelStage {
  stageId: string
  /** Deals that entered the stage for the first time in the period. */
  entered: number
  /** Entries into the next stage over entries into this one. Can be above 1; `null`: no entries, or no next stage. */
  conversion: Exact | null
}

export interface Funnel {
  pipelineId: string
  /** The open stages in their order, then the won ones, then the lost ones. */
  stages: FunnelStage[]
  /** The stage with the lowest conversion, if any has enough entries. */
  leak: string | null
}

/** A stage with fewer entries than this is not judged. */
const LEAK_SAMPLE = 5

function stageTally(pipelineId: string, stageId: string): StageTally {
  return `stage_entered:${pipelineId}/${stageId}`
}

/** The funnel of a pipeline from the sums of its stage tallies over one scope and period. */
export function funnelOf(pipeline: Pipeline, entries: (tally: StageTally) => number): Funnel {
  const { chain, lost } = inOrder(pipeline.stages)
  const enteredIn = ({ id }: Stage) => entries(stageTally(pipeline.id, id))
  const linked = chain.map((stage, index) => {
    const [entered, next] = [enteredIn(stage), chain[index + 1]]
    const conversion = next ? over(exact(enteredIn(next)), exact(entered)) : null
    return { stageId: stage.id, entered, conversion }
  })
  const apart = lost.map((stage) => ({ stageId: stage.id, entered: enteredIn(stage), conversion: null }))
  return { pipelineId: pipeline.id, stages: [...linked, ...apart], leak: leakIn(linked) }
}

interface Order {
  chain: Stage[]
  lost: Stage[]
}

const orders = new WeakMap<readonly Stage[], Order>()

/** Computed once per list of stages, because a report has a funnel for every scope. */
function inOrder(stages: readonly Stage[]): Order {
  const order = orders.get(stages) ?? ordered(stages)
  orders.set(stages, order)
  return order
}

function ordered(stages: readonly Stage[]): Order {
  const sorted = [...stages].sort((a, b) => a.order - b.order)
  const open = sorted.filter((stage) => !stage.isClosed)
  const won = sorted.filter((stage) => stage.isClosed && isWon(stage))
  const lost = sorted.filter((stage) => stage.isClosed && !isWon(stage))
  return { chain: [...open, ...won], lost }
}

function isWon({ probability }: Stage): boolean {
  const value = probability === null ? null : fromDecimal(probability)
  return value !== null && value.n > 0n
}

/** The stage with the lowest conversion among those with enough entries. Among equals, the earlier one. */
function leakIn(chain: readonly FunnelStage[]): string | null {
  let leak: { stageId: string; conversion: Exact } | null = null
  for (const { stageId, entered, conversion } of chain) {
    if (conversion === null || entered < LEAK_SAMPLE) continue
    if (leak === null || compare(conversion, leak.conversion) < 0) leak = { stageId, conversion }
  }
  return leak?.stageId ?? null
}

/** The tallies that funnels are made of. */
export function stageTallies(pipelines: readonly Pipeline[]): StageTally[] {
  return pipelines.flatMap(({ id, stages }) => stages.map((stage) => stageTally(id, stage.id)))
}
