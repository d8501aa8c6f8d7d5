import type { MetricTexts } from '../../metric-text.ts'

export const pipeline = {
  pipeline_deals: {
    name: 'Numărul de tranzacții deschise',
    counted:
      '{n, plural, one {{value} tranzacție deschisă} few {{value} tranzacții deschise} other {{value} de tranzacții deschise}}',
    formula: 'tranzacții deschise acum, în pipeline-urile de vânzări, oricare ar fi perioada.',
    words: 'numărul de tranzacții deschise',
  },
  pipeline_value: {
    name: 'Valoare pipeline',
    formula: 'sumele tranzacțiilor deschise acum, în pipeline-urile de vânzări, oricare ar fi perioada.',
    words: 'valoarea pipeline, valoare pipeline',
  },
  pipeline_weighted: {
    name: 'Pipeline ponderat',
    formula: 'sumele tranzacțiilor deschise acum, fiecare × probabilitatea ei, altfel a etapei.',
    words: 'pipeline ponderat',
  },
  average_open_deal: {
    name: 'Tranzacție deschisă medie',
    formula: 'sumele tranzacțiilor deschise acum ÷ numărul lor.',
    words: 'tranzacție deschisă medie',
  },
  pipeline_coverage: {
    name: 'Acoperire pipeline',
    formula:
      'sumele tranzacțiilor deschise cu data închiderii în restul perioadei ÷ ce lipsește până la țintă. Fără valoare odată atinsă ținta.',
    words: 'acoperire pipeline, acoperire',
  },
  stalled_deals: {
    name: 'Număr de tranzacții blocate',
    counted:
      '{n, plural, one {{value} tranzacție blocată} few {{value} tranzacții blocate} other {{value} de tranzacții blocate}}',
    formula:
      'tranzacții deschise cu data închiderii depășită sau mai vechi decât de două ori ciclul de vânzare al echipei din ultimul an.',
    words: 'număr de tranzacții blocate',
  },
  funnel: {
    name: 'Pâlnie',
    formula:
      'tranzacții intrate în fiecare etapă a unui pipeline și partea intrată în următoarea. Etapele pierdute apar separat.',
  },
} satisfies Partial<MetricTexts>
