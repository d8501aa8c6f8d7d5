/** The basis of numbers about a scope: how fresh and complete the types of facts behind them are. */

import { type Roster, type Scope, zoneOfScope } from '../domain/company/roster.ts'
import { READ_TYPES, type ReadType } from '../domain/facts/facts.ts'
import type { Basis } from '../domain/figures/basis.ts'
import {
  type Incomplete,
  type IncompleteTypes,
  SHOWN_TYPES,
  type ShownIncomplete,
  shownIncomplete,
} from '../domain/figures/incomplete.ts'
import { typesBehind } from '../domain/figures/sources.ts'
import type { Cursor } from '../ports/fact-store.ts'
import { isRefusal } from '../ports/source.ts'
import type { CompanyContext } from './context.ts'
import { reasonOf } from './lacking-details.ts'

/**
 * The basis of numbers that rest on some types of facts. A type that has never been read completely does not affect
 * `asOf`.
 */
export function basisOf(
  company: CompanyContext,
  roster: Roster,
  about: { scope: Scope; types: readonly ReadType[] },
): Basis {
  const cursors = company.cursors.filter((cursor) => about.types.includes(cursor.type))
  const complete = cursors.flatMap((cursor) => (cursor.asOf === null ? [] : [cursor.asOf]))
  const incomplete = shownOf(company, about.types)
  const typesWhere = (isRefused: boolean) =>
    SHOWN_TYPES.filter((type) => incomplete[type] && (incomplete[type].reason === 'refused') === isRefused)
  return {
    zone: zoneOfScope(roster, about.scope),
    currency: roster.currency,
    exponent: roster.exponent,
    now: company.now,
    asOf: complete.length > 0 ? Math.min(...complete) : null,
    incomplete,
    loading: typesWhere(false).map((type) => ({ type, share: incomplete[type]?.progress ?? null })),
    unreadable: typesWhere(true),
    isHubSpotDown: cursors.some((cursor) => cursor.fault !== null && !isRefusal(cursor.fault)),
    recalculated: company.recalculated,
  }
}

/** Why and how far a type is incomplete; `null` if it has ever been read completely, however long ago. */
function incompleteOf(cursor: Cursor): Incomplete | null {
  const { asOf, fault, filled, total } = cursor
  if (asOf !== null) return null
  const progress = total ? Math.min(1, filled / total) : null
  return { reason: reasonOf(fault), progress }
}

/** Every type that has never been read completely. */
export function incompleteTypes({ cursors, lackingDetails }: Reading): IncompleteTypes {
  const incomplete: Partial<Record<ReadType, Incomplete>> = { ...lackingDetails }
  for (const cursor of cursors) {
    const found = incompleteOf(cursor)
    if (found) incomplete[cursor.type] = found
  }
  return incomplete
}

type Reading = Pick<CompanyContext, 'cursors' | 'lackingDetails'>

/** Those of some types that have never been read completely, as documents show them. */
export function shownOf(company: Reading, types: readonly ReadType[]): ShownIncomplete {
  const incomplete = incompleteTypes(company)
  const wanted = READ_TYPES.filter((type) => types.includes(type) && incomplete[type])
  return shownIncomplete(Object.fromEntries(wanted.map((type) => [type, incomplete[type]])))
}

/** The basis of numbers about some metrics, with all types that they rest on. */
export function basisFor(
  { company, roster }: { company: CompanyContext; roster: Roster },
  scope: Scope,
  metrics: readonly string[],
): Basis {
  const { catalogue } = company
  const types = typesBehind(metrics.map(catalogue.orThrow), { settings: roster.settings, catalogue })
  return basisOf(company, roster, { scope, types })
}

/** Whether numbers on this basis would be partial: a type is not filled yet, or the token may not read it. */
export function isIncomplete(basis: Basis): boolean {
  return basis.loading.length > 0 || basis.unreadable.length > 0
}
