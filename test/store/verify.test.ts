/** Verifying needs memory by slices, not by tallies, and finds every kind of difference. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/domain/calendar/day.ts'
import type { Store } from '../../src/ports/store.ts'
import type { StoreAddress } from '../../src/store/store.ts'
import { aCall, at, rulesBody } from '../builders.ts'
import { DATABASES, testStore, writeInto } from './stores.ts'

const IS_LONG = process.env['SCORELINE_TEST_LONG'] === '1'
/** Calls on this many days of reps; each adds to several tallies. */
const CALLS = IS_LONG ? 700_000 : 70_000
const REPS = 250
const PAGE = 500
const MOST_MB = 250

async function fillWithCalls(store: Store): Promise<void> {
  const rules = await store.rules.adopt(rulesBody())
  for (let first = 0; first < CALLS; first += PAGE) {
    const facts = Array.from({ length: PAGE }, (_, n) => {
      const index = first + n
      const day = addDays('2020-01-01', Math.floor(index / REPS))
      const ownerId = String(1 + (index % REPS))
      return aCall({ id: String(1 + index), ownerId, at: at(`${day}T10:00:00Z`), durationMs: 60_000 })
    })
    await store.facts.savePage({ type: 'calls', facts, skipped: [] }, rules)
  }
}

interface Measured {
  megabytes: number
  facts: number
  tallies: number
  differing: number
}

/** In a process of its own with the young heap of the command, and an old one that is too small for all tallies at once. */
function verifiedApart(address: StoreAddress): Promise<Measured> {
  const script = join(import.meta.dirname, 'verifier.ts')
  const child = spawn(process.execPath, [
    '--max-semi-space-size=16',
    '--max-old-space-size=32',
    script,
    JSON.stringify(address),
  ])
  let told = ''
  child.stdout.on('data', (text) => {
    told += text
  })
  return new Promise((resolve, reject) => {
    child.once('close', (code) =>
      code === 0 ? resolve(JSON.parse(told)) : reject(new Error(`it ended with ${code}`)),
    )
  })
}

it.each(DATABASES)(
  `needs at most ${MOST_MB} MB for the tallies of ${CALLS} calls on %s`,
  async (database) => {
    const { store, address, end } = await testStore(database)
    await fillWithCalls(store)
    const measured = await verifiedApart(address)
    await end()

    expect(measured).toMatchObject({ facts: CALLS, differing: 0 })
    expect(measured.tallies).toBeGreaterThanOrEqual(3 * CALLS)
    expect(measured.megabytes).toBeLessThanOrEqual(MOST_MB)
  },
  IS_LONG ? 1_800_000 : 600_000,
)

describe.each(DATABASES)('differences on %s', (database) => {
  it('are found whatever their kind: too much, too little, missing, of nobody, by day and by month', async () => {
    const { store, address, end } = await testStore(database)
    const rules = await store.rules.adopt(rulesBody())
    const facts = ['2026-09-21', '2026-09-22', '2026-10-01'].map((day, n) =>
      aCall({ id: String(100 + n), at: at(`${day}T09:00:00Z`) }),
    )
    await store.facts.savePage({ type: 'calls', facts, skipped: [] }, rules)
    const clean = await store.tallies.verify()
    await writeInto(address, [
      "update tallies set amount = 7 where tally = 'calls' and day = '2026-09-21'",
      "delete from tallies where tally = 'calls' and day = '2026-10-01'",
      "insert into tallies (tally, day, rep, amount) values ('calls', '2025-01-01', 9, 3)",
      "insert into tallies (tally, day, rep, amount) values ('none|such', '2026-09-21', 1, 0)",
      "update tally_months set amount = 5 where tally = 'calls' and month = '2026-09'",
    ])
    const { differing, differences } = await store.tallies.verify()
    await end()

    expect(clean).toMatchObject({ facts: 3, differing: 0, differences: [] })
    const lines = differences.map(
      ({ tally, day, rep, stored, expected }) => `${tally} ${day} ${rep}: ${stored} for ${expected}`,
    )
    expect(lines.sort()).toEqual([
      'calls 2025-01-01 9: 3 for 0',
      'calls 2026-09 1: 5 for 2',
      'calls 2026-09-21 1: 7 for 1',
      'calls 2026-10-01 1: 0 for 1',
    ])
    expect(differing).toBe(4)
  })

  it('are counted in full and told in part where they are many', async () => {
    const { store, address, end } = await testStore(database)
    await store.rules.adopt(rulesBody())
    const rows = Array.from({ length: 1_500 }, (_, rep) => `('calls', '2026-09-21', ${rep}, 1)`)
    await writeInto(address, [`insert into tallies (tally, day, rep, amount) values ${rows.join(', ')}`])
    const { differing, differences } = await store.tallies.verify()
    await end()

    expect([differing, differences.length]).toEqual([1_500, 1_000])
  })
})
