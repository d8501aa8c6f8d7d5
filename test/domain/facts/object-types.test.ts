/** What object types declare holds for facts, whatever they are. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EFFORT_TYPES } from '../../../src/domain/facts/deal-effort.ts'
import {
  type Fact,
  NAMING_TYPES,
  TERRITORY_TYPES,
  UNREADABLE_VALUES,
} from '../../../src/domain/facts/facts.ts'
import { MATURING_TALLIES } from '../../../src/domain/facts/maturing.ts'
import { flawsOf, typesOfFlaw } from '../../../src/domain/facts/quality.ts'
import { QUALITY_TALLIES, qualityContributions } from '../../../src/domain/facts/quality-tallies.ts'
import { tallied } from '../../../src/domain/facts/tallied.ts'
import { contributions, withoutAmount } from '../../../src/domain/facts/tallies.ts'
import {
  isTally,
  type OwnRecordsTally,
  type OwnTallyName,
  type QualityTally,
  type Tally,
  typeOfTally,
} from '../../../src/domain/facts/tally.ts'
import { rulesBody } from '../../builders.ts'
import { anyFact, REPS, TO } from '../../properties/any-facts.ts'

const rules = rulesBody({ stagePipelines: { s1: 'default', s2: 'default' } })
const flawed = fc
  .tuple(anyFact, fc.subarray([...UNREADABLE_VALUES]))
  .map(([fact, unreadable]): Fact => (unreadable.length > 0 ? { ...fact, unreadable } : fact))

type OtherTally = QualityTally | OwnTallyName | OwnRecordsTally

function isBuiltIn(tally: Tally): tally is Exclude<Tally, OtherTally> {
  return !/^(?:held|flaw|own|own_records):/.test(tally)
}

describe('a fact', () => {
  test('adds to tallies of its own type alone', () => {
    const property = fc.property(anyFact, (fact) => {
      for (const { tally } of [...contributions(fact, rules), ...withoutAmount(fact, rules)]) {
        expect(isTally(tally)).toBe(true)
        expect(isBuiltIn(tally) ? typeOfTally(tally) : null).toBe(fact.type)
      }
    })
    fc.assert(property)
  })

  test('counts later in no tally but those that are declared to mature', () => {
    const property = fc.property(flawed, (fact) => {
      const later = tallied(fact, rules).filter(({ from }) => from !== null)
      expect(later.filter(({ tally }) => !MATURING_TALLIES.has(tally))).toEqual([])
    })
    fc.assert(property)
  })

  test('has only flaws that its type declares, each with a tally unless it passes', () => {
    const basis = { rules, ownerIds: new Set(REPS.slice(0, 2)), now: TO }
    const property = fc.property(flawed, (fact) => {
      for (const flaw of flawsOf(fact, basis)) expect(typesOfFlaw(flaw)).toEqual([fact.type])
      for (const { tally } of qualityContributions(fact, rules)) expect(QUALITY_TALLIES.has(tally)).toBe(true)
    })
    fc.assert(property)
  })
})

test('a meeting matures, and nothing else does', () => {
  expect([...MATURING_TALLIES].sort()).toEqual([
    'flaw:bad_date/meetings.startsAt',
    'flaw:own_outcome/',
    'meeting_ms',
    'meetings',
  ])
})

test('tallies of stages, outcomes and quality are known by how they begin, others by name', () => {
  const names = ['stage_entered:p/s', 'call_outcome:none', 'held:calls', 'flaw:no_amount/', 'calls']

  expect(names.filter(isTally)).toEqual(names)
  expect(['toString', 'call', 'stage_entered', ''].filter(isTally)).toEqual([])
  expect([typeOfTally('stage_entered:p/s'), typeOfTally('call_outcome:none')]).toEqual(['deals', 'calls'])
})

test('roles of types are those of the records that can have them', () => {
  expect(EFFORT_TYPES).toEqual(['calls', 'emails', 'meetings'])
  expect(NAMING_TYPES).toEqual(['deals', 'contacts'])
  expect(TERRITORY_TYPES).toEqual(['deals', 'contacts'])
})
