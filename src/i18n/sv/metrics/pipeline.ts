import type { MetricTexts } from '../../metric-text.ts'

export const pipeline = {
  pipeline_deals: {
    name: 'Antal öppna affärer',
    counted: '{n, plural, one {{value} öppen affär} other {{value} öppna affärer}}',
    formula: 'affärer som är öppna nu, i säljpipelines, oavsett period.',
    words: 'antal öppna affärer',
  },
  pipeline_value: {
    name: 'Pipelinevärde',
    formula: 'belopp på affärer som är öppna nu, i säljpipelines, oavsett period.',
    words: 'pipelinevärde, värde på pipeline',
  },
  pipeline_weighted: {
    name: 'Viktad pipeline',
    formula: 'belopp på affärer som är öppna nu, vart och ett × affärens sannolikhet, annars fasens.',
    words: 'viktad pipeline',
  },
  average_open_deal: {
    name: 'Genomsnittlig öppen affär',
    formula: 'belopp på affärer som är öppna nu ÷ deras antal.',
    words: 'genomsnittlig öppen affär',
  },
  pipeline_coverage: {
    name: 'Pipelinetäckning',
    formula:
      'belopp på öppna affärer med stängningsdatum i resten av perioden ÷ det som saknas till målet. Inget värde när målet är nått.',
    words: 'pipelinetäckning, täckning',
  },
  stalled_deals: {
    name: 'Avstannade affärer',
    counted: '{n, plural, one {{value} avstannad affär} other {{value} avstannade affärer}}',
    formula:
      'öppna affärer vars stängningsdatum har passerat eller som är äldre än två gånger teamets säljcykel senaste året.',
    words: 'avstannade affärer, antal avstannade affärer',
  },
  funnel: {
    name: 'Säljtratt',
    formula:
      'affärer som nådde varje fas i en pipeline, och andelen som nådde nästa. Förlorade faser visas för sig.',
  },
} satisfies Partial<MetricTexts>
