import type { Command } from 'commander'
import { TREND_UNITS, type TrendUnit } from '../../domain/boards/trend.ts'
import type { Basis } from '../../domain/figures/basis.ts'
import type { View } from '../../domain/question/lexicon.ts'
import type { Texts } from '../../i18n/texts.ts'
import { unloggedText } from '../../i18n/unlogged-text.ts'
import type { SourceWords } from '../../ports/source-words.ts'
import type { Store } from '../../ports/store.ts'
import type { MetricOrder } from '../../reports/asked-metric.ts'
import { readExplanation } from '../../reports/explain.ts'
import { FUNNEL, readFunnel } from '../../reports/funnel.ts'
import { type MetricFound, readMetric } from '../../reports/metric.ts'
import { readTrend } from '../../reports/trend.ts'
import type { Services } from '../../wiring.ts'
import { cut } from '../insights/lines.ts'
import { recordMachineLooks } from '../looks.ts'
import { foundOrThrow, type MetricOptions, orderOf } from '../metric/asked.ts'
import { explanationText } from '../metric/explain-text.ts'
import { funnelDocument, funnelText } from '../metric/funnel-text.ts'
import { noNumberText } from '../metric/no-number.ts'
import { noTrendText, trendText } from '../metric/trend-text.ts'
import { withStore } from '../run.ts'
import { CommandError, print, printJson } from '../say.ts'
import { textsFor } from '../texts.ts'

interface Options extends MetricOptions {
  by?: string
  explain?: boolean
}

export function metricCommand(command: Command, services: Services): Command {
  return command
    .argument('<id>', 'such as revenue, win_rate or funnel')
    .option('--rep <owner id>', 'for a rep')
    .option('--team <team id>', 'for a team')
    .requiredOption('--period <words>', "such as 'this month' or 2026-Q3")
    .option('--at <moment>', 'as of that moment, such as 2026-11-18T20:17:00Z')
    .option('--by <unit>', `a trend by ${TREND_UNITS.join(', ')}`)
    .option('--explain', 'the formula with its services, the rules that applied, and the records behind it')
    .option('--json', 'print all of it as JSON')
    .action((id: string, options: Options) => metric(services, id, options))
}

function metric(services: Services, id: string, { by, explain, ...options }: Options): Promise<void> {
  if (by !== undefined && explain) throw new CommandError('Ask for a trend or an explanation, not both.', 2)
  if (by !== undefined) return trend(services, id, { ...options, by })
  if (id === FUNNEL) return funnel(services, options, explain)
  return explain ? explanation(services, id, options) : value(services, id, options)
}

/** Only a rep's figures are those of a person. */
async function recordLook(store: Store, { metric, scope, period }: MetricOrder, view: View): Promise<void> {
  if (scope.kind === 'rep')
    await recordMachineLooks(store, { view, metrics: [metric], period }, [scope.ownerId])
}

async function funnel(services: Services, options: MetricOptions, explain = false): Promise<void> {
  if (explain)
    throw new CommandError('The funnel is a table of every stage: there is nothing more to explain.', 2)
  const order = orderOf(FUNNEL, options)
  await withStore(
    services,
    async (store) => {
      await recordLook(store, order, 'funnel')
      const found = foundOrThrow(await readFunnel({ store, clock: services.clock }, order))
      options.json
        ? printJson(funnelDocument(found))
        : print(funnelText(found, await textsFor(store), services.words))
    },
    order.at,
  )
}

async function value(services: Services, id: string, options: MetricOptions): Promise<void> {
  const order = orderOf(id, options)
  await withStore(
    services,
    async (store) => {
      await recordLook(store, order, 'card')
      const found = foundOrThrow(await readMetric({ store, clock: services.clock }, order))
      const { isStateNow: _, ...json } = found
      options.json ? printJson(json) : print(lineOf(found, await textsFor(store), services.words))
    },
    order.at,
  )
}

function lineOf(found: MetricFound, texts: Texts, words: SourceWords): string {
  const { metric, isStateNow, from, to, currency, exponent } = found
  const period = isStateNow ? 'now' : `${from} to before ${to}`
  const shown = texts.value(metric, found.value, { currency, exponent, detail: 'full' })
  const line =
    noNumberText({ ...found, period }, texts, words) ??
    `${cut(texts.metricName(metric), 60)}: ${shown}  (${period})`
  return found.unlogged ? `${line}\n${unloggedText(found.unlogged, texts)}` : line
}

/** What is `null` because types are incomplete is listed under `_meta`, as in every document. */
function documentOf<T extends { basis: Basis }>(found: T): object {
  const { incomplete, ...basis } = found.basis
  return { ...found, basis, _meta: { incomplete } }
}

async function trend(services: Services, id: string, options: MetricOptions & { by: string }): Promise<void> {
  const by = unitOrThrow(options.by)
  if (id === FUNNEL) throw new CommandError(noTrendText(id, 'table'), 2)
  const order = orderOf(id, options)
  await withStore(
    services,
    async (store) => {
      await recordLook(store, order, 'trend')
      const found = foundOrThrow(await readTrend({ store, clock: services.clock }, { ...order, by }))
      if ('refused' in found) throw new CommandError(noTrendText(id, found.refused), 2)
      options.json
        ? printJson(documentOf(found))
        : print(trendText(found, await textsFor(store), services.words))
    },
    order.at,
  )
}

function unitOrThrow(by: string): TrendUnit {
  const unit = TREND_UNITS.find((one) => one === by)
  if (unit) return unit
  throw new CommandError(
    `--by '${by}' is not a unit of a trend. The units are: ${TREND_UNITS.join(', ')}.`,
    2,
  )
}

async function explanation(services: Services, id: string, options: MetricOptions): Promise<void> {
  const order = orderOf(id, options)
  await withStore(
    services,
    async (store) => {
      await recordLook(store, order, 'explain')
      const found = foundOrThrow(
        await readExplanation({ store, clock: services.clock, words: services.words }, order),
      )
      options.json
        ? printJson(documentOf(found))
        : print(explanationText(found, await textsFor(store), services.words))
    },
    order.at,
  )
}
