import { metricUses, ratiosOf } from '../../domain/company/metric-uses.ts'
import { isOwnTally, ownMetricOf } from '../../domain/facts/tally.ts'
import { type Metric, talliesOf } from '../../domain/metrics/metric.ts'
import type { Unit } from '../../domain/metrics/unit.ts'
import { lackingText } from '../../i18n/lacking-text.ts'
import type { Texts } from '../../i18n/texts.ts'
import type { SourceWords } from '../../ports/source-words.ts'
import { basisFor } from '../../values/basis.ts'
import type { CompanyContext } from '../../values/context.ts'
import { ownMetricFindings } from '../doctor/own-findings.ts'
import { headed, wrapped } from '../insights/lines.ts'

/** Where a metric is used besides answers: how many quotas and goals, the names of digests and ratios, and the rest yes or no. */
interface UsedIn {
  quotas: number
  hubSpotGoals: number
  scorecard: boolean
  benchmarks: boolean
  digests: string[]
  ratios: string[]
}

export interface MetricRow {
  id: string
  name: string
  unit: Unit
  /** Whether the account declares it. */
  isOwn: boolean
  formula: string
  usedIn: UsedIn
  /** `loading`: records are still being read or counted. */
  state: 'ok' | 'loading' | 'problem'
  problem: string | null
  remedy: string | null
}

export interface RowWords {
  texts: Texts
  words: SourceWords
}

/** All metrics, the account's own ones first. */
export function metricRows(company: CompanyContext, { texts, words }: RowWords): MetricRow[] {
  const { catalogue } = company
  const ordered = [...catalogue.all].sort((a, b) => Number(b.own !== null) - Number(a.own !== null))
  return ordered.map((metric) => ({
    id: metric.id,
    name: texts.metricName(metric.id, 'full'),
    unit: metric.unit,
    isOwn: metric.own !== null,
    formula: texts.metricAbout(metric.id),
    usedIn: usedIn(metric.id, company),
    ...stateOf(metric, company, { texts, words }),
  }))
}

function usedIn(metric: string, { settings, quotas }: CompanyContext): UsedIn {
  const uses = metricUses(settings).filter((use) => use.metric === metric)
  const of = (key: string) => uses.filter((use) => use.key === key)
  return {
    quotas: of('quotas').length,
    hubSpotGoals: quotas.filter((quota) => quota.metric === metric && quota.source === 'hubspot').length,
    scorecard: of('scorecard').length > 0,
    benchmarks: of('benchmarks').length > 0,
    digests: settings.digests
      .filter(({ board, columns }) => [board, ...columns].includes(metric))
      .map(({ name }) => name),
    ratios: ratiosOf(metric, settings.metrics),
  }
}

function stateOf(
  metric: Metric,
  company: CompanyContext,
  { texts, words }: RowWords,
): Pick<MetricRow, 'state' | 'problem' | 'remedy'> {
  const { settings, directory, ownProblems: problems, roster } = company
  const counted = talliesOf(metric).filter(isOwnTally).map(ownMetricOf)
  const look = {
    metrics: settings.metrics.filter(({ id }) => counted.includes(id)),
    objects: directory.objects,
    problems,
  }
  const finding = ownMetricFindings(look, directory.objects, words).find(({ state }) => state === 'fix')
  if (finding)
    return { state: 'problem', problem: `${finding.check}: ${finding.text}`, remedy: finding.remedy }
  if (!roster) return { state: 'loading', problem: NEVER_READ, remedy: null }
  const basis = basisFor({ company, roster }, { kind: 'everyone' }, [metric.id])
  const names = { metric: texts.metricName(metric.id), period: '' }
  if (basis.unreadable.length > 0)
    return { state: 'problem', problem: lackingText(names, basis, { texts, ...words }), remedy: null }
  if (basis.loading.length > 0)
    return { state: 'loading', problem: lackingText(names, basis, { texts, ...words }), remedy: null }
  return { state: 'ok', problem: null, remedy: null }
}

const NEVER_READ = 'HubSpot has not been read yet'

export function listText(rows: readonly MetricRow[]): string {
  const [own, others] = [rows.filter(({ isOwn }) => isOwn), rows.filter(({ isOwn }) => !isOwn)]
  return [
    ...(own.length > 0 ? ['Own metrics', ...own.flatMap(rowText), ''] : []),
    'Metrics of every account',
    ...others.flatMap(rowText),
  ].join('\n')
}

function rowText({ id, name, formula, usedIn: used, problem, remedy }: MetricRow): string[] {
  const places = placesText(used)
  return [
    ...headed(`${id}: ${name}`, wrapped(formula)),
    ...(places.length > 0 ? wrapped(`Used in: ${places.join(', ')}`) : []),
    ...(problem === null ? [] : wrapped([problem, remedy].filter((text) => text !== null).join('. '))),
  ]
}

function placesText({ quotas, hubSpotGoals, scorecard, benchmarks, digests, ratios }: UsedIn): string[] {
  const counted = (count: number, what: string) =>
    count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'}`]
  return [
    ...counted(quotas, 'quota'),
    ...counted(hubSpotGoals, 'HubSpot goal'),
    ...(scorecard ? ['the scorecard'] : []),
    ...(benchmarks ? ['benchmarks'] : []),
    ...digests.map((digest) => `the digest ${digest}`),
    ...ratios.map((ratio) => `the ratio ${ratio}`),
  ]
}
