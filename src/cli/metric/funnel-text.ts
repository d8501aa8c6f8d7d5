import type { Texts } from '../../i18n/texts.ts'
import type { SourceWords } from '../../ports/source-words.ts'
import type { FunnelFound } from '../../reports/funnel.ts'
import { headed, percent, row } from '../insights/lines.ts'
import { noNumberText } from './no-number.ts'

/** Funnels as in the report, with the names of pipelines and stages. */
export function funnelDocument({ pipelines, ...found }: FunnelFound): object {
  return { ...found, funnel: Object.fromEntries(pipelines.map(({ pipeline, ...one }) => [pipeline, one])) }
}

/** The funnel of each pipeline, for a terminal. */
export function funnelText(found: FunnelFound, texts: Texts, words: SourceWords): string {
  const period = `${found.from} to before ${found.to}`
  const lacking = noNumberText({ ...found, period, missing: null }, texts, words)
  if (lacking !== null) return lacking
  const tables = found.pipelines.flatMap(({ label, stages, leak }) =>
    headed(label, [
      row([
        ['', 40],
        ['entered', -9],
        ['went on', -9],
      ]),
      ...stages.map((stage) =>
        row([
          [stage.label, 40],
          [String(stage.entered ?? '–'), -9],
          [stage.conversion === null ? '–' : percent(stage.conversion), -9],
          [stage.stage === leak ? '← biggest loss' : '', 19],
        ]),
      ),
    ]),
  )
  return [`${texts.metricName('funnel')}  (${period})`, ...tables].join('\n')
}
