/** Conversion: how often one step leads to the next. */
import { ratio } from './metric.ts'

export const CONVERSION = [
  /** Dials that reached somebody over all dials; neither includes incoming calls. */
  ratio({
    id: 'connect_rate',
    family: 'C',
    unit: 'ratio',
    minimumSample: 10,
    numerator: ['dial_connects'],
    denominator: ['dials'],
  }),
  /** Connects with a positive outcome over connects; no value unless such outcomes are set. */
  ratio({
    id: 'positive_call_rate',
    family: 'C',
    unit: 'ratio',
    minimumSample: 5,
    needs: ['positiveDispositions'],
    onlyWith: 'positive_set',
    numerator: ['positive_calls'],
    denominator: ['connects'],
  }),
  /** Mails that were answered over mails sent. */
  ratio({
    id: 'reply_rate',
    family: 'C',
    unit: 'ratio',
    minimumSample: 10,
    numerator: ['emails_replied'],
    denominator: ['emails'],
  }),
  /** Meetings booked over connected calls. */
  ratio({
    id: 'meeting_rate',
    family: 'C',
    unit: 'ratio',
    minimumSample: 5,
    numerator: ['meetings_booked'],
    denominator: ['connects'],
  }),
  /** No-shows over no-shows and meetings held. */
  ratio({
    id: 'no_show_rate',
    family: 'C',
    unit: 'ratio',
    better: 'down',
    minimumSample: 5,
    numerator: ['meeting_no_shows'],
    denominator: ['meetings', 'meeting_no_shows'],
  }),
  /** Won deals over calls. */
  ratio({
    id: 'call_to_sale',
    family: 'C',
    unit: 'ratio',
    minimumSample: 20,
    numerator: ['deals_won'],
    denominator: ['calls'],
  }),
  ratio({
    id: 'mql_to_sql',
    family: 'C',
    unit: 'ratio',
    minimumSample: 5,
    numerator: ['sqls'],
    denominator: ['mqls'],
  }),
  ratio({
    id: 'lead_to_opportunity',
    family: 'C',
    unit: 'ratio',
    minimumSample: 5,
    numerator: ['opportunities'],
    denominator: ['leads'],
  }),
  /** Contacts that became customers over contacts created. */
  ratio({
    id: 'lead_conversion',
    family: 'C',
    unit: 'ratio',
    minimumSample: 5,
    numerator: ['customers'],
    denominator: ['leads'],
  }),
  /** Won deals over closed deals. No closed deals means no value, which is not zero. */
  ratio({
    id: 'win_rate',
    family: 'C',
    unit: 'ratio',
    minimumSample: 5,
    numerator: ['deals_won'],
    denominator: ['deals_won', 'deals_lost'],
  }),
  /** Deals won over deals created in the same period. */
  ratio({
    id: 'close_rate',
    family: 'C',
    unit: 'ratio',
    minimumSample: 5,
    numerator: ['deals_won'],
    denominator: ['deals_created'],
  }),
]
