/** What numbers about a scope rest on, read from how far each type is. */

import { type Roster, type Scope, zoneOfScope } from '../domain/company/roster.ts'
import type { FactType } from '../domain/facts/facts.ts'
import type { Basis } from '../domain/figures/basis.ts'
import { typesBehind } from '../domain/figures/sources.ts'
import { metricOrThrow } from '../domain/metrics/catalogue.ts'
import type { Cursor } from '../ports/fact-store.ts'
import type { Context } from './context.ts'

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

/** The same for metrics: all types that they rest on. */
export function basisFor(
  { context, roster }: { context: Context; roster: Roster },
  scope: Scope,
  metrics: readonly string[],
): Basis {
  return basisOf(context, roster, {
    scope,
    types: typesBehind(metrics.map(metricOrThrow), roster.settings),
  })
}

/** Whether a number about these metrics would be a part only: a type is not filled yet or may not be read. */
export function isIncomplete(basis: Basis): boolean {
  return basis.loading.length > 0 || basis.unreadable.length > 0
}
