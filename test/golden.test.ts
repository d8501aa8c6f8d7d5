import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import {
  compareGolden,
  isSheet,
  type Json,
  readGolden,
  readGoldenText,
  reportOf,
  type Sheet,
} from './golden.ts'
import { type TestStore, testStore } from './store/stores.ts'

const cases = readdirSync(join(import.meta.dirname, 'golden', 'cases')).sort()

describe('golden data', () => {
  let world: TestStore | undefined

  afterEach(() => world?.end())

  it.each(cases)('case %s', async (file) => {
    const golden = readGolden(join('cases', file))
    if (!isSheet(golden)) throw new Error(`${file} is not a case`)
    world = await testStore('sqlite')

    const report = await reportOf({
      store: world.store,
      dataset: golden,
      settings: golden['settings'] ?? {},
      now: String(golden['now']),
      periods: String(golden['period']),
    })

    expectGolden(golden['expected'] ?? null, report)
  })

  it('the whole account', async () => {
    world = await testStore('sqlite')

    const report = await reportOf({
      store: world.store,
      dataset: readGolden('dataset.json'),
      settings: readGolden('settings.json'),
      now: readGoldenText('now.txt'),
      periods: readGoldenText('periods.txt'),
    })

    const expected = readGolden('expected.json')
    const { compared } = expectGolden(expected, report)
    expectQuality(expected, report)
    expect(compared).toBeGreaterThan(20_000)
    expect(await world.store.tallies.verify()).toMatchObject({ differences: [] })
  })
})

function expectGolden(expected: Json, report: Json) {
  const comparison = compareGolden(withoutExtras(expected), report)
  expect(comparison.wrong).toEqual([])
  expect([...comparison.absent]).toEqual([])
  return comparison
}

/** Nothing else is wrong either. Counts of 0 may be left out of what is expected of own metrics. */
function expectQuality(expected: Json, report: Sheet) {
  const quality = isSheet(expected) ? (expected['_data_quality'] ?? null) : null
  if (!isSheet(quality)) throw new Error('no data quality is expected')
  const found = report['_data_quality'] ?? null
  if (!isSheet(found)) throw new Error('the report has no data quality')
  const { own, ...rest } = found
  const counts = isSheet(own) ? Object.entries(own) : []
  const flawed = counts.flatMap(([id, count]) => (isSheet(count) ? [[id, withoutZeros(count)] as const] : []))
  expect(rest).toEqual({ ...quality, own: undefined })
  expect(Object.fromEntries(flawed.filter(([, count]) => Object.keys(count).length > 0))).toEqual(
    quality['own'],
  )
}

function withoutZeros(counts: Sheet): Sheet {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0))
}

/** Leaves out `_meta`: the moment in it is an input. */
function withoutExtras(expected: Json): Json {
  if (!isSheet(expected)) return expected
  const { _meta: _moment, ...rest } = expected
  return rest
}
