import { phrases } from '../../domain/question/lexicon.ts'
import type { Words } from '../words.ts'

export const words: Words = {
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
    '{d}': phrases('{d}, on {d}'),
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
