/** What each key of the settings document is for, with an example: for the command line and the table in docs. */
import { DEFAULT_SETTINGS, type Settings } from '../domain/company/settings.ts'

export interface KeyHelp<T = unknown> {
  means: string
  shape: string
  /** A value that an import takes. */
  example: T
}

export const SETTINGS_HELP: { readonly [K in keyof Settings]: KeyHelp<Settings[K]> } = {
  tracked: {
    means: 'Who is a rep. Others are on no board and in no total.',
    shape: '[owner id]; null: every owner',
    example: ['71000001', '71000002'],
  },
  weekStart: { means: 'The first day of the week.', shape: '1 (Monday) to 7', example: 7 },
  fiscalYearStartMonth: {
    means: "The month in which the fiscal year begins; 'Q1' begins with it.",
    shape: '1 to 12',
    example: 4,
  },
  workingWeekdays: {
    means: 'The weekdays on which people work.',
    shape: '[ISO weekday], where 1 is Monday',
    example: [1, 2, 3, 4],
  },
  hoursPerDay: {
    means: 'The hours of a working day, for numbers per hour and for what is expected by now.',
    shape: '0.25 to 24',
    example: 7.5,
  },
  dayStart: {
    means: 'When a working day begins, in the time zone of the rep.',
    shape: 'HH:MM',
    example: '08:30',
  },
  teamZones: {
    means: "The time zones of teams that do not work in the HubSpot account's.",
    shape: '{team id: IANA zone}',
    example: { '301': 'Europe/Copenhagen' },
  },
  holidays: {
    means: "Days off: everybody's, and those of teams.",
    shape: '{"default" or team id: [day]}',
    example: { default: ['2026-12-25'] },
  },
  leave: {
    means: 'Leave beside that in HubSpot; the first and the last day are both included.',
    shape: '{owner id: [[first day, last day]]}',
    example: { '71000002': [['2026-10-12', '2026-10-16']] },
  },
  repWeekdays: {
    means: 'The working weekdays of people who work part-time.',
    shape: '{owner id: [ISO weekday]}',
    example: { '71000002': [1, 2, 4] },
  },
  startedOn: {
    means: 'The first day at work of people who joined; targets begin with it.',
    shape: '{owner id: day}',
    example: { '71000002': '2026-09-14' },
  },
  leaveLowersTarget: {
    means: 'Whether leave lowers the target of a period.',
    shape: 'true or false',
    example: false,
  },
  leaveFromHubSpot: {
    means: 'Whether the out-of-office hours of HubSpot users are leave.',
    shape: 'true or false',
    example: false,
  },
  weekdaysFromHubSpot: {
    means: 'Whether the working hours of HubSpot users set their weekdays.',
    shape: 'true or false',
    example: true,
  },
  pace: {
    means: 'What is expected by now: as past periods filled up, or by working days alone.',
    shape: '"past" or "straight"',
    example: 'straight',
  },
  archivedOn: {
    means: 'When people left, if it was not on the day of their removal in HubSpot.',
    shape: '{owner id: day}',
    example: { '71000009': '2026-06-30' },
  },
  connectedDispositions: {
    means: 'The call outcomes that are connects.',
    shape: '[id of a call outcome]',
    example: DEFAULT_SETTINGS.connectedDispositions,
  },
  connectSeconds: {
    means: 'Calls without an outcome are connects from this length on.',
    shape: 'seconds; null: never',
    example: 60,
  },
  positiveDispositions: {
    means: 'The call outcomes that are good news; without them positive calls have no value.',
    shape: '[id of a call outcome]; null: none',
    example: ['11111111-1111-4111-8111-111111111111'],
  },
  heldOutcomes: {
    means: 'The meeting outcomes that mean it was held.',
    shape: '[outcome as in HubSpot]',
    example: ['COMPLETED', 'Held online'],
  },
  metrics: {
    means: "The account's own metrics; README has ready-made ones, and scoreline metrics try counts them.",
    shape: '[{id, name, count, sum or ratio, …}]',
    example: [{ id: 'visits', name: { en: 'Visits' }, count: { object: 'p_visits', date: 'visited_on' } }],
  },
  goals: {
    means: "HubSpot goals that are quotas of another metric than the goal's own.",
    shape: '[{goal: id or name, metric}]',
    example: [{ goal: 'Deals won by North', metric: 'deals_won' }],
  },
  salesPipelines: {
    means: 'The deal pipelines that count as sales.',
    shape: '[pipeline id]; null: all but those of renewals',
    example: ['default'],
  },
  renewalPipelines: {
    means: 'The deal pipelines of renewals, for retention and churn.',
    shape: '[pipeline id]',
    example: ['renewals'],
  },
  costProperty: {
    means: 'The deal property with the cost of what was sold, for margins.',
    shape: 'name of a property; null: none',
    example: 'cost_of_goods',
  },
  contractYearsProperty: {
    means: 'The deal property with the length of the contract in years.',
    shape: 'name of a property; null: none',
    example: 'contract_years',
  },
  territoryProperty: {
    means: 'The contact or deal property that names the territory.',
    shape: 'name of a property; null: by team',
    example: 'sales_region',
  },
  noteMinutes: { means: 'How long a note takes, for time spent.', shape: 'minutes', example: 3 },
  taskMinutes: { means: 'How long a task takes, for time spent.', shape: 'minutes', example: 15 },
  repCost: {
    means: 'What people cost a month, from that month on. Only privateNumbers see it.',
    shape: '{owner id: [{from: month, monthly: amount}]}',
    example: { '71000001': [{ from: '2026-01', monthly: '6000' }] },
  },
  quotas: {
    means:
      "Quotas beside HubSpot's goals; scoreline quotas import takes a table. The last day is not included.",
    shape: '[{source: "csv" or "slack", who: "rep:…" or "team:…", metric, from, to, target}]',
    example: [
      {
        source: 'csv',
        who: 'rep:71000001',
        metric: 'revenue',
        from: '2026-10-01',
        to: '2027-01-01',
        target: '120000',
      },
    ],
  },
  commission: {
    means: 'The shares of bookings that are paid, by attainment.',
    shape: '{tiers: [{from: share of the target, rate}]}; null: commission has no value',
    example: {
      tiers: [
        { from: '0', rate: '0.08' },
        { from: '1', rate: '0.12' },
      ],
    },
  },
  scorecard: {
    means: 'What gives points, and how much of it is usual on a working day.',
    shape: '[{metric, points, benchmark}]',
    example: [{ metric: 'calls', points: '1', benchmark: '40' }],
  },
  benchmarks: {
    means: "Benchmarks of people and teams in place of the scorecard's.",
    shape: '{"rep:…" or "team:…": {metric: a working day}}',
    example: { 'team:301': { calls: '30' } },
  },
  visibility: {
    means: 'Who is named where others can read it. No digest goes out until it is chosen.',
    shape: '"named", "top" (only the top) or "team" (no names); null: not chosen',
    example: 'named',
  },
  language: {
    means: 'The language of posts, and of answers to people whose own is not spoken.',
    shape: '"da", "en", "id", "ro" or "sv"',
    example: 'da',
  },
  groups: {
    means: 'Named sets of reps and teams; the scope of one is group:its name.',
    shape: '{name: {reps: [owner id], teams: [team id]}}',
    example: { Nordics: { reps: ['71000001'], teams: ['301'] } },
  },
  links: {
    means: 'People whose e-mail in Slack is not the one in HubSpot.',
    shape: '{Slack user id: owner id}',
    example: { U012AB3CD: '71000001' },
  },
  roles: {
    means: 'Admins, managers and coaches, and whom they see.',
    shape: '[{user: Slack user id or e-mail, role: "admin", "manager" or "coach", teams, groups, reps}]',
    example: [{ user: 'mia@example.com', role: 'manager', teams: ['301'], groups: [], reps: [] }],
  },
  privateNumbers: {
    means: "Managers who may see costs, margins and others' commission.",
    shape: '[Slack user id]',
    example: ['U012AB3CD'],
  },
  optOut: {
    means: 'People who stay unnamed on public lists. They still count in totals.',
    shape: '[owner id]',
    example: ['71000002'],
  },
  digests: {
    means: 'What is posted where and when.',
    shape: '[{name, channel, scope, zone, time, days, …}]',
    example: [
      {
        name: 'north',
        channel: 'C0123456789',
        scope: 'team:301',
        days: [1, 2, 3, 4, 5],
        time: '09:00',
        zone: 'Europe/Copenhagen',
        top: 5,
        board: 'revenue',
        columns: ['calls', 'meetings'],
        quotaColumn: true,
        weekly: true,
        monthly: true,
        staleMinutes: 60,
        enabled: true,
      },
    ],
  },
  alerts: {
    means: 'Coaching alerts, which are still to come: only this value is taken.',
    shape: '{enabled, tellRep, rules: {rule id: {enabled, …}}}',
    example: DEFAULT_SETTINGS.alerts,
  },
  retention: {
    means: 'How many days the audit of looks and changes is kept; the other parts have no effect yet.',
    shape: '{facts, incidents, messages, audit}; facts null: as long as HubSpot has them',
    example: { facts: null, incidents: 180, messages: 30, audit: 365 },
  },
}
