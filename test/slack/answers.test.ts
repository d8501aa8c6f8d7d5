import { describe, expect, it } from 'vitest'
import type { RefusalReason } from '../../src/domain/access/subject.ts'
import type { Answer } from '../../src/domain/answer/answer.ts'
import { BUILT_IN } from '../../src/domain/metrics/catalogue.ts'
import { oauthScopesFor } from '../../src/hubspot/oauth-scopes.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import { answerBlocks } from '../../src/slack/blocks/answer-blocks.ts'
import { checkBlocks } from '../../src/slack/blocks/check-blocks.ts'
import { capitalised } from '../../src/slack/blocks/escape.ts'
import { anOwnMetric, catalogueWith } from '../own-metrics.ts'
import {
  aCard,
  aDigest,
  anAnswer,
  aProgress,
  aStanding,
  aValue,
  me,
  NOW,
  thisQuarter,
  thisWeek,
} from './builders.ts'

const texts = createTexts('en')

function linesOf(answer: Answer): string[] {
  const payload = answerBlocks(answer, { texts, oauthScopesFor })
  expect(checkBlocks(payload)).toEqual([])
  return payload.text.split('\n')
}

describe('a card', () => {
  it('shows the number first, then the change, the team, the rank and the basis', () => {
    const lastWeek = { from: '2026-09-14', to: '2026-09-21', until: '2026-09-15' }
    const answer = anAnswer(
      aCard({
        before: { period: lastWeek, value: aValue(198) },
        team: { name: 'North', value: aValue(1204) },
        rank: { rank: 3, of: 12 },
      }),
    )

    expect(linesOf(answer)).toEqual([
      'Calls this week: 212',
      '▲ up 14 on last week at the same point (198)',
      'Your team, North: 1,204',
      'Rank 3 of 12',
      'Calls · Europe/Copenhagen · data as of 10:04',
    ])
  })

  it('shows a rate with its parts and its change in percentage points', () => {
    const before = {
      period: { from: '2026-09-01', to: '2026-09-02', until: '2026-09-02' },
      value: aValue(0.2, 1, 5),
    }
    const lines = linesOf(anAnswer(aCard({ metric: 'win_rate', value: aValue(0.18, 9, 50), before })))

    expect(lines.slice(0, 2)).toEqual([
      'Win rate this week: 18 % (9 of 50)',
      '▼ down 2 points on last week at the same point (20 %)',
    ])
  })

  it('says why there is nothing instead of showing only 0 or a dash', () => {
    const lines = linesOf(
      anAnswer(
        aCard({ value: aValue(0), hasRecords: false }, { metric: 'average_deal', value: aValue(null, 0, 0) }),
      ),
    )

    expect(lines).toContain('Nothing is logged in HubSpot for this.')
    expect(lines).toContain('There is nothing to calculate it from.')
  })

  it('shows loading progress while there is no value yet', () => {
    const answer = anAnswer(aCard({ value: null }), { loading: [{ type: 'calls', share: 0.43 }], asOf: null })

    expect(linesOf(answer)).toEqual([
      'Calls this week: loading, 43 %',
      'Calls · Europe/Copenhagen · HubSpot has not been read yet · loading, 43 %',
    ])
  })

  it('offers the last working day when yesterday was a day off', () => {
    const yesterday = {
      spec: { kind: 'day', which: -1 } as const,
      period: { from: '2026-09-20', to: '2026-09-21', until: '2026-09-21' },
    }
    const body = aCard({ asked: yesterday })
    if (body.kind !== 'card') throw new Error('expected a card')
    const { blocks } = answerBlocks(anAnswer({ ...body, lastWorkingDay: '2026-09-18' }), {
      texts,
      oauthScopesFor,
    })

    expect(blocks.find((block) => block.type === 'actions')).toMatchObject({
      elements: [{ text: { text: 'Last working day: Fri 18 Sep' }, value: 'calls 2026-09-18' }],
    })
  })

  it('names the person it is about, unless that is the asker', () => {
    const body = aCard({})
    if (body.kind !== 'card') throw new Error('expected a card')
    const other = { ...body, subject: { ...me, isAsker: false } }

    expect(linesOf(anAnswer(body))[0]).toBe('Calls this week: 212')
    expect(linesOf(anAnswer(other))[0]).toBe('Ana Sørensen · Calls this week: 212')
  })
})

describe('the last line of an answer', () => {
  it('says that HubSpot could not be reached, and how old the data is', () => {
    const answer = anAnswer(aCard({}), { asOf: NOW - 3 * 3_600_000, isHubSpotDown: true, recalculated: 0.4 })

    expect(linesOf(answer).at(-1)).toBe(
      'Calls · Europe/Copenhagen · HubSpot could not be reached; data as of 07:05 (3 h old) · recalculating, 40 %',
    )
  })

  it('adds the date to a time on another day', () => {
    const answer = anAnswer(aCard({}), { asOf: NOW - 24 * 3_600_000 })

    expect(linesOf(answer).at(-1)).toContain('data as of 20 Sep 10:05 (24 h old)')
  })

  it('names the basis of bookings', () => {
    const answer = anAnswer(aCard({ metric: 'revenue', value: aValue(100_00) }))

    expect(linesOf(answer).at(-1)).toMatch(/^Bookings \(won, by close date\) · /)
  })

  it('says which setting a missing number needs, rather than showing 0', () => {
    const lines = linesOf(anAnswer(aCard({ metric: 'margin', value: aValue(0), missing: 'costProperty' })))

    expect(lines.join(' ')).toContain('An admin can set one as “costProperty”')
    expect(lines.join(' ')).not.toContain('€0')
  })

  it('labels a snapshot “now”, whatever the period', () => {
    const lines = linesOf(anAnswer(aCard({ metric: 'pipeline_deals', value: aValue(19) })))

    expect(lines.join(' ')).toContain('Pipeline deals now: 19')
  })

  it('shows parts that people count, but never milliseconds', () => {
    const said = (metric: string, value: ReturnType<typeof aValue>) =>
      linesOf(anAnswer(aCard({ metric, value }))).join(' ')

    expect(said('win_rate', aValue(0.25, 2, 8))).toContain('25 % (2 of 8)')
    expect(said('selling_time', aValue(0.1, 2_880_000, 28_800_000))).not.toContain('of 28')
  })

  it('names the missing scope when a number needs records that the token cannot read', () => {
    const lines = linesOf(
      anAnswer(aCard({ metric: 'leads_converted', value: null }), { unreadable: ['contacts'] }),
    )

    expect(lines.join(' ')).toContain('does not let Scoreline read contacts')
    expect(lines.join(' ')).toContain('the scope crm.objects.contacts.read.')
  })

  it('names all missing scopes when several are needed', () => {
    const lines = linesOf(anAnswer(aCard({ metric: 'emails', value: null }), { unreadable: ['emails'] }))

    expect(lines.join(' ')).toContain('the scopes crm.objects.contacts.read, sales-email-read.')
  })

  it('names the scope of an own metric that rests on another type, and says of each line why it has no number', () => {
    const { named } = catalogueWith([anOwnMetric()])
    const labels = { 'own:demos': 'tickets' } as const
    const refused = { loading: [], unreadable: ['own:demos' as const], problems: [], labels }
    const loading = { ...refused, unreadable: [], loading: [{ type: 'calls' as const, share: 0.5 }] }
    const card = aCard(
      { metric: 'demos', value: null, lacking: refused },
      { metric: 'calls', value: null, lacking: loading },
      { metric: 'emails' },
    )
    const [demos, calls, emails] = linesOf({ ...anAnswer(aCard()), body: card, named })

    expect(demos).toContain('Demos has no value: HubSpot does not let Scoreline read tickets.')
    expect(demos).toContain('the scope tickets.')
    expect(calls).toBe('Calls this week: loading, 50 %')
    expect(emails).toBe('Emails this week: 212')
  })

  it('says once why there is no number for any of several periods', () => {
    const { named } = catalogueWith([anOwnMetric()])
    const refused = { loading: [], unreadable: ['own:demos' as const], problems: [], labels: {} }
    const without = { metric: 'demos', value: null, lacking: refused } as const
    const lines = linesOf({ ...anAnswer(aCard()), body: aCard(without, without, { metric: 'calls' }), named })

    expect(lines.filter((text) => text.includes('has no value'))).toHaveLength(1)
    expect(lines).toContain('Calls this week: 212')
  })

  it('does not say that HubSpot has not been read where HubSpot lacks what an own metric reads', () => {
    const { named } = catalogueWith([anOwnMetric()])
    const lost = { object: 'tickets', property: 'closed_at' }
    const problem = { tally: 'own:demos', reason: 'unknownProperty', ...lost } as const
    const card = aCard({ metric: 'demos', value: null })

    expect(linesOf(anAnswer(card, { asOf: null, problems: [problem] }, named)).at(-1)).toBe(
      'Demos · Europe/Copenhagen',
    )
    expect(linesOf(anAnswer(card, { asOf: null }, named)).at(-1)).toContain('HubSpot has not been read yet')
  })

  it('says who may see a private number', () => {
    const said = (metric: string) => linesOf(anAnswer(aCard({ metric, value: 'private' }))).join(' ')

    expect(said('commission')).toContain('own manager')
    expect(said('margin')).toContain('an admin has named')
  })

  it('names the types that HubSpot does not let the bot read', () => {
    const answer = anAnswer(aCard({}), { unreadable: ['emails'] })

    expect(linesOf(answer).at(-1)).toContain('HubSpot does not let Scoreline read: emails')
  })
})

describe('a quota', () => {
  const quota = (status: NonNullable<ReturnType<typeof aProgress>['status']>, more = {}, answered = {}) =>
    linesOf(
      anAnswer({
        kind: 'quota',
        subject: me,
        metric: 'revenue',
        asked: thisQuarter,
        progress: aProgress({ status, ...more }),
        gapDeals: 12,
        ownDays: null,
        ...answered,
      }),
    )

  it('puts the progress and what is still needed into words', () => {
    expect(quota('behind').slice(0, 6)).toEqual([
      '68 % of €900,000 · Bookings, Q3',
      '▓▓▓▓▓▓▓░░░ €612,000',
      'behind: €27k under what is usual by now (71 %)',
      'heading for €862k',
      'needed: €36k a working day for 8 days',
      'to go: €288k, about 12 average deals',
    ])
  })

  it('has a sentence for every status', () => {
    expect(quota('ahead', { actual: 700_000_00 })[2]).toBe('ahead: €61k over what is usual by now (71 %)')
    expect(quota('on pace')[2]).toBe('on pace: 71 % is usual by now')
    expect(quota('at risk')[2]).toContain('at risk: €27k under')
    expect(quota('met')[2]).toBe('met: the target has been reached')
    expect(quota('missed', { expectedShare: 1, expectedBy: 'straight' })[2]).toBe('missed: €288k short')
  })

  it('says where it goes by working days', () => {
    const straight = { expectedBy: 'straight', expectedShare: 0.71 } as const
    expect(quota('behind', straight)[2]).toBe('behind: €27k under what is expected by working days (71 %)')
    expect(quota('on pace', straight)[2]).toBe('on pace: 71 % expected by working days')
  })

  it('says that it is too early to tell', () => {
    const early = { status: null, expectedShare: 0.04, isTooEarly: true, pace: null, projected: null }
    expect(quota('behind', early).slice(2, 4)).toEqual([
      'too early to tell: only 4 % is usual by now',
      'needed: €36k a working day for 8 days',
    ])
  })

  it('of what is better the less there is of it is a limit: used and left, without a status', () => {
    const lost = { metric: 'revenue_lost' }
    expect(quota('behind', { isLimit: true, uncoveredDays: 0 }, lost).slice(0, 3)).toEqual([
      '68 % of the limit of €900,000 · Amount lost, Q3',
      '▓▓▓▓▓▓▓░░░ €612,000',
      '€288k left before the limit',
    ])
    expect(quota('behind', { isLimit: true, uncoveredDays: 0 }, lost)).toHaveLength(4)
    const exceeded = quota('met', { isLimit: true, actual: 950_000_00, attainment: 1.06 }, lost)
    expect(exceeded[2]).toBe('€50k over the limit')
  })

  it('asks for nothing more once it is met', () => {
    expect(quota('met', { uncoveredDays: 0 })).toHaveLength(4)
  })

  it('shows the leave and the own weekdays of the reader, with where they come from', () => {
    const leave = [
      { first: '2026-08-03', last: '2026-08-14', source: 'settings' },
      { first: '2026-09-07', last: '2026-09-07', source: 'hubspot' },
    ]
    const weekdays = { days: [1, 2, 4], source: 'hubspot' }
    const lines = quota('behind', { uncoveredDays: 0 }, { ownDays: { leave, weekdays } })
    const many = Array.from({ length: 7 }, () => leave[1])

    expect(lines.slice(6, 8)).toEqual([
      'on leave: 3 Aug to 14 Aug (settings), 7 Sep (HubSpot)',
      'working days: Mon, Tue, Thu (HubSpot)',
    ])
    expect(quota('met', { uncoveredDays: 0 }, { ownDays: { leave: many, weekdays: null } })).toContain(
      `on leave: …, ${Array.from({ length: 5 }, () => '7 Sep (HubSpot)').join(', ')}`,
    )
  })

  it('says who can set a quota when there is none', () => {
    const lines = quota('behind', { target: null, attainment: null, status: null })

    expect(lines.slice(0, 2)).toEqual([
      'Bookings Q3: €612,000',
      'No quota is set for Q3. Your manager or an admin can set one in HubSpot goals.',
    ])
  })
})

describe('today', () => {
  it('shows what is done against the benchmarks and ends with one next step', () => {
    const answer = anAnswer({
      kind: 'today',
      subject: me,
      day: '2026-09-21',
      isWorkingDay: true,
      targets: [
        { metric: 'calls', done: 12, benchmark: 50 },
        { metric: 'deals_won', done: 0, benchmark: 0.2 },
      ],
      quota: null,
      nextStep: { kind: 'activity', metric: 'calls', missing: 38 },
    })

    expect(linesOf(answer)).toEqual([
      'Today, Mon 21 Sep',
      'Calls: 12 of 50 ▓▓░░░░░░░░',
      'Deals won: 0 of 0.2 ░░░░░░░░░░',
      'Next: 38 calls to go today',
      'Europe/Copenhagen · data as of 10:04',
    ])
  })
})

it('expects nothing of a rep on a day off', () => {
  const answer = anAnswer({
    kind: 'today',
    subject: me,
    day: '2026-09-20',
    isWorkingDay: false,
    targets: [],
    quota: null,
    nextStep: null,
  })

  expect(linesOf(answer).slice(0, 2)).toEqual([
    'Today, Sun 20 Sep',
    'You are off today: nothing is expected of you.',
  ])
})

describe('a board', () => {
  const board = {
    kind: 'board',
    metric: 'revenue',
    asked: thisQuarter,
    scope: { kind: 'team', teamId: '1', name: 'Team North' },
    top: aDigest().board?.standings.slice(0, 2) ?? [],
    moreTied: 1,
    around: [aStanding(7, 'Me Myself', 100_00)],
    ownRep: 'Me Myself-7',
  } as const

  it('lists the top, the number of further ties and the asker’s own row', () => {
    expect(linesOf(anAnswer({ ...board, top: [...board.top], around: [...board.around] }))).toEqual([
      'Team North · Bookings · Q3',
      '1 Ana Sørensen €184k',
      '2 Jonas Berg €120k',
      '+1 tied',
      '…',
      '7 Me Myself (you) €100',
      'Bookings (won, by close date) · Europe/Copenhagen · data as of 10:04',
    ])
  })

  it('says so when nobody has a value', () => {
    const lines = linesOf(
      anAnswer({ ...board, top: [aStanding(null, 'Ana', null)], around: [], moreTied: 0 }),
    )

    expect(lines[1]).toContain('Nobody has a value for this yet')
  })

  it('stays within the limits when a thousand rows are asked for', () => {
    const top = Array.from({ length: 1000 }, (_, index) => aStanding(index + 1, 'N'.repeat(80), 1_000_00))

    expect(linesOf(anAnswer({ ...board, top, around: [], moreTied: 0 }))).toHaveLength(102)
  })
})

describe('guidance', () => {
  it('quotes what was not understood, and offers lines that can be answered', () => {
    const answer: Answer = {
      body: {
        kind: 'help',
        unknown: ['malls'],
        lines: ['calls last week', 'mails last week'],
        greeting: null,
        hasOwnNumbers: true,
        ownTeam: 'North',
      },
      readAs: [],
      basis: null,
      named: [],
    }
    const { blocks, text } = answerBlocks(answer, { texts, oauthScopesFor }, { command: '/acme' })

    expect(text).toContain('I do not know “malls”.')
    expect(text).toContain('/acme quota')
    expect(text).toContain('Type /acme help to see everything you can ask.')
    expect(text).not.toContain('People:')
    expect(blocks.find((block) => block.type === 'actions')).toMatchObject({
      elements: [{ value: 'calls last week' }, { value: 'mails last week' }],
    })
  })

  it.each([
    ['en', 'Show Win rate'],
    ['da', 'Vis '],
    ['sv', 'Visa '],
    ['id', 'Tampilkan '],
    ['ro', 'Arată '],
  ])('defines every metric in %s, with a button that shows it', (language, label) => {
    const own = createTexts(language)
    for (const { id } of BUILT_IN) {
      const body = { kind: 'definition', metric: id, words: ['one', '*two* <!here>'] } as const
      const payload = answerBlocks(
        { body, readAs: [], basis: null, named: [] },
        { texts: own, oauthScopesFor },
      )

      expect(checkBlocks(payload)).toEqual([])
      const [name, about, words] = payload.text.split('\n')
      expect([name, about]).toEqual([own.metricName(id, 'full'), capitalised(own.metricAbout(id))])
      expect(words).toContain('“one”, “*two* &lt;!here&gt;”')
      if (id === 'win_rate')
        expect(payload.blocks.at(-1)).toMatchObject({
          elements: [{ text: { text: expect.stringMatching(label) }, value: 'win_rate' }],
        })
    }
  })

  it('shows the metrics by family behind a button, and fits on a phone without', () => {
    const help = anAnswer({
      kind: 'help',
      unknown: [],
      lines: [],
      greeting: null,
      hasOwnNumbers: true,
      ownTeam: 'North',
    })
    const { text, blocks } = answerBlocks({ ...help, basis: null }, { texts, oauthScopesFor })

    expect(text.split('\n').filter((shown) => !shown.startsWith('/')).length).toBeLessThanOrEqual(10)
    expect(text).not.toContain('Activity: ')
    expect(blocks.at(-1)).toMatchObject({
      elements: [{ text: { text: 'All numbers' }, value: 'help all' }],
    })
    for (const language of ['en', 'da', 'sv', 'id', 'ro']) {
      const own = createTexts(language)
      const answer: Answer = { body: { kind: 'metrics' }, readAs: [], basis: null, named: [] }
      const payload = answerBlocks(answer, { texts: own, oauthScopesFor }, { command: '/acme' })

      expect(checkBlocks(payload)).toEqual([])
      for (const { names } of own.metricNames()) expect(payload.text).toContain(names.join(', '))
      expect(payload.text).toContain(`/acme help ${own.metricName('calls')}`)
    }
  })

  it('shows team examples to people without numbers of their own', () => {
    const help = (hasOwnNumbers: boolean) =>
      linesOf({
        body: { kind: 'help', unknown: [], lines: [], greeting: null, hasOwnNumbers, ownTeam: 'North' },
        readAs: [],
        basis: null,
        named: [],
      })

    expect(help(true)).toContain('/sales quota')
    expect(help(false)).toContain('/sales quota team')
    expect(help(true)).toContain('People: no name for yourself, “team” for North, “all” for everyone')
  })

  it('names at most three unknown words, and shows entities as they were typed', () => {
    const unknown = ['one', 'two', 'three', 'four']
    const many = linesOf({
      body: { kind: 'help', unknown, lines: [], greeting: null, hasOwnNumbers: true, ownTeam: 'North' },
      readAs: [],
      basis: null,
      named: [],
    })
    const { blocks } = answerBlocks(
      {
        body: {
          kind: 'help',
          unknown: ['&lt;b&gt;'],
          lines: ['&lt;b&gt; calls'],
          greeting: null,
          hasOwnNumbers: true,
          ownTeam: null,
        },
        readAs: [],
        basis: null,
        named: [],
      },
      { texts, oauthScopesFor },
      { command: '/sales' },
    )

    expect(many.filter((line) => line.startsWith('I do not know'))).toHaveLength(3)
    expect(blocks.find((block) => block.type === 'actions')).toMatchObject({
      elements: [{ text: { text: '<b> calls' }, value: '&lt;b&gt; calls' }],
    })
  })

  it('greets back, with three examples', () => {
    const lines = linesOf(
      anAnswer({
        kind: 'help',
        unknown: [],
        lines: [],
        greeting: 'hello',
        hasOwnNumbers: true,
        ownTeam: null,
      }),
    )

    expect(lines[0]).toBe('Hello! Ask me for any number, such as these.')
    expect(lines.filter((line) => line.startsWith('/sales'))).toHaveLength(3)
  })

  it('says that a period does not exist, as it was typed', () => {
    const said = (['noSuchDay', 'noSuchWeek', 'endsBeforeItBegins', 'dayOrMonth'] as const).map(
      (problem) => linesOf(anAnswer({ kind: 'noPeriod', problem, typed: '30 Feb &amp; co' }))[0],
    )

    expect(said).toEqual([
      '“30 Feb &amp; co” is not a day that exists.',
      '“30 Feb &amp; co” is not a week that exists.',
      '“30 Feb &amp; co” ends before it begins.',
      '“30 Feb &amp; co” can be a day in either of two months.',
    ])
  })

  it('names the numbers that do not fit into one answer', () => {
    const answer: Answer = { ...anAnswer({ kind: 'refused', reason: 'guest' }), leftOut: ['tasks', 'notes'] }

    expect(linesOf(answer)).toContain('One answer holds five numbers. Left out: tasks, notes')
  })

  it('offers something close to what it cannot answer', () => {
    const answer = { kind: 'notYet', word: 'bottom', instead: ['top'], isNever: true } as const
    const { blocks, text } = answerBlocks(anAnswer({ ...answer, instead: ['top'] }), {
      texts,
      oauthScopesFor,
    })

    expect(text).toContain('There are no bottom lists: nobody is shown as last.')
    expect(blocks.find((block) => block.type === 'actions')).toMatchObject({ elements: [{ value: 'top' }] })
  })

  it('lets the person choose between two readings', () => {
    const { blocks } = answerBlocks(
      {
        body: { kind: 'choice', word: 'jan', readings: ['calls january', '@jan'] },
        readAs: [],
        basis: null,
        named: [],
      },
      { texts, oauthScopesFor },
    )

    expect(blocks[1]).toMatchObject({
      type: 'actions',
      elements: [{ value: 'calls january' }, { value: '@jan' }],
    })
  })

  it('says with every refusal who can help', () => {
    const reasons: RefusalReason[] = [
      'guest',
      'unlinked',
      'emailShared',
      'linkEnded',
      'otherPerson',
      'otherTeam',
      'tooFew',
      'teamOnly',
      'untracked',
      'noReps',
      'partPeriod',
      'oneOtherTeam',
      'boardNotChosen',
    ]
    for (const reason of reasons) {
      const [line = ''] = linesOf({ body: { kind: 'refused', reason }, readAs: [], basis: null, named: [] })
      expect(line, reason).toMatch(/admin|manager|Ask one of them|You can ask/)
    }
  })

  it('says which set-up steps are missing', () => {
    const setup = linesOf({
      body: { kind: 'setup', hasAccount: false, unlinked: 'unlinked', trackedReps: 0 },
      readAs: [],
      basis: null,
      named: [],
    })

    expect(setup[0]).toBe('Scoreline is not ready yet')
    expect(setup).toHaveLength(4)
  })

  it('says which typo was read as which word', () => {
    const answer = { ...anAnswer(aCard({})), readAs: [{ typed: 'cals', as: 'calls' }] }

    expect(linesOf(answer)).toContain('“cals” was read as “calls”')
  })
})

it('compares a date range with the dates before it', () => {
  const before = {
    period: { from: '2026-09-01', to: '2026-09-08', until: '2026-09-08' },
    value: aValue(200),
  }
  const asked = { ...thisWeek, spec: { kind: 'last', count: 7, unit: 'days' } as const }

  expect(linesOf(anAnswer(aCard({ asked, before })))[1]).toBe('▲ up 12 on 1 Sep to 7 Sep (200)')
})
