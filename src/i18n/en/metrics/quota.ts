import type { MetricTexts } from '../../metric-text.ts'

export const quota = {
  quota_attainment: {
    name: 'Quota attainment',
    formula: 'actual ÷ target of the period; for bookings unless another metric is named.',
  },
  pace: {
    name: 'Expected by now',
    title: 'Expected by now (100 % is on pace)',
    formula:
      'share of the target reached ÷ the share that is usual by now in past periods, or that working days give. 100 % is exactly on pace.',
  },
  projected_attainment: {
    name: 'Heading for',
    formula:
      'share of the target reached ÷ the share that is usual by now in past periods, or that working days give: where the period will end.',
  },
  time_to_quota: {
    name: 'Time to quota',
    formula: 'working days from the first day of the period to the day on which the target was reached.',
    words: 'time to quota, days to quota, time to target',
  },
  team_at_quota: {
    name: 'Reps at quota',
    formula: 'reps who reached their target ÷ reps with a target.',
    words: 'team at quota, reps at quota, share at quota',
  },
  forecast: {
    name: 'Forecast',
    formula: 'bookings + amount × probability of open deals with a close date in the rest of the period.',
    words: 'forecast, sales forecast, revenue forecast',
  },
  forecast_commit: {
    name: 'Commit forecast',
    formula: 'bookings + amount of open deals due in the rest of the period with forecast category commit.',
    words: 'forecast commit, commit, commit forecast, committed',
  },
  forecast_best_case: {
    name: 'Best case forecast',
    formula:
      'bookings + amount of open deals due in the rest of the period with forecast category commit or best case.',
    words: 'forecast best case, best case, best case forecast',
  },
  forecast_accuracy: {
    name: 'Forecast accuracy',
    formula:
      '100 % minus the gap between the forecast at the period’s start and bookings, ÷ the larger of the two. Only for periods that are over.',
    words: 'forecast accuracy, accuracy',
  },
  close_date_slip: {
    name: 'Close date slip',
    formula:
      'of the deals due in the period when it began, the share with a close date that is no longer in it, including deals closed since.',
    words: 'close date slip, slippage, slip, slipped deals',
  },
  commission: {
    name: 'Commission',
    formula:
      'bookings × the rates of the commission tiers, by how far they reach towards the target. Not what payroll pays out.',
    words: 'commission, commissions, my commission, earnings, bonus, payout',
  },
  commission_forecast: {
    name: 'Commission forecast',
    formula: 'forecast × the rates of the commission tiers, by how far it reaches towards the target.',
    words: 'commission forecast, forecast commission, expected commission',
  },
  activity_score: {
    name: 'Activity score',
    formula: 'the sum of activities such as calls and meetings × their points in the scorecard.',
    words: 'activity score, activity points',
  },
  objective_score: {
    name: 'Objective score',
    formula: 'the sum of results such as deals created and won × their points in the scorecard.',
    words: 'objective score, objective points',
  },
  score: {
    name: 'Score',
    formula: 'activity score + objective score.',
    words: 'score, total score, my score',
  },
} satisfies Partial<MetricTexts>
