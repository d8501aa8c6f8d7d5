/** Ranking: a total order with shared ranks, whoever competes and in whatever order they are given. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Ranked, rankReps, type Standing } from '../../src/domain/boards/board.ts'
import type { Owner } from '../../src/domain/company/people.ts'
import type { Measured } from '../../src/domain/metrics/measure.ts'
import { type Exact, exact } from '../../src/domain/numbers/exact.ts'
import { anOwner } from '../builders.ts'
import { cases } from './cases.ts'

interface Competitor {
  owner: Owner
  measured: Measured
}

/** A few different values, so that many tie; some that only exact fractions can distinguish. */
const value = fc.constantFrom<Exact>(
  ...[exact(0), exact(1), exact(-1), exact(1, 3), exact(2), exact(2n ** 60n, 3n), exact(2n ** 60n + 1n, 3n)],
)
const denominator = fc.constantFrom(null, 0, 1, 4, 5, 6, 100)
const measured: fc.Arbitrary<Measured> = fc
  .tuple(fc.option(value, { freq: 5 }), denominator)
  .map(([of, below]) => ({ value: of, numerator: of, denominator: below === null ? null : exact(below) }))

const name = fc.constantFrom('Ann', 'ann', 'ANN', 'Bo', 'Émile', 'Zoë', 'Łukasz', '王', '')

const competitors: fc.Arbitrary<Competitor[]> = fc
  .array(fc.tuple(name, measured), { maxLength: 12 })
  .map((list) =>
    list.map(([firstName, of], index) => ({
      owner: anOwner({ id: String(index + 1), firstName, lastName: '', email: `${index}@example.com` }),
      measured: of,
    })),
  )

const metric: fc.Arbitrary<Ranked> = fc.record({
  id: fc.constant('win_rate'),
  better: fc.constantFrom('up', 'down'),
  minimumSample: fc.constantFrom(0, 5),
})

/** Whether `a` ranks before `b`: by having a value, then by a large enough sample, then by the better value. */
function beats({ better, minimumSample }: Ranked, a: Measured, b: Measured): boolean {
  if (a.value === null || b.value === null) return a.value !== null && b.value === null
  const [small, smallToo] = [a, b].map((one) => one.denominator !== null && one.denominator.n < minimumSample)
  if (small !== smallToo) return smallToo === true
  const difference = a.value.n * b.value.d - b.value.n * a.value.d
  return better === 'up' ? difference > 0n : difference < 0n
}

function ranksOf(metric: Ranked, reps: readonly Competitor[]): Map<string, number | null> {
  return new Map(rankReps(metric, reps).standings.map(({ rep, rank }) => [rep, rank]))
}

describe('ranking', () => {
  it('gives each rep a rank one higher than the number of better reps, and no rank without a value', () => {
    fc.assert(
      fc.property(metric, competitors, (by, reps) => {
        const ranks = ranksOf(by, reps)
        for (const { owner, measured: own } of reps) {
          const better = reps.filter((other) => beats(by, other.measured, own)).length
          expect(ranks.get(owner.id)).toBe(own.value === null ? null : better + 1)
        }
      }),
      cases(1000),
    )
  })

  it('orders any two reps or lets them tie, and is transitive for any three', () => {
    fc.assert(
      fc.property(metric, fc.tuple(measured, measured, measured), (by, list) => {
        const reps = list.map((own, index) => ({ owner: anOwner({ id: String(index + 1) }), measured: own }))
        const gap = (a: number, b: number) => {
          const pair = [reps[a], reps[b]].flatMap((one) => (one ? [one] : []))
          const ranks = ranksOf(by, pair)
          const [x, y] = [ranks.get(String(a + 1)) ?? 9, ranks.get(String(b + 1)) ?? 9]
          return x - y
        }
        expect(gap(0, 1) + gap(1, 0)).toBe(0)
        if (gap(0, 1) <= 0 && gap(1, 2) <= 0) expect(gap(0, 2)).toBeLessThanOrEqual(0)
        if (gap(0, 1) === 0 && gap(1, 2) === 0) expect(gap(0, 2)).toBe(0)
      }),
      cases(2000),
    )
  })

  it('is the same whatever order the reps are given in', () => {
    fc.assert(
      fc.property(
        metric,
        competitors.chain((reps) =>
          fc.tuple(fc.constant(reps), fc.shuffledSubarray(reps, { minLength: reps.length })),
        ),
        (by, [reps, shuffled]) => {
          expect(rankReps(by, shuffled)).toEqual(rankReps(by, reps))
        },
      ),
      cases(1000),
    )
  })

  it('counts ranks as in sport: after a shared rank, as many are skipped', () => {
    fc.assert(
      fc.property(metric, competitors, (by, reps) => {
        const ranks = rankReps(by, reps).standings.flatMap(({ rank }) => (rank === null ? [] : [rank]))
        for (const [index, rank] of ranks.entries()) {
          expect(rank === index + 1 || rank === ranks[index - 1]).toBe(true)
        }
      }),
      cases(500),
    )
  })

  it('lists large samples, then small ones, then reps without a value', () => {
    fc.assert(
      fc.property(metric, competitors, (by, reps) => {
        const order = ({ rank, isSmallSample }: Standing) => (rank === null ? 2 : isSmallSample ? 1 : 0)
        const groups = rankReps(by, reps).standings.map(order)

        expect(groups).toEqual([...groups].sort())
        expect(groups).toHaveLength(reps.length)
      }),
      cases(500),
    )
  })

  it('lists reps with the same rank by name regardless of case, then by id', () => {
    fc.assert(
      fc.property(metric, competitors, (by, reps) => {
        const { standings } = rankReps(by, reps)
        for (const [index, one] of standings.entries()) {
          const next = standings[index + 1]
          if (!next || next.rank !== one.rank) continue
          const [a, b] = [one.name.toLowerCase(), next.name.toLowerCase()]
          expect(a < b || (a === b && Number(one.rep) < Number(next.rep))).toBe(true)
        }
      }),
      cases(500),
    )
  })
})

describe('small fields', () => {
  const calls: Ranked = { id: 'calls', better: 'up', minimumSample: 0 }
  const with7 = (id: string, of: number | null = 7) => ({
    owner: anOwner({ id }),
    measured: { value: of === null ? null : exact(of), numerator: null, denominator: null },
  })
  const places = (reps: Competitor[]) => rankReps(calls, reps).standings.map(({ rank }) => rank)

  it.each([
    ['nobody', [], []],
    ['one rep', [with7('1')], [1]],
    ['one rep without a value', [with7('1', null)], [null]],
    ['all tied', [with7('1'), with7('2'), with7('3')], [1, 1, 1]],
    ['all at zero', [with7('1', 0), with7('2', 0)], [1, 1]],
    ['two tied in the middle', [with7('1', 9), with7('2'), with7('3'), with7('4', 1)], [1, 2, 2, 4]],
    ['one behind the tied', [with7('1'), with7('2'), with7('3', 1), with7('4', null)], [1, 1, 3, null]],
  ])('with %s are ranked correctly', (_, reps, expected) => {
    expect(places(reps)).toEqual(expected)
  })
})
