/**
 * Stores of released schemas, kept as test data: every later version opens them and loses nothing. Add one, and the
 * checksum of its migrations, with each release that changes the schema.
 */
import { createHash } from 'node:crypto'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rulesFrom } from '../../src/domain/company/rules.ts'
import { FACT_TYPES } from '../../src/domain/facts/facts.ts'
import { isTally } from '../../src/domain/facts/tally.ts'
import type { TallySum } from '../../src/ports/fact-store.ts'
import type { Store } from '../../src/ports/store.ts'
import { openStore } from '../../src/store/store.ts'

const ROOT = join(import.meta.dirname, '../..')
const NOW = Date.parse('2026-11-18T13:00:00Z')

/** SHA-256 of each migration without its imports, which follow files that move. What has been released never changes. */
const FROZEN: Record<string, string> = {
  '0001-initial.ts': '2402bf8c0ec275d4643ab38486cf9d10b4033878503561f4e441a92e03707729',
  '0002-slot-deliveries.ts': '7bfe556202fe8d5f5c4025ce14e8ba31d8e16fb4407e6bf44ea7ff220e5abea2',
  '0003-goals-as-read.ts': '59b2c991a4f6e506b0b2d1d094b1b8f31df2a06aedf4f404b30ce98e32c270e1',
  '0004-saved-at.ts': '2e6a33bc6a7a8032e1a8d69357a6a5dcd976e3330329b0b7db7225350998c509',
  '0005-hubspot-users.ts': '0c25b4a5fc39230c994e4947107b7a03576cf91cbd2fba62e7e0a5deb25dad4e',
  '0006-declared-properties.ts': '2c2af50d82a6573ee624bea83f77f29bcb7eaa74211eb77e08e6c5aaeb6d4922',
  '0007-document-versions.ts': 'd4da7a101395b52d8ffa28cbcc36e0b01a3586c4910ce3f283d340ce2d877f04',
  '0008-audit.ts': 'a579d35d67afbccc89ab2337052f2a841303b969214dd7bcfe9898685db09293',
  '0009-last-questions.ts': 'f1fa100d9942fa7ebf8869200403d25eda02cffb7342485361957e077adc0d07',
}

describe('a migration that was released', () => {
  const files = globSync('src/store/migrations/*.ts', { cwd: ROOT }).sort()

  it.each(files)('%s is as it was', (file) => {
    const body = readFileSync(join(ROOT, file), 'utf8').replace(/^import [^;]*?from '[^']+'\n/gm, '')

    expect(createHash('sha256').update(body).digest('hex')).toBe(FROZEN[basename(file)])
  })
})

/** What the program that wrote it had. */
const COUNTED = {
  ...{ calls: 20, communications: 1, contacts: 4, deals: 18 },
  ...{ emails: 2, meetings: 6, notes: 2, tasks: 2 },
}
const TALLIED = {
  ...{ calls: 20, deals_won: 10, emails: 2, leads: 4, meetings: 5 },
  ...{ messages: 1, notes: 2, revenue: 100_000, tasks: 2 },
}

function ofEveryone(sums: readonly TallySum[]): Record<string, number> {
  const totals: Record<string, number> = {}
  for (const { tally, amount } of sums) totals[tally] = (totals[tally] ?? 0) + amount
  return totals
}

describe('a store of the first schema', () => {
  let folder: string
  let store: Store

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'scoreline-kept-'))
    const path = join(folder, 'scoreline.db')
    writeFileSync(path, gunzipSync(readFileSync(join(import.meta.dirname, 'kept/0001-initial.db.gz'))))
    store = await openStore({ kind: 'sqlite', path })
  })
  afterEach(async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  })

  it('keeps its facts, and tallies them again by the present rules', async () => {
    const body = rulesFrom(await store.directory.read(), await store.settings.read(), NOW)
    if (!body) throw new Error('the account is lost')
    const rules = await store.rules.adopt(body)
    while ((await store.facts.retally(rules, 500)) > 0);
    const counts = await Promise.all(FACT_TYPES.map(async (type) => [type, await store.facts.count(type)]))
    const span = { from: '2000-01-01', until: '2027-01-01' }
    const sums = await store.tallies.sum({ tallies: Object.keys(TALLIED).filter(isTally), ...span })

    expect(await store.tallies.verify()).toMatchObject({ facts: 55, differences: [] })
    expect(Object.fromEntries(counts)).toEqual(COUNTED)
    expect(ofEveryone(sums)).toEqual(TALLIED)
  })

  it('keeps its settings, what it sent and what it is about to send', async () => {
    const { visibility, digests, quotas } = await store.settings.read()
    const deliveries = await store.deliveries.list(9)
    const slots = await store.slots.list(9)

    expect({ visibility, digests: digests.map(({ name }) => name), quotas: quotas.length }).toEqual({
      visibility: 'named',
      digests: ['sales'],
      quotas: 1,
    })
    expect(deliveries.map(({ state, message }) => [state, message.kind]).sort()).toEqual([
      ['pending', 'digestTable'],
      ['sent', 'digest'],
    ])
    expect(slots.map(({ localDate, outcome }) => [localDate, outcome])).toEqual([
      ['2026-11-17', 'sent'],
      ['2026-11-16', 'skipped'],
    ])
  })
})
