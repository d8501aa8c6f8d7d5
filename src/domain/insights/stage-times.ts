import type { Pipeline, Stage } from '../company/people.ts'
import { compare, type Exact, ONE, over, toNumber } from '../numbers/exact.ts'
import { type Found, found, lacking, type Why } from './insights.ts'
import { medianOf } from './median.ts'

/**
 * How long open deals have been in a stage, compared with how long deals usually stay. Days are whole reporting days.
 */
export interface StageTime {
  stage: string
  label: string
  open_deals: number
  /** Open deals that entered the stage at an unknown time, because their changes have not been read yet. */
  unknown_age: number
  /** For the other open deals, up to now. */
  median_days: number | null
  ended_stays: number
  /** For the stays that have ended. */
  usual_median_days: number | null
  /** `median_days` over `usual_median_days`, or why it is missing. */
  ratio: Found<number>
}

export interface PipelineTimes {
  pipeline: string
  label: string
  /** The open stages, in display order. */
  stages: StageTime[]
  /** The stage with the highest ratio above 1; the earlier one if two are equal. */
  slowest: Found<string>
}

interface Days {
  running: Map<number, number>
  ended: Map<number, number>
}

export interface StageTimes {
  /** Adds one deal's time in a stage. */
  add(stay: { stageId: string; days: number; isRunning: boolean }): void
  /** `openDeals`: how many there are now, by stage. */
  of(pipeline: Pipeline, openDeals: ReadonlyMap<string, number>): PipelineTimes
}

/** Collects any number of stays and works out where deals get stuck. */
export function createStageTimes(): StageTimes {
  const byStage = new Map<string, Days>()
  return {
    add({ stageId, days, isRunning }) {
      const stage = byStage.get(stageId) ?? { running: new Map(), ended: new Map() }
      byStage.set(stageId, stage)
      const counts = isRunning ? stage.running : stage.ended
      counts.set(days, (counts.get(days) ?? 0) + 1)
    },
    of(pipeline, openDeals) {
      const open = pipeline.stages.filter((stage) => !stage.isClosed).sort((a, b) => a.order - b.order)
      const timed = open.map((stage) => timeOf(stage, openDeals.get(stage.id) ?? 0, byStage.get(stage.id)))
      return {
        pipeline: pipeline.id,
        label: pipeline.label,
        stages: timed.map(({ time }) => time),
        slowest: slowestOf(timed),
      }
    },
  }
}

interface Timed {
  time: StageTime
  ratio: Exact | null
}

const NONE: Days = { running: new Map(), ended: new Map() }

function timeOf(stage: Stage, openDeals: number, { running, ended }: Days = NONE): Timed {
  const [now, usual] = [medianOf(running), medianOf(ended)]
  const ratio = now && usual && over(now, usual)
  return {
    ratio,
    time: {
      stage: stage.id,
      label: stage.label,
      open_deals: openDeals,
      unknown_age: Math.max(0, openDeals - countIn(running)),
      median_days: now && toNumber(now),
      ended_stays: countIn(ended),
      usual_median_days: usual && toNumber(usual),
      ratio: ratio ? found(toNumber(ratio)) : lacking(whyNone(now, usual)),
    },
  }
}

/** `nothing_to_compare`: deals usually leave the stage within a day, so the divisor is 0. */
function whyNone(now: Exact | null, usual: Exact | null): Why {
  if (now === null) return 'no_open_deals'
  return usual === null ? 'no_ended_stays' : 'nothing_to_compare'
}

function countIn(counts: ReadonlyMap<number, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0)
}

function slowestOf(stages: readonly Timed[]): Found<string> {
  let slowest = { stage: '', ratio: ONE }
  for (const { time, ratio } of stages) {
    if (ratio && compare(ratio, slowest.ratio) > 0) slowest = { stage: time.stage, ratio }
  }
  if (slowest.stage !== '') return found(slowest.stage)
  return lacking(stages.some(({ ratio }) => ratio !== null) ? 'none_slower' : 'nothing_to_compare')
}
