import { describe, expect, it } from 'vitest'
import type { Pipeline } from '../../../src/domain/company/people.ts'
import { createStageTimes } from '../../../src/domain/insights/stage-times.ts'

const stage = (id: string, order: number, isClosed = false) => ({
  id,
  label: id.toUpperCase(),
  order,
  isClosed,
  probability: null,
})
const PIPELINE: Pipeline = {
  id: 'p',
  label: 'New',
  order: 0,
  stages: [stage('won', 3, true), stage('talk', 1), stage('offer', 2), stage('meet', 0)],
}

/** Days of open deals and of ended stays, keyed by stage. */
function times(days: Record<string, { running?: number[]; ended?: number[] }>) {
  const stageTimes = createStageTimes()
  const open = new Map(Object.entries(days).map(([id, { running = [] }]) => [id, running.length]))
  for (const [stageId, { running = [], ended = [] }] of Object.entries(days)) {
    for (const one of running) stageTimes.add({ stageId, days: one, isRunning: true })
    for (const one of ended) stageTimes.add({ stageId, days: one, isRunning: false })
  }
  return stageTimes.of(PIPELINE, open)
}

describe('the stage bottleneck', () => {
  it('is the open stage where deals stay longest compared with what is usual there', () => {
    const { stages, slowest } = times({
      meet: { running: [4, 6], ended: [10] },
      talk: { running: [30], ended: [20, 20, 20] },
      offer: { running: [9, 3, 6], ended: [1, 2, 3, 4] },
    })

    expect(stages).toEqual([
      {
        stage: 'meet',
        label: 'MEET',
        open_deals: 2,
        unknown_age: 0,
        median_days: 5,
        ended_stays: 1,
        usual_median_days: 10,
        ratio: { value: 0.5, why: null },
      },
      {
        stage: 'talk',
        label: 'TALK',
        open_deals: 1,
        unknown_age: 0,
        median_days: 30,
        ended_stays: 3,
        usual_median_days: 20,
        ratio: { value: 1.5, why: null },
      },
      {
        stage: 'offer',
        label: 'OFFER',
        open_deals: 3,
        unknown_age: 0,
        median_days: 6,
        ended_stays: 4,
        usual_median_days: 2.5,
        ratio: { value: 2.4, why: null },
      },
    ])
    expect(slowest).toEqual({ value: 'offer', why: null })
  })

  it('lists every open stage in display order, even without deals, and no closed one', () => {
    const { stages, slowest } = times({ won: { running: [99], ended: [1] } })

    expect(stages.map((one) => one.stage)).toEqual(['meet', 'talk', 'offer'])
    expect(stages[0]).toMatchObject({
      open_deals: 0,
      median_days: null,
      ratio: { value: null, why: 'no_open_deals' },
    })
    expect(slowest).toEqual({ value: null, why: 'nothing_to_compare' })
  })

  it('has no ratio if no stay has ended, or if stays end within the day', () => {
    const { stages } = times({ meet: { running: [4] }, talk: { running: [4], ended: [0, 0, 5] } })

    expect(stages.map(({ ratio }) => ratio.why)).toEqual([
      'no_ended_stays',
      'nothing_to_compare',
      'no_open_deals',
    ])
  })

  it('counts open deals of unknown age separately', () => {
    const stageTimes = createStageTimes()
    stageTimes.add({ stageId: 'meet', days: 4, isRunning: true })
    const [meet] = stageTimes.of(PIPELINE, new Map([['meet', 3]])).stages

    expect(meet).toMatchObject({ open_deals: 3, unknown_age: 2, median_days: 4 })
  })

  it('is the earlier of two equally slow stages', () => {
    const { slowest } = times({ offer: { running: [4], ended: [2] }, talk: { running: [6], ended: [3] } })

    expect(slowest.value).toBe('talk')
  })

  it('is missing if deals stay in no stage longer than usual', () => {
    const { slowest } = times({ offer: { running: [4], ended: [4] }, talk: { running: [2], ended: [3] } })

    expect(slowest).toEqual({ value: null, why: 'none_slower' })
  })
})
