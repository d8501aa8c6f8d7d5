/** Golden data sets: served by the sandbox, read by the real client, stored, and compared with the known answers. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KNOWN_NAMES } from '../src/cli/known-names.ts'
import { readSettingsDocument } from '../src/config/settings.ts'
import { createHubSpotSource } from '../src/hubspot/source.ts'
import { hubSpotWords } from '../src/hubspot/words.ts'
import type { Store } from '../src/ports/store.ts'
import { readReport } from '../src/reports/report.ts'
import { startHubSpotSandbox } from '../src/sandbox/hubspot/hubspot-sandbox.ts'
import { loadAccount } from '../src/sandbox/hubspot/load-account.ts'
import { createSync } from '../src/sync/sync.ts'

const FOLDER = join(import.meta.dirname, 'golden')

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type Sheet = { [key: string]: Json }

export function readGolden(path: string): Json {
  return JSON.parse(readFileSync(join(FOLDER, path), 'utf8'))
}

export function readGoldenText(path: string): string {
  return readFileSync(join(FOLDER, path), 'utf8').trim()
}

export function isSheet(json: Json | undefined): json is Sheet {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

export interface GoldenOrder {
  store: Store
  dataset: Json
  settings: Json
  now: string
  periods: string
}

/** Reads a data set through HTTP into the store and prints the report for the periods. */
export async function reportOf({ store, dataset, settings, now, periods }: GoldenOrder): Promise<Sheet> {
  const clock = { now: () => Date.parse(now) }
  const off = { tenSecondly: null, searchPerSecond: null, daily: null }
  const sandbox = await startHubSpotSandbox({
    account: loadAccount(dataset),
    clock: clock.now,
    limits: off,
  })
  try {
    const reading = readSettingsDocument(settings, KNOWN_NAMES)
    if ('complaints' in reading) throw new Error(reading.complaints.join('\n'))
    await store.settings.save(reading.settings)
    const source = createHubSpotSource({
      token: sandbox.token,
      baseUrl: sandbox.url,
      clock,
      log: { debug: () => undefined },
      budget: { take: async () => undefined, adopt: () => undefined, hold: () => undefined },
    })
    const { types } = await createSync({ source, store, clock }).run()
    const failed = Object.values(types).filter((type) => type.error !== null)
    if (failed.length > 0) throw new Error(JSON.stringify(failed))
    const report = await readReport({ store, clock, words: hubSpotWords }, { periods: periods.split(',') })
    if (!report) throw new Error('nothing was read')
    return report
  } finally {
    await sandbox.stop()
  }
}

export interface Comparison {
  compared: number
  wrong: string[]
  /** What the report lacks, by the last part of its path. */
  absent: Map<string, number>
}

/** Every leaf of `expected` must be in `actual`: whole numbers equal, others within 1e-9 of the larger of 1 and the two. */
export function compareGolden(expected: Json, actual: Json): Comparison {
  const comparison: Comparison = { compared: 0, wrong: [], absent: new Map() }
  compareAt({ expected, actual, path: [] }, comparison)
  return comparison
}

function compareAt(
  { expected, actual, path }: { expected: Json; actual: Json | undefined; path: string[] },
  to: Comparison,
): void {
  if (actual === undefined) {
    const key =
      path
        .slice(2)
        .join('.')
        .replace(/\[?rep:\d+\]?/g, 'rep') || path.join('.')
    to.absent.set(key, (to.absent.get(key) ?? 0) + 1)
    return
  }
  if (isSheet(expected)) {
    for (const [key, value] of Object.entries(expected)) {
      compareAt(
        { expected: value, actual: isSheet(actual) ? actual[key] : undefined, path: [...path, key] },
        to,
      )
    }
    return
  }
  if (Array.isArray(expected) && expected.some(isSheet)) {
    const list = Array.isArray(actual) ? actual : []
    compareAt({ expected: expected.length, actual: list.length, path: [...path, 'length'] }, to)
    for (const [index, value] of expected.entries()) {
      compareAt({ expected: value, actual: list[index], path: [...path, String(index)] }, to)
    }
    return
  }
  to.compared++
  const found = isSheet(actual) && 'value' in actual ? actual['value'] : actual
  if (!isEqual(expected, found)) {
    to.wrong.push(`${path.join(' › ')}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(found)}`)
  }
}

function isEqual(expected: Json, actual: Json | undefined): boolean {
  if (typeof expected === 'number' && typeof actual === 'number') {
    if (Number.isInteger(expected)) return expected === actual
    return Math.abs(expected - actual) <= 1e-9 * Math.max(1, Math.abs(expected), Math.abs(actual))
  }
  return JSON.stringify(expected) === JSON.stringify(actual)
}
