import { expect, it } from 'vitest'
import type { DealFact } from '../../../src/domain/facts/facts.ts'
import { type Exact, exact } from '../../../src/domain/numbers/exact.ts'
import { openDealsOf } from '../../../src/domain/pipeline/open-deals.ts'
import { countStalled } from '../../../src/domain/pipeline/stalled.ts'
import { aDeal, at, rulesBody } from '../../builders.ts'

const ZONE = 'Europe/Copenhagen'

function stalled(changes: Partial<DealFact>, cycle: Exact | null): boolean {
  const deals = openDealsOf([aDeal({ closesAt: null, ...changes })], { rules: rulesBody(), pipelines: [] })
  return countStalled(deals, { at: at('2026-10-30T23:30:00Z'), zone: ZONE, cycle }) === 1
}

it('a deal is stalled from the day after it was due, in its rep’s time zone', () => {
  expect(stalled({ closesAt: at('2026-10-30T22:59:00Z') }, null)).toBe(true)
  expect(stalled({ closesAt: at('2026-10-30T23:00:00Z') }, null)).toBe(false)
})

it('a deal is stalled once it is older than two sales cycles', () => {
  const thirtyDays = { createdAt: at('2026-10-01T12:00:00Z') }
  const thirtyOneDays = { createdAt: at('2026-09-30T12:00:00Z') }

  expect(stalled(thirtyDays, exact(15))).toBe(false)
  expect(stalled(thirtyOneDays, exact(15))).toBe(true)
})

it('a fractional cycle is not rounded before it is doubled', () => {
  const thirtyOneDays = { createdAt: at('2026-09-30T12:00:00Z') }

  expect(stalled(thirtyOneDays, exact(61, 4))).toBe(true)
  expect(stalled(thirtyOneDays, exact(31, 2))).toBe(false)
  expect(stalled(thirtyOneDays, exact(47, 3))).toBe(false)
})

it('without a cycle or a creation date only the close date decides', () => {
  expect(stalled({ createdAt: at('2020-01-01T12:00:00Z') }, null)).toBe(false)
  expect(stalled({ createdAt: null }, exact(1))).toBe(false)
  expect(stalled({ createdAt: null, closesAt: at('2026-10-01T12:00:00Z') }, exact(1))).toBe(true)
})

it('if deals are won on the day they are created, one from yesterday is stalled', () => {
  expect(stalled({ createdAt: at('2026-10-30T12:00:00Z') }, exact(0))).toBe(true)
  expect(stalled({ createdAt: at('2026-10-30T23:00:00Z') }, exact(0))).toBe(false)
})
