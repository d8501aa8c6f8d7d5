import type { MetricTexts } from '../../metric-text.ts'

export const conversion = {
  connect_rate: {
    name: 'Rata de conectare',
    formula: 'apeluri efectuate conectate ÷ apeluri efectuate. Apelurile primite nu intră în calcul.',
    words: 'rata de conectare, rată de conectare',
  },
  positive_call_rate: {
    name: 'Rata apelurilor pozitive',
    formula: 'apeluri cu rezultat pozitiv ÷ apeluri conectate. Rezultatele pozitive se aleg în setări.',
    words: 'apeluri pozitive, rata apelurilor pozitive',
  },
  reply_rate: {
    name: 'Rata de răspuns',
    formula: 'e-mailuri trimise cu cel puțin un răspuns ÷ e-mailuri trimise.',
    words: 'rata de răspuns, rată de răspuns',
  },
  meeting_rate: {
    name: 'Rata întâlnirilor',
    formula: 'întâlniri programate ÷ apeluri conectate.',
    words: 'rata întâlnirilor, apeluri la întâlniri',
  },
  no_show_rate: {
    name: 'Rata de neprezentare',
    formula:
      'întâlniri cu rezultatul neprezentare ÷ întâlniri ținute și neprezentări. Cele anulate și mutate nu intră în calcul.',
    words: 'neprezentări, rata de neprezentare',
  },
  call_to_sale: {
    name: 'Apel la vânzare',
    formula: 'tranzacții câștigate ÷ apeluri, ambele în perioadă.',
    words: 'apel la vânzare, apeluri la vânzări',
  },
  mql_to_sql: {
    name: 'MQL la SQL',
    formula: 'contacte devenite SQL ÷ contacte devenite MQL, după ziua intrării în etapa ciclului de viață.',
    words: 'mql la sql',
  },
  lead_to_opportunity: {
    name: 'Lead la oportunitate',
    formula:
      'contacte intrate în etapa ciclului de viață oportunitate ÷ contacte create. Cele fără proprietar nu intră în calcul.',
    words: 'lead la oportunitate, leaduri la oportunități',
  },
  lead_conversion: {
    name: 'Conversia leadurilor',
    formula:
      'contacte intrate în etapa ciclului de viață client ÷ contacte create. Cele fără proprietar nu intră în calcul.',
    words: 'conversia leadurilor',
  },
  win_rate: {
    name: 'Rata de câștig',
    formula:
      'tranzacții câștigate ÷ câștigate și pierdute, după data închiderii, în pipeline-urile de vânzări. Fără cele deschise.',
    words: 'rata de câștig, rată de câștig, rata de succes, câștigate pierdute, câștigat pierdut',
  },
  close_rate: {
    name: 'Rata de închidere',
    formula:
      'tranzacții câștigate după data închiderii ÷ create după data creării, în aceeași perioadă, în pipeline-urile de vânzări.',
    words: 'rata de închidere, rată de închidere',
  },
} satisfies Partial<MetricTexts>
