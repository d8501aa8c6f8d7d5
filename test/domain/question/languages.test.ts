import { describe, expect, test } from 'vitest'
import type { Question } from '../../../src/domain/question/question.ts'
import { asked, last, read, team, today, unit, yesterday } from './vocabulary.ts'

type Case = [words: string, parts: Partial<Question>]

const week47 = { kind: 'isoWeek', year: 2026, week: 47 } as const

const DANISH: Case[] = [
  ['moder sidste uge', { metrics: ['meetings'], period: unit('week', -1) }],
  ['møder uge 47', { metrics: ['meetings'], period: week47 }],
  ['moeder uge 47', { metrics: ['meetings'], period: week47 }],
  ['opkald møder i dag', { metrics: ['calls', 'meetings'], period: today }],
  ['hvor mange opkald har jeg lavet i går?', { metrics: ['calls'], period: yesterday }],
  ['mine opkald', { metrics: ['calls'] }],
  ['omsætning denne måned', { metrics: ['revenue'], period: unit('month', 0) }],
  ['omsaetning denne maaned', { metrics: ['revenue'], period: unit('month', 0) }],
  ['salg i år', { metrics: ['revenue'], period: unit('year', 0) }],
  ['vundne handler oktober', { metrics: ['deals_won'], period: { kind: 'latestMonth', month: 10 } }],
  ['tabte aftaler marts 2026', { metrics: ['deals_lost'], period: { kind: 'month', year: 2026, month: 3 } }],
  ['mål', { view: 'quota' }],
  ['kvote næste måned', { view: 'quota', period: unit('month', 1) }],
  ['rangliste opkald hold north', { view: 'top', metrics: ['calls'], who: team('91') }],
  ['hold syd', { who: team('92') }],
  ['mit team', { who: { kind: 'myTeam' } }],
  ['hold', { who: { kind: 'myTeam' } }],
  ['alle møder i dag', { metrics: ['meetings'], who: { kind: 'everyone' }, period: today }],
  ['seneste 7 dage', { period: last(7, 'days') }],
  ['siden 2026-10-05 mails', { metrics: ['emails'], period: { kind: 'since', day: '2026-10-05' } }],
  ['vinderrate sidste kvartal', { metrics: ['win_rate'], period: unit('quarter', -1) }],
]

const SWEDISH: Case[] = [
  ['samtal förra veckan', { metrics: ['calls'], period: unit('week', -1) }],
  ['topp 3 möten lag syd', { view: 'top', top: 3, metrics: ['meetings'], who: team('92') }],
  ['v47', { period: week47 }],
  ['vecka 47', { period: week47 }],
  ['möten v 47', { metrics: ['meetings'], period: week47 }],
  ['hur många samtal idag', { metrics: ['calls'], period: today }],
  ['mejl igår', { metrics: ['emails'], period: yesterday }],
  ['försäljning denna månad', { metrics: ['revenue'], period: unit('month', 0) }],
  ['forsaljning i år', { metrics: ['revenue'], period: unit('year', 0) }],
  ['vunna affärer mars', { metrics: ['deals_won'], period: { kind: 'latestMonth', month: 3 } }],
  ['målet', { view: 'quota' }],
  ['mitt lag', { who: { kind: 'myTeam' } }],
  ['topplista', { view: 'top' }],
  ['senaste 30 dagarna', { period: last(30, 'days') }],
  ['utgående samtal maj', { metrics: ['dials'], period: { kind: 'latestMonth', month: 5 } }],
  ['alla aktiviteter', { metrics: ['activities'] }],
  ['snittaffär förra året', { metrics: ['average_deal'], period: unit('year', -1) }],
  ['uppgifter anteckningar meddelanden', { metrics: ['tasks', 'notes', 'messages'] }],
]

const INDONESIAN: Case[] = [
  ['panggilan minggu lalu', { metrics: ['calls'], period: unit('week', -1) }],
  ['minggu 47', { period: week47 }],
  ['tim utara', { who: team('94') }],
  ['panggilan tim utara hari ini', { metrics: ['calls'], who: team('94'), period: today }],
  ['tim saya', { who: { kind: 'myTeam' } }],
  ['rapat saya kemarin', { metrics: ['meetings'], period: yesterday }],
  ['berapa panggilan saya hari ini?', { metrics: ['calls'], period: today }],
  ['pendapatan bulan ini', { metrics: ['revenue'], period: unit('month', 0) }],
  ['omzet mei', { metrics: ['revenue'], period: { kind: 'latestMonth', month: 5 } }],
  ['kuota', { view: 'quota' }],
  ['target kuartal ini', { view: 'quota', period: unit('quarter', 0) }],
  ['peringkat 5 panggilan', { view: 'top', top: 5, metrics: ['calls'] }],
  ['7 hari terakhir', { period: last(7, 'days') }],
  ['panggilan keluar 2 minggu terakhir', { metrics: ['dials'], period: last(2, 'weeks') }],
  ['tingkat kemenangan tahun lalu', { metrics: ['win_rate'], period: unit('year', -1) }],
  ['semua aktivitas', { metrics: ['activities'] }],
  ['tugas dan catatan', { metrics: ['tasks', 'notes'] }],
  ['agustus 2026', { period: { kind: 'month', year: 2026, month: 8 } }],
]

const ROMANIAN: Case[] = [
  ['apeluri săptămâna trecută', { metrics: ['calls'], period: unit('week', -1) }],
  ['apeluri saptamana trecuta', { metrics: ['calls'], period: unit('week', -1) }],
  ['intalniri azi echipa nord', { metrics: ['meetings'], period: today, who: team('93') }],
  ['săptămâna 47', { period: week47 }],
  ['câte apeluri am făcut ieri?', { metrics: ['calls'], period: yesterday }],
  ['vânzări luna aceasta', { metrics: ['revenue'], period: unit('month', 0) }],
  ['luna', { period: unit('month', 0) }],
  ['luna trecută', { period: unit('month', -1) }],
  ['țintă', { view: 'quota' }],
  ['ţinta trimestrul acesta', { view: 'quota', period: unit('quarter', 0) }],
  ['clasament 3 ședințe', { view: 'top', top: 3, metrics: ['meetings'] }],
  ['clasament şedinţe', { view: 'top', metrics: ['meetings'] }],
  ['echipa mea', { who: { kind: 'myTeam' } }],
  ['echipa', { who: { kind: 'myTeam' } }],
  ['ultimele 7 zile', { period: last(7, 'days') }],
  ['rata de câștig anul trecut', { metrics: ['win_rate'], period: unit('year', -1) }],
  ['tranzacții câștigate octombrie', { metrics: ['deals_won'], period: { kind: 'latestMonth', month: 10 } }],
  ['sarcini și notițe', { metrics: ['tasks', 'notes'] }],
  ['din 2026-10-05 emailuri', { metrics: ['emails'], period: { kind: 'since', day: '2026-10-05' } }],
]

describe.each([
  ['Danish', DANISH],
  ['Swedish', SWEDISH],
  ['Indonesian', INDONESIAN],
  ['Romanian', ROMANIAN],
])('in %s', (_, cases) => {
  test.each(cases)('%s', (words, parts) => {
    expect(read(words)).toEqual(asked(parts))
  })
})

test('a line may mix languages', () => {
  expect(read('calls sidste uge tim utara')).toEqual(
    asked({ metrics: ['calls'], period: unit('week', -1), who: team('94') }),
  )
})

test.each(['syg', 'sjuk', 'sakit', 'bolnav', 'off sick today'])(
  '%s is the command for being away',
  (words) => {
    expect(read(words)).toMatchObject({ kind: 'command', command: 'away' })
  },
)

test.each(['hjælp', 'hjaelp', 'hjälp', 'bantuan', 'ajutor'])('%s asks for help', (words) => {
  expect(read(words)).toEqual({ kind: 'help' })
})
