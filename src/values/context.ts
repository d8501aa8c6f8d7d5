/** What every answer rests on: the roster, the quotas and how fresh and complete the store is. */
import type { Basis } from '../domain/answer/answer.ts'
import type { Directory } from '../domain/company/people.ts'
import { type Roster, rosterFrom, type Scope, zoneOfScope } from '../domain/company/roster.ts'
import type { Rules } from '../domain/company/rules.ts'
import type { Settings } from '../domain/company/settings.ts'
import type { FactType } from '../domain/facts/facts.ts'
import { allQuotas, type Quota } from '../domain/quotas/quota.ts'
import type { Clock } from '../ports/clock.ts'
import type { Cursor } from '../ports/fact-store.ts'
import type { Store } from '../ports/store.ts'

export interface AnswerPorts {
  store: Store
  clock: Clock
}

export interface Context {
  now: number
  directory: Directory
  settings: Settings
  /** `null` while the HubSpot account was never read. */
  roster: Roster | null
  quotas: Quota[]
  cursors: Cursor[]
  /** `null` while there are none. */
  rules: Rules | null
  recalculated: number | null
}

export async function readContext({ store }: AnswerPorts, now: number): Promise<Context> {
  const [directory, settings, goals, cursors, rules] = await Promise.all([
    store.directory.read(),
    store.settings.read(),
    store.directory.goals(),
    store.cursors.read(),
    store.rules.current(),
  ])
  const roster = rosterFrom(directory, settings)
  const quotas = roster ? allQuotas(goals.quotas, settings, roster.exponent) : []
  const recalculated = rules ? await readRecalculated(store, rules) : null
  return { now, directory, settings, roster, quotas, cursors, rules: rules ?? null, recalculated }
}

/** The share of facts that stand under the present rules, while some do not. */
async function readRecalculated(store: Store, rules: Rules): Promise<number | null> {
  const { total, outdated } = await store.facts.countOutdated(rules)
  return outdated === 0 ? null : (total - outdated) / total
}

/** The basis of numbers that rest on some types of facts. A type that may not be read has no say. */
export function basisOf(
  context: Context,
  roster: Roster,
  about: { scope: Scope; types: readonly FactType[] },
): Basis {
  const cursors = context.cursors.filter((cursor) => about.types.includes(cursor.type))
  const complete = cursors.flatMap((cursor) => (cursor.asOf === null ? [] : [cursor.asOf]))
  return {
    zone: zoneOfScope(roster, about.scope),
    currency: roster.currency,
    exponent: roster.exponent,
    now: context.now,
    asOf: complete.length > 0 ? Math.min(...complete) : null,
    loading: cursors.filter((cursor) => cursor.asOf === null && !isRefused(cursor)).map(toLoading),
    unreadable: cursors
      .filter((cursor) => cursor.asOf === null && isRefused(cursor))
      .map((cursor) => cursor.type),
    isHubSpotDown: cursors.some((cursor) => cursor.fault !== null && !isRefused(cursor)),
    recalculated: context.recalculated,
  }
}

/** Waiting does not help: HubSpot refuses the type. */
function isRefused(cursor: Cursor): boolean {
  return cursor.fault === 'unauthorized' || cursor.fault === 'forbidden'
}

function toLoading(cursor: Cursor): { type: FactType; share: number | null } {
  const { type, filled, total } = cursor
  return { type, share: total ? Math.min(1, filled / total) : null }
}
