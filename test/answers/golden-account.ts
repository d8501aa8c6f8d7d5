/** The whole golden account in a store, with the report that is right for it. */
import { type Json, readGolden, readGoldenText, reportOf, type Sheet } from '../golden.ts'
import { type TestStore, testStore } from '../store/stores.ts'

export interface GoldenAccount extends TestStore {
  clock: { now(): number }
  report: Sheet
  periods: string[]
  /** Id and type of every record in HubSpot. */
  records: ReadonlySet<string>
}

export async function goldenAccount(periods: readonly string[]): Promise<GoldenAccount> {
  const world = await testStore('sqlite')
  const now = readGoldenText('now.txt')
  const dataset = readGolden('dataset.json')
  const report = await reportOf({
    store: world.store,
    dataset,
    settings: readGolden('settings.json'),
    now,
    periods: periods.join(','),
  })
  const clock = { now: () => Date.parse(now) }
  return { ...world, clock, report, periods: [...periods], records: recordsIn(dataset) }
}

function recordsIn(dataset: Json): Set<string> {
  const { objects } = dataset as unknown as { objects: Record<string, { id: string }[]> }
  return new Set(Object.entries(objects).flatMap(([type, list]) => list.map(({ id }) => `${type} ${id}`)))
}
