import type { MetricTexts } from '../../metric-text.ts'

export const objective = {
  leads: {
    name: 'Leads',
    counted: '{n, plural, one {{value} lead} other {{value} leads}}',
    formula: 'kontakter med ejer efter oprettelsesdato.',
    words: 'leads, nye leads, oprettede leads, nye kontakter, oprettede kontakter',
  },
  mqls: {
    name: 'MQL’er',
    counted: '{n, plural, one {{value} MQL} other {{value} MQL’er}}',
    formula: 'kontakter med ejer efter den dag, de nåede livscyklusfasen marketingkvalificeret lead.',
    words: 'mql, mqler, nye mqler, marketingkvalificerede leads',
  },
  sqls: {
    name: 'SQL’er',
    counted: '{n, plural, one {{value} SQL} other {{value} SQL’er}}',
    formula: 'kontakter med ejer efter den dag, de nåede livscyklusfasen salgskvalificeret lead.',
    words: 'sql, sqler, nye sqler, salgskvalificerede leads',
  },
  opportunities: {
    name: 'Muligheder',
    counted: '{n, plural, one {{value} mulighed} other {{value} muligheder}}',
    formula: 'kontakter med ejer efter den dag, de nåede livscyklusfasen mulighed.',
    words: 'muligheder, nye muligheder, salgsmuligheder',
  },
  leads_converted: {
    name: 'Konverterede leads',
    counted: '{n, plural, one {{value} konverteret lead} other {{value} konverterede leads}}',
    formula: 'kontakter med ejer efter den dag, de nåede livscyklusfasen kunde.',
    words: 'konverterede leads, nye kunder, kunder',
  },
  leads_per_rep: {
    name: 'Konverterede leads pr. sælger',
    formula: 'konverterede leads ÷ sælgere, der var med i perioden.',
    words: 'leads pr sælger, leads per sælger, konverterede leads pr sælger',
  },
  deals_created: {
    name: 'Oprettede handler',
    counted: '{value} oprettet',
    formula: 'handler efter oprettelsesdato, i salgspipelines, uanset hvad der blev af dem.',
    words: 'nye handler, nye aftaler, oprettede handler, oprettede aftaler',
  },
  pipeline_created: {
    name: 'Oprettet pipeline',
    formula:
      'samlet beløb på handler efter oprettelsesdato, i salgspipelines. Handler uden beløb lægger intet til.',
    words: 'ny pipeline, oprettet pipeline',
  },
  deals_won: {
    name: 'Vundne handler',
    counted: '{value} vundet',
    formula: 'handler i en vundet fase, efter lukkedato, i salgspipelines.',
    words: 'vundne handler, vundne aftaler, vundne, vundet, lukkede handler',
  },
  deals_lost: {
    name: 'Tabte handler',
    counted: '{value} tabt',
    formula: 'handler lukket uden at være vundet, efter lukkedato, i salgspipelines.',
    words: 'tabte handler, tabte aftaler, tabte, tabt',
  },
  revenue: {
    name: 'Salg',
    title: 'Salg (vundet, efter lukkedato)',
    formula:
      'samlet beløb på vundne handler, efter lukkedato, i virksomhedens valuta. Ikke fakturaer eller betalinger; handler uden beløb lægger intet til.',
    words: 'omsætning, omsætningen, salg, salget, indtægt, indtægter, solgt',
  },
  revenue_lost: {
    name: 'Tabt beløb',
    title: 'Tabt beløb (tabte handler, efter lukkedato)',
    formula:
      'samlet beløb på handler lukket uden at være vundet, efter lukkedato, i salgspipelines. Handler uden beløb lægger intet til.',
    words: 'tabt beløb, tabt omsætning, tabt salg, tabt værdi',
  },
  revenue_per_rep: {
    name: 'Salg pr. sælger',
    formula: 'salg ÷ sælgere, der var med i perioden.',
    words: 'omsætning pr sælger, omsætning per sælger, salg pr sælger',
  },
  average_deal: {
    name: 'Gennemsnitlig handel',
    formula: 'salg ÷ vundne handler.',
    words: 'gennemsnitlig handel, gennemsnitlig ordre, ordrestørrelse, gennemsnitsordre, gennemsnitssalg',
  },
  sales_cycle: {
    name: 'Salgscyklus',
    formula:
      'dage fra oprettelsesdato til lukkedato for vundne handler, i snit. Handler uden en af datoerne er udeladt.',
    words: 'salgscyklus, salgscyklussen',
  },
  revenue_per_call: {
    name: 'Salg pr. opkald',
    formula: 'salg ÷ opkald, begge i perioden.',
    words: 'omsætning pr opkald, omsætning per opkald, salg pr opkald',
  },
  revenue_per_hour: {
    name: 'Salg pr. time',
    formula: 'salg ÷ arbejdstimer indtil nu. Timerne kommer fra arbejdskalenderen og er ikke målt.',
    words: 'omsætning pr time, omsætning per time, salg pr time',
  },
  cost_efficiency: {
    name: 'Omkostningseffektivitet',
    title: 'Omkostningseffektivitet (salg ÷ omkostning)',
    formula:
      'salg ÷ omkostning indtil nu (løn, bonus, værktøjer), begge kun for sælgere med en omkostning i indstillingerne.',
    words: 'omkostningseffektivitet',
  },
  arr: {
    name: 'ARR',
    title: 'ARR (årlig tilbagevendende omsætning)',
    formula:
      'vundne handler, efter lukkedato: deres ARR, ellers MRR × 12, ellers beløb ÷ kontraktår. Handler uden disse lægger intet til.',
    words: 'årlig tilbagevendende omsætning',
  },
  arpa: {
    name: 'Salg pr. kunde',
    title: 'Salg pr. kunde (ARPA)',
    formula:
      'salg ÷ virksomheder med en vundet handel i perioden, hver talt én gang. Handler uden virksomhed tæller kun i salget.',
    words: 'omsætning pr kunde, omsætning per kunde, salg pr kunde',
  },
  margin: {
    name: 'Avance',
    formula:
      'beløb minus omkostning på vundne handler, efter lukkedato, når begge kendes. Omkostningsfeltet vælges i indstillingerne.',
    words: 'avance, fortjeneste, dækningsbidrag',
  },
  average_margin: {
    name: 'Gennemsnitlig avance',
    formula: 'avance ÷ vundne handler, hvor beløb og omkostning kendes.',
    words: 'gennemsnitlig avance',
  },
  churn_rate: {
    name: 'Kundeafgang',
    title: 'Kundeafgang (tabte fornyelser)',
    formula:
      'fornyelser lukket uden at være vundet ÷ alle lukkede fornyelser, efter lukkedato, i fornyelsespipelines.',
    words: 'kundeafgang, frafald',
  },
  retention_rate: {
    name: 'Kundefastholdelse',
    title: 'Kundefastholdelse (vundne fornyelser)',
    formula: 'vundne fornyelser ÷ alle lukkede fornyelser, efter lukkedato, i fornyelsespipelines.',
    words: 'kundefastholdelse, fastholdelse, fornyelsesrate, vundne fornyelser',
  },
  net_churn: {
    name: 'Nettoafgang',
    title: 'Nettoafgang (tabte fornyelser − salg)',
    formula:
      'beløb på fornyelser lukket uden at være vundet − salg, efter lukkedato. Over 0 er der tabt mere, end der er solgt igen.',
    words: 'nettoafgang, netto kundeafgang',
  },
} satisfies Partial<MetricTexts>
