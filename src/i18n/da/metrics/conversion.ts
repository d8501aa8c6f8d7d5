import type { MetricTexts } from '../../metric-text.ts'

export const conversion = {
  connect_rate: {
    name: 'Kontaktrate',
    formula: 'gennemførte udgående opkald ÷ udgående opkald. Indgående opkald tæller i ingen af dem.',
    words: 'kontaktrate, svarrate på opkald, træffeprocent',
  },
  positive_call_rate: {
    name: 'Andel positive opkald',
    formula: 'opkald med positivt udfald ÷ gennemførte opkald. De positive udfald vælges i indstillingerne.',
    words: 'positive opkald, andel positive opkald',
  },
  reply_rate: {
    name: 'Svarprocent',
    formula: 'sendte e-mails med mindst ét svar ÷ sendte e-mails.',
    words: 'svarprocent, svarrate',
  },
  meeting_rate: {
    name: 'Mødeprocent',
    formula: 'bookede møder ÷ gennemførte opkald.',
    words: 'mødeprocent, mødeandel, opkald til møde',
  },
  no_show_rate: {
    name: 'Udeblivelsesprocent',
    formula:
      'møder med udfaldet udeblev ÷ afholdte møder og udeblivelser. Aflyste og flyttede tæller i ingen af dem.',
    words: 'udeblivelser, udeblevne, udeblivelsesprocent',
  },
  call_to_sale: {
    name: 'Opkald til salg',
    formula: 'vundne handler ÷ opkald, begge i perioden.',
    words: 'opkald til salg',
  },
  mql_to_sql: {
    name: 'MQL til SQL',
    formula: 'kontakter, der blev SQL ÷ kontakter, der blev MQL, efter den dag de nåede livscyklusfasen.',
    words: 'mql til sql',
  },
  lead_to_opportunity: {
    name: 'Lead til mulighed',
    formula:
      'kontakter, der nåede livscyklusfasen mulighed ÷ oprettede kontakter. Kontakter uden ejer tæller i ingen af dem.',
    words: 'lead til mulighed, leads til muligheder',
  },
  lead_conversion: {
    name: 'Leadkonvertering',
    formula:
      'kontakter, der nåede livscyklusfasen kunde ÷ oprettede kontakter. Kontakter uden ejer tæller i ingen af dem.',
    words: 'leadkonvertering',
  },
  win_rate: {
    name: 'Vinderrate',
    formula:
      'vundne handler ÷ vundne og tabte, efter lukkedato, i salgspipelines. Åbne handler tæller i ingen af dem.',
    words: 'vinderrate, vindprocent, vinderprocent, hitrate, vundet tabt, vundne tabte',
  },
  close_rate: {
    name: 'Lukkerate',
    formula:
      'vundne handler efter lukkedato ÷ oprettede handler efter oprettelsesdato, i samme periode og salgspipelines.',
    words: 'lukkerate, lukkeprocent',
  },
} satisfies Partial<MetricTexts>
