/** Explanations over the golden account: each number from its parts only, and from the records it lists. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '../../src/domain/company/roster.ts'
import type { Explanation } from '../../src/domain/explanation/explanation.ts'
import { TALLIES } from '../../src/domain/facts/tally.ts'
import { createCatalogue } from '../../src/domain/metrics/catalogue.ts'
import { measure, type Sums, shown, type Value } from '../../src/domain/metrics/measure.ts'
import { declaredPart } from '../../src/domain/metrics/parts.ts'
import { exact } from '../../src/domain/numbers/exact.ts'
import { hubSpotWords } from '../../src/hubspot/words.ts'
import { readExplanation } from '../../src/reports/explain.ts'
import { type GoldenAccount, goldenAccount, reported, scopesIn } from '../golden-account.ts'

const catalogue = createCatalogue()

const PERIODS = ['this month', '2026-10', 'last 7 days', 'next month']

const TALLY_NAMES: ReadonlySet<string> = new Set(TALLIES)

let world: GoldenAccount
beforeAll(async () => {
  world = await goldenAccount(PERIODS)
})
afterAll(() => world.end())

async function explain(metric: string, scope: Scope, period: string): Promise<Explanation> {
  const found = await readExplanation({ ...world, words: hubSpotWords }, { metric, scope, period })
  if (typeof found === 'string') throw new Error(found)
  return found
}

/** The value computed from the explained parts by the metric's formula and nothing else. */
function fromParts({ metric, parts }: Explanation): Value {
  const sums: Record<string, ReturnType<typeof exact>> = {}
  for (const { part, exact: text } of parts) {
    const [n = '', d = '1'] = (text ?? '').split('/')
    if (text !== null) sums[part] = exact(BigInt(n), BigInt(d))
  }
  return shown(measure(catalogue.orThrow(metric), sums as Sums))
}

describe('explanations of the golden account', () => {
  test.each(PERIODS)(
    'the parts of every metric give exactly the number that the report prints, in %s',
    async (period) => {
      const wrong: string[] = []
      let compared = 0
      for (const [name, scope] of scopesIn(world.report)) {
        for (const { id } of catalogue.all) {
          const explanation = await explain(id, scope, period)
          if (explanation.missing === 'fewCosts') continue
          const expected = reported(world.report, { period, scope: name, metric: id })
          compared++
          if (JSON.stringify(explanation.value) !== JSON.stringify(expected))
            wrong.push(`${name} ${id}: value`)
          if (JSON.stringify(fromParts(explanation)) !== JSON.stringify(expected))
            wrong.push(`${name} ${id}: parts`)
        }
      }

      expect(wrong).toEqual([])
      expect(compared).toBeGreaterThan(500)
    },
  )
})

/** Parts to which every record adds a whole number. */
const WHOLE = ['open_deals', 'open_value', 'stalled_deals', 'due_value', 'due_commit', 'due_best_case']
const AT_START = ['due_at_start', 'slipped']

describe('the records behind numbers of the golden account', () => {
  test('add up exactly to the parts if all of them are listed', async () => {
    const wrong: string[] = []
    const compared = new Map<string, number>()
    for (const [name, scope] of scopesIn(world.report)) {
      for (const { id } of catalogue.all) {
        const { parts, records } = await explain(id, scope, 'last 7 days')
        if (records.counted > records.newest.length) continue
        const added = new Map<string, number>()
        for (const { part, amount } of records.newest.flatMap(({ adds }) => adds))
          added.set(part, (added.get(part) ?? 0) + amount)
        for (const { part, value } of parts) {
          const isAdded = TALLY_NAMES.has(part) || WHOLE.includes(part) || AT_START.includes(part)
          if (!isAdded || value === null) continue
          compared.set(part, (compared.get(part) ?? 0) + 1)
          if (value !== (added.get(part) ?? 0)) wrong.push(`${name} ${id} ${part}: ${value}`)
        }
      }
    }

    expect(wrong).toEqual([])
    expect([...compared.keys()]).toEqual(
      expect.arrayContaining([...WHOLE, ...AT_START, 'revenue', 'meetings']),
    )
  })

  test('exist in HubSpot, and are listed once each, newest first, at most 20, with their pages', async () => {
    for (const { id } of catalogue.all) {
      const { records } = await explain(id, { kind: 'everyone' }, '2026-10')
      const { counted, newest } = records
      const keys = newest.map((record) => `${record.type} ${record.id}`)
      const days = newest.map(({ day }) => day ?? '')

      expect(newest.length, id).toBe(Math.min(20, counted))
      expect(new Set(keys).size, id).toBe(keys.length)
      expect(
        keys.filter((key) => !world.records.has(key)),
        id,
      ).toEqual([])
      expect(days, id).toEqual([...days].sort().reverse())
      for (const record of newest) {
        expect(record.link).toMatch(new RegExp(`^https://[^/]+/contacts/\\d+/record/0-\\d+/${record.id}$`))
        const nothing = record.adds.filter(({ amount }) => amount === 0)
        expect(nothing.filter(({ part }) => declaredPart(part).unit !== 'money')).toEqual([])
      }
    }
  })

  test('include deals without an amount for money, and say how many', async () => {
    const bookings = await explain('revenue', { kind: 'everyone' }, '2026-10')
    const won = await explain('deals_won', { kind: 'everyone' }, '2026-10')

    expect(bookings.records.withoutAmount).toBeGreaterThan(0)
    expect(bookings.records.counted).toBe(won.records.counted)
    expect(won.records.withoutAmount).toBe(0)
  })

  test('the few deals of a ratio are not lost among its many calls', async () => {
    const { records } = await explain('call_to_sale', { kind: 'everyone' }, '2026-10')

    expect(Map.groupBy(records.newest, ({ type }) => type).size).toBe(2)
  })
})
