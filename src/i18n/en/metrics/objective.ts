import type { MetricTexts } from '../../metric-text.ts'

export const objective = {
  leads: {
    name: 'Leads',
    counted: '{n, plural, one {{value} lead} other {{value} leads}}',
    formula: 'contacts with an owner by create date.',
    words: 'leads, lead, new leads, leads created, new contacts, contacts created',
  },
  mqls: {
    name: 'MQLs',
    counted: '{n, plural, one {{value} MQL} other {{value} MQLs}}',
    formula: 'contacts with an owner by the day they entered lifecycle stage marketing qualified lead.',
    words: 'mqls, mql, new mqls, marketing qualified leads, marketing qualified lead',
  },
  sqls: {
    name: 'SQLs',
    counted: '{n, plural, one {{value} SQL} other {{value} SQLs}}',
    formula: 'contacts with an owner by the day they entered lifecycle stage sales qualified lead.',
    words: 'sqls, sql, new sqls, sales qualified leads, sales qualified lead',
  },
  opportunities: {
    name: 'Opportunities',
    counted: '{n, plural, one {{value} opportunity} other {{value} opportunities}}',
    formula: 'contacts with an owner by the day they entered lifecycle stage opportunity.',
    words: 'opportunities, opportunity, new opportunities, opps',
  },
  leads_converted: {
    name: 'Leads converted',
    counted: '{n, plural, one {{value} lead converted} other {{value} leads converted}}',
    formula: 'contacts with an owner by the day they entered lifecycle stage customer.',
    words: 'leads converted, converted leads, new customers, customers, customers won',
  },
  leads_per_rep: {
    name: 'Leads converted per rep',
    formula: 'leads converted ÷ reps, without those who left before the period or started after it.',
    words: 'leads per rep, leads converted per rep, customers per rep',
  },
  deals_created: {
    name: 'Deals created',
    counted: '{value} created',
    formula: 'deals by create date, in the sales pipelines, whatever came of them.',
    words: `
      deals created, created deals, new deals, deals opened
    `,
  },
  pipeline_created: {
    name: 'Pipeline created',
    formula:
      'total amount of deals by create date, in the sales pipelines. Deals without an amount add nothing.',
    words: 'pipeline created, created pipeline, new pipeline, pipeline generated',
  },
  deals_won: {
    name: 'Deals won',
    counted: '{value} won',
    formula: 'deals in a won stage, by close date, in the sales pipelines.',
    words: `
      deals won, won deals, wins, win, won, closed won, deals closed, closed deals, sales won,
      number of sales, deal count, closed
    `,
  },
  deals_lost: {
    name: 'Deals lost',
    counted: '{value} lost',
    formula: 'deals closed but not won, by close date, in the sales pipelines.',
    words: 'deals lost, lost deals, losses, lost, closed lost',
  },
  revenue: {
    name: 'Bookings',
    title: 'Bookings (won, by close date)',
    formula:
      'total amount of deals won, by close date, in the company currency. Not invoices or cash; deals without an amount add nothing.',
    words: `
      revenue, sales, bookings, booking, booked revenue, turnover, sales value, sales volume,
      closed revenue, won revenue, money, income, amount won, sold, total sales
    `,
  },
  revenue_lost: {
    name: 'Amount lost',
    title: 'Amount lost (closed lost, by close date)',
    formula:
      'total amount of deals closed but not won, by close date, in the sales pipelines. Deals without an amount add nothing.',
    words:
      'amount lost, lost amount, revenue lost, lost revenue, money lost, value lost, sales lost, lost sales',
  },
  revenue_per_rep: {
    name: 'Bookings per rep',
    formula: 'bookings ÷ reps, without those who left before the period or started after it.',
    words: 'revenue per rep, bookings per rep, sales per rep',
  },
  average_deal: {
    name: 'Average deal',
    formula: 'bookings ÷ deals won.',
    words: `
      average deal, avg deal, average deal size, avg deal size, deal size, average deal value, deal value,
      average sale, average order
    `,
  },
  sales_cycle: {
    name: 'Sales cycle',
    formula:
      'days from create date to close date of deals won, on average. Deals without one of the dates are left out.',
    words: `
      sales cycle, cycle, cycle length, cycle time, days to close, time to close, sales cycle length
    `,
  },
  revenue_per_call: {
    name: 'Bookings per call',
    formula: 'bookings ÷ calls, both in the period.',
    words: 'revenue per call, bookings per call',
  },
  revenue_per_hour: {
    name: 'Bookings per hour',
    formula: 'bookings ÷ working hours so far. Hours come from the working calendar and are not measured.',
    words: 'revenue per hour, bookings per hour',
  },
  cost_efficiency: {
    name: 'Cost efficiency',
    title: 'Cost efficiency (bookings ÷ cost)',
    formula:
      'bookings ÷ cost so far (salary, incentives, tools), both only of reps with a cost in the settings.',
    words: 'cost efficiency, revenue per cost, return on cost',
  },
  arr: {
    name: 'ARR',
    title: 'ARR (annual recurring revenue)',
    formula:
      'deals won, by close date: their ARR, otherwise MRR × 12, otherwise amount ÷ contract years. Deals with none of these add nothing.',
    words: 'arr, annual recurring revenue, recurring revenue, mrr, monthly recurring revenue',
  },
  arpa: {
    name: 'ARPA',
    title: 'ARPA (bookings per customer)',
    formula:
      'bookings ÷ companies with a deal won in the period, each counted once. Deals without a company count in bookings only.',
    words: 'arpa, revenue per account, average revenue per account, arpu',
  },
  margin: {
    name: 'Margin',
    formula:
      'amount minus cost of deals won, by close date, if both are known. The cost property is chosen in the settings.',
    words: 'margin, profit, gross margin, profits',
  },
  average_margin: {
    name: 'Average margin',
    formula: 'margin ÷ deals won with a known amount and cost.',
    words: 'average margin, avg margin, margin per deal',
  },
  churn_rate: {
    name: 'Churn rate',
    title: 'Churn rate (renewals lost)',
    formula:
      'renewal deals closed but not won ÷ all renewal deals closed, by close date, in the renewal pipelines.',
    words: 'churn, churn rate, renewals lost, attrition',
  },
  retention_rate: {
    name: 'Retention rate',
    title: 'Retention rate (renewals won)',
    formula: 'renewal deals won ÷ all renewal deals closed, by close date, in the renewal pipelines.',
    words: 'retention, retention rate, renewal rate, renewals won',
  },
  net_churn: {
    name: 'Net churn',
    title: 'Net churn (renewals lost − bookings)',
    formula:
      'amount of renewal deals closed but not won − bookings, by close date. Above 0, more was lost than sold again.',
    words: 'net churn, net churned',
  },
} satisfies Partial<MetricTexts>
