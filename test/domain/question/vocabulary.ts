import type { PeriodSpec } from '../../../src/domain/calendar/period.ts'
import {
  PLAIN_QUESTION,
  type Question,
  type Vocabulary,
  type Who,
} from '../../../src/domain/question/question.ts'
import { readQuestion } from '../../../src/domain/question/read-question.ts'
import { LEXICONS } from '../../../src/i18n/lexicons.ts'

const METRICS = [
  ...[
    'calls',
    'dials',
    'connects',
    'connect_rate',
    'emails',
    'meetings',
    'tasks',
    'notes',
    'messages',
    'activities',
  ],
  ...['deals_created', 'deals_won', 'deals_lost', 'revenue', 'win_rate', 'average_deal'],
]

function person(ownerId: string, first: string, last: string) {
  const email = `${first}.${last}@example.com`.toLowerCase()
  return { ownerId, names: [first, last, `${first} ${last}`, email] }
}

/** A Wednesday in week 47. */
export const vocabulary: Vocabulary = {
  lexicons: LEXICONS,
  people: [
    person('1', 'Ana', 'Sørensen'),
    person('2', 'Bo', 'Lindqvist'),
    person('3', 'Jan', 'Kowalski'),
    person('4', 'Tim', "O'Brien"),
    person('5', 'Kim', 'Berg'),
    person('6', 'Kim', 'Dahl'),
    person('7', 'Per', 'Åström'),
  ],
  teams: [
    { teamId: '91', name: 'Team North' },
    { teamId: '92', name: 'Syd' },
    { teamId: '93', name: 'Echipa Nord' },
    { teamId: '94', name: 'Utara' },
    { teamId: '95', name: 'Key Accounts East' },
    { teamId: '96', name: 'Key Accounts West' },
    { teamId: '97', name: 'Calls' },
    { teamId: '98', name: 'R&D Partners' },
  ],
  metrics: METRICS.map((id) => ({ id, names: [] })),
  language: 'en',
  abilities: ['card', 'top', 'quota'],
  basis: { today: '2026-11-18', weekStart: 1, fiscalYearStartMonth: 1 },
}

export function read(words: string) {
  return readQuestion(words, vocabulary)
}

/** A question with the given parts and defaults for everything else. */
export function asked(parts: Partial<Question>) {
  return { kind: 'question', question: { ...PLAIN_QUESTION, ...parts }, readAs: [], leftOut: [] }
}

export function rep(ownerId: string): Who {
  return { kind: 'owner', ownerId }
}

export function team(teamId: string): Who {
  return { kind: 'team', teamId }
}

export const today: PeriodSpec = { kind: 'day', which: 0 }
export const yesterday: PeriodSpec = { kind: 'day', which: -1 }

export function unit(name: 'week' | 'month' | 'quarter' | 'year', which: -1 | 0 | 1): PeriodSpec {
  return { kind: 'unit', unit: name, which }
}

export function last(count: number, name: 'days' | 'weeks' | 'months'): PeriodSpec {
  return { kind: 'last', count, unit: name }
}
