import { describe, expect, it } from 'vitest'
import type { Scope } from '../../../src/domain/company/roster.ts'
import { explainedParts, partsToExplain } from '../../../src/domain/explanation/explained-parts.ts'
import { createCatalogue } from '../../../src/domain/metrics/catalogue.ts'
import { exact } from '../../../src/domain/numbers/exact.ts'

const catalogue = createCatalogue()

const ANA: Scope = { kind: 'rep', ownerId: '1' }
const TEAM: Scope = { kind: 'team', teamId: '11' }

function placed(metric: string, scope: Scope = ANA): string[] {
  return explainedParts(catalogue.orThrow(metric), scope, {}).map(({ part, role }) => `${role} ${part}`)
}

describe('the parts of a number', () => {
  it('are in the order of the formula', () => {
    expect(placed('no_show_rate')).toEqual([
      'numerator meeting_no_shows',
      'denominator meetings',
      'denominator meeting_no_shows',
    ])
    expect(placed('positive_call_rate').at(-1)).toBe('condition positive_set')
    expect(placed('forecast')).toEqual(['summand revenue', 'summand due_weighted'])
  })

  it('are followed by what they are computed from', () => {
    expect(placed('admin_time').slice(-2)).toEqual(['input notes', 'input tasks'])
    expect(placed('commission')).toEqual([
      'summand commission',
      'condition tiers_set',
      'input revenue',
      'input target',
    ])
  })

  it('do not include a team’s target as an input of commission, which each rep earns on their own', () => {
    expect(placed('commission', TEAM)).toEqual(['summand commission', 'condition tiers_set', 'input revenue'])
    expect(partsToExplain(catalogue.orThrow('commission'), TEAM)).toEqual([
      'commission',
      'tiers_set',
      'revenue',
    ])
  })

  it('are exact: what nobody did is 0, and a missing part has no value', () => {
    const parts = explainedParts(catalogue.orThrow('pace'), ANA, { target: exact(10_000, 3) })

    expect(parts).toEqual([
      { part: 'revenue', role: 'term', value: 0, exact: '0' },
      { part: 'target', role: 'term', value: 10_000 / 3, exact: '10000/3' },
      { part: 'expected_share', role: 'term', value: null, exact: null },
      { part: 'by_past', role: 'term', value: null, exact: null },
      { part: 'elapsed_share', role: 'input', value: null, exact: null },
    ])
  })
})
