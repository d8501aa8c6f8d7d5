import { phrases } from '../../domain/question/lexicon.ts'
import type { Words } from '../words.ts'

export const words: Words = {
  fillers: phrases(`
      who are, who is, show, show me, give me, get, tell me, see, list, display, check, please, pls, how, how
      many, how much, what, what is, what are, whats, how is, how are, did, do, does, is, are, was, were, has,
      have, had, got, made, make, doing, done, been, going, am, for, in, on, at, of, to, by, from, with,
      during, within, over, and, or, the, a, an, this, that, these, my, our, i, we, so far, until now, number,
      number of, count, total, numbers, stats, statistics, figures, per, about, now, currently, sent, logged
    `),
  who: {
    me: phrases('me, myself, mine, my own, my numbers, my stats'),
    myTeam: phrases('my team, our team, the team, us, my teams'),
    everyone: phrases('all, everyone, everybody, company, the company, all reps, all teams, whole company'),
  },
  teamWords: phrases('team'),
  help: phrases('help, ?, help me, how does this work, commands, what can you do, usage'),
  views: {
    card: phrases('kpis, kpi, my kpis, dashboard, my dashboard, snapshot, card, summary, overview'),
    top: phrases(`
      top, leaderboard, leader board, leaders, ranking, rankings, rank, board, best, standings, scoreboard
    `),
    quota: phrases(`
      where do i stand, where am i, where are we, are we on track, is my team on track, how am i doing, how
      are we doing, how far am i, how far am i from, gap, gap to quota, gap to target, gap to goal, how much
      do i need, how much do i need to sell, how much is left, how much is missing, left to quota, left to
      target, run rate, runrate, my pace, behind or ahead, quota, quotas, quota attainment, attainment,
      target, targets, goal, goals, pace, progress, quota progress, quota pace, on pace, on track, am i on
      track, projected attainment, heading for, expected by now
    `),
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
  },
  compare: phrases('vs, versus, compare, compared to, compared with, against'),
  bottom: phrases('bottom, worst, last place, lowest'),
  group: phrases('group, groups'),
  sayings: {
    topPerformers: phrases(`
      top performers, top performer, best performer, best performers, top rep, top reps, best rep, best reps,
      top seller, top sellers, best seller, best sellers, top salesperson, top salespeople, star performers,
      mvp, who is leading, who is winning, who is ahead, who is first, who is best, who is the best, who sells
      most, who sold most
    `),
    today: phrases(`
      what do i need today, what do i need to do, what do i need to do today, what should i do, what should i
      do today, what should i do now, what now, what next, what is next, my day, my to do today
    `),
    dealsDue: phrases(`
      deals due, deals closing, due deals, closing deals, deals to close, deals that close, due, closing,
      closes
    `),
    biggestDeals: phrases(`
      biggest deal, biggest deals, largest deal, largest deals, big deals, biggest, largest
    `),
    biggestWon: phrases(`
      biggest win, biggest wins, largest win, biggest deal won, biggest deals won, largest deal won, biggest
      won deal
    `),
    whoClosed: phrases(`
      who closed, who won, who has closed, who has won, who sold, who closed a deal, who won a deal, who
      closed deals
    `),
  },
  greetings: {
    hello: phrases(`
      hello, hi, hey, hiya, good morning, good afternoon, good evening, hi there, hello there, yo, howdy
    `),
    thanks: phrases(`
      thanks, thank you, thx, ty, cheers, thanks a lot, many thanks, thank you very much
    `),
  },
  joins: {
    since: phrases('since'),
    from: phrases('from, starting, beginning'),
    to: phrases('to, until, till, through, thru, up to'),
    between: phrases('between'),
    and: phrases('and'),
  },
  average: phrases(`
      average, avg, on average, per day, a day, each day, daily average, average per day, per working day
    `),
  numbers: {
    2: phrases('two'),
    3: phrases('three'),
    4: phrases('four'),
    5: phrases('five'),
    6: phrases('six'),
    7: phrases('seven'),
    8: phrases('eight'),
    9: phrases('nine'),
    10: phrases('ten'),
    12: phrases('twelve'),
    15: phrases('fifteen'),
    20: phrases('twenty'),
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
      last {n} days, last {n} day, past {n} days, previous {n} days, {n} days, {n} day, {n} d, the last {n}
      days, last {n} d
    `),
    'last {n} weeks': phrases(`
      last {n} weeks, last {n} week, past {n} weeks, {n} weeks, {n} week, {n} w, last {n} w
    `),
    'last {n} months': phrases(
      'last {n} months, last {n} month, past {n} months, {n} months, {n} month, {n} m',
    ),
    'week {n}': phrases('week {n}, w {n}, wk {n}, week number {n}, week no {n}'),
    'week {n} {y}': phrases('week {n} {y}, w {n} {y}'),
    'q{n}': phrases('q {n}, quarter {n}'),
    '{y}-q{n}': phrases('q {n} {y}, {y} q {n}, quarter {n} {y}'),
    '{d}': phrases('{d}, on {d}'),
    'this morning': phrases('this morning, this afternoon, this evening, tonight'),
    'last 2 weeks': phrases('last couple of weeks, fortnight, last fortnight'),
    'last 2 days': phrases('last couple of days'),
    'last 2 months': phrases('last couple of months'),
    h1: phrases('first half, 1st half, first half year, first half of the year'),
    h2: phrases('second half, 2nd half, second half year, second half of the year'),
    'h{n}': phrases('h {n}'),
    'h{n} {y}': phrases('h {n} {y}'),
    'h{n} fy{y}': phrases('h {n} fy {y}'),
    'fy{n}': phrases('fy {n}, fiscal year {n}, financial year {n}, fiscal {n}'),
    'q{n} fy{y}': phrases('q {n} fy {y}'),
    monday: phrases('monday, mon'),
    'last monday': phrases('last monday, last mon, past monday, past mon'),
    'this monday': phrases('this monday, this mon'),
    'next monday': phrases('next monday, next mon, coming monday, coming mon'),
    tuesday: phrases('tuesday, tue, tues'),
    'last tuesday': phrases('last tuesday, last tue, last tues, past tuesday, past tue, past tues'),
    'this tuesday': phrases('this tuesday, this tue, this tues'),
    'next tuesday': phrases('next tuesday, next tue, next tues, coming tuesday, coming tue, coming tues'),
    wednesday: phrases('wednesday, wed'),
    'last wednesday': phrases('last wednesday, last wed, past wednesday, past wed'),
    'this wednesday': phrases('this wednesday, this wed'),
    'next wednesday': phrases('next wednesday, next wed, coming wednesday, coming wed'),
    thursday: phrases('thursday, thu, thur, thurs'),
    'last thursday': phrases(`
      last thursday, last thu, last thur, last thurs, past thursday, past thu, past thur, past thurs
    `),
    'this thursday': phrases('this thursday, this thu, this thur, this thurs'),
    'next thursday': phrases(`
      next thursday, next thu, next thur, next thurs, coming thursday, coming thu, coming thur, coming thurs
    `),
    friday: phrases('friday'),
    'last friday': phrases('last friday, past friday'),
    'this friday': phrases('this friday'),
    'next friday': phrases('next friday, coming friday'),
    saturday: phrases('saturday, sat'),
    'last saturday': phrases('last saturday, last sat, past saturday, past sat'),
    'this saturday': phrases('this saturday, this sat'),
    'next saturday': phrases('next saturday, next sat, coming saturday, coming sat'),
    sunday: phrases('sunday, sun'),
    'last sunday': phrases('last sunday, last sun, past sunday, past sun'),
    'this sunday': phrases('this sunday, this sun'),
    'next sunday': phrases('next sunday, next sun, coming sunday, coming sun'),
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
}
