/** What numbers about a scope rest on, read from how far each type is. */

import { type Roster, type Scope, zoneOfScope } from '../domain/company/roster.ts'
import { FACT_TYPES, type FactType } from '../domain/facts/facts.ts'
import type { Basis } from '../domain/figures/basis.ts'
import type { Incomplete, IncompleteTypes } from '../domain/figures/incomplete.ts'
import { typesBehind } from '../domain/figures/sources.ts'
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
  const incomplete = incompleteTypes({ cursors })
  const typesThatAre = (isRefused: boolean) =>
    FACT_TYPES.filter((type) => incomplete[type] && (incomplete[type].reason === 'refused') === isRefused)
  return {
    zone: zoneOfScope(roster, about.scope),
    currency: roster.currency,
    exponent: roster.exponent,
    now: context.now,
    asOf: complete.length > 0 ? Math.min(...complete) : null,
    incomplete,
    loading: typesThatAre(false).map((type) => ({ type, share: incomplete[type]?.progress ?? null })),
    unreadable: typesThatAre(true),
    isHubSpotDown: cursors.some((cursor) => cursor.fault !== null && !isRefused(cursor)),
    recalculated: context.recalculated,
  }
}

/** Waiting does not help: HubSpot refuses the type. */
function isRefused(cursor: Cursor): boolean {
  return cursor.fault === 'unauthorized' || cursor.fault === 'forbidden'
}

/** `null`: the type was read whole, however long ago. */
function incompleteOf(cursor: Cursor): Incomplete | null {
  const { asOf, fault, filled, total } = cursor
  if (asOf !== null) return null
  const progress = total ? Math.min(1, filled / total) : null
  if (isRefused(cursor)) return { reason: 'refused', progress }
  return { reason: fault === null ? 'loading' : 'failed', progress }
}

/** Every type of facts that was not read whole. */
export function incompleteTypes({ cursors }: Pick<Context, 'cursors'>): IncompleteTypes {
  const incomplete: Partial<Record<FactType, Incomplete>> = {}
  for (const cursor of cursors) {
    const how = incompleteOf(cursor)
    if (how) incomplete[cursor.type] = how
  }
  return incomplete
}

/** The same for metrics: all types that they rest on. */
export function basisFor(
  { context, roster }: { context: Context; roster: Roster },
  scope: Scope,
  metrics: readonly string[],
): Basis {
  const { catalogue } = context
  const types = typesBehind(metrics.map(catalogue.orThrow), { settings: roster.settings, catalogue })
  return basisOf(context, roster, { scope, types })
}

/** Whether a number about these metrics would be a part only: a type is not filled yet or may not be read. */
export function isIncomplete(basis: Basis): boolean {
  return basis.loading.length > 0 || basis.unreadable.length > 0
}
