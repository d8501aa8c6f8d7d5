/** The parts of a scope: those of its reps added up, and those that belong to the scope as a whole. */

import type { Roster, Scope } from '../company/roster.ts'
import { calendarOfScope, workingTime } from '../company/working-time.ts'
import type { ExpectedShare } from '../metrics/expected.ts'
import { type Sums, toExact } from '../metrics/measure.ts'
import { type Part, SCOPE_PARTS, type ScopePart } from '../metrics/parts.ts'
import { type Exact, exact, ONE, plus } from '../numbers/exact.ts'
import type { Targets } from '../quotas/targets.ts'
import { type DayAmount, timeToQuota } from '../quotas/time-to-quota.ts'
import { type AskedDays, hasBegun, isOver } from './moment.ts'

export interface ScopeBasis {
  roster: Roster
  targets: Targets
  /** Epoch ms. */
  at: number
  days: AskedDays
  /** The number of distinct companies with a won deal of the scope's reps. */
  companies(): number
  /** Bookings of the scope's reps by day. */
  bookings(): readonly DayAmount[]
  /** What part of the bookings of the period would be there by now. */
  expected: ExpectedShare
}

/** Sums of several reps. Whole numbers stay numbers, which is exact and fast. */
export function addUp(all: Iterable<Sums>): Sums {
  const total: Partial<Record<Part, number | Exact>> = {}
  for (const sums of all) {
    for (const part in sums) {
      if (!isKey(part, sums)) continue
      total[part] = added(total[part], sums[part] ?? 0)
    }
  }
  return total
}

function isKey<T extends object>(key: PropertyKey, of: T): key is keyof T {
  return key in of
}

function added(before: number | Exact | undefined, amount: number | Exact): number | Exact {
  if (before === undefined) return amount
  if (typeof before === 'number' && typeof amount === 'number') return before + amount
  return plus(toExact(before), toExact(amount))
}

/** `null`: the part has no value. */
const FORMULAS: Readonly<Record<ScopePart, (scope: Scope, basis: ScopeBasis) => number | Exact | null>> = {
  companies: (_, { companies }) => companies(),
  target: bookingsTarget,
  elapsed_share: elapsedShareOf,
  expected_share: (_, { expected }) => expected.share,
  by_past: (_, { expected }) => (expected.by === 'past' ? ONE : null),
  days_to_quota: daysToQuota,
  has_begun: (_, { days }) => (hasBegun(days) ? ONE : null),
  is_over: (_, { days }) => (isOver(days) ? ONE : null),
  positive_set: (_, { roster }) => ((roster.settings.positiveDispositions ?? []).length > 0 ? ONE : null),
  tiers_set: (_, { roster }) => (roster.settings.commission === null ? null : ONE),
}

export function scopeFigures(scope: Scope, basis: ScopeBasis, wanted: ReadonlySet<Part>): Sums {
  const sums: Partial<Record<Part, number | Exact>> = {}
  for (const part of SCOPE_PARTS) {
    const amount = wanted.has(part) ? FORMULAS[part](scope, basis) : null
    if (amount !== null) sums[part] = amount
  }
  return sums
}

function bookingsTarget(scope: Scope, { targets, days }: ScopeBasis): Exact | null {
  return targets(scope, { metric: 'revenue', from: days.from, to: days.to }).target
}

function elapsedShareOf(scope: Scope, { roster, days, at }: ScopeBasis): Exact | null {
  return workingTime(calendarOfScope(roster, scope), days, { now: at, settings: roster.settings })
    .elapsedShare
}

function daysToQuota(scope: Scope, basis: ScopeBasis): Exact | null {
  const target = bookingsTarget(scope, basis)
  const calendar = calendarOfScope(basis.roster, scope)
  const days = target && timeToQuota(basis.bookings(), { target, calendar, period: basis.days })
  return days === null ? null : exact(days)
}
