/** Targets: each day gets its share of one quota, so any period has a target and nothing counts twice. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, daysBetween, daysOf } from '../../src/domain/calendar/day.ts'
import type { Roster, Scope } from '../../src/domain/company/roster.ts'
import type { Settings } from '../../src/domain/company/settings.ts'
import { repCalendar, sharedCalendar, type WorkCalendar } from '../../src/domain/company/working-time.ts'
import { type Exact, exact, over, plus, sum, times, ZERO } from '../../src/domain/numbers/exact.ts'
import { straightShare } from '../../src/domain/quotas/expected-share.ts'
import { progressOf } from '../../src/domain/quotas/progress.ts'
import type { Quota } from '../../src/domain/quotas/quota.ts'
import { targetOf } from '../../src/domain/quotas/target.ts'
import { anOwner, aQuota, aRoster } from '../builders.ts'
import { cases } from './cases.ts'

const ANA: Scope = { kind: 'rep', ownerId: '1' }
const NORTH: Scope = { kind: 'team', teamId: '11' }
const EVERYONE: Scope = { kind: 'everyone' }

/** Whole days, `to` not included. */
interface Span {
  from: Day
  to: Day
}

const QUARTER: Span = { from: '2026-07-01', to: '2026-10-01' }
const MONTHS: Span[] = [
  { from: '2026-07-01', to: '2026-08-01' },
  { from: '2026-08-01', to: '2026-09-01' },
  { from: '2026-09-01', to: '2026-10-01' },
]

const day = fc.nat({ max: 91 }).map((index) => addDays('2026-07-01', index))
const span: fc.Arbitrary<Span> = fc
  .tuple(day, fc.integer({ min: 1, max: 40 }))
  .map(([from, length]) => ({ from, to: addDays(from, length) }))

/** Weekdays, holidays, leave and a late start, both realistic and extreme. */
const absence: fc.Arbitrary<Partial<Settings>> = fc
  .record({
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
    holidays: fc.array(day, { maxLength: 4 }),
    leave: fc.array(span, { maxLength: 2 }),
    startedOn: fc.option(day),
    leaveLowersTarget: fc.boolean(),
  })
  .map(({ weekdays, holidays, leave, startedOn, leaveLowersTarget }) => ({
    repWeekdays: { '1': weekdays },
    holidays: { default: holidays },
    leave: { '1': leave.map(({ from, to }) => [from, addDays(to, -1)] as [Day, Day]) },
    startedOn: startedOn === null ? {} : { '1': startedOn },
    leaveLowersTarget,
  }))

const target = fc.integer({ min: 1, max: 1_000_000_000 }).map(String)

function rosterWith(settings: Partial<Settings>): Roster {
  return aRoster({ owners: [anOwner(), anOwner({ id: '2' })], settings })
}

function targetIn(roster: Roster, scope: Scope, quotas: Quota[], { from, to }: Span): Exact {
  return targetOf(roster, scope, quotas, { metric: 'revenue', from, to }).target ?? ZERO
}

function calendarOf(roster: Roster): WorkCalendar {
  const [ana] = roster.reps
  return ana ? repCalendar(ana, roster.settings) : sharedCalendar(roster.settings, null, roster.zone)
}

/** Cuts a span at some of its days. */
function partsOf({ from, to }: Span, cuts: readonly number[]): Span[] {
  const days = daysBetween(from, to)
  const inner = [...new Set(cuts.map((cut) => cut % days))].filter((cut) => cut > 0).sort((a, b) => a - b)
  const edges = [0, ...inner, days].map((cut) => addDays(from, cut))
  return edges.slice(0, -1).map((edge, index) => ({ from: edge, to: edges[index + 1] ?? to }))
}

const cuts = fc.array(fc.nat({ max: 1000 }), { maxLength: 6 })

describe('the target of a period', () => {
  it("is the quota times the share of the quota's working days that are in the period", () => {
    fc.assert(
      fc.property(absence, span, span, target, (settings, of, asked, amount) => {
        const roster = rosterWith(settings)
        const calendar = calendarOf(roster)
        const days = daysOf(of.from, of.to)
        const scheduled = days.filter((one) => calendar.isScheduled(one))
        const present = days.filter((one) => calendar.isPresent(one))
        const inside = (one: Day) => one >= asked.from && one < asked.to
        const [taking, sharing] =
          scheduled.length === 0 ? [days, days] : [present, settings.leaveLowersTarget ? scheduled : present]
        const share = over(exact(taking.filter(inside).length), exact(sharing.length)) ?? ZERO

        expect(targetIn(roster, ANA, [aQuota({ ...of, target: amount })], asked)).toEqual(
          times(exact(BigInt(amount)), share),
        )
      }),
      cases(1000),
    )
  })

  it('is the sum of the targets of its parts, if one quota covers it', () => {
    fc.assert(
      fc.property(absence, span, span, cuts, target, (settings, of, asked, at, amount) => {
        const roster = rosterWith(settings)
        const quotas = [aQuota({ ...of, target: amount })]
        const parts = partsOf(asked, at).map((part) => targetIn(roster, ANA, quotas, part))

        expect(sum(parts)).toEqual(targetIn(roster, ANA, quotas, asked))
      }),
      cases(1000),
    )
  })

  it('is also the sum of its parts for a team with its own quota', () => {
    fc.assert(
      fc.property(absence, span, cuts, target, (settings, of, at, amount) => {
        const roster = rosterWith(settings)
        const quotas = [aQuota({ ...of, target: amount, who: { kind: 'team', teamId: '11' } })]
        const parts = partsOf(of, at).map((part) => targetIn(roster, NORTH, quotas, part))

        expect(sum(parts)).toEqual(exact(BigInt(amount)))
      }),
      cases(500),
    )
  })

  it("never adds a quarter's quota to a month's: only one of them counts", () => {
    fc.assert(
      fc.property(
        absence,
        span,
        target,
        fc.tuple(target, target, target),
        (settings, asked, whole, parts) => {
          const roster = rosterWith(settings)
          const quarter = aQuota({ ...QUARTER, target: whole, madeAt: 9 })
          const months = MONTHS.map((month, index) => aQuota({ ...month, target: parts[index] ?? '1' }))
          const all = [quarter, ...months]

          expect(targetIn(roster, ANA, all, QUARTER)).toEqual(targetIn(roster, ANA, [quarter], QUARTER))
          const exactly = MONTHS.some(({ from, to }) => from === asked.from && to === asked.to)
          const inside = asked.to <= QUARTER.to
          if (inside && !exactly)
            expect(targetIn(roster, ANA, all, asked)).toEqual(targetIn(roster, ANA, months, asked))
        },
      ),
      cases(500),
    )
  })

  it('comes only from the higher-ranking source, on each day that both cover', () => {
    fc.assert(
      fc.property(absence, span, target, target, (settings, of, first, second) => {
        const roster = rosterWith(settings)
        const goal = aQuota({ ...of, target: first, madeAt: 9 })
        const typed = aQuota({ ...of, target: second, source: 'slack' })

        expect(targetIn(roster, ANA, [goal, typed], of)).toEqual(targetIn(roster, ANA, [typed], of))
      }),
      cases(300),
    )
  })

  it('of a team or everyone is the sum of its members’ targets, each once, whatever teams they are in', () => {
    const members = fc.array(fc.subarray(['11', '12', '13']), { maxLength: 6 })
    fc.assert(
      fc.property(members, span, span, target, (teams, of, asked, amount) => {
        const owners = teams.map((ids, index) =>
          anOwner({
            id: String(index + 1),
            // HubSpot sometimes lists a primary member of a team as a secondary one too.
            teams: [...ids, ...ids].map((teamId, at) => ({ teamId, name: teamId, isPrimary: at === 0 })),
          }),
        )
        const roster = aRoster({ owners, teams: ['11', '12', '13'].map((id) => ({ id, name: id })) })
        const quotas = owners.map(({ id }) =>
          aQuota({ ...of, target: `${amount}${id}`, who: { kind: 'rep', ownerId: id } }),
        )
        const sumOf = (ids: string[]) =>
          sum(ids.map((ownerId) => targetIn(roster, { kind: 'rep', ownerId }, quotas, asked)))

        const north = owners.filter((_, index) => teams[index]?.includes('11'))
        expect(targetIn(roster, NORTH, quotas, asked)).toEqual(sumOf(north.map(({ id }) => id)))
        expect(targetIn(roster, EVERYONE, quotas, asked)).toEqual(sumOf(owners.map(({ id }) => id)))
      }),
      cases(300),
    )
  })
})

describe('leave', () => {
  it('lowers the target by the days it covers, and never raises it', () => {
    fc.assert(
      fc.property(absence, span, span, target, (settings, of, away, amount) => {
        const quotas = [aQuota({ ...of, target: amount })]
        const here = rosterWith({ ...settings, leave: {}, leaveLowersTarget: true })
        const gone = rosterWith({
          ...settings,
          leave: { '1': [[away.from, addDays(away.to, -1)]] },
          leaveLowersTarget: true,
        })
        const calendar = calendarOf(here)
        const days = daysOf(of.from, of.to)
        const scheduled = days.filter((one) => calendar.isScheduled(one)).length
        const taken = days.filter(
          (one) => calendar.isPresent(one) && one >= away.from && one < away.to,
        ).length
        const lost =
          over(exact(BigInt(amount) * BigInt(scheduled === 0 ? 0 : taken)), exact(scheduled)) ?? ZERO

        expect(plus(targetIn(gone, ANA, quotas, of), lost)).toEqual(targetIn(here, ANA, quotas, of))
      }),
      cases(500),
    )
  })

  it('does not lower the target if the setting says so, as long as one day is worked', () => {
    fc.assert(
      fc.property(absence, span, target, (settings, of, amount) => {
        const roster = rosterWith({ ...settings, leaveLowersTarget: false })
        const calendar = calendarOf(roster)
        const days = daysOf(of.from, of.to)
        const hasScheduled = days.some((one) => calendar.isScheduled(one))
        const isAwayThroughout = hasScheduled && !days.some((one) => calendar.isPresent(one))

        expect(targetIn(roster, ANA, [aQuota({ ...of, target: amount })], of)).toEqual(
          isAwayThroughout ? ZERO : exact(BigInt(amount)),
        )
      }),
      cases(500),
    )
  })
})

describe('attainment', () => {
  it("of a part of a quota's period is what was sold over that part's share of the quota", () => {
    fc.assert(
      fc.property(
        absence,
        span,
        cuts,
        target,
        fc.array(fc.nat({ max: 10 ** 9 })),
        (settings, of, at, amount, sold) => {
          const roster = rosterWith(settings)
          const quotas = [aQuota({ ...of, target: amount })]
          const parts = partsOf(of, at).map((part, index) => ({
            actual: exact(sold[index] ?? 0),
            target: targetIn(roster, ANA, quotas, part),
          }))
          const whole = targetIn(roster, ANA, quotas, of)
          const attainment = over(sum(parts.map(({ actual }) => actual)), whole)
          // Weighted by target, the mean of the parts' attainments is the attainment of the whole.
          const weighted = parts.map((part) => {
            const own = over(part.actual, part.target)
            return own ? times(own, part.target) : part.actual
          })

          expect(whole.n === 0n ? null : over(sum(weighted), whole)).toEqual(attainment)
        },
      ),
      cases(500),
    )
  })

  it.each([
    // September 2026 has 22 weekdays, 12 of them up to the 16th.
    ['2026-09-01', '2026-09-17', '1200'],
    ['2026-09-01', '2026-10-01', '2200'],
    ['2026-09-05', '2026-09-07', null],
    ['2026-08-01', '2026-10-01', '2200'],
  ])('from %s to %s is measured by %s of 2,200 for September', (from, to, expected) => {
    const found = targetOf(rosterWith({}), ANA, [aQuota()], { metric: 'revenue', from, to })
    const time = { elapsedShare: null, remainingDays: ZERO, isOver: true }
    const basis = { ...found, ...time, actual: exact(600), expected: straightShare(null), isLimit: false }

    expect(found.target).toEqual(expected === null ? null : exact(BigInt(expected)))
    expect(progressOf(basis).attainment).toBe(expected === null ? null : 600 / Number(expected))
  })
})
