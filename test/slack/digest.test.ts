import { describe, expect, it } from 'vitest'
import type { Digest } from '../../src/domain/digest/digest.ts'
import { LANGUAGE_CODES } from '../../src/i18n/spoken.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import { validateMessageBlocks } from '../../src/sandbox/slack/blocks/validate.ts'
import { checkBlocks } from '../../src/slack/blocks/check-blocks.ts'
import { DIGEST_LINES, DIGEST_WIDTH } from '../../src/slack/blocks/digest-lines.ts'
import { widthOf } from '../../src/slack/blocks/escape.ts'
import { messageBlocks, messageFallback } from '../../src/slack/blocks/message-blocks.ts'
import { anOwnMetric, catalogueWith } from '../own-metrics.ts'
import { aDigest, aStanding, aTable, thisWeek } from './builders.ts'

const texts = createTexts('en')

function linesOf(digest: Digest): string[] {
  const lines = messageBlocks({ kind: 'digest', digest }, texts).text.split('\n')
  expect(lines.length).toBeLessThanOrEqual(DIGEST_LINES)
  expect(lines.filter((line) => widthOf(line) > DIGEST_WIDTH)).toEqual([])
  return lines
}

function tableOf(digest: Digest, first = 0, count = 100) {
  const payload = messageBlocks({ kind: 'digestTable', digest, first, count }, texts)
  const [block] = payload.blocks
  if (block?.type !== 'data_table') throw new Error('expected a table')
  return { block, ...payload }
}

describe('the digest', () => {
  it('shows the quota, the board, the last working day and what is worth knowing', () => {
    expect(linesOf(aDigest())).toEqual([
      'Team North · Mon 21 Sep',
      'Q3 ▓▓▓▓▓▓▓░░░ 68 % of €900k',
      '€27k behind what is usual by now',
      '1 Ana Sørensen €184k',
      '2 Jonas Berg €120k',
      '3 Mei Lin €99.5k',
      '4 Radu Popa €80k',
      '5 Bo Ek €60k',
      'Fri: 212 calls · 18 meetings · 3 won',
      '3 deals over €20k due this week',
      'As of 07:55 Copenhagen · details ↓',
    ])
  })

  it.each([
    [{ expectedBy: 'straight' as const }, '€27k behind by working days'],
    [{ ahead: 27_000_00 }, '€27k ahead of what is usual by now'],
    [{ ahead: 0 }, 'on pace: 71 % is usual by now'],
    [{ isTooEarly: true }, 'too early to tell'],
  ])('compares the quota with what is expected by now: %o', (changes, words) => {
    const { quota } = aDigest()
    expect(linesOf(aDigest({ quota: quota && { ...quota, ...changes } }))[2]).toBe(words)
  })

  it.each([
    ['month', '2026-11-01', 'November', /^November ▓/],
    ['quarter', '2026-10-01', 'Q4', /^Q4 ▓/],
  ] as const)('names the %s without its year on its last day too', (unit, from, name, bar) => {
    const spec =
      unit === 'month'
        ? ({ kind: 'month', year: 2026, month: 11 } as const)
        : ({ kind: 'quarter', year: 2026, quarter: 4 } as const)
    const to = unit === 'month' ? '2026-12-01' : '2027-01-01'
    const asked = { spec, period: { from, to, until: to } }
    const { quota, board } = aDigest()
    if (!quota || !board) throw new Error('the digest has both')
    const lines = linesOf(
      aDigest({ quota: { ...quota, asked }, board: { ...board, metric: 'calls', asked } }),
    )

    expect(lines[1]).toMatch(bar)
    expect(lines).toContain(`Calls · ${name}`)
  })

  it('says that an empty week is empty', () => {
    const { board } = aDigest()
    if (!board) throw new Error('expected a board')
    const empty = aDigest({
      board: { ...board, standings: [] },
      lastDay: { day: '2026-09-18', counts: [{ metric: 'calls', value: 0 }] },
      worthKnowing: null,
      table: null,
      quota: null,
    })

    expect(linesOf(empty)).toEqual([
      'Team North · Mon 21 Sep',
      'Bookings: none yet · Q3',
      'Fri: 0 calls',
      'As of 07:55 Copenhagen',
    ])
  })

  it('says that it is late and that its data is old', () => {
    const lines = linesOf(aDigest({ lateMinutes: 35, isStale: true }))

    expect(lines).toContain('sent 35 minutes late')
    expect(lines.at(-1)).toBe('Old data, as of 07:55 Copenhagen')
  })

  it('gives the date when the data is from another day', () => {
    const lines = linesOf(aDigest({ asOf: Date.parse('2026-09-20T05:55:00Z') }))

    expect(lines.at(-1)).toBe('As of 20 Sep 07:55 Copenhagen')
  })

  it('counts ties beyond the rows instead of dropping them', () => {
    const { board } = aDigest()
    if (!board) throw new Error('expected a board')
    const tied = Array.from({ length: 9 }, (_, index) => aStanding(1, `Rep ${index}`, 500_00))

    const lines = linesOf(aDigest({ board: { ...board, standings: tied, moreTied: 3 } }))
    const shown = lines.filter((line) => line.startsWith('1 Rep')).length

    expect(lines).toContain(`+${9 + 3 - shown} tied`)
    expect(lines).toHaveLength(DIGEST_LINES)
  })

  it('puts a heading over a board that is not the quota’s', () => {
    const { board } = aDigest()
    if (!board) throw new Error('expected a board')

    expect(linesOf(aDigest({ board: { ...board, metric: 'calls' } }))[3]).toBe('Calls · Q3')
  })

  it('gives the number of working days that the target does not cover', () => {
    const { quota } = aDigest()
    if (!quota) throw new Error('expected a quota')
    const lines = linesOf(aDigest({ quota: { ...quota, uncoveredDays: 128 } }))

    expect(lines.slice(1, 4)).toEqual([
      'Q3 ▓▓▓▓▓▓▓░░░ 68 % of €900k',
      '€27k behind what is usual by now',
      '128 working days without a target',
    ])
  })

  it('cuts long names at 24 characters', () => {
    const { board } = aDigest()
    if (!board) throw new Error('expected a board')
    const standings = [aStanding(1, 'Maximiliana Konstantinopolitanski', 184_000_00)]

    const lines = linesOf(aDigest({ title: 'T'.repeat(80), board: { ...board, standings } }))

    expect(lines[0]).toBe(`${'T'.repeat(23)}… · Mon 21 Sep`)
    expect(lines[3]).toBe('1 Maximiliana Konstantino… €184k')
  })

  it('names an own metric with 40 characters without losing a number or the period', () => {
    for (const name of [
      'Discovery demos held with decision makers',
      'デモ'.repeat(20),
      'Întâlniri cu decidenți'.repeat(2),
    ]) {
      const { named } = catalogueWith([anOwnMetric({ name: { en: name } })])
      const { board, lastDay } = aDigest()
      if (!board || !lastDay) throw new Error('the digest has both')
      const counts = [
        { metric: 'demos', value: 12 },
        { metric: 'calls', value: 212 },
      ]
      const lines = linesOf(
        aDigest({
          board: { ...board, metric: 'demos', asked: thisWeek },
          lastDay: { ...lastDay, counts },
          named,
        }),
      )

      expect(lines.find((line) => line.endsWith('this week'))).toMatch(/^.{8,}….*this week$/)
      expect(lines.find((line) => line.startsWith('Fri'))).toMatch(/^Fri: 12 .*…$/)
      const empty = linesOf(
        aDigest({ board: { ...board, metric: 'demos', asked: thisWeek, standings: [] }, named }),
      )
      expect(empty.join(' ')).toContain('this week')
    }
  })

  it('names the most improved within the width', () => {
    const worthKnowing = {
      kind: 'mostImproved',
      name: 'Radu Constantinescu',
      metric: 'meetings',
      by: 6,
    } as const

    expect(linesOf(aDigest({ worthKnowing }))).toContain('Most improved: Radu C., +6 meetings')
  })
})

describe('the table in the thread', () => {
  it('has names as row headers, numbers that sort and a dash for no value', () => {
    const { block } = tableOf(aDigest())

    expect(block).toMatchObject({ caption: 'Team North · Q3', page_size: 25, row_header_column_index: 0 })
    expect(block.rows[0]).toEqual(
      ['Name', 'Calls', 'Bookings', 'Quota'].map((text) => ({ type: 'raw_text', text })),
    )
    expect(block.rows[1]).toEqual([
      { type: 'raw_text', text: 'Ana Sørensen' },
      { type: 'raw_number', value: 0, text: '0' },
      { type: 'raw_text', text: '–' },
      { type: 'raw_number', value: 0.68, text: '68 %' },
    ])
    expect(block.rows[2]?.[2]).toEqual({ type: 'raw_number', value: 10_000, text: '€10k' })
  })

  it('marks a share of a target that covers only part of the period', () => {
    const table = aTable(['Ana', 'Bo'])
    const [ana, bo] = table.rows
    if (!ana || !bo) throw new Error('expected two rows')
    const { block, blocks } = tableOf(
      aDigest({ table: { ...table, rows: [ana, { ...bo, uncoveredDays: 12 }] } }),
    )

    expect(block.rows.slice(1).map((row) => row.at(-1))).toMatchObject([
      { text: '68 %' },
      { text: '68 % (12*)' },
    ])
    expect(JSON.stringify(blocks)).toContain('* working days of the period without a target')
    expect(JSON.stringify(tableOf(aDigest()).blocks)).not.toContain('without a target')
  })

  it('never has more than four columns', () => {
    const table = { ...aTable(['Ana']), columns: ['calls', 'meetings', 'emails', 'revenue'] }
    const rows = table.rows.map((row) => ({ ...row, cells: [1, 2, 3, 4] }))

    expect(tableOf(aDigest({ table: { ...table, rows } })).block.rows[1]).toHaveLength(4)
    expect(tableOf(aDigest({ table: { ...table, rows, hasQuotaColumn: false } })).block.rows[0]).toHaveLength(
      4,
    )
  })

  it.each([1, 26, 150])('shows each of %i reps once across its messages, within all limits', (count) => {
    const names = Array.from({ length: count }, (_, index) =>
      `${String(index).padStart(3, '0')} ${'Ånd'.repeat(30)}`.slice(0, 80),
    )
    const digest = aDigest({ table: aTable(names) })
    const shown: string[] = []
    for (let first = 0; first < count; first += 100) {
      const message = { kind: 'digestTable', digest, first, count: Math.min(100, count - first) } as const
      const payload = messageBlocks(message, texts)
      expect(checkBlocks(payload)).toEqual([])
      expect(validateMessageBlocks(JSON.parse(JSON.stringify(payload.blocks)), { refuses: new Set() })).toBe(
        undefined,
      )
      expect(messageFallback(message, texts).length).toBeLessThan(10_000)
      const rows = tableOf(digest, first, message.count).block.rows.slice(1)
      shown.push(...rows.map(([cell]) => (cell && 'text' in cell ? cell.text.slice(0, 3) : '')))
    }

    expect(shown).toEqual(names.map((name) => name.slice(0, 3)))
  })

  it('says which rows a message holds, and what the columns mean', () => {
    const names = Array.from({ length: 150 }, (_, index) => `Rep ${index}`)
    const { text, blocks } = tableOf(aDigest({ table: aTable(names) }), 100, 50)

    expect(text).toContain('Rows 101 to 150 of 150')
    expect(JSON.stringify(blocks[1])).toContain('Calls: every call that took place')
  })

  it('becomes short, aligned rows of text where tables are refused', () => {
    const text = messageFallback({ kind: 'digestTable', digest: aDigest(), first: 0, count: 100 }, texts)

    expect(text.split('\n').slice(1, 7)).toEqual([
      '```',
      'Name         Calls Bookings Quota',
      'Ana Sørensen     0        –  68 %',
      'Bo Ek            7     €10k  68 %',
      'Jonas Berg      14     €20k  68 %',
      '```',
    ])
  })
})

describe('a problem with a digest', () => {
  it('says which digest failed, where and why', () => {
    const { text, blocks } = messageBlocks(
      {
        kind: 'digestProblem',
        digestName: 'north',
        channel: 'C123',
        problem: 'failed',
        detail: 'is_archived',
      },
      texts,
    )

    expect(text).toBe('The digest “north” could not be posted: is_archived\nChannel: <#C123>')
    expect(blocks[1]).toMatchObject({
      elements: [{ elements: [{}, { type: 'channel', channel_id: 'C123' }] }],
    })
  })

  it('never says that a digest could not be posted when it may be there, in any language', () => {
    const said = LANGUAGE_CODES.map((language) => {
      const about = {
        kind: 'digestProblem',
        digestName: 'north',
        channel: 'C123',
        detail: 'ECONNRESET',
      } as const
      const { text } = messageBlocks({ ...about, problem: 'unknown' }, createTexts(language))
      const failed = messageBlocks({ ...about, problem: 'failed' }, createTexts(language))
      return [text, failed.text.split(':')[0] ?? '']
    })

    expect(said[0]?.[0]).toBe(
      'The digest “north” may be in the channel: please check. Slack did not confirm it: ECONNRESET\nChannel: <#C123>',
    )
    for (const [text = '', refusal = ''] of said) expect(text).not.toContain(refusal)
  })

  it('does not link a channel with a malformed id', () => {
    const { text } = messageBlocks(
      { kind: 'digestProblem', digestName: 'n', channel: 'C1><!channel>', problem: 'stale', detail: 'x' },
      texts,
    )

    expect(text).not.toMatch(/<[!#]/)
  })
})
