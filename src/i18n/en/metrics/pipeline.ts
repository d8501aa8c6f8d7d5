import type { MetricTexts } from '../../metric-text.ts'

export const pipeline = {
  pipeline_deals: {
    name: 'Pipeline deals',
    counted: '{n, plural, one {{value} open deal} other {{value} open deals}}',
    formula: 'deals open now, in the sales pipelines, whatever the period.',
    words: 'pipeline deals, number of open deals, open deal count, pipeline count',
  },
  pipeline_value: {
    name: 'Pipeline value',
    formula: 'total amount of deals open now, in the sales pipelines, whatever the period.',
    words: 'pipeline value, value of pipeline, open pipeline, pipeline size',
  },
  pipeline_weighted: {
    name: 'Weighted pipeline',
    formula: 'amounts of deals open now, each × the deal’s probability, or its stage’s if it has none.',
    words: 'weighted pipeline, pipeline weighted',
  },
  average_open_deal: {
    name: 'Average open deal',
    formula: 'total amount of deals open now ÷ their number.',
    words: 'average open deal, open deal size',
  },
  pipeline_coverage: {
    name: 'Pipeline coverage',
    formula:
      'total amount of open deals due in the rest of the period ÷ the gap to the target. No value once the target is met.',
    words: 'pipeline coverage, coverage, coverage ratio',
  },
  stalled_deals: {
    name: 'Stalled deals',
    counted: '{n, plural, one {{value} stalled deal} other {{value} stalled deals}}',
    formula:
      'deals open now that are past their close date or older than twice the team’s sales cycle of the last year.',
    words: 'stalled deals, number of stalled deals',
  },
  funnel: {
    name: 'Funnel',
    formula:
      'deals that entered each stage of a pipeline, and the share that entered the next one. Lost stages are listed separately.',
  },
} satisfies Partial<MetricTexts>
