/** How one number came about: its formula with every part, the rules that applied, and the records behind it. */
import { type AppliedRules, appliedRules } from '../domain/explanation/applied-rules.ts'
import { explainedParts, partsToExplain } from '../domain/explanation/explained-parts.ts'
import type { ExplainedPart, Explanation } from '../domain/explanation/explanation.ts'
import type { SyncedType } from '../domain/facts/facts.ts'
import { type Measured, measure, UNKNOWN } from '../domain/metrics/measure.ts'
import type { Expected } from '../domain/quotas/expected-share.ts'
import { readExpected } from '../values/expected.ts'
import { createFigures } from '../values/figures.ts'
import { type AskedMetric, type MetricOrder, openMetric, outcomeOf, unloggedIn } from './asked-metric.ts'
import { readRecords } from './records-behind.ts'
import type { ReportPorts } from './report-ports.ts'

/** Throws `UnknownPeriodError` and `UnknownMetricError`. Callers decide who may see it. */
export async function readExplanation(
  ports: ReportPorts,
  order: MetricOrder,
): Promise<Explanation | 'neverRead' | 'unknownScope'> {
  const asked = await openMetric(ports, order)
  if (typeof asked === 'string') return asked
  const { metric, scope, days, reps, basis, context, directory } = asked
  const linkOf = (type: SyncedType, id: string) => ports.words.recordLink(directory.account, type, id)
  const parts = partsToExplain(metric, scope)
  const figures = createFigures(context, { reps, parts: new Set(parts) })
  const sums = await figures.ofScope(scope, days)
  const { value, missing, isKeptBack } = outcomeOf(asked, sums)
  const explained = explainedParts(metric, scope, sums)
  return {
    metric: metric.id,
    basis,
    period: { from: days.from, to: days.to, until: days.until },
    value,
    missing,
    unlogged: isKeptBack ? null : await unloggedIn(asked),
    parts: isKeptBack ? explained.map(withoutAmount) : explained,
    rules: rulesOf(asked, parts, {
      measured: isKeptBack ? UNKNOWN : measure(metric, sums),
      expected: isKeptBack ? null : await expectedIn(asked),
    }),
    records: isKeptBack
      ? { counted: 0, withoutAmount: 0, newest: [] }
      : await readRecords(asked, parts, linkOf),
  }
}

/** Numbers that are shown as a quota are compared with what is expected by now. */
async function expectedIn({ metric, scope, days, context }: AskedMetric): Promise<Expected | null> {
  return metric.view === 'quota' ? readExpected(context, { metric: 'revenue', scope, days }) : null
}

function withoutAmount({ part, role }: ExplainedPart): ExplainedPart {
  return { part, role, value: null, exact: null }
}

function rulesOf(
  asked: AskedMetric,
  parts: ReturnType<typeof partsToExplain>,
  { measured, expected }: { measured: Measured; expected: Expected | null },
): AppliedRules {
  const { metric, scope, days, basis, context, directory } = asked
  const { roster, catalogue, quotas, pipelines, rules } = context
  const { owners, callOutcomes } = directory
  return appliedRules(metric, parts, {
    basis: {
      ...{ roster, catalogue, owners, quotas, pipelines, callOutcomes, rules },
      ...{ scope, zone: basis.zone, days, expected },
    },
    measured,
  })
}
