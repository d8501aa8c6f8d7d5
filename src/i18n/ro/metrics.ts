import type { MetricTexts } from '../metric-text.ts'

export const ro: MetricTexts = {
  calls: {
    name: 'Apeluri',
    counted: '{n, plural, one {{value} apel} few {{value} apeluri} other {{value} de apeluri}}',
  },
  dials: {
    name: 'Apeluri efectuate',
    counted:
      '{n, plural, one {{value} apel efectuat} few {{value} apeluri efectuate} other {{value} de apeluri efectuate}}',
  },
  inbound_calls: {
    name: 'Apeluri primite',
    counted:
      '{n, plural, one {{value} apel primit} few {{value} apeluri primite} other {{value} de apeluri primite}}',
  },
  connects: {
    name: 'Apeluri conectate',
    counted:
      '{n, plural, one {{value} apel conectat} few {{value} apeluri conectate} other {{value} de apeluri conectate}}',
  },
  emails: {
    name: 'E-mailuri',
    counted: '{n, plural, one {{value} e-mail} few {{value} e-mailuri} other {{value} de e-mailuri}}',
  },
  meetings: {
    name: 'Întâlniri',
    counted: '{n, plural, one {{value} întâlnire} few {{value} întâlniri} other {{value} de întâlniri}}',
  },
  meetings_booked: {
    name: 'Întâlniri programate',
    counted: '{n, plural, one {{value} programată} few {{value} programate} other {{value} programate}}',
  },
  tasks: {
    name: 'Sarcini',
    counted: '{n, plural, one {{value} sarcină} few {{value} sarcini} other {{value} de sarcini}}',
  },
  notes: {
    name: 'Notițe',
    counted: '{n, plural, one {{value} notiță} few {{value} notițe} other {{value} de notițe}}',
  },
  messages: {
    name: 'Mesaje',
    counted: '{n, plural, one {{value} mesaj} few {{value} mesaje} other {{value} de mesaje}}',
  },
  activities: {
    name: 'Activități',
    counted: '{n, plural, one {{value} activitate} few {{value} activități} other {{value} de activități}}',
  },
  talk_time: { name: 'Timp de convorbire' },
  call_length: { name: 'Durata apelului', title: 'Durata medie a apelului' },
  tasks_per_hour: { name: 'Sarcini pe oră' },
  selling_time: { name: 'Timp de vânzare' },
  admin_time: { name: 'Timp administrativ' },
  connect_rate: { name: 'Rata de conectare' },
  positive_call_rate: { name: 'Rata apelurilor pozitive' },
  reply_rate: { name: 'Rata de răspuns' },
  meeting_rate: { name: 'Rata întâlnirilor' },
  no_show_rate: { name: 'Rata de neprezentare' },
  call_to_sale: { name: 'Apel la vânzare' },
  mql_to_sql: { name: 'MQL la SQL' },
  lead_to_opportunity: { name: 'Lead la oportunitate' },
  lead_conversion: { name: 'Conversia leadurilor' },
  win_rate: { name: 'Rata de câștig' },
  close_rate: { name: 'Rata de închidere' },
  leads_converted: {
    name: 'Leaduri convertite',
    counted:
      '{n, plural, one {{value} lead convertit} few {{value} leaduri convertite} other {{value} de leaduri convertite}}',
  },
  leads_per_rep: { name: 'Leaduri convertite pe agent' },
  deals_created: {
    name: 'Tranzacții create',
    counted: '{n, plural, one {{value} creată} few {{value} create} other {{value} create}}',
  },
  pipeline_created: { name: 'Pipeline creat' },
  deals_won: {
    name: 'Tranzacții câștigate',
    counted: '{n, plural, one {{value} câștigată} few {{value} câștigate} other {{value} câștigate}}',
  },
  deals_lost: {
    name: 'Tranzacții pierdute',
    counted: '{n, plural, one {{value} pierdută} few {{value} pierdute} other {{value} pierdute}}',
  },
  revenue: { name: 'Vânzări', title: 'Vânzări (câștigate, după data închiderii)' },
  revenue_per_rep: { name: 'Vânzări pe agent' },
  average_deal: { name: 'Tranzacție medie' },
  sales_cycle: { name: 'Ciclu de vânzare' },
  revenue_per_call: { name: 'Vânzări pe apel' },
  revenue_per_hour: { name: 'Vânzări pe oră' },
  cost_efficiency: { name: 'Eficiența costurilor', title: 'Eficiența costurilor (vânzări ÷ cost)' },
  arr: { name: 'ARR', title: 'ARR (venit anual recurent)' },
  arpa: { name: 'Vânzări pe client', title: 'Vânzări pe client (ARPA)' },
  margin: { name: 'Marjă' },
  average_margin: { name: 'Marjă medie' },
  churn_rate: { name: 'Rata de pierdere a clienților', title: 'Clienți pierduți (reînnoiri pierdute)' },
  pipeline_deals: {
    name: 'Numărul de tranzacții deschise',
    counted:
      '{n, plural, one {{value} tranzacție deschisă} few {{value} tranzacții deschise} other {{value} de tranzacții deschise}}',
  },
  pipeline_value: { name: 'Valoare pipeline' },
  pipeline_weighted: { name: 'Pipeline ponderat' },
  average_open_deal: { name: 'Tranzacție deschisă medie' },
  pipeline_coverage: { name: 'Acoperire pipeline' },
  stalled_deals: {
    name: 'Număr de tranzacții blocate',
    counted:
      '{n, plural, one {{value} tranzacție blocată} few {{value} tranzacții blocate} other {{value} de tranzacții blocate}}',
  },
  funnel: { name: 'Pâlnie' },
  quota_attainment: { name: 'Atingerea țintei' },
  pace: { name: 'Așteptat până acum', title: 'Așteptat până acum (100 % este în ritm)' },
  projected_attainment: { name: 'Se îndreaptă spre' },
  time_to_quota: { name: 'Zile până la țintă' },
  team_at_quota: { name: 'Agenți la țintă' },
  forecast: { name: 'Prognoză' },
  forecast_commit: { name: 'Prognoză sigură' },
  forecast_best_case: { name: 'Prognoză optimă' },
  forecast_accuracy: { name: 'Precizia prognozei' },
  close_date_slip: { name: 'Rata tranzacțiilor amânate' },
  commission: { name: 'Comision' },
  commission_forecast: { name: 'Prognoza comisionului' },
  activity_score: { name: 'Scor de activitate' },
  objective_score: { name: 'Scor de rezultat' },
  score: { name: 'Scor' },
}
