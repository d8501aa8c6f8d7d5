import { type Lexicon, phrases } from '../../domain/question/lexicon.ts'

export const en: Lexicon = {
  language: 'en',
  fillers: phrases(`
    show, show me, give me, get, tell me, see, list, display, check, please, pls, how, how many, how much,
    what, what is, what are, whats, how is, how are, did, do, does, is, are, was, were, has, have, had, got,
    made, make, doing, done, been, going, am, for, in, on, at, of, to, by, from, with, during, within, over,
    and, or, the, a, an, this, that, these, my, our, i, we, so far, until now, number, number of, count,
    total, numbers, stats, statistics, figures, per, about, now, currently, sent, logged
  `),
  who: {
    me: phrases('me, myself, mine, my own, my numbers, my stats'),
    myTeam: phrases('my team, our team, the team, us, my teams'),
    everyone: phrases('all, everyone, everybody, company, the company, all reps, all teams, whole company'),
  },
  teamWords: phrases('team'),
  help: phrases('help, ?, help me, how does this work, commands, what can you do, usage'),
  views: {
    card: phrases('card, summary, overview'),
    top: phrases(`
      top, leaderboard, leader board, leaders, ranking, rankings, rank, board, best, standings, scoreboard,
      who is leading, who is winning, who is ahead, who is first, top reps, best reps
    `),
    quota: phrases(`
      quota, quotas, quota attainment, attainment, target, targets, goal, goals, pace, progress,
      quota progress, quota pace, on pace, on track, am i on track, projected attainment, heading for,
      expected by now
    `),
  },
  viewsToCome: {
    trend: phrases('trend, trends, chart, graph, history'),
    funnel: phrases('funnel, stages, stage conversion'),
    deals: phrases('deals, my deals, deal'),
    stale: phrases('stale, stale deals, stalled, stuck, stuck deals, old deals'),
    explain: phrases('explain, why, how is this calculated, formula, definition, define'),
    plan: phrases('plan, my plan, plans, what do i need, how many do i need'),
    score: phrases('scorecard, score card, points, scores'),
    forecast: phrases('forecasts, prognosis, outlook, projection'),
    pipeline: phrases('pipeline, pipelines, pipe, open deals'),
    reps: phrases('reps, who is behind, behind, who needs help, rep list'),
    bottom: phrases('bottom, worst, last place, lowest'),
    compare: phrases('vs, versus, compare, compared to, compared with, against'),
    group: phrases('group, groups'),
  },
  commands: {
    settings: phrases('settings, setting, preferences, configure, config, language'),
    setup: phrases('setup, set up, install, onboarding'),
    link: phrases('link, unlink, connect'),
    away: phrases(`
      away, off, off sick, off today, sick, vacation, holiday, on leave, leave, out of office, ooo
    `),
    mute: phrases('mute, unmute, silence, snooze, pause, stop'),
    wrong: phrases('wrong, incorrect, report a problem, not right'),
    status: phrases('status, health'),
    privacy: phrases('privacy, what do you know, data protection, gdpr'),
    insights: phrases('insights, insight'),
    coaching: phrases('coaching, coach, alerts'),
    contest: phrases('contest, contests, competition, challenge'),
  },
  conversion: phrases('conversion, conversions, conversion rate'),
  periods: {
    today: phrases('today, todays, so far today'),
    yesterday: phrases('yesterday, yday'),
    tomorrow: phrases('tomorrow'),
    'this week': phrases('this week, week, weekly, current week, the week, wtd, week to date'),
    'last week': phrases('last week, previous week, prev week, past week, the last week, the week before'),
    'next week': phrases('next week, coming week'),
    'this month': phrases('this month, month, monthly, current month, the month'),
    'last month': phrases('last month, previous month, prev month, past month, the last month'),
    'next month': phrases('next month, coming month'),
    'this quarter': phrases('this quarter, quarter, quarterly, current quarter, the quarter, qtr, this qtr'),
    'last quarter': phrases('last quarter, previous quarter, prev quarter, past quarter, last qtr'),
    'next quarter': phrases('next quarter, coming quarter, next qtr'),
    'this year': phrases('this year, year, yearly, annual, current year, the year'),
    'last year': phrases('last year, previous year, prev year, past year'),
    mtd: phrases('mtd, month to date'),
    qtd: phrases('qtd, quarter to date'),
    ytd: phrases('ytd, year to date'),
    'last {n} days': phrases(`
      last {n} days, last {n} day, past {n} days, previous {n} days, {n} days, {n} day, {n} d,
      the last {n} days, last {n} d
    `),
    'last {n} weeks': phrases(`
      last {n} weeks, last {n} week, past {n} weeks, {n} weeks, {n} week, {n} w, last {n} w
    `),
    'last {n} months': phrases(`
      last {n} months, last {n} month, past {n} months, {n} months, {n} month, {n} m
    `),
    'week {n}': phrases('week {n}, w {n}, wk {n}, week number {n}, week no {n}'),
    'week {n} {y}': phrases('week {n} {y}, w {n} {y}'),
    'q{n}': phrases('q {n}, quarter {n}'),
    '{y}-q{n}': phrases('q {n} {y}, {y} q {n}, quarter {n} {y}'),
    'since {d}': phrases('since {d}, from {d}'),
    '{d}..{d}': phrases('{d}, on {d}'),
    january: phrases('january, jan'),
    february: phrases('february, feb'),
    march: phrases('march, mar'),
    april: phrases('april, apr'),
    may: phrases('may'),
    june: phrases('june, jun'),
    july: phrases('july, jul'),
    august: phrases('august, aug'),
    september: phrases('september, sep, sept'),
    october: phrases('october, oct'),
    november: phrases('november, nov'),
    december: phrases('december, dec'),
  },
  metrics: {
    calls: phrases('calls, call, phone calls, phone call, calls made, calls logged, phoned'),
    dials: phrases('dials, dial, outbound calls, outgoing calls, outbound, dialed, dialled'),
    inbound_calls: phrases('inbound calls, inbound, incoming calls, incoming, calls received'),
    connects: phrases('connects, connected calls, connections, connected, conversations, calls connected'),
    connect_rate: phrases(`
      connect rate, connection rate, pickup rate, pick up rate, answer rate, connectrate
    `),
    positive_call_rate: phrases('positive call rate, positive calls, positive rate'),
    call_length: phrases('call length, average call length, average call, call duration, average call time'),
    talk_time: phrases(`
      talk time, talktime, time on the phone, phone time, minutes on the phone, time talking
    `),
    emails: phrases('emails, email, e-mails, e-mail, mails, mail, emails sent, sent emails'),
    reply_rate: phrases('reply rate, response rate, email reply rate, replies, answers to emails'),
    meetings: phrases('meetings, meeting, demos, demo, meetings held, held meetings, appointments, visits'),
    meetings_booked: phrases(`
      meetings booked, booked meetings, demos booked, booked demos, booked, meetings set
    `),
    meeting_rate: phrases(`
      meeting rate, booking rate, call to meeting, calls to meetings, meetings per call
    `),
    no_show_rate: phrases('no show rate, no shows, no show, noshow, noshows, noshow rate'),
    tasks: phrases('tasks, task, to dos, todos, tasks done, tasks completed, completed tasks'),
    notes: phrases('notes, note, notes written'),
    messages: phrases('messages, message, sms, whatsapp, linkedin, linkedin messages, texts, communications'),
    activities: phrases(`
      activities, activity, all activities, all activity, touches, touchpoints, total activity
    `),
    tasks_per_hour: phrases('tasks per hour'),
    selling_time: phrases('selling time, time selling, active selling time'),
    admin_time: phrases('admin time, administration, time on admin, paperwork'),
    leads_converted: phrases('leads converted, converted leads, new customers, customers, customers won'),
    leads_per_rep: phrases('leads per rep, leads converted per rep, customers per rep'),
    lead_conversion: phrases('lead conversion, lead conversion rate, lead to customer, leads to customers'),
    lead_to_opportunity: phrases('lead to opportunity, leads to opportunities, opportunity rate'),
    mql_to_sql: phrases('mql to sql, mqls to sqls, sql rate, qualification rate'),
    call_to_sale: phrases('call to sale, calls to sales, call to close, deals per call, call to deal'),
    deals_created: phrases(`
      deals created, created deals, new deals, new opportunities, opportunities, deals opened
    `),
    pipeline_created: phrases('pipeline created, created pipeline, new pipeline, pipeline generated'),
    deals_won: phrases(`
      deals won, won deals, wins, win, won, closed won, deals closed, closed deals, sales won,
      number of sales, deal count, closed
    `),
    deals_lost: phrases('deals lost, lost deals, losses, lost, closed lost'),
    revenue: phrases(`
      revenue, sales, bookings, booking, booked revenue, turnover, sales value, sales volume,
      closed revenue, won revenue, money, income, amount won, sold, total sales
    `),
    revenue_per_rep: phrases('revenue per rep, bookings per rep, sales per rep'),
    revenue_per_call: phrases('revenue per call, bookings per call'),
    revenue_per_hour: phrases('revenue per hour, bookings per hour'),
    average_deal: phrases(`
      average deal, avg deal, average deal size, avg deal size, deal size, average deal value, deal value,
      average sale, average order
    `),
    win_rate: phrases('win rate, winrate, win ratio, closing rate, win percentage, hit rate, hitrate'),
    close_rate: phrases('close rate, closerate, close ratio, closing ratio'),
    sales_cycle: phrases(`
      sales cycle, cycle, cycle length, cycle time, days to close, time to close, sales cycle length
    `),
    cost_efficiency: phrases('cost efficiency, revenue per cost, return on cost'),
    arr: phrases('arr, annual recurring revenue, recurring revenue'),
    arpa: phrases('arpa, revenue per account, average revenue per account, arpu'),
    margin: phrases('margin, profit, gross margin, profits'),
    average_margin: phrases('average margin, avg margin, margin per deal'),
    churn_rate: phrases('churn, churn rate, renewals lost, attrition'),
    pipeline_deals: phrases('pipeline deals, number of open deals, open deal count, pipeline count'),
    pipeline_value: phrases('pipeline value, value of pipeline, open pipeline, pipeline size'),
    pipeline_weighted: phrases('weighted pipeline, pipeline weighted'),
    average_open_deal: phrases('average open deal, open deal size'),
    pipeline_coverage: phrases('pipeline coverage, coverage, coverage ratio'),
    stalled_deals: phrases('stalled deals, number of stalled deals'),
    time_to_quota: phrases('time to quota, days to quota, time to target'),
    team_at_quota: phrases('team at quota, reps at quota, share at quota'),
    forecast: phrases('forecast, sales forecast, revenue forecast'),
    forecast_commit: phrases('forecast commit, commit, commit forecast, committed'),
    forecast_best_case: phrases('forecast best case, best case, best case forecast'),
    forecast_accuracy: phrases('forecast accuracy, accuracy'),
    close_date_slip: phrases('close date slip, slippage, slip, slipped deals'),
    commission: phrases('commission, commissions, my commission, earnings, bonus, payout'),
    commission_forecast: phrases('commission forecast, forecast commission, expected commission'),
    activity_score: phrases('activity score, activity points'),
    objective_score: phrases('objective score, objective points'),
    score: phrases('score, total score, my score'),
  },
}
