import type { MetricTexts } from '../../metric-text.ts'

export const pipeline = {
  pipeline_deals: {
    name: 'Antal åbne handler',
    counted: '{n, plural, one {{value} åben handel} other {{value} åbne handler}}',
    formula: 'handler, der er åbne nu, i salgspipelines, uanset perioden.',
    words: 'antal åbne handler',
  },
  pipeline_value: {
    name: 'Pipelineværdi',
    formula: 'beløb på handler, der er åbne nu, i salgspipelines, uanset perioden.',
    words: 'pipelineværdi, værdi af pipeline',
  },
  pipeline_weighted: {
    name: 'Vægtet pipeline',
    formula: 'beløb på handler, der er åbne nu, hver × handlens sandsynlighed, ellers fasens.',
    words: 'vægtet pipeline',
  },
  average_open_deal: {
    name: 'Gennemsnitlig åben handel',
    formula: 'beløb på handler, der er åbne nu ÷ deres antal.',
    words: 'gennemsnitlig åben handel',
  },
  pipeline_coverage: {
    name: 'Pipelinedækning',
    formula:
      'beløb på åbne handler med lukkedato i resten af perioden ÷ det, der mangler til målet. Ingen værdi, når målet er nået.',
    words: 'pipelinedækning, dækning',
  },
  stalled_deals: {
    name: 'Handler gået i stå',
    counted: '{n, plural, one {{value} handel gået i stå} other {{value} handler gået i stå}}',
    formula:
      'åbne handler, hvis lukkedato er passeret, eller som er ældre end to gange teamets salgscyklus det seneste år.',
    words: 'handler gået i stå, gået i stå handler, antal gået i stå',
  },
  funnel: {
    name: 'Salgstragt',
    formula:
      'handler, der nåede hver fase i en pipeline, og andelen, der nåede den næste. Tabte faser vises for sig.',
  },
} satisfies Partial<MetricTexts>
