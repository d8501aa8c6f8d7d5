import type { MetricTexts } from '../../metric-text.ts'

export const conversion = {
  connect_rate: {
    name: 'Kontaktgrad',
    formula: 'kopplade utgående samtal ÷ utgående samtal. Inkommande samtal ingår inte i någon av dem.',
    words: 'kontaktgrad, svarsgrad, anknytningsgrad',
  },
  positive_call_rate: {
    name: 'Andel positiva samtal',
    formula: 'samtal med positivt utfall ÷ kopplade samtal. De positiva utfallen väljs i inställningarna.',
    words: 'positiva samtal, andel positiva samtal',
  },
  reply_rate: {
    name: 'Svarsfrekvens',
    formula: 'skickade mejl med minst ett svar ÷ skickade mejl.',
    words: 'svarsfrekvens på mejl, svarsfrekvens',
  },
  meeting_rate: {
    name: 'Mötesgrad',
    formula: 'bokade möten ÷ kopplade samtal.',
    words: 'mötesgrad, samtal till möte',
  },
  no_show_rate: {
    name: 'Andel uteblivna',
    formula:
      'möten med utfallet utebliven ÷ hållna och uteblivna möten. Avbokade och flyttade ingår inte i någon av dem.',
    words: 'uteblivna, uteblivna möten, andel uteblivna',
  },
  call_to_sale: {
    name: 'Samtal till affär',
    formula: 'vunna affärer ÷ samtal, båda i perioden.',
    words: 'samtal till affär, samtal till försäljning',
  },
  mql_to_sql: {
    name: 'MQL till SQL',
    formula: 'kontakter som blev SQL ÷ kontakter som blev MQL, efter dagen då de nådde livscykelfasen.',
    words: 'mql till sql',
  },
  lead_to_opportunity: {
    name: 'Lead till möjlighet',
    formula:
      'kontakter som nådde livscykelfasen möjlighet ÷ skapade kontakter. Kontakter utan ägare ingår inte i någon av dem.',
    words: 'lead till möjlighet, leads till möjligheter',
  },
  lead_conversion: {
    name: 'Leadkonvertering',
    formula:
      'kontakter som nådde livscykelfasen kund ÷ skapade kontakter. Kontakter utan ägare ingår inte i någon av dem.',
    words: 'leadkonvertering',
  },
  win_rate: {
    name: 'Vinstgrad',
    formula:
      'vunna affärer ÷ vunna och förlorade, efter stängningsdatum, i säljpipelines. Öppna affärer ingår inte.',
    words: 'vinstgrad, vinstandel, vinstprocent, träffprocent, vunnet förlorat, vunna förlorade',
  },
  close_rate: {
    name: 'Avslutsgrad',
    formula:
      'vunna affärer efter stängningsdatum ÷ skapade affärer efter skapandedatum, i samma period och säljpipelines.',
    words: 'avslutsgrad, stängningsgrad',
  },
} satisfies Partial<MetricTexts>
