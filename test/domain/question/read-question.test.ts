import { describe, expect, test } from 'vitest'
import type { Question } from '../../../src/domain/question/question.ts'
import { readQuestion } from '../../../src/domain/question/read-question.ts'
import { asked, last, read, rep, team, today, unit, vocabulary, yesterday } from './vocabulary.ts'

type Case = [words: string, parts: Partial<Question>]

const CASES: Case[] = [
  ['me', {}],
  ['calls', { metrics: ['calls'] }],
  ['Calls', { metrics: ['calls'] }],
  ['phone calls today', { metrics: ['calls'], period: today }],
  ['how many calls did I make today?', { metrics: ['calls'], period: today }],
  ['what are my meetings this week', { metrics: ['meetings'], period: unit('week', 0) }],
  ['held meetings last month', { metrics: ['meetings'], period: unit('month', -1) }],
  ['bookings this quarter', { metrics: ['revenue'], period: unit('quarter', 0) }],
  ['revenue ytd', { metrics: ['revenue'], period: { kind: 'toDate', unit: 'year' } }],
  ['sales mtd', { metrics: ['revenue'], period: { kind: 'toDate', unit: 'month' } }],
  ['qtd revenue', { metrics: ['revenue'], period: { kind: 'toDate', unit: 'quarter' } }],
  ['winrate', { metrics: ['win_rate'] }],
  ['win rate', { metrics: ['win_rate'] }],
  ['win_rate', { metrics: ['win_rate'] }],
  ['win-rate last quarter', { metrics: ['win_rate'], period: unit('quarter', -1) }],
  ['closing rate', { metrics: ['win_rate'] }],
  ['connect rate yesterday', { metrics: ['connect_rate'], period: yesterday }],
  ['avg deal size this year', { metrics: ['average_deal'], period: unit('year', 0) }],
  ['deals won oct', { metrics: ['deals_won'], period: { kind: 'latestMonth', month: 10 } }],
  ['wins in october', { metrics: ['deals_won'], period: { kind: 'latestMonth', month: 10 } }],
  ['won deals october 2025', { metrics: ['deals_won'], period: { kind: 'month', year: 2025, month: 10 } }],
  ['october calls 2025', { metrics: ['calls'], period: { kind: 'month', year: 2025, month: 10 } }],
  ['calls 2025', { metrics: ['calls'], period: { kind: 'year', year: 2025 } }],
  ['closed lost last 2 weeks', { metrics: ['deals_lost'], period: last(2, 'weeks') }],
  ['new deals 2w', { metrics: ['deals_created'], period: last(2, 'weeks') }],
  ['calls 7d', { metrics: ['calls'], period: last(7, 'days') }],
  ['calls last 7 days', { metrics: ['calls'], period: last(7, 'days') }],
  ['calls in the past 30 days', { metrics: ['calls'], period: last(30, 'days') }],
  ['emails 3 months', { metrics: ['emails'], period: last(3, 'months') }],
  ['e-mails sent today', { metrics: ['emails'], period: today }],
  ['outbound calls, week 46', { metrics: ['dials'], period: { kind: 'isoWeek', year: 2026, week: 46 } }],
  ['calls week 48', { metrics: ['calls'], period: { kind: 'isoWeek', year: 2025, week: 48 } }],
  ['calls w47', { metrics: ['calls'], period: { kind: 'isoWeek', year: 2026, week: 47 } }],
  ['week 53', { period: { kind: 'isoWeek', year: 2020, week: 53 } }],
  ['week 12 2024', { period: { kind: 'isoWeek', year: 2024, week: 12 } }],
  ['2026-W47', { period: { kind: 'isoWeek', year: 2026, week: 47 } }],
  ['2026-10', { period: { kind: 'month', year: 2026, month: 10 } }],
  ['2026-10-01..2026-10-31', { period: { kind: 'range', first: '2026-10-01', last: '2026-10-31' } }],
  ['calls 2026-10-05', { metrics: ['calls'], period: { kind: 'date', day: '2026-10-05' } }],
  ['calls since 2026-10-05', { metrics: ['calls'], period: { kind: 'since', day: '2026-10-05' } }],
  ['q3', { period: { kind: 'latestQuarter', quarter: 3 } }],
  ['Q3 2025', { period: { kind: 'quarter', year: 2025, quarter: 3 } }],
  ['2025-Q3', { period: { kind: 'quarter', year: 2025, quarter: 3 } }],
  ['week', { period: unit('week', 0) }],
  ['month', { period: unit('month', 0) }],
  ['october', { period: { kind: 'latestMonth', month: 10 } }],
  ['calls this month, please', { metrics: ['calls'], period: unit('month', 0) }],
  ['calls and meetings this week', { metrics: ['calls', 'meetings'], period: unit('week', 0) }],
  ['calls emails meetings tasks notes', { metrics: ['calls', 'emails', 'meetings', 'tasks', 'notes'] }],
  ['calls,meetings+notes', { metrics: ['calls', 'meetings', 'notes'] }],
  ['calls call phone calls', { metrics: ['calls'] }],
  ['top', { view: 'top' }],
  ['leaderboard', { view: 'top' }],
  [
    'top 5 calls last week team north',
    {
      view: 'top',
      top: 5,
      metrics: ['calls'],
      period: unit('week', -1),
      who: team('91'),
    },
  ],
  ['top calls 10', { view: 'top', top: 10, metrics: ['calls'] }],
  ['top5 revenue', { view: 'top', top: 5, metrics: ['revenue'] }],
  ['top 7 days', { view: 'top', period: last(7, 'days') }],
  ['top 3 7 days', { view: 'top', top: 3, period: last(7, 'days') }],
  ['who is leading this month', { view: 'top', metrics: ['revenue'], period: unit('month', 0) }],
  ['top quota', { view: 'top', metrics: ['quota_attainment'] }],
  ['top deals', { view: 'top', metrics: ['deals_won'] }],
  ['top @ana', { view: 'top', who: rep('1') }],
  ['deals last month', { metrics: ['deals_won'], period: unit('month', -1) }],
  ['deals week 46', { metrics: ['deals_won'], period: { kind: 'isoWeek', year: 2026, week: 46 } }],
  ['quota', { view: 'quota' }],
  ['pace', { view: 'quota' }],
  ['am I on track', { view: 'quota' }],
  ['how is my quota going this quarter', { view: 'quota', period: unit('quarter', 0) }],
  ['calls quota', { view: 'quota', metrics: ['calls'] }],
  ['quota next month', { view: 'quota', period: unit('month', 1) }],
  ['quota @ana 50000', { view: 'quota', who: rep('1') }],
  ['quota @ana 50,000', { view: 'quota', who: rep('1') }],
  ['quota @ana €50k', { view: 'quota', who: rep('1') }],
  ['my team', { who: { kind: 'myTeam' } }],
  ['team', { who: { kind: 'myTeam' } }],
  ['calls team', { metrics: ['calls'], who: { kind: 'myTeam' } }],
  ['team today', { who: { kind: 'myTeam' }, period: today }],
  ['all calls today', { metrics: ['calls'], who: { kind: 'everyone' }, period: today }],
  ['everyone', { who: { kind: 'everyone' } }],
  ['team north', { who: team('91') }],
  ['north', { who: team('91') }],
  ['NORTH calls', { who: team('91'), metrics: ['calls'] }],
  ['team syd', { who: team('92') }],
  ['team key accounts east', { who: team('95') }],
  ['key accounts west calls', { who: team('96'), metrics: ['calls'] }],
  ['west', { who: team('96') }],
  ['team east', { who: team('95') }],
  ['team r&amp;d partners', { who: team('98') }],
  ['team calls', { who: { kind: 'myTeam' }, metrics: ['calls'] }],
  ['team "calls"', { who: team('97') }],
  ['“Calls” today', { who: team('97'), period: today }],
  ["calls for 'key accounts east'", { who: team('95'), metrics: ['calls'] }],
  ['show me calls for ana', { metrics: ['calls'], who: rep('1') }],
  ["ana's calls", { metrics: ['calls'], who: rep('1') }],
  ['ana sorensen', { who: rep('1') }],
  ['Soerensen', { who: rep('1') }],
  ['SØRENSEN calls', { who: rep('1'), metrics: ['calls'] }],
  ["tim o’brien's meetings", { who: rep('4'), metrics: ['meetings'] }],
  ['ana.sørensen@example.com calls', { who: rep('1'), metrics: ['calls'] }],
  ['calls <@U012AB3CD|ana>', { metrics: ['calls'], who: { kind: 'slackUser', userId: 'U012AB3CD' } }],
  [
    'calls<@W012AB3CD>today',
    { metrics: ['calls'], who: { kind: 'slackUser', userId: 'W012AB3CD' }, period: today },
  ],
  ['my calls for ana', { metrics: ['calls'], who: rep('1') }],
  ['me ana', { who: rep('1') }],
  ['calls per', { metrics: ['calls'], who: rep('7') }],
  ['jan', { period: { kind: 'latestMonth', month: 1 } }],
  ['calls jan', { metrics: ['calls'], period: { kind: 'latestMonth', month: 1 } }],
  ['calls jan 2025', { metrics: ['calls'], period: { kind: 'month', year: 2025, month: 1 } }],
  ['calls jan last week', { metrics: ['calls'], who: rep('3'), period: unit('week', -1) }],
  ['@jan', { who: rep('3') }],
  ['jan kowalski calls', { who: rep('3'), metrics: ['calls'] }],
  ['tim', { who: rep('4') }],
  ['summary last week', { period: unit('week', -1) }],
]

describe('in English', () => {
  test.each(CASES)('%s', (words, parts) => {
    expect(read(words)).toEqual(asked(parts))
  })
})

describe('typos', () => {
  test.each([
    ['cals last week', 'cals', 'calls', { metrics: ['calls'], period: unit('week', -1) }],
    ['quta', 'quta', 'quota', { view: 'quota' }],
    ['meetngs', 'meetngs', 'meetings', { metrics: ['meetings'] }],
    ['last mnth', 'mnth', 'month', { period: unit('month', -1) }],
    ['emials today', 'emials', 'emails', { metrics: ['emails'], period: today }],
    ['Yesteday', 'Yesteday', 'yesterday', { period: yesterday }],
    ['revnue ytd', 'revnue', 'revenue', { metrics: ['revenue'], period: { kind: 'toDate', unit: 'year' } }],
  ] as const)('%s is corrected, and the answer says so', (words, typed, as, parts) => {
    expect(read(words)).toEqual({
      ...asked({ ...parts, metrics: [...('metrics' in parts ? parts.metrics : [])] }),
      readAs: [{ typed, as }],
    })
  })

  test('a word of three letters is not corrected', () => {
    expect(read('cll')).toMatchObject({ kind: 'unknown', words: ['cll'] })
  })

  test('a person is never corrected, only suggested', () => {
    expect(read('calls lindqvis')).toEqual({
      kind: 'unknown',
      words: ['lindqvis'],
      lines: ['calls Lindqvist'],
    })
  })

  test('a person whom the asker may not see is not suggested', () => {
    const alone = { ...vocabulary, people: [] }

    expect(readQuestion('calls lindqvis', alone)).toEqual({
      kind: 'unknown',
      words: ['lindqvis'],
      lines: ['calls'],
    })
  })

  test('a word with two neighbours is not corrected; both are suggested', () => {
    expect(read('malls')).toEqual({ kind: 'unknown', words: ['malls'], lines: ['calls', 'mails'] })
  })

  test('every word that matches nothing is reported', () => {
    expect(read('calls xyzzy plugh')).toEqual({
      kind: 'unknown',
      words: ['xyzzy', 'plugh'],
      lines: ['calls'],
    })
  })

  test('a word is reported once, however often it was typed', () => {
    expect(read('calls xyzzy Xyzzy xyzzy')).toEqual({
      kind: 'unknown',
      words: ['xyzzy'],
      lines: ['calls'],
    })
  })

  test('one or two letters have no suggestions', () => {
    expect(read('`x`')).toEqual({ kind: 'unknown', words: ['`x`'], lines: [] })
  })

  test('a board of 0 places has the default number of places', () => {
    expect(read('top 0')).toMatchObject({ kind: 'question', question: { view: 'top', top: null } })
  })

  test('a word that begins known phrases is answered with at most three that work', () => {
    expect(read('last')).toEqual({
      kind: 'unknown',
      words: ['last'],
      lines: ['last week', 'last month', 'last quarter'],
    })
  })
})

describe('nothing and help', () => {
  test.each(['', '   ', 'show me', 'how are my numbers?'.slice(0, 10), '...'])(
    "'%s' asks for nothing",
    (words) => {
      expect(read(words)).toEqual({ kind: 'nothing' })
    },
  )

  test.each(['help', 'HELP', '?', 'hlep', 'help conversion', 'help top', 'help xyzzy'])(
    '%s asks for help',
    (words) => {
      expect(read(words)).toEqual({ kind: 'help' })
    },
  )

  test.each(['help all', 'hjælp alle', 'bantuan semua', 'all help'])('%s asks for all metrics', (words) => {
    expect(read(words)).toEqual({ kind: 'help', isOfAll: true })
  })

  test.each([
    ['help calls', 'calls'],
    ['hjælp opkald', 'calls'],
    ['hjälp samtal', 'calls'],
    ['bantuan panggilan', 'calls'],
    ['ajutor apeluri', 'calls'],
    ['help win rate', 'win_rate'],
    ['help calls last week', 'calls'],
    ['help calls and meetings', 'calls'],
    ['calls help', 'calls'],
    ['help cals', 'calls'],
  ])('%s asks what %s means', (words, metric) => {
    expect(read(words)).toEqual({ kind: 'help', metric })
  })
})

describe('what is not available yet is still understood', () => {
  test.each([
    ['trend', 'trend', 'trend'],
    ['calls trend', 'trend', 'trend'],
    ['funnel last month', 'funnel', 'funnel'],
    ['deals', 'deals', 'deals'],
    ['my deals', 'deals', 'my deals'],
    ['deals this month', 'deals', 'deals'],
    ['open deals', 'pipeline', 'open deals'],
    ['pipeline', 'pipeline', 'pipeline'],
    ['pipline', 'pipeline', 'pipeline'],
    ['stale', 'stale', 'stale'],
    ['explain win rate', 'explain', 'explain'],
    ['plan', 'plan', 'plan'],
    ['score', 'score', 'score'],
    ['next month forecast', 'forecast', 'forecast'],
    ['forecast', 'forecast', 'forecast'],
    ['bottom 5', 'bottom', 'bottom'],
    ['who is behind', 'reps', 'who is behind'],
    ['reps', 'reps', 'reps'],
    ['group nordics', 'group', 'group'],
    ['calls vs last week', 'compare', 'vs'],
    ['@ana vs @bo', 'compare', 'vs'],
    ['ana bo', 'compare', 'bo'],
    ['revenue per call', 'revenue_per_call', 'revenue per call'],
    ['no show rate', 'no_show_rate', 'no show rate'],
    ['no-shows today', 'no_show_rate', 'no-shows'],
    ['commission', 'commission', 'commission'],
    ['calls next week', 'next', 'next week'],
    ['meetings tomorrow', 'next', 'tomorrow'],
  ])('%s', (words, word, typed) => {
    expect(read(words)).toEqual({ kind: 'notYet', word, typed })
  })

  test.each([
    ['settings', 'settings', 'settings'],
    ['mute 2w', 'mute', 'mute'],
    ['off sick today', 'away', 'off sick'],
    ['status', 'status', 'status'],
    ['wrong number of calls', 'wrong', 'wrong'],
    ['link', 'link', 'link'],
    ['privacy', 'privacy', 'privacy'],
    ['coaching', 'coaching', 'coaching'],
    ['insights', 'insights', 'insights'],
    ['contest', 'contest', 'contest'],
    ['setup', 'setup', 'setup'],
  ])('%s is a command', (words, command, typed) => {
    expect(read(words)).toEqual({ kind: 'command', command, typed })
  })

  test('a command counts only as the first word', () => {
    expect(read('calls privacy')).toMatchObject({ kind: 'unknown', words: ['privacy'] })
  })

  test('a metric is accepted as soon as it can be answered', () => {
    const more = { ...vocabulary, metrics: [...vocabulary.metrics, { id: 'no_show_rate', names: [] }] }

    expect(readQuestion('no show rate', more)).toEqual(asked({ metrics: ['no_show_rate'] }))
  })
})

describe('what is not understood', () => {
  test.each([
    ['calls foo-bar last week', ['foo-bar'], ['calls last week']],
    ['calls "Bob Smith" last week', ['"Bob Smith"'], ['calls last week']],
    ['Calls XyzzY, plugh!', ['XyzzY', 'plugh'], ['Calls']],
    ['malls wek', ['malls', 'wek'], ['calls week', 'mails wed']],
    ['xyzzy', ['xyzzy'], []],
  ])('%s is quoted as it was typed, with whole lines that work', (typed, words, lines) => {
    expect(read(typed)).toEqual({ kind: 'unknown', words, lines })
    for (const line of lines) expect(read(line).kind).toBe('question')
  })

  test.each([
    ['en', 'calls 10', ['calls top 10', 'calls last 10 days']],
    ['da', 'opkald 10', ['opkald top 10', 'opkald sidste 10 dage']],
    ['sv', 'samtal 10', ['samtal topp 10', 'samtal senaste 10 dagarna']],
    ['id', 'panggilan 10', ['panggilan peringkat 10', 'panggilan 10 hari terakhir']],
    ['ro', 'apeluri 10', ['apeluri clasament 10', 'apeluri ultimele 10 zile']],
    ['da', '3/4', ['3 april', '4 marts']],
    ['ro', '3/4', ['3 aprilie', '4 martie']],
  ])('lines to choose from are in the language of the asker: %s, %s', (language, typed, readings) => {
    expect(readQuestion(typed, { ...vocabulary, language })).toMatchObject({ kind: 'ambiguous', readings })
    for (const line of readings) expect(read(line).kind).toBe('question')
  })

  test.each([
    ['en', ['activities']],
    ['da', ['aktiviteter']],
    ['id', ['aktivitas']],
  ])('suggestions are in the language of the asker: %s', (language, lines) => {
    expect(readQuestion('aktiv', { ...vocabulary, language })).toEqual({
      kind: 'unknown',
      words: ['aktiv'],
      lines,
    })
  })

  test('of more than five metrics the rest are named', () => {
    expect(read('calls dials connects emails meetings tasks lost-deals')).toEqual({
      ...asked({ metrics: ['calls', 'dials', 'connects', 'emails', 'meetings'] }),
      leftOut: ['tasks', 'lost-deals'],
    })
  })
})

describe('ambiguous words become whole lines to choose from', () => {
  test.each([
    ['kim calls', 'kim', ['"Kim Berg" calls', '"Kim Dahl" calls']],
    ['conversion last month', 'conversion', ['win rate last month', 'connect rate last month']],
    ['calls 10', '10', ['calls top 10', 'calls last 10 days']],
    ['calls 10 today', '10', ['calls top 10 today']],
    ['calls today last week', 'last week', ['calls today', 'calls last week']],
    ['"calls" kim', 'kim', ['"calls" "Kim Berg"', '"calls" "Kim Dahl"']],
  ])('%s', (words, word, readings) => {
    expect(read(words)).toEqual({ kind: 'ambiguous', word, readings })
  })

  test.each(['kim', 'kim last week', 'conversion', 'calls 10', 'top 5 10', 'calls today yesterday'])(
    'each line for %s is unambiguous',
    (words) => {
      const reading = read(words)
      const readings = reading.kind === 'ambiguous' ? reading.readings : []

      expect(readings.length).toBeGreaterThan(1)
      expect(readings.map((line) => read(line).kind)).toEqual(readings.map(() => 'question'))
    },
  )

  test('a team and a person with the same name', () => {
    const alike = { ...vocabulary, teams: [{ teamId: '90', name: 'Berg' }] }
    const reading = readQuestion('berg', alike)

    expect(reading).toEqual({ kind: 'ambiguous', word: 'berg', readings: ['"Kim Berg"', 'team "90"'] })
    expect(readQuestion('team "90"', alike)).toEqual(asked({ who: team('90') }))
    expect(readQuestion('team berg', alike)).toEqual(asked({ who: team('90') }))
  })

  test('two people with the same full name are distinguished by e-mail or id', () => {
    const twins = {
      ...vocabulary,
      people: [
        { ownerId: '51', names: ['Kim', 'Kim Berg', 'kim@example.com'] },
        { ownerId: '52', names: ['Kim', 'Kim Berg'] },
      ],
    }

    expect(readQuestion('kim berg', twins)).toEqual({
      kind: 'ambiguous',
      word: 'kim berg',
      readings: ['"kim@example.com"', '"52"'],
    })
    expect(readQuestion('"52"', twins)).toEqual(asked({ who: rep('52') }))
    expect(readQuestion('"kim@example.com"', twins)).toEqual(asked({ who: rep('51') }))
  })
})

test("'conversion' alone is not available while none of its metrics is", () => {
  const few = { ...vocabulary, metrics: [{ id: 'calls', names: [] }] }

  expect(readQuestion('conversion', few)).toEqual({ kind: 'notYet', word: 'conversion', typed: 'conversion' })
})

test('the names that a metric has elsewhere are understood too', () => {
  const named = { ...vocabulary, metrics: [{ id: 'revenue', names: ['Bookings (won, by close date)'] }] }

  expect(readQuestion('bookings won by close date', named)).toEqual(asked({ metrics: ['revenue'] }))
})

test('a year means the fiscal year', () => {
  const fiscal = { ...vocabulary, basis: { ...vocabulary.basis, fiscalYearStartMonth: 4 } }

  expect(readQuestion('calls 2025', fiscal)).toEqual(
    asked({ metrics: ['calls'], period: { kind: 'year', year: 2025 } }),
  )
})
