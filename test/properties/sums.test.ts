/** Sums over days, periods, reps, teams and everyone: each record counts once. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, type Day, daysBetween, daysOf } from '../../src/domain/calendar/day.ts'
import { type Rep, type Roster, repsIn } from '../../src/domain/company/roster.ts'
import type { Rules } from '../../src/domain/company/rules.ts'
import { FACT_TYPES, type Fact } from '../../src/domain/facts/facts.ts'
import { contributions } from '../../src/domain/facts/tallies.ts'
import type { Tally } from '../../src/domain/facts/tally.ts'
import type { TallySum, TallyTotals } from '../../src/ports/fact-store.ts'
import { readLedger, sumOfReps } from '../../src/values/ledger.ts'
import { anOwner, aRoster, at, rulesBody } from '../builders.ts'
import { DATABASES, type TestStore, testStore } from '../store/stores.ts'
import { anyFact, moment, REPS } from './any-facts.ts'
import { cases, LONG_MS } from './cases.ts'
import { ALL_TALLIES } from './ledgers.ts'

const DAYS = daysOf('2026-08-30', '2026-10-20')

/** Days and a few cuts between them. */
const partition = fc
  .uniqueArray(fc.nat({ max: DAYS.length - 1 }), { minLength: 2, maxLength: 6 })
  .map((indexes) => indexes.sort((a, b) => a - b).map((index) => DAYS[index] ?? ''))

/** The store's clock is in the middle of the facts: some meetings are over and count, others are in the future. */
const CLOCK = at('2026-09-20T12:00:00Z')

function added(rows: readonly Omit<TallySum, 'rep'>[]): Record<string, number> {
  const sums = new Map<string, number>()
  for (const { tally, amount } of rows) sums.set(tally, (sums.get(tally) ?? 0) + amount)
  return Object.fromEntries([...sums].filter(([, amount]) => amount !== 0).sort())
}

function withoutZeros(totals: TallyTotals): Record<string, number> {
  const rows = ALL_TALLIES.map((tally) => ({ tally, amount: totals[tally] ?? 0 }))
  return added(rows)
}

function addedByRep(rows: readonly TallySum[]): Record<string, number> {
  return added(rows.map(({ rep, tally, amount }) => ({ tally: `${rep} ${tally}` as Tally, amount })))
}

describe.each(DATABASES)('sums on %s', (database) => {
  const many = cases(database === 'sqlite' ? 100 : 50)
  let world: TestStore
  let rules: Rules
  let facts: Fact[]

  beforeAll(async () => {
    world = await testStore(database)
    rules = await world.store.rules.adopt(
      rulesBody({ ownerZones: { '2': 'America/Santiago', '3': 'Pacific/Apia' } }),
    )
    const list = fc.sample(anyFact, { numRuns: 600, seed: 7 })
    facts = list.map((fact, index) => ({ ...fact, id: String(1 + index) }))
    for (const type of FACT_TYPES) {
      const page = { type, facts: facts.filter((fact) => fact.type === type), skipped: [] }
      await world.store.facts.savePage(page, rules)
    }
    await world.store.facts.mature(CLOCK)
  })
  afterAll(() => world.end())

  const sum = (from: Day, until: Day, when: number) =>
    world.store.tallies.sum({ tallies: ALL_TALLIES, from, until, at: when })

  /** What the facts of some reps add on the days of a period, computed from the facts alone. */
  function counted(reps: readonly string[], from: Day, until: Day, when: number) {
    const parts = facts.flatMap((fact) => contributions(fact, rules))
    return added(
      parts.filter(
        ({ rep, day, from: countsFrom }) =>
          reps.includes(rep) && day >= from && day < until && (countsFrom === null || countsFrom <= when),
      ),
    )
  }

  it(
    'of a period equal those of its parts together, however it is cut',
    async () => {
      await fc.assert(
        fc.asyncProperty(partition, moment, async (edges, when) => {
          const [first = '', last = ''] = [edges[0], edges.at(-1)]
          const parts = await Promise.all(
            edges.slice(1).map((until, index) => sum(edges[index] ?? '', until, when)),
          )

          expect(addedByRep(parts.flat())).toEqual(addedByRep(await sum(first, last, when)))
        }),
        many,
      )
    },
    LONG_MS,
  )

  it(
    'of a period equal those of its days',
    async () => {
      await fc.assert(
        fc.asyncProperty(partition, moment, async ([from = '', until = ''], when) => {
          const byDay = await world.store.tallies.byDay({ tallies: ALL_TALLIES, from, until, at: when })

          expect(addedByRep(byDay)).toEqual(addedByRep(await sum(from, until, when)))
          expect(byDay.every(({ day }) => daysBetween(from, day) >= 0 && day < until)).toBe(true)
          expect(added(byDay)).toEqual(counted(REPS, from, until, when))
        }),
        many,
      )
    },
    LONG_MS,
  )

  it(
    'of many spans at once equal those of each, for any of the reps together',
    async () => {
      await fc.assert(
        fc.asyncProperty(partition, moment, fc.subarray<string>([...REPS]), async (edges, when, reps) => {
          const parts = edges.slice(1).map((until, index) => ({ from: edges[index] ?? '', until }))
          const spans = [...parts, { from: edges[0] ?? '', until: edges.at(-1) ?? '' }, ...parts.slice(0, 1)]
          const totals = await world.store.tallies.totals({ tallies: ALL_TALLIES, spans, reps, at: when })

          expect(totals.map(withoutZeros)).toEqual(
            spans.map(({ from, until }) => counted(reps, from, until, when)),
          )
        }),
        many,
      )
    },
    LONG_MS,
  )

  const memberships = fc.array(fc.subarray(['11', '12', '13']), { minLength: 4, maxLength: 4 })

  /** The reps in teams, primary or secondary, sometimes twice in one team; the last rep may be archived. */
  function rosterOf(teams: readonly string[][], archivedAt: Day | null): Roster {
    const owners = REPS.map((id, index) =>
      anOwner({
        id,
        isArchived: archivedAt !== null && id === '4',
        teams: [...(teams[index] ?? []), ...(teams[index] ?? [])].map((teamId, place) => ({
          teamId,
          name: teamId,
          isPrimary: place === 0,
        })),
      }),
    )
    return aRoster({
      owners,
      teams: ['11', '12', '13', '14'].map((id) => ({ id, name: id })),
      settings: archivedAt === null ? {} : { archivedOn: { '4': archivedAt } },
    })
  }

  async function sumsOf(reps: readonly Rep[], [from = '', until = '']: readonly Day[], when: number) {
    const ledger = await readLedger(world.store, { reps, tallies: ALL_TALLIES, from, until, at: when })
    const sums = Object.entries(sumOfReps(ledger, reps)) as [Tally, number][]
    return added(sums.map(([tally, amount]) => ({ tally, amount })))
  }

  it(
    'of a team equal those of its members, and of everyone those of all reps, each counted once',
    async () => {
      const archiveDay = fc.option(fc.constantFrom(...DAYS))
      await fc.assert(
        fc.asyncProperty(
          memberships,
          archiveDay,
          partition,
          moment,
          async (teams, archivedAt, edges, when) => {
            const roster = rosterOf(teams, archivedAt)
            const [from = '', until = ''] = edges
            const end = (id: string) => {
              const cut = archivedAt !== null && id === '4' ? addDays(archivedAt, 1) : until
              return cut < until ? cut : until
            }
            const ofReps = (ids: readonly string[]) =>
              added(
                ids.flatMap((id) =>
                  Object.entries(counted([id], from, end(id), when)).map(([tally, amount]) => ({
                    tally: tally as Tally,
                    amount,
                  })),
                ),
              )

            for (const teamId of ['11', '12', '13', '14']) {
              const members = REPS.filter((_, index) => teams[index]?.includes(teamId))
              const reps = repsIn(roster, { kind: 'team', teamId })
              expect(await sumsOf(reps, edges, when)).toEqual(ofReps(members))
            }
            expect(await sumsOf(repsIn(roster, { kind: 'everyone' }), edges, when)).toEqual(ofReps(REPS))
          },
        ),
        cases(database === 'sqlite' ? 40 : 20),
      )
    },
    LONG_MS,
  )

  it('of a team without members and of a period without days are empty', async () => {
    const roster = rosterOf([[], [], [], []], null)
    const month = ['2026-09-01', '2026-10-01']

    expect(await sumsOf(repsIn(roster, { kind: 'team', teamId: '14' }), month, CLOCK)).toEqual({})
    expect(await sumsOf(repsIn(roster, { kind: 'team', teamId: 'none' }), month, CLOCK)).toEqual({})
    expect(await sumsOf(roster.reps, ['2026-09-10', '2026-09-10'], CLOCK)).toEqual({})
    expect(await sumsOf(roster.reps, month, CLOCK)).toEqual(counted(REPS, '2026-09-01', '2026-10-01', CLOCK))
  })
})
