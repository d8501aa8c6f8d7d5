import { expect, it } from 'vitest'
import { newestRecords } from '../../../src/domain/explanation/newest-records.ts'

const on = (day: string | null, ...ids: number[]) => ids.map((id) => ({ id: String(id), day }))
const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => Number(id))

it('the latest day comes first, within a day the record HubSpot created last, and unknown days come last', () => {
  const list = [...on(null, 9), ...on('2026-10-02', 9_000, 10_000), ...on('2026-10-03', 1)]

  expect(idsOf(newestRecords([list], 20))).toEqual([1, 10_000, 9_000, 9])
})

it('a few old deals get their places among many new calls', () => {
  const calls = on('2026-10-20', ...Array.from({ length: 30 }, (_, index) => 100 + index))
  const deals = on('2026-10-01', 1, 2)

  const newest = idsOf(newestRecords([calls, deals], 20))

  expect(newest).toHaveLength(20)
  expect(newest.slice(-2)).toEqual([2, 1])
  expect(newest[0]).toBe(129)
})

it('lists without records yield none', () => {
  expect(newestRecords([], 20)).toEqual([])
  expect(newestRecords([[], []], 20)).toEqual([])
})
