import type { MetricTexts } from '../../metric-text.ts'

export const conversion = {
  connect_rate: {
    name: 'Connect rate',
    formula: 'connected outbound calls ÷ outbound calls. Inbound calls count in neither.',
    words: `
      connect rate, connection rate, pickup rate, pick up rate, answer rate, connectrate
    `,
  },
  positive_call_rate: {
    name: 'Positive call rate',
    formula:
      'calls with a positive outcome ÷ connected calls. The positive outcomes are chosen in the settings.',
    words: 'positive call rate, positive calls, positive rate',
  },
  reply_rate: {
    name: 'Reply rate',
    formula: 'sent emails with at least one reply ÷ sent emails.',
    words: 'reply rate, response rate, email reply rate, replies, answers to emails',
  },
  meeting_rate: {
    name: 'Meeting rate',
    formula: 'meetings booked ÷ connected calls.',
    words: `
      meeting rate, booking rate, call to meeting, calls to meetings, meetings per call
    `,
  },
  no_show_rate: {
    name: 'No-show rate',
    formula:
      'no-show meetings ÷ meetings held and no-shows. Cancelled and rescheduled meetings count in neither.',
    words: 'no show rate, no shows, no show, noshow, noshows, noshow rate',
  },
  call_to_sale: {
    name: 'Call to sale',
    formula: 'deals won ÷ calls, both in the period.',
    words: 'call to sale, calls to sales, call to close, deals per call, call to deal',
  },
  mql_to_sql: {
    name: 'MQL to SQL',
    formula:
      'contacts that became SQL ÷ contacts that became MQL, by the day they entered the lifecycle stage.',
    words: 'mql to sql, mqls to sqls, sql rate, qualification rate',
  },
  lead_to_opportunity: {
    name: 'Lead to opportunity',
    formula:
      'contacts that entered lifecycle stage opportunity ÷ contacts created. Contacts without an owner count in neither.',
    words: 'lead to opportunity, leads to opportunities, opportunity rate',
  },
  lead_conversion: {
    name: 'Lead conversion',
    formula:
      'contacts that entered lifecycle stage customer ÷ contacts created. Contacts without an owner count in neither.',
    words: 'lead conversion, lead conversion rate, lead to customer, leads to customers',
  },
  win_rate: {
    name: 'Win rate',
    formula:
      'deals won ÷ deals won and lost, by close date, in the sales pipelines. Open deals count in neither.',
    words:
      'win rate, winrate, win ratio, closing rate, win percentage, hit rate, hitrate, win loss, win loss ratio, win loss rate, wins losses, wins vs losses',
  },
  close_rate: {
    name: 'Close rate',
    formula:
      'deals won by close date ÷ deals created by create date, in the same period and the sales pipelines.',
    words: 'close rate, closerate, close ratio, closing ratio',
  },
} satisfies Partial<MetricTexts>
