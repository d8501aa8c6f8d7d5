/** The whole golden account in a store, with its expected report. */

import type { Scope } from '../src/domain/company/roster.ts'
import type { Value } from '../src/domain/metrics/measure.ts'
import { isSheet, type Json, readGolden, readGoldenText, reportOf, type Sheet } from './golden.ts'
import { type TestStore, testStore } from './store/stores.ts'

/** The scopes of the report by the names it gives them. */
export function scopesIn(report: Sheet): [string, Scope][] {
  const sheet = Object.values(report).find(isSheet) ?? {}
  return Object.keys(sheet).flatMap((name): [string, Scope][] => {
    const [kind, id = ''] = name.split(':')
    if (kind === 'rep') return [[name, { kind: 'rep', ownerId: id }]]
    if (kind === 'team') return [[name, { kind: 'team', teamId: id }]]
    return name === 'everyone' ? [[name, { kind: 'everyone' }]] : []
  })
}

/** A number in the report. */
export function reported(
  report: Sheet,
  { period, scope, metric }: { period: string; scope: string; metric: string },
): Value {
  const sheet = report[period]
  const ofScope = isSheet(sheet) ? sheet[scope] : undefined
  const value = isSheet(ofScope) ? ofScope[metric] : undefined
  if (!isSheet(value)) throw new Error(`the report has no ${metric} of ${scope} in ${period}`)
  return value as unknown as Value
}

export interface GoldenAccount extends TestStore {
  clock: { now(): number }
  report: Sheet
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
    settings: { ...settingsOf(readGolden('settings.json')), pace: 'past', repCost: COSTS },
    now,
    periods: periods.join(','),
  })
  const clock = { now: () => Date.parse(now) }
  return { ...world, clock, report, records: recordsIn(dataset) }
}

/** Gives enough reps a cost for the cost figures of everyone to be shown. */
const COSTS = Object.fromEntries(
  ['70000001', '70000018', '70000035', '70000052', '70000069'].map((id, index) => [
    id,
    [
      { from: '2020-01', monthly: String(6000 + 100 * index) },
      { from: '2026-11', monthly: '7000.5' },
    ],
  ]),
)

function settingsOf(json: Json): Sheet {
  if (!isSheet(json)) throw new Error('the settings are not a document')
  return json
}

function recordsIn(dataset: Json): Set<string> {
  const { objects } = dataset as unknown as { objects: Record<string, { id: string }[]> }
  return new Set(Object.entries(objects).flatMap(([type, list]) => list.map(({ id }) => `${type} ${id}`)))
}
