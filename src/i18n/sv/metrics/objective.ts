import type { MetricTexts } from '../../metric-text.ts'

export const objective = {
  leads: {
    name: 'Leads',
    counted: '{n, plural, one {{value} lead} other {{value} leads}}',
    formula: 'kontakter med ägare efter skapandedatum.',
    words: 'leads, nya leads, skapade leads, nya kontakter, skapade kontakter',
  },
  mqls: {
    name: 'MQL:er',
    counted: '{n, plural, one {{value} MQL} other {{value} MQL:er}}',
    formula: 'kontakter med ägare efter dagen då de nådde livscykelfasen marketingkvalificerat lead.',
    words: 'mql, mqler, nya mqler, marketingkvalificerade leads',
  },
  sqls: {
    name: 'SQL:er',
    counted: '{n, plural, one {{value} SQL} other {{value} SQL:er}}',
    formula: 'kontakter med ägare efter dagen då de nådde livscykelfasen säljkvalificerat lead.',
    words: 'sql, sqler, nya sqler, säljkvalificerade leads',
  },
  opportunities: {
    name: 'Möjligheter',
    counted: '{n, plural, one {{value} möjlighet} other {{value} möjligheter}}',
    formula: 'kontakter med ägare efter dagen då de nådde livscykelfasen möjlighet.',
    words: 'möjligheter, nya möjligheter, affärsmöjligheter',
  },
  leads_converted: {
    name: 'Konverterade leads',
    counted: '{n, plural, one {{value} konverterat lead} other {{value} konverterade leads}}',
    formula: 'kontakter med ägare efter dagen då de nådde livscykelfasen kund.',
    words: 'konverterade leads, nya kunder, kunder',
  },
  leads_per_rep: {
    name: 'Konverterade leads per säljare',
    formula: 'konverterade leads ÷ säljare som var med i perioden.',
    words: 'leads per säljare, konverterade leads per säljare',
  },
  deals_created: {
    name: 'Skapade affärer',
    counted: '{n, plural, one {{value} skapad} other {{value} skapade}}',
    formula: 'affärer efter skapandedatum, i säljpipelines, oavsett vad det blev av dem.',
    words: 'nya affärer, skapade affärer',
  },
  pipeline_created: {
    name: 'Skapad pipeline',
    formula:
      'sammanlagt belopp på affärer efter skapandedatum, i säljpipelines. Affärer utan belopp ger inget.',
    words: 'ny pipeline, skapad pipeline',
  },
  deals_won: {
    name: 'Vunna affärer',
    counted: '{n, plural, one {{value} vunnen} other {{value} vunna}}',
    formula: 'affärer i en vunnen fas, efter stängningsdatum, i säljpipelines.',
    words: 'vunna affärer, vunna, vunnet, stängda affärer',
  },
  deals_lost: {
    name: 'Förlorade affärer',
    counted: '{n, plural, one {{value} förlorad} other {{value} förlorade}}',
    formula: 'affärer stängda utan att vara vunna, efter stängningsdatum, i säljpipelines.',
    words: 'förlorade affärer, förlorade',
  },
  revenue: {
    name: 'Försäljning',
    title: 'Försäljning (vunnen, efter stängningsdatum)',
    formula:
      'sammanlagt belopp på vunna affärer, efter stängningsdatum, i företagets valuta. Inte fakturor eller betalningar; affärer utan belopp ger inget.',
    words: 'omsättning, omsättningen, försäljning, försäljningen, intäkter, intäkt, sålt',
  },
  revenue_lost: {
    name: 'Förlorat belopp',
    title: 'Förlorat belopp (förlorade affärer, efter stängningsdatum)',
    formula:
      'sammanlagt belopp på affärer stängda utan att vara vunna, efter stängningsdatum, i säljpipelines. Affärer utan belopp ger inget.',
    words: 'förlorat belopp, förlorad försäljning, förlorad omsättning, förlorat värde',
  },
  revenue_per_rep: {
    name: 'Försäljning per säljare',
    formula: 'försäljning ÷ säljare som var med i perioden.',
    words: 'omsättning per säljare, försäljning per säljare',
  },
  average_deal: {
    name: 'Snittaffär',
    formula: 'försäljning ÷ vunna affärer.',
    words: 'snittaffär, genomsnittlig affär, affärsstorlek, snittorder',
  },
  sales_cycle: {
    name: 'Säljcykel',
    formula:
      'dagar från skapandedatum till stängningsdatum för vunna affärer, i snitt. Affärer utan något av datumen utelämnas.',
    words: 'säljcykel, säljcykeln, försäljningscykel',
  },
  revenue_per_call: {
    name: 'Försäljning per samtal',
    formula: 'försäljning ÷ samtal, båda i perioden.',
    words: 'omsättning per samtal, försäljning per samtal',
  },
  revenue_per_hour: {
    name: 'Försäljning per timme',
    formula:
      'försäljning ÷ arbetstimmar hittills. Timmarna kommer från arbetskalendern och är inte uppmätta.',
    words: 'omsättning per timme, försäljning per timme',
  },
  cost_efficiency: {
    name: 'Kostnadseffektivitet',
    title: 'Kostnadseffektivitet (försäljning ÷ kostnad)',
    formula:
      'försäljning ÷ kostnad hittills (lön, bonus, verktyg), båda bara för säljare med en kostnad i inställningarna.',
    words: 'kostnadseffektivitet',
  },
  arr: {
    name: 'ARR',
    title: 'ARR (årligt återkommande intäkter)',
    formula:
      'vunna affärer, efter stängningsdatum: deras ARR, annars MRR × 12, annars belopp ÷ avtalsår. Affärer utan dessa ger inget.',
    words: 'årligt återkommande intäkter',
  },
  arpa: {
    name: 'Försäljning per kund',
    title: 'Försäljning per kund (ARPA)',
    formula:
      'försäljning ÷ företag med en vunnen affär i perioden, vart och ett räknat en gång. Affärer utan företag räknas bara i försäljningen.',
    words: 'omsättning per kund, försäljning per kund',
  },
  margin: {
    name: 'Marginal',
    formula:
      'belopp minus kostnad på vunna affärer, efter stängningsdatum, när båda är kända. Kostnadsfältet väljs i inställningarna.',
    words: 'marginal, täckningsbidrag',
  },
  average_margin: {
    name: 'Snittmarginal',
    formula: 'marginal ÷ vunna affärer där belopp och kostnad är kända.',
    words: 'snittmarginal, genomsnittlig marginal',
  },
  churn_rate: {
    name: 'Kundtapp',
    title: 'Kundtapp (förlorade förnyelser)',
    formula:
      'förnyelser stängda utan att vara vunna ÷ alla stängda förnyelser, efter stängningsdatum, i förnyelsepipelines.',
    words: 'kundtapp',
  },
  retention_rate: {
    name: 'Kundbehållning',
    title: 'Kundbehållning (vunna förnyelser)',
    formula: 'vunna förnyelser ÷ alla stängda förnyelser, efter stängningsdatum, i förnyelsepipelines.',
    words: 'kundbehållning, förnyelsegrad, vunna förnyelser',
  },
  net_churn: {
    name: 'Nettotapp',
    title: 'Nettotapp (förlorade förnyelser − försäljning)',
    formula:
      'belopp på förnyelser stängda utan att vara vunna − försäljning, efter stängningsdatum. Över 0 har mer förlorats än sålts igen.',
    words: 'nettotapp, netto kundtapp',
  },
} satisfies Partial<MetricTexts>
