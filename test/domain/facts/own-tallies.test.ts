/** Values and properties that are called like something that every object inherits. */
import { describe, expect, it } from 'vitest'
import { ownFaults } from '../../../src/domain/company/own-faults.ts'
import type { Condition } from '../../../src/domain/company/own-metrics.ts'
import { ownTalliesFrom } from '../../../src/domain/company/own-tallies.ts'
import { moneyOf } from '../../../src/domain/facts/deal-tallies.ts'
import { ownContributions } from '../../../src/domain/facts/own-tallies.ts'
import { aDeal, rulesBody } from '../../builders.ts'
import { aCount, anOwnMetric, MEETINGS } from '../../own-metrics.ts'
import { aTally, aVisit, NOON } from '../../properties/own-visits.ts'

const INHERITED = 'constructor'

function isCounted(condition: Condition): boolean {
  const rules = rulesBody({ own: [aTally({ where: [condition] })] })
  return ownContributions(aVisit({ visited: NOON }), rules).length > 0
}

describe('a property called "constructor"', () => {
  it.each<[Condition, boolean]>([
    [{ property: INHERITED, is: ['Acme'] }, false],
    [{ property: INHERITED, isNot: ['Acme'] }, true],
    [{ property: INHERITED, has: true }, false],
    [{ property: INHERITED, above: 0 }, false],
    [{ property: INHERITED, on: true }, false],
  ])('is blank where a record has none: %o', (condition, isMet) => {
    expect(isCounted(condition)).toBe(isMet)
  })

  it('is unknown where HubSpot does not have it', () => {
    const metric = anOwnMetric({ count: aCount({ where: [{ property: INHERITED, has: true }] }) })
    const meetings = { ...MEETINGS, asked: ['starts', INHERITED] }

    expect(ownFaults(metric, [meetings]).map(({ reason }) => reason)).toEqual(['unknownProperty'])
    expect(ownTalliesFrom([metric], [meetings]).problems.get('demos')?.reason).toBe('unknownProperty')
  })
})

describe('a currency called "constructor"', () => {
  it('has no rate, for an own metric and for a deal', () => {
    const sum = { property: 'fee', unit: 'money', currency: 'fee_currency' } as const
    const visit = aVisit({ visited: NOON, fee: '12', fee_currency: INHERITED })
    const rules = rulesBody({ own: [aTally({ sum })] })

    expect(ownContributions(visit, rules)).toMatchObject([{ amount: 0, isBadNumber: true }])
    expect(moneyOf(aDeal({ amount: '12', homeAmount: null, currency: INHERITED }), rules)).toBeNull()
  })
})
