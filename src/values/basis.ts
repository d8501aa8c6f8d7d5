/** The basis of numbers about a scope: how fresh and complete the types of facts behind them are. */

import { type Roster, type Scope, zoneOfScope } from '../domain/company/roster.ts'
import { idsOf, isFurtherType } from '../domain/facts/facts.ts'
import { isOwnTally, ownMetricOf, ownTallyOf } from '../domain/facts/tally.ts'
import type { Basis, TallyProblem } from '../domain/figures/basis.ts'
import {
  type Incomplete,
  type IncompleteSources,
  type ShownIncomplete,
  type ShownSource,
  shownIncomplete,
} from '../domain/figures/incomplete.ts'
import { type NumberSource, sourcesOf } from '../domain/figures/sources.ts'
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
  about: { scope: Scope; sources: readonly NumberSource[] },
): Basis {
  const cursors = company.cursors.filter((cursor) => about.sources.includes(cursor.type))
  const complete = cursors.flatMap((cursor) => (cursor.asOf === null ? [] : [cursor.asOf]))
  const incomplete = shownOf(company, about.sources)
  const problems = problemsAmong(company, about.sources)
  const isProblem = (source: ShownSource) => problems.some(({ tally }) => tally === source)
  const typesWhere = (isRefused: boolean) =>
    idsOf(incomplete).filter(
      (source) => !isProblem(source) && (incomplete[source]?.reason === 'refused') === isRefused,
    )
  return {
    zone: zoneOfScope(roster, about.scope),
    currency: roster.currency,
    exponent: roster.exponent,
    now: company.now,
    asOf: complete.length > 0 ? Math.min(...complete) : null,
    incomplete,
    loading: typesWhere(false).map((type) => ({ type, share: incomplete[type]?.progress ?? null })),
    unreadable: typesWhere(true),
    problems,
    labels: labelsOf(company, about.sources),
    isHubSpotDown: cursors.some((cursor) => cursor.fault !== null && !isRefusal(cursor.fault)),
    recalculated: company.recalculated,
  }
}

/** What HubSpot does not have in the way that own metrics name it. */
function problemsAmong({ ownProblems }: ReadState, sources: readonly NumberSource[]): TallyProblem[] {
  return sources.filter(isOwnTally).flatMap((tally) => {
    const found = ownProblems.get(ownMetricOf(tally))
    if (!found || found.reason === 'loading' || found.reason === 'forbidden') return []
    return [{ ...found, tally, reason: found.reason }]
  })
}

/** Why and how far a type is incomplete; `null` if it has ever been read completely, however long ago. */
function incompleteCursor(cursor: Cursor): Incomplete | null {
  const { asOf, fault, filled, total } = cursor
  if (asOf !== null) return null
  const progress = total ? Math.min(1, filled / total) : null
  return { reason: reasonOf(fault), progress }
}

/** Every source of numbers that has never been read completely. */
export function incompleteSources({ cursors, lackingDetails, ownProblems }: ReadState): IncompleteSources {
  const incomplete: Partial<Record<NumberSource, Incomplete>> = { ...lackingDetails }
  for (const cursor of cursors) {
    const found = incompleteCursor(cursor)
    if (found) incomplete[cursor.type] = found
  }
  for (const [metric, { reason }] of ownProblems) {
    incomplete[ownTallyOf(metric)] = {
      reason: reason === 'loading' ? reason : reason === 'forbidden' ? 'refused' : 'failed',
      progress: null,
    }
  }
  return incomplete
}

/** Those of some sources that have never been read completely, as documents show them. */
export function shownOf(company: ReadState, sources: readonly NumberSource[]): ShownIncomplete {
  const incomplete = incompleteSources(company)
  const wanted = new Set(sources.filter((source) => incomplete[source]))
  return shownIncomplete(Object.fromEntries([...wanted].map((source) => [source, incomplete[source]])))
}

/** What people call what has no name in our texts: as HubSpot calls it, otherwise as it is declared. */
function labelsOf(
  { directory, catalogue }: CompanyContext,
  sources: readonly NumberSource[],
): Basis['labels'] {
  const labels: Partial<Record<ShownSource, string>> = {}
  for (const source of sources) {
    if (isOwnTally(source)) labels[source] = catalogue.ownPart(source)?.object ?? ownMetricOf(source)
    else if (isFurtherType(source)) {
      const object = directory.objects.find(({ type }) => type === source)
      labels[source] = object?.label ?? object?.name ?? source
    }
  }
  return labels
}

type ReadState = Pick<CompanyContext, 'cursors' | 'lackingDetails' | 'ownProblems'>

/** The basis of numbers about some metrics, with all types that they rest on. */
export function basisFor(
  { company, roster }: { company: CompanyContext; roster: Roster },
  scope: Scope,
  metrics: readonly string[],
): Basis {
  const { catalogue } = company
  const sources = sourcesOf(metrics.map(catalogue.orThrow), { settings: roster.settings, catalogue })
  return basisOf(company, roster, { scope, sources })
}

/** Whether numbers on this basis would be partial: a type is not filled yet, or cannot be read. */
export function isIncomplete(basis: Basis): boolean {
  return basis.loading.length > 0 || !isReadable(basis)
}

/** Whether reading goes on until the numbers are whole: everything they rest on is there, and the token may read it. */
export function isReadable({ unreadable, problems }: Basis): boolean {
  return unreadable.length === 0 && problems.length === 0
}
