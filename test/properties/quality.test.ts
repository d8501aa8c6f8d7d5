/** The flaws counted as records change equal those found by checking all records. */

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, type Day } from '../../src/domain/calendar/day.ts'
import { type Rules, rulesFrom } from '../../src/domain/company/rules.ts'
import { FACT_TYPES, type Fact, UNREADABLE_VALUES } from '../../src/domain/facts/facts.ts'
import { FLAW_REASONS, flawsOf } from '../../src/domain/facts/quality.ts'
import { UNDATED } from '../../src/domain/facts/quality-tallies.ts'
import { hubSpotWords } from '../../src/hubspot/words.ts'
import { countFlaws, type FlawCount, readQuality } from '../../src/reports/quality.ts'
import { anAccount, anOwner } from '../builders.ts'
import { DATABASES, type TestStore, testStore } from '../store/stores.ts'
import { anyFact, FROM, moment, TO } from './any-facts.ts'
import { cases, LONG_MS } from './cases.ts'

const DAY_MS = 86_400_000

/** Some of the owners 1 to 4 are not listed by HubSpot, and some values may be unreadable. */
const flawed = fc
  .tuple(anyFact, fc.subarray([...UNREADABLE_VALUES]), fc.constantFrom(0, 400 * DAY_MS))
  .map(([fact, unreadable, later]): Fact => {
    const changes = unreadable.length > 0 ? { unreadable } : {}
    return fact.type === 'deals' && fact.closesAt !== null
      ? { ...fact, ...changes, closesAt: fact.closesAt + later }
      : { ...fact, ...changes }
  })

/** A flaw with the first 20 records that have it. */
interface Found extends FlawCount {
  ids: string[]
}

const withoutIds = ({ ids, ...count }: Found): FlawCount => count

function byReason(a: FlawCount, b: FlawCount): number {
  const place = ({ reason }: FlawCount) => FLAW_REASONS.indexOf(reason)
  return place(a) - place(b) || (`${a.about}` < `${b.about}` ? -1 : 1)
}

describe.each(DATABASES)('the flaws on %s', (database) => {
  let world: TestStore
  let rules: Rules
  let nextId = 1

  beforeAll(async () => {
    world = await testStore(database)
    await world.store.directory.saveAccount(anAccount())
    await ownersAre(['1', '2'])
    const body = rulesFrom(await world.store.directory.read(), await world.store.settings.read(), TO)
    if (!body) throw new Error('there is an account')
    rules = await world.store.rules.adopt(body)
    await world.store.facts.mature(FROM)
  })
  afterAll(() => world.end())

  const ownersAre = (ids: readonly string[]) =>
    world.store.directory.saveOwners(
      ids.map((id) => anOwner({ id, userId: id, email: `${id}@example.com` })),
      [],
    )

  async function counted(now: number) {
    const { owners } = await world.store.directory.read()
    const ownerIds = new Set(owners.map(({ id }) => id))
    return countFlaws(world.store, { rules, ownerIds, now })
  }

  async function read(now: number): Promise<Found[] | undefined> {
    const ports = { store: world.store, clock: { now: () => now }, words: hubSpotWords }
    const lines = await readQuality(ports)
    return lines?.map(({ records, ...count }) => ({ ...count, ids: records.map(({ id }) => id) }))
  }

  /** From every stored record. */
  async function found(now: number): Promise<Found[]> {
    const { owners } = await world.store.directory.read()
    const basis = { rules, ownerIds: new Set(owners.map(({ id }) => id)), now }
    const lines = new Map<string, Found>()
    for (const type of FACT_TYPES) {
      for (const fact of await world.store.facts.scan(type, null, 10_000)) {
        for (const { reason, about } of flawsOf(fact, basis)) {
          const line = lines.get(`${reason} ${about}`) ?? { reason, about, count: 0, ids: [] }
          lines.set(`${reason} ${about}`, line)
          line.count++
          if (line.ids.length < 20) line.ids.push(fact.id)
        }
      }
    }
    return [...lines.values()].sort(byReason)
  }

  const versions = fc.array(fc.tuple(flawed, fc.nat({ max: 5 })), { minLength: 1, maxLength: 20 })

  it(
    'equal those found by a full check, however records have changed and at any moment',
    async () => {
      await fc.assert(
        fc.asyncProperty(versions, moment, async (list, now) => {
          for (const [index, [fact, of]] of list.entries()) {
            const facts = [{ ...fact, id: String(nextId + of), modifiedAt: FROM + index }]
            await world.store.facts.savePage({ type: fact.type, facts, skipped: [] }, rules)
          }
          nextId += 3

          const all = await found(now)
          expect(await counted(now)).toEqual(all.map(withoutIds))
          expect(await read(now)).toEqual(all)
        }),
        cases(database === 'sqlite' ? 60 : 15),
      )
      expect((await counted(TO)).length).toBeGreaterThan(10)
      expect((await world.store.tallies.verify()).differences).toEqual([])
    },
    LONG_MS,
  )

  it('change with the owners that HubSpot lists, even for unchanged records', async () => {
    const before = await counted(TO)
    await ownersAre(['1', '2', '3', '4'])
    const after = await counted(TO)
    const unknown = (lines: typeof before) =>
      lines.filter(({ reason }) => reason === 'unknown_owner').reduce((sum, { count }) => sum + count, 0)

    expect(unknown(after)).toBeLessThan(unknown(before))
    expect(after).toEqual((await found(TO)).map(withoutIds))
    expect(await read(TO)).toEqual(await found(TO))
  })

  it('are not in any day’s sums', async () => {
    const tallies = ['held:deals', 'flaw:no_amount/'] as const
    const dayAfter = addDays(UNDATED, 1)
    const sum = async (from: Day, until: Day) => {
      const rows = await world.store.tallies.sum({ tallies, from, until })
      return rows.filter(({ amount }) => amount !== 0)
    }

    expect(await sum(UNDATED, dayAfter)).not.toEqual([])
    expect(await sum(dayAfter, '0001-02-01')).toEqual([])
    expect(await sum(dayAfter, '9999-12-31')).toEqual([])
    for (const type of FACT_TYPES) {
      const gone = await world.store.facts.storedIds(type, null, 10_000)
      await world.store.facts.savePage({ type, facts: [], skipped: [], gone }, rules)
    }
    expect(await counted(TO)).toEqual([])
  })
})
