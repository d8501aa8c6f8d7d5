/** Objectives: the results, the lag indicators. */
import { minus, over, ZERO } from '../numbers/exact.ts'
import { plain } from './measure.ts'
import { additive, ratio, workedOut } from './metric.ts'

export const OBJECTIVES = [
  /** Contacts created. */
  additive({ id: 'leads', family: 'O', unit: 'count', tallies: ['leads'] }),
  /** Contacts by the day they entered a lifecycle stage. */
  additive({ id: 'mqls', family: 'O', unit: 'count', tallies: ['mqls'] }),
  additive({ id: 'sqls', family: 'O', unit: 'count', tallies: ['sqls'] }),
  additive({ id: 'opportunities', family: 'O', unit: 'count', tallies: ['opportunities'] }),
  /** Contacts that became customers. */
  additive({
    id: 'leads_converted',
    family: 'O',
    unit: 'count',
    tallies: ['customers'],
  }),
  ratio({
    id: 'leads_per_rep',
    family: 'O',
    unit: 'count',
    numerator: ['customers'],
    denominator: ['reps_in_scope'],
  }),
  additive({
    id: 'deals_created',
    family: 'O',
    unit: 'count',
    tallies: ['deals_created'],
  }),
  /** Money of the deals created. */
  additive({
    id: 'pipeline_created',
    family: 'O',
    unit: 'money',
    tallies: ['pipeline_created'],
    recordTallies: ['deals_created'],
  }),
  /** Deals won, by close date. */
  additive({ id: 'deals_won', family: 'O', unit: 'count', tallies: ['deals_won'] }),
  /** Deals lost, by close date. */
  additive({
    id: 'deals_lost',
    family: 'O',
    unit: 'count',
    better: 'down',
    tallies: ['deals_lost'],
  }),
  /** Bookings: the money of won deals, by close date, in the company currency. Not cash received. */
  additive({
    id: 'revenue',
    family: 'O',
    unit: 'money',
    tallies: ['revenue'],
    recordTallies: ['deals_won'],
  }),
  /** Money of the deals lost. */
  additive({
    id: 'revenue_lost',
    family: 'O',
    unit: 'money',
    better: 'down',
    tallies: ['revenue_lost'],
    recordTallies: ['deals_lost'],
  }),
  ratio({
    id: 'revenue_per_rep',
    family: 'O',
    unit: 'money',
    numerator: ['revenue'],
    denominator: ['reps_in_scope'],
  }),
  /** Bookings over won deals. */
  ratio({
    id: 'average_deal',
    family: 'O',
    unit: 'money',
    minimumSample: 3,
    numerator: ['revenue'],
    denominator: ['deals_won'],
  }),
  /** Days from the creation of won deals to their close. */
  ratio({
    id: 'sales_cycle',
    family: 'O',
    unit: 'days',
    better: 'down',
    minimumSample: 3,
    numerator: ['cycle_days'],
    denominator: ['cycle_deals'],
  }),
  ratio({
    id: 'revenue_per_call',
    family: 'O',
    unit: 'money',
    minimumSample: 20,
    numerator: ['revenue'],
    denominator: ['calls'],
  }),
  /** Bookings per hour of the working days passed. */
  ratio({
    id: 'revenue_per_hour',
    family: 'O',
    unit: 'money',
    isEstimate: true,
    numerator: ['revenue'],
    denominator: ['working_hours'],
  }),
  /** Bookings over cost, both only of the reps with a cost set. */
  ratio({
    id: 'cost_efficiency',
    family: 'O',
    unit: 'ratio',
    needs: ['repCost', 'manyCosts'],
    privacy: 'named',
    numerator: ['costed_revenue'],
    denominator: ['cost'],
  }),
  /** Annual recurring money of won deals. */
  additive({
    id: 'arr',
    family: 'O',
    unit: 'money',
    needs: ['recurringMoney'],
    tallies: ['arr'],
    recordTallies: ['deals_won'],
  }),
  /** Bookings over the distinct companies that bought. */
  ratio({
    id: 'arpa',
    family: 'O',
    unit: 'money',
    minimumSample: 3,
    numerator: ['revenue'],
    denominator: ['companies'],
  }),
  /** Money less cost of the won deals with a known cost. */
  additive({
    id: 'margin',
    family: 'O',
    unit: 'money',
    needs: ['costProperty'],
    privacy: 'named',
    tallies: ['margin'],
    recordTallies: ['deals_won'],
  }),
  ratio({
    id: 'average_margin',
    family: 'O',
    unit: 'money',
    minimumSample: 3,
    needs: ['costProperty'],
    privacy: 'named',
    numerator: ['margin'],
    denominator: ['margin_deals'],
  }),
  /** Renewals lost over renewals that were due. */
  ratio({
    id: 'churn_rate',
    family: 'O',
    unit: 'ratio',
    better: 'down',
    minimumSample: 5,
    needs: ['renewalPipelines'],
    numerator: ['renewals_lost'],
    denominator: ['renewals_due'],
  }),
  /** Renewals won over renewals that were due. */
  workedOut({
    id: 'retention_rate',
    family: 'O',
    unit: 'ratio',
    minimumSample: 5,
    needs: ['renewalPipelines'],
    parts: ['renewals_due', 'renewals_lost'],
    work(part) {
      const due = part('renewals_due') ?? ZERO
      const kept = minus(due, part('renewals_lost') ?? ZERO)
      return { value: over(kept, due), numerator: kept, denominator: due }
    },
  }),
  /** Money of the renewals lost less bookings: above 0, more was lost than sold again. Not additive, so without a quota. */
  workedOut({
    id: 'net_churn',
    family: 'O',
    unit: 'money',
    better: 'down',
    needs: ['renewalPipelines'],
    addsUp: true,
    parts: ['renewals_lost_value', 'revenue'],
    work: (part) => plain(minus(part('renewals_lost_value') ?? ZERO, part('revenue') ?? ZERO)),
  }),
]
