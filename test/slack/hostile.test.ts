import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Answer } from '../../src/domain/answer/answer.ts'
import type { Message } from '../../src/domain/digest/message.ts'
import { oauthScopesFor } from '../../src/hubspot/oauth-scopes.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import { validateMessageBlocks } from '../../src/sandbox/slack/blocks/validate.ts'
import { answerBlocks } from '../../src/slack/blocks/answer-blocks.ts'
import { checkBlocks } from '../../src/slack/blocks/check-blocks.ts'
import { clean, cut, shortName } from '../../src/slack/blocks/escape.ts'
import type { Payload } from '../../src/slack/blocks/extra-blocks.ts'
import { messageBlocks, messageFallback } from '../../src/slack/blocks/message-blocks.ts'
import { anOwnMetric, catalogueWith } from '../own-metrics.ts'
import { cases } from '../properties/cases.ts'
import { aCard, aDigest, aLine, anAnswer, aStanding, aTable, aValue, me, thisQuarter } from './builders.ts'
import { hostileTexts } from './hostile-texts.ts'

const texts = createTexts('en')
const INERT = new Set(['text', 'raw_text', 'raw_number', 'plain_text'])

/** What Slack would turn mrkdwn into: mentions, links and commands in brackets, and addresses that become links. */
function parsedFrom(mrkdwn: string): string[] {
  return mrkdwn.match(/<[^>]*>|\b[a-z][a-z0-9+.-]*:\/\/\S+/gi) ?? []
}

/** Everything in blocks that is more than text: elements that mention or link, and mrkdwn that is parsed into them. */
function livePartsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(livePartsOf)
  if (typeof value !== 'object' || value === null) return []
  const { type, text } = value as { type?: string; text?: unknown }
  if (['user', 'usergroup', 'broadcast', 'link', 'channel', 'date', 'emoji'].includes(type ?? ''))
    return [value]
  if (typeof text === 'string' && !INERT.has(type ?? '')) return parsedFrom(text)
  return Object.values(value).flatMap(livePartsOf)
}

function expectHarmless({ text, blocks }: Payload, hostile: string): void {
  const name = hostile.slice(0, 60)
  expect(parsedFrom(text), name).toEqual([])
  expect(livePartsOf(blocks), name).toEqual([])
  expect(`${text}${JSON.stringify(blocks)}`, name).not.toMatch(
    /[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/,
  )
  expect(`${text}${JSON.stringify(blocks)}`.isWellFormed(), name).toBe(true)
  expect(checkBlocks({ text, blocks }), name).toEqual([])
  expect(validateMessageBlocks(JSON.parse(JSON.stringify(blocks)), { refuses: new Set() }), name).toBe(
    undefined,
  )
}

function answersWith(name: string): Answer[] {
  const subject = { ...me, name, isAsker: false }
  const top = [aStanding(1, name, 1_000_00), aStanding(2, 'Bo', 500_00)]
  const scope = { kind: 'team', teamId: '1', name } as const
  return [
    anAnswer({
      kind: 'card',
      subject,
      lines: [aLine({ team: { name, value: aValue(7) } })],
      lastWorkingDay: null,
    }),
    anAnswer({
      kind: 'board',
      metric: 'revenue',
      asked: thisQuarter,
      scope,
      top,
      moreTied: 0,
      around: top,
      ownRep: null,
    }),
    {
      ...anAnswer({ kind: 'notYet', word: name, instead: [], isNever: false }),
      readAs: [{ typed: name, as: 'calls' }],
    },
    anAnswer({
      kind: 'help',
      unknown: [name],
      lines: [name],
      greeting: null,
      hasOwnNumbers: true,
      ownTeam: name,
    }),
    anAnswer({ kind: 'noPeriod', problem: 'noSuchDay', typed: name }),
    { ...anAnswer({ kind: 'refused', reason: 'guest' }), leftOut: [name] },
    anAnswer({ kind: 'choice', word: name, readings: [name, `calls ${name}`] }),
  ]
}

function messagesWith(name: string): Message[] {
  const { board } = aDigest()
  if (!board) throw new Error('the digest has a board')
  const digest = aDigest({
    title: name,
    name,
    board: { ...board, standings: [aStanding(1, name, 1_000_00)] },
    worthKnowing: { kind: 'mostImproved', name, metric: 'calls', by: 3 },
    table: aTable([name, 'Bo']),
  })
  return [
    { kind: 'digest', digest },
    { kind: 'digestTable', digest, first: 0, count: 2 },
    { kind: 'digestProblem', digestName: name, channel: name, problem: 'failed', detail: name },
  ]
}

/** The name of an own metric, and all that its declaration names. */
function metricNamed(name: string) {
  const count = { object: name, date: name, where: [{ property: name, is: [name] }] }
  return catalogueWith([anOwnMetric({ name: { en: name }, count })]).named
}

function answersAbout(name: string): Answer[] {
  const named = metricNamed(name)
  const problem = { tally: 'own:demos', reason: 'unknownProperty', object: name, property: name } as const
  const top = [aStanding(1, 'Ana', 100), aStanding(2, 'Bo', 50)]
  const board = { asked: thisQuarter, scope: me, top, moreTied: 0, around: top, ownRep: null }
  return [
    anAnswer(aCard({ metric: 'demos' }), {}, named),
    anAnswer(aCard({ metric: 'demos', value: 'private', privacy: 'selfAndNamed' }), {}, named),
    anAnswer(aCard({ metric: 'demos', value: null }), { problems: [problem] }, named),
    anAnswer({ kind: 'board', metric: 'demos', ...board }, {}, named),
    anAnswer(
      { kind: 'help', unknown: [], lines: [], greeting: null, hasOwnNumbers: true, ownTeam: null },
      {},
      named,
    ),
  ]
}

function messagesAbout(name: string): Message[] {
  const { board, table, lastDay } = aDigest({ table: aTable(['Ana', 'Bo']) })
  if (!board || !table || !lastDay) throw new Error('the digest has all of them')
  const digest = aDigest({
    board: { ...board, metric: 'demos' },
    lastDay: { ...lastDay, counts: [{ metric: 'demos', value: 3 }] },
    table: { ...table, columns: ['demos', 'calls', 'revenue'] },
    named: metricNamed(name),
  })
  return [
    { kind: 'digest', digest },
    { kind: 'digestTable', digest, first: 0, count: 2 },
  ]
}

it('never turns the hostile name of an own metric into a mention, a link or refused blocks', () => {
  for (const name of hostileTexts) {
    for (const answer of answersAbout(name))
      expectHarmless(answerBlocks(answer, { texts, oauthScopesFor }, { command: '/sales' }), name)
    for (const message of messagesAbout(name)) {
      expectHarmless(messageBlocks(message, texts), name)
      const text = messageFallback(message, texts)
      expectHarmless({ text, blocks: [] }, name)
      expect(text.match(/```/g)?.length ?? 0, name).toBe(message.kind === 'digest' ? 0 : 2)
    }
  }
})

it('covers at least 60 hostile texts', () => {
  expect(new Set(hostileTexts).size).toBeGreaterThanOrEqual(60)
})

it('never turns hostile text in an answer into a mention, a link or refused blocks', () => {
  for (const name of hostileTexts)
    for (const answer of answersWith(name))
      expectHarmless(answerBlocks(answer, { texts, oauthScopesFor }, { command: '/sales' }), name)
})

it('never turns hostile text in a post into a mention, a link or refused blocks', () => {
  for (const name of hostileTexts)
    for (const message of messagesWith(name)) {
      expectHarmless(messageBlocks(message, texts), name)
      expectHarmless({ text: messageFallback(message, texts), blocks: [] }, name)
    }
})

it('keeps a hostile name on one line of the digest', () => {
  for (const name of hostileTexts) {
    const [message] = messagesWith(name)
    const lines = message ? messageBlocks(message, texts).text.split('\n') : []
    expect(lines.length, name.slice(0, 60)).toBe(7)
  }
})

it('does not let a name end a code block', () => {
  const [, table] = messagesWith('```<!channel>```')
  const text = table ? messageFallback(table, texts) : ''

  expect(text.match(/```/g)).toHaveLength(2)
})

it('cuts before it escapes, so that no entity is split', () => {
  const { text } = messageBlocks({ kind: 'digest', digest: aDigest({ title: '&'.repeat(80) }) }, texts)

  expect(text.split('\n')[0]).toBe(`${'&amp;'.repeat(23)}… · Mon 21 Sep`)
})

it('leaves ordinary names as they are', () => {
  const names = [
    'Ana Sørensen',
    'Łukasz Żółć',
    'Măriuca Țăran',
    '王小明',
    'Siti Nurhaliza',
    "O'Brien & Søn",
    'Zoë Ångström',
  ]

  expect(names.map((name) => shortName(name))).toEqual(names)
})

it('cleans a text as it does behind a colon and a space, which no text that is clean already contains', () => {
  const characters = fc.constantFrom(
    'a',
    'é',
    '€',
    '·',
    '░',
    '王',
    ' ',
    '\t',
    '\u00A0',
    '\u3164',
    '\u0301',
    '\u200B',
  )
  const any = fc.oneof(fc.string({ unit: characters }), fc.string({ unit: 'grapheme' }))
  const expectSame = (text: string) => {
    expect(clean(text)).toBe(clean(`x: ${text}`).slice(2).trim())
  }

  for (const text of hostileTexts) expectSame(text)
  fc.assert(fc.property(any, expectSame), cases(1_000))
})

it('cuts by visible characters, never inside an emoji', () => {
  expect(cut('👍🏽👍🏽👍🏽', 2)).toBe('👍🏽…')
  expect(clean('\u3164')).toBe('')
  expect(shortName('\u200B')).toBe('?')
})
