import { describe, expect, it } from 'vitest'
import { type DealChange, type StayingDeal, staysOf } from '../../../src/domain/facts/deal-changes.ts'

const deal: StayingDeal = { id: '7', ownerId: '1', stageId: 'c', isOpen: true }

function moves(...stages: (string | null)[]): DealChange[] {
  return stages.map((value, index) => ({ dealId: '7', property: 'stage', at: 10 * (index + 1), value }))
}

function stays(of: StayingDeal, changes: readonly DealChange[]): string[] {
  return staysOf(of, changes).map(
    ({ stageId, enteredAt, leftAt }) => `${stageId} ${enteredAt}-${leftAt ?? ''}`,
  )
}

describe('the stays of a deal', () => {
  it('end when the next one begins, and the last one is running while the deal is open', () => {
    expect(stays(deal, moves('a', 'b', 'c'))).toEqual(['a 10-20', 'b 20-30', 'c 30-'])
    expect(stays({ ...deal, isOpen: false }, moves('a', 'b', 'c'))).toEqual(['a 10-20', 'b 20-30'])
    expect(staysOf(deal, moves('c'))).toEqual([
      { dealId: '7', ownerId: '1', stageId: 'c', enteredAt: 10, leftAt: null },
    ])
  })

  it('are one if the same stage is written again, and two if the deal comes back', () => {
    expect(stays(deal, moves('c', 'c', 'a', 'a', 'c'))).toEqual(['c 10-30', 'a 30-50', 'c 50-'])
    expect(stays(deal, moves('a', null, 'c'))).toEqual(['a 10-20', 'c 30-'])
  })

  it('include no running one if the deal has moved on since its changes were read', () => {
    expect(stays(deal, moves('a', 'b'))).toEqual(['a 10-20'])
  })

  it('come only from changes of the stage', () => {
    const amount: DealChange = { dealId: '7', property: 'amount', at: 15, value: 'b' }

    expect(stays(deal, [amount, ...moves('c')])).toEqual(['c 10-'])
  })
})
