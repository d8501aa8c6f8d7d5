/** A program that counts differently from its predecessor: everything is recounted, and the old program is locked out. */
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { RulesBody } from '../../src/domain/company/rules.ts'
import { FACT_TYPES } from '../../src/domain/facts/facts.ts'
import type { Store } from '../../src/ports/store.ts'
import { openStore } from '../../src/store/store.ts'
import { aCall, aCursor, anAccount, aWonDeal, rulesBody } from '../builders.ts'
import { DATABASES, testStore, writeInto } from './stores.ts'

function quoted(body: RulesBody): string {
  return `'${JSON.stringify(body)}'`
}

/** What each migration changes in empty tables. */
const UNDONE: Record<string, readonly string[]> = {
  '0002-slot-deliveries': ['delivery_key', 'reason'].map((name) => `alter table slots drop column ${name}`),
  '0003-goals-as-read': [],
  '0004-saved-at': FACT_TYPES.map((type) => `alter table ${type} drop column saved_at`),
  '0005-hubspot-users': ['drop table hubspot_users'],
  '0006-declared-properties': [
    ...FACT_TYPES.map((type) => `alter table ${type} drop column declared`),
    'drop table further_facts',
  ],
  '0007-document-versions': ['alter table documents drop column version'],
  '0008-audit': ['drop table audit'],
  '0009-last-questions': ['drop table last_questions'],
}

/** Restores the tables as left by a version that had neither this migration nor those after it. */
function withoutMigrations(first: string): string[] {
  const undone = Object.entries(UNDONE).filter(([name]) => name >= first)
  return [`delete from kysely_migration where name >= '${first}'`, ...undone.flatMap(([, sql]) => sql)]
}

const september = {
  tallies: ['calls', 'deals_won', 'revenue'],
  from: '2026-09-01',
  until: '2026-10-01',
} as const

async function sums(store: Store): Promise<Record<string, number>> {
  const rows = await store.tallies.sum(september)
  return Object.fromEntries(rows.map(({ rep, tally, amount }) => [`${rep} ${tally}`, amount]))
}

describe.each(DATABASES)('a database of another version on %s', (database) => {
  it('has all its facts re-tallied if that version counted differently', async () => {
    const { address, store, end } = await testStore(database)
    const rules = await store.rules.adopt(rulesBody())
    await store.facts.savePage({ type: 'calls', facts: [aCall()], skipped: [], cursor: aCursor() }, rules)
    await store.facts.savePage({ type: 'deals', facts: [aWonDeal()], skipped: [] }, rules)
    const right = await sums(store)
    const older = { ...rulesBody(), version: rules.version - 1 }
    await writeInto(address, [
      `update rules set body = ${quoted(older)}`,
      "update tallies set amount = 700 where tally = 'calls'",
      "update tally_months set amount = 700 where tally = 'calls'",
      "delete from tallies where tally = 'revenue'",
    ])
    const later = await openStore(address)
    const adopted = await later.rules.adopt(rulesBody())
    const dropped = await sums(later)
    while ((await later.facts.retally(adopted, 500)) > 0);

    expect(Object.keys(right)).toHaveLength(3)
    expect(dropped).toEqual({})
    expect(await sums(later)).toEqual(right)
    expect((await later.tallies.verify()).differences).toEqual([])
    await later.close()
    await end()
  })

  it('is left alone by a program older than the one that writes to it', async () => {
    const { address, store, end } = await testStore(database)
    const rules = await store.rules.adopt(rulesBody())
    const newer = { ...rulesBody(), version: rules.version + 1 }
    await writeInto(address, [`insert into rules (number, body) values (2, ${quoted(newer)})`])
    const page = { type: 'calls', facts: [aCall()], skipped: [] } as const
    const refusal = { name: 'NewerSchemaError', message: expect.stringContaining('newer Scoreline') }

    await expect(store.rules.adopt(rulesBody())).rejects.toMatchObject(refusal)
    await expect(store.facts.savePage(page, rules)).rejects.toMatchObject(refusal)
    expect(await store.facts.count('calls')).toBe(0)
    await end()
  })

  it('has its slots match their deliveries, and the threads of failed posts closed', async () => {
    const { address, store, end } = await testStore(database)
    await store.close()
    await writeInto(address, [
      ...withoutMigrations('0002-slot-deliveries'),
      ...['a|2026-09-21|C1', 'a|2026-09-22|C1'].map((key, n) =>
        aRow(`digest|${key}`, n === 0 ? 'sent' : 'failed'),
      ),
      aRow('digest|a|2026-09-22|C1|table|0', 'pending', "'digest|a|2026-09-22|C1'"),
      ...['2026-09-21', '2026-09-22'].map(
        (day, n) => `insert into slots values ('digest|daily|a', '${day}', ${n}, 'sent', 0)`,
      ),
    ])
    const later = await openStore(address)
    const slots = await later.slots.list(9)
    const table = await later.deliveries.get('digest|a|2026-09-22|C1|table|0')
    await later.close()
    await end()

    expect(slots.map(({ localDate, outcome }) => [localDate, outcome])).toEqual([
      ['2026-09-22', 'failed'],
      ['2026-09-21', 'sent'],
    ])
    expect(table?.state).toBe('failed')
  })

  it('keeps its documents', async () => {
    const { address, store, end } = await testStore(database)
    await store.directory.saveAccount(anAccount())
    await store.close()
    await writeInto(address, withoutMigrations('0007-document-versions'))
    const later = await openStore(address)

    expect((await later.directory.read()).account).toEqual(anAccount())
    await later.close()
    await end()
  })

  it('reads the goals again, which that version stored as the quotas computed from them', async () => {
    const { address, store, end } = await testStore(database)
    await store.close()
    await writeInto(address, [
      ...withoutMigrations('0003-goals-as-read'),
      `insert into documents (part, body) values ('goals', '{"quotas":[],"skipped":[]}')`,
      "insert into readings (part, as_of, error) values ('goals', 5, null), ('owners', 5, null)",
    ])
    const later = await openStore(address)

    expect(await later.directory.goals()).toEqual({ goals: [], unreadable: [] })
    expect((await later.directory.readings()).map(({ part }) => part)).toEqual(['owners'])
    await later.close()
    await end()
  })

  it.each([5, 6])('reads rules of version %i with the values that they implied', async (version) => {
    const { address, store, end } = await testStore(database)
    await store.rules.adopt(rulesBody())
    const { presentOwners: _, connectSeconds: __, heldOutcomes: ___, ...before } = rulesBody({ version })
    await writeInto(address, [`update rules set body = '${JSON.stringify(before)}'`])
    const later = await openStore(address)

    expect(await later.rules.current()).toMatchObject({
      presentOwners: {},
      connectSeconds: null,
      heldOutcomes: ['COMPLETED'],
    })
    await later.close()
    await end()
  })
})

it('a database of another version is migrated as soon as a long read releases its tables', async () => {
  const { address, store, end } = await testStore('postgres')
  await store.close()
  await writeInto(address, withoutMigrations('0002-slot-deliveries'))
  const reading = writeInto(address, ['begin; lock slots in access share mode; select pg_sleep(4); commit'])
  await sleep(300)

  const later = await openStore(address)

  expect(await later.slots.list(9)).toEqual([])
  await later.close()
  await reading
  await end()
})

function aRow(key: string, state: string, parent = 'null'): string {
  return `insert into deliveries (id, key, channel, message, state, parent_id, not_before, attempts, created_at)
    values ('${key}', '${key}', 'C1', '{"kind":"digestProblem"}', '${state}', ${parent}, 0, 0, 0)`
}
