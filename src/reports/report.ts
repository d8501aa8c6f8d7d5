/** The report: every metric for every scope and period, as one JSON document. */

import { ranksOf } from '../domain/boards/board.ts'
import { type PeriodSpec, resolvePeriod } from '../domain/calendar/period.ts'
import { comparisonOf } from '../domain/company/comparison.ts'
import { ownerIdsOf } from '../domain/company/persons.ts'
import { periodBasis, type Rep, type Roster, type Scope } from '../domain/company/roster.ts'
import { sharedCalendar } from '../domain/company/working-time.ts'
import { FACT_TYPES } from '../domain/facts/facts.ts'
import { TYPES_OF_STAGE_TALLIES } from '../domain/facts/tally.ts'
import { type ShownIncomplete, wholenessOf } from '../domain/figures/incomplete.ts'
import { type NumberSource, sourcesOf } from '../domain/figures/sources.ts'
import type { ScorecardLines } from '../domain/figures/tallies-behind.ts'
import type { Catalogue } from '../domain/metrics/catalogue.ts'
import { measure, UNKNOWN } from '../domain/metrics/measure.ts'
import { talliesOf } from '../domain/metrics/metric.ts'
import { PART_IDS, type Part } from '../domain/metrics/parts.ts'
import { stageTallies } from '../domain/pipeline/funnel.ts'
import { quotaMetrics } from '../domain/quotas/quota.ts'
import { yieldTurn } from '../ports/turns.ts'
import { incompleteSources, shownOf } from '../values/basis.ts'
import { readCompanyContext } from '../values/context.ts'
import type { FiguresContext } from '../values/figure-readers.ts'
import { createFigures } from '../values/figures.ts'
import { inPeriod, readPeriodOrThrow } from './asked-period.ts'
import { countOwnFlaws } from './own-quality.ts'
import { countFlaws, qualityReport } from './quality.ts'
import type { ReportPorts } from './report-ports.ts'
import {
  type Json,
  type ReportContext,
  type Reported,
  type ReportObject,
  readPlanSums,
  scopeReport,
} from './scope-report.ts'

/** Throws `UnknownPeriodError` for words that are not a period; `null` until HubSpot has been read. */
export async function readReport(
  ports: ReportPorts,
  { periods, at }: { periods: readonly string[]; at?: number | undefined },
): Promise<ReportObject | null> {
  const now = at ?? ports.clock.now()
  const specs = periods.map((words) => ({ words, spec: readPeriodOrThrow(words) }))
  const company = await readCompanyContext(ports, now)
  const { roster, catalogue, quotas, pasts, directory } = company
  const rules = await ports.store.rules.current()
  if (!roster || !rules) return null
  const basis = periodBasis(roster, { kind: 'everyone' }, now)
  for (const { words, spec } of specs) inPeriod(words, () => resolvePeriod(spec, basis))
  const figuresContext: FiguresContext = {
    store: ports.store,
    roster,
    catalogue,
    quotas,
    pasts,
    pipelines: directory.pipelines,
    rules,
    at: now,
  }
  const tallies = stageTallies(directory.pipelines)
  const figures = createFigures(figuresContext, { reps: roster.reps, parts: partsIn(catalogue), tallies })
  const report: ReportObject = {}
  const lines = { settings: roster.settings, catalogue }
  const context = {
    ...figuresContext,
    figures,
    quotaMetrics: quotaMetrics(quotas).filter((id) => catalogue.find(id) !== undefined),
    planSums: readPlanSums(roster, figures),
    isWhole: wholenessOf(incompleteSources(company), lines),
  }
  for (const { words, spec } of specs) report[words] = await periodReport(context, spec)
  const ownerIds = ownerIdsOf(directory.owners)
  report['_data_quality'] = {
    ...qualityReport(await countFlaws(ports.store, { rules, ownerIds, now }), context.isWhole, ports.words),
    own: await countOwnFlaws(ports.store, context, { ownerIds, now }),
  }
  report['_meta'] = {
    ...metaReport(figuresContext, shownOf(company, sourcesInReport(lines))),
    // Until new settings have been counted by, numbers of records are partly those of the old ones.
    recalculated: company.recalculated,
  }
  return report
}

function scopesOf(roster: Roster): { name: string; scope: Scope; rep?: Rep }[] {
  return [
    ...roster.reps.map((rep) => ({
      name: `rep:${rep.id}`,
      scope: { kind: 'rep', ownerId: rep.id } as const,
      rep,
    })),
    ...roster.teams.map((team) => ({
      name: `team:${team.id}`,
      scope: { kind: 'team', teamId: team.id } as const,
    })),
    ...Object.keys(roster.settings.groups).map((name) => ({
      name: `group:${name}`,
      scope: { kind: 'group', name } as const,
    })),
    { name: 'everyone', scope: { kind: 'everyone' } as const },
  ]
}

/** Every part: those of the built-in metrics, whether or not a metric shows them, and the tallies of own metrics. */
function partsIn({ all }: Catalogue): ReadonlySet<Part> {
  return new Set<Part>([...PART_IDS, ...all.flatMap(talliesOf)])
}

/** Every type of records, and whatever else some number of the report rests on. */
function sourcesInReport(lines: ScorecardLines): NumberSource[] {
  return [...FACT_TYPES, ...TYPES_OF_STAGE_TALLIES, ...sourcesOf(lines.catalogue.all, lines)]
}

function metaReport({ roster, at }: FiguresContext, incomplete: ShownIncomplete): ReportObject {
  return {
    now: new Date(at).toISOString(),
    zone: roster.zone,
    currency: roster.currency,
    exponent: roster.exponent,
    scopes: scopesOf(roster).map(({ name }) => name),
    incomplete: Object.fromEntries(
      Object.entries(incomplete).map(([source, one]) => [
        source,
        { reason: one?.reason ?? null, progress: one?.progress ?? null },
      ]),
    ),
  }
}

async function periodReport(context: ReportContext, spec: PeriodSpec): Promise<ReportObject> {
  const report: ReportObject = {}
  const ofReps: { rep: Rep; reported: Reported }[] = []
  for (const { name, scope, rep } of scopesOf(context.roster)) {
    const reported = await reportedOf(context, scope, spec)
    report[name] = await scopeReport(context, reported)
    if (rep && !rep.owner.isArchived) ofReps.push({ rep, reported })
    await yieldTurn()
  }
  report['_ranks'] = await ranksReport(context, ofReps)
  report['_comparison'] = comparisonReport(context, spec)
  return report
}

async function reportedOf(
  { figures, catalogue, isWhole }: ReportContext,
  scope: Scope,
  spec: PeriodSpec,
): Promise<Reported> {
  const days = figures.daysOf(scope, spec)
  const sums = await figures.ofScope(scope, days)
  const measured = catalogue.all.map(
    (metric) => [metric, isWhole.ofMetric(metric) ? measure(metric, sums) : UNKNOWN] as const,
  )
  return { scope, days, sums, measured: new Map(measured) }
}

function comparisonReport({ roster, at }: ReportContext, spec: PeriodSpec): ReportObject {
  const basis = periodBasis(roster, { kind: 'everyone' }, at)
  const asked = { spec, period: resolvePeriod(spec, basis) }
  const { from, to } = comparisonOf(asked, basis, sharedCalendar(roster.settings, null, roster.zone))
  return { from, to }
}

/** Each rep over the period in the rep's own time zone; archived reps are on no board. */
async function ranksReport(
  { catalogue }: ReportContext,
  ofReps: readonly { rep: Rep; reported: Reported }[],
): Promise<ReportObject> {
  const report: ReportObject = {}
  for (const metric of catalogue.all) {
    if (!metric.isRanked) continue
    const reps = ofReps.flatMap(({ rep: { owner }, reported }) => {
      const measured = reported.measured.get(metric)
      return measured ? { owner, measured } : []
    })
    const ranks: { [rep: string]: Json } = {}
    const order: string[] = []
    for (const { rep, rank } of ranksOf(metric, reps)) {
      const name = `rep:${rep}`
      ranks[name] = rank
      if (rank !== null) order.push(name)
    }
    report[metric.id] = { ranks, order }
    await yieldTurn()
  }
  return report
}
