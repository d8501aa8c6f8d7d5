import { describe, expect, it } from 'vitest'
import type { Stage } from '../../../src/domain/company/people.ts'
import { exact } from '../../../src/domain/numbers/exact.ts'
import { type Funnel, funnelOf } from '../../../src/domain/pipeline/funnel.ts'
import { aPipeline, aStage } from './worlds.ts'

function funnel(entered: Record<string, number>, stages: Stage[] = aPipeline().stages): Funnel {
  const entries = (tally: string) => entered[tally.replace('stage_entered:default/', '')] ?? 0
  return funnelOf(aPipeline({ stages }), entries)
}

describe('a funnel', () => {
  it('has the conversion from each stage to the next, and where most deals are lost', () => {
    expect(funnel({ s1: 6, s2: 3, s3: 3, won: 1, lost: 1 })).toEqual({
      pipelineId: 'default',
      stages: [
        { stageId: 's1', entered: 6, conversion: exact(1, 2) },
        { stageId: 's2', entered: 3, conversion: exact(1) },
        { stageId: 's3', entered: 3, conversion: exact(1, 3) },
        { stageId: 'won', entered: 1, conversion: null },
        { stageId: 'lost', entered: 1, conversion: null },
      ],
      leak: 's1',
    })
  })

  it('puts won stages after all open ones and lost ones at the end, each in their order', () => {
    const stages = [
      aStage({ id: 'lost', order: 0, isClosed: true, probability: '0' }),
      aStage({ id: 'won late', order: 6, isClosed: true, probability: '1' }),
      aStage({ id: 'second', order: 9 }),
      aStage({ id: 'won', order: 2, isClosed: true, probability: '0.9' }),
      aStage({ id: 'dropped', order: 1, isClosed: true, probability: null }),
      aStage({ id: 'first', order: 3, probability: '0' }),
    ]

    const { stages: listed } = funnel({ first: 2, second: 3, won: 1 }, stages)

    expect(listed.map(({ stageId }) => stageId)).toEqual([
      'first',
      'second',
      'won',
      'won late',
      'lost',
      'dropped',
    ])
    expect(listed.map(({ conversion }) => conversion)).toEqual([
      exact(3, 2),
      exact(1, 3),
      exact(0),
      null,
      null,
      null,
    ])
  })

  it('has no conversion for a stage without entries', () => {
    expect(funnel({ s2: 2 }).stages.map(({ conversion }) => conversion)).toEqual([
      null,
      exact(0),
      null,
      null,
      null,
    ])
  })

  it('has its leak at the earlier of two stages with the same conversion', () => {
    expect(funnel({ s1: 20, s2: 10, s3: 5, won: 5 }).leak).toBe('s1')
    expect(funnel({ s1: 20, s2: 10, s3: 4, won: 1 }).leak).toBe('s2')
  })

  it('has no leak if no stage with a next one has five entries', () => {
    expect(funnel({ s1: 4, s2: 1, won: 50, lost: 50 }).leak).toBeNull()
  })
})
