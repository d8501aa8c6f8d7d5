/** The expected share of a running month: the same in every answer, and as the twelve months before it filled up. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAnswers } from '../../src/answers/answers.ts'
import { readDigest } from '../../src/digests/read-digest.ts'
import type { AnswerBody } from '../../src/domain/answer/answer.ts'
import { daysOf } from '../../src/domain/calendar/day.ts'
import { unitAfter } from '../../src/domain/calendar/units.ts'
import type { Settings } from '../../src/domain/company/settings.ts'
import { calendarOfScope } from '../../src/domain/company/working-time.ts'
import { FACT_TYPES, type Fact } from '../../src/domain/facts/facts.ts'
import { hubSpotWords } from '../../src/hubspot/words.ts'
import { LEXICONS } from '../../src/i18n/lexicons.ts'
import type { TotalsQuery } from '../../src/ports/fact-store.ts'
import { readExplanation } from '../../src/reports/explain.ts'
import { readReport } from '../../src/reports/report.ts'
import { readTrend } from '../../src/reports/trend.ts'
import { aCursor, anAccount, anOwner, aRoster, at, aWonDeal, rulesBody } from '../builders.ts'
import { isSheet, type Json } from '../golden.ts'
import { type TestStore, testStore } from '../store/stores.ts'

const ANA = { kind: 'rep', ownerId: '1' } as const

/** In Copenhagen a Wednesday after work: 13 of the 21 working days of November are over. */
const NOW = '2026-11-18T16:30:00Z'

const WEEKDAYS = calendarOfScope(aRoster(), { kind: 'everyone' })

/** Of ten deals a month, two on its first working day and eight on its last. */
function dealsOfMonth(monthsAgo: number): Fact[] {
  const { from, to } = unitAfter('month', '2026-11-01', -monthsAgo)
  const days = daysOf(from, to).filter((day) => WEEKDAYS.isPresent(day))
  const [first = '', last = ''] = [days[0], days.at(-1)]
  return Array.from({ length: 10 }, (_, index) =>
    aWonDeal({
      id: String(monthsAgo * 100 + index),
      amount: '100',
      closesAt: at(`${index < 2 ? first : last}T10:00:00Z`),
    }),
  )
}

describe('what is expected of a running month', () => {
  let world: TestStore

  beforeEach(async () => {
    world = await testStore('sqlite')
    const { store } = world
    const rules = await store.rules.adopt(rulesBody())
    await store.directory.saveAccount(anAccount())
    await store.directory.saveOwners([anOwner()], [{ id: '11', name: 'North' }])
    const reached = aWonDeal({ id: '9', amount: '1500', closesAt: at('2026-11-01T08:00:00Z') })
    const facts = [...Array.from({ length: 12 }, (_, index) => dealsOfMonth(index + 1)).flat(), reached]
    for (const type of FACT_TYPES) await store.cursors.save(aCursor({ type, asOf: at(NOW) }))
    const cursor = aCursor({ type: 'deals', asOf: at(NOW) })
    await store.facts.savePage({ type: 'deals', facts, skipped: [], cursor }, rules)
    await set({})
  })
  afterEach(() => world.end())

  const set = (settings: Partial<Settings>) =>
    world.store.settings.save({
      visibility: 'named',
      quotas: ['2026-11-01', '2026-10-01', '2026-12-01'].map((from) => ({
        ...{ source: 'csv', who: 'rep:1', metric: 'revenue', from, target: '10000' },
        to: unitAfter('month', from, 1).from,
      })),
      ...settings,
    })

  const portsAt = (now: string) => ({
    store: world.store,
    clock: { now: () => at(now) },
    words: hubSpotWords,
  })

  async function answered(words: string, now = NOW): Promise<AnswerBody> {
    const answers = createAnswers({ ...portsAt(now), lexicons: LEXICONS })
    const asker = { userId: 'U1', email: 'ana@example.com', isFullMember: true }
    return (await answers.answer({ asker, words })).body
  }

  /** The line of the report about the quota on bookings. */
  async function quotaIn(period: string, now = NOW): Promise<Json | undefined> {
    const report = (await readReport(portsAt(now), { periods: [period] })) ?? {}
    const of = (json: Json | undefined, key: string) => (isSheet(json) ? json[key] : undefined)
    return of(of(of(of(report, period), 'rep:1'), '_quota'), 'revenue')
  }

  async function digest() {
    const order = { localDate: '2026-11-18', dueAt: at(NOW), at: at(NOW), lateMinutes: null, force: true }
    const setting = {
      ...{ name: 'north', channel: 'C1', scope: 'team:11', days: [3], time: '17:00', top: 5, columns: [] },
      ...{ zone: 'Europe/Copenhagen', board: 'revenue', quotaColumn: false, weekly: true, monthly: true },
      ...{ staleMinutes: 60, enabled: true },
    }
    const made = await readDigest(portsAt(NOW), setting, order)
    if ('notReady' in made) throw new Error(made.notReady)
    return made
  }

  it('is the same in the report, the quota, the day, the card, the digest, the trend and the explanation', async () => {
    const share = { expectedShare: 0.2, expectedBy: 'past' }
    const progress = { ...share, pace: 0.75, status: 'behind', projected: 7_500_00 }
    const order = { metric: 'quota_attainment', scope: ANA, period: 'this month' }

    expect(await quotaIn('this month')).toMatchObject({
      ...{ attainment: 0.15, elapsed_share: 13 / 21, expected_share: 0.2, expected_by: 'past' },
      ...{ pace: 0.75, status: 'behind', projected: 7_500_00 },
    })
    expect(await answered('quota')).toMatchObject({ kind: 'quota', progress })
    expect(await answered('')).toMatchObject({ kind: 'today', quota: { progress } })
    expect(await answered('revenue this month')).toMatchObject({ lines: [{ target: progress }] })
    expect((await digest()).quota).toMatchObject({ ...share, ahead: -500_00 })
    expect(
      await readTrend(portsAt(NOW), { ...order, period: '2026-10-01..2026-11-30', by: 'month' }),
    ).toMatchObject({
      buckets: [{ quota: { status: 'missed' } }, { quota: { status: 'behind' } }],
    })
    expect(await readExplanation(portsAt(NOW), { ...order, metric: 'pace' })).toMatchObject({
      value: { value: 0.75, numerator: 0.15, denominator: 0.2 },
    })
  })

  it('is by working days, everywhere, where the setting says so', async () => {
    await set({ pace: 'straight' })
    const straight = { expectedShare: 13 / 21, expectedBy: 'straight', status: 'at risk' }

    expect(await quotaIn('this month')).toMatchObject({ expected_share: 13 / 21, expected_by: 'straight' })
    expect(await answered('quota')).toMatchObject({ progress: straight })
    expect(await answered('revenue this month')).toMatchObject({ lines: [{ target: straight }] })
    expect((await digest()).quota).toMatchObject({ expectedShare: 13 / 21, expectedBy: 'straight' })
  })

  it.each([
    ['this month', 0.2, 'past'],
    ['2026-11', 0.2, 'past'],
    ['2026-11-01..2026-11-30', 13 / 21, 'straight'],
    ['mtd', 1, 'straight'],
    ['last month', 1, 'straight'],
    ['next month', 0, 'straight'],
  ])('goes by the name of the period: %s', async (period, expected_share, expected_by) => {
    expect(await quotaIn(period)).toMatchObject({ expected_share, expected_by })
  })

  it.each([
    ['on the day off that it begins with', '2026-11-01T12:00:00Z', 0, 'tooEarly'],
    ['before the first working day', '2026-11-02T07:00:00Z', 0, 'tooEarly'],
    ['in the middle of the first working day', '2026-11-02T12:00:00Z', 0.1, 'ahead'],
    ['after the first working day', '2026-11-02T17:00:00Z', 0.2, 'behind'],
    ['before the last working day', '2026-11-30T08:00:00Z', 0.2, 'behind'],
    ['after the last working day', '2026-11-30T17:00:00Z', 1, 'at risk'],
  ])('%s', async (_, now, share, status) => {
    const { expected_share, ...found } = sheetOf(await quotaIn('this month', now))
    const isTooEarly = status === 'tooEarly'

    // Months have 20 to 23 working days, so their points differ a little.
    expect(Number(expected_share)).toBeCloseTo(share, 1)
    expect(found).toMatchObject({
      ...{ attainment: 0.15, expected_by: 'past' },
      ...(isTooEarly ? { status: null, pace: null, projected: null } : { status }),
    })
    if (!isTooEarly) expect(Number(found['pace']) * Number(expected_share)).toBeCloseTo(0.15, 9)
  })

  it('is straight again, and all of it, once the month is over', async () => {
    expect(await quotaIn('2026-11', '2026-12-01T08:00:00Z')).toMatchObject({
      ...{ expected_share: 1, expected_by: 'straight', status: 'missed' },
    })
  })

  it('is said in the explanation with whose past it is and the share of each of its months', async () => {
    const order = { metric: 'quota_attainment', scope: ANA, period: 'this month' }
    const found = await readExplanation(portsAt(NOW), order)
    if (typeof found === 'string') throw new Error(found)
    const { expected } = found.rules

    expect(expected).toMatchObject({ share: 0.2, by: 'past', whose: 'North' })
    expect(expected?.periods).toHaveLength(12)
    expect(expected?.periods.at(-1)).toEqual({ from: '2026-10-01', to: '2026-11-01', share: 0.2 })
  })

  it('costs as many sums as there are months, whatever is in them, and these once for many answers', async () => {
    const asked: TotalsQuery[] = []
    const { tallies } = world.store
    const totals = (query: TotalsQuery) => {
      asked.push(query)
      return tallies.totals(query)
    }
    const store = { ...world.store, tallies: { ...tallies, totals } }
    const answers = createAnswers({ ...portsAt(NOW), store, lexicons: LEXICONS })
    const asker = { userId: 'U1', email: 'ana@example.com', isFullMember: true }
    const ask = async (words: string) => (await answers.answer({ asker, words })).body

    expect(await ask('quota')).toMatchObject({ progress: { expectedShare: 0.2 } })
    // All of each month; and what was there before the point of today, and with the working day after it.
    expect(asked.map(({ spans }) => spans.length)).toEqual([12, 24])
    await ask('')
    await ask('revenue this month')
    expect(asked).toHaveLength(2)
  })

  it('is read again after a reading that failed', async () => {
    let failures = 1
    const { tallies } = world.store
    const totals = (query: TotalsQuery) =>
      failures-- > 0 ? Promise.reject(new Error('the connection was cut')) : tallies.totals(query)
    const store = { ...world.store, tallies: { ...tallies, totals } }
    const answers = createAnswers({ ...portsAt(NOW), store, lexicons: LEXICONS })
    const asker = { userId: 'U1', email: 'ana@example.com', isFullMember: true }

    await expect(answers.answer({ asker, words: 'quota' })).rejects.toThrow('cut')
    expect((await answers.answer({ asker, words: 'quota' })).body).toMatchObject({
      progress: { expectedShare: 0.2 },
    })
  })

  function sheetOf(json: Json | undefined) {
    if (!isSheet(json)) throw new Error('the report has no quota')
    return json
  }
})
