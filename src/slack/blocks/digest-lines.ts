import type { Standing } from '../../domain/boards/board.ts'
import { dayOf } from '../../domain/calendar/day.ts'
import type { Digest, DigestBoard, DigestQuota } from '../../domain/digest/digest.ts'
import { NO_VALUE, type Texts } from '../../i18n/texts.ts'
import { bar } from './bar.ts'
import { capitalised, clean, cut, shortName, widthOf } from './escape.ts'
import { type Line, line, strong } from './line.ts'

/** A digest is read on a phone, so its lines and their length are limited. */
export const DIGEST_LINES = 12
export const DIGEST_WIDTH = 40

/** The digest as lines, in reading order. */
export function digestLines(digest: Digest, texts: Texts): Line[] {
  const before = [header(digest, texts), ...quotaLines(digest, texts)]
  const after = [...lastDay(digest, texts), ...worthKnowing(digest, texts), ...ending(digest, texts)]
  const room = DIGEST_LINES - before.length - after.length
  return [...before, ...boardLines(digest, texts, room), ...after].map((one) => ({
    ...one,
    text: cut(clean(one.text), DIGEST_WIDTH),
  }))
}

/** The team's or group's name; for everyone, the word for it. */
export function digestTitle({ title }: Digest, texts: Texts): string {
  return title ?? texts.say('subject.everyone')
}

function header(digest: Digest, texts: Texts): Line {
  const title = shortName(digestTitle(digest, texts))
  return strong(texts.say('digest.header', { title, day: texts.formats.day(digest.localDate) }))
}

function quotaLines(digest: Digest, texts: Texts): Line[] {
  const { quota } = digest
  if (!quota) return []
  const money = { currency: digest.currency, exponent: digest.exponent, detail: 'short' as const }
  const progress = texts.say('digest.bar', {
    period: cut(capitalised(periodOf(quota, texts)), 12),
    bar: bar(quota.attainment),
    share: texts.percent(quota.attainment),
    target: texts.value(quota.metric, quota.target, money),
  })
  return [
    line(progress),
    ...pace(quota, (value) => texts.value(quota.metric, value, money), texts),
    ...(quota.uncoveredDays ? [line(texts.say('digest.uncovered', { n: quota.uncoveredDays }))] : []),
  ]
}

/** A digest is about periods that its day is in, also on their last day: their year is known. */
export function periodOf({ asked }: Pick<DigestBoard, 'asked'>, texts: Texts): string {
  return texts.period(asked, false)
}

function pace(quota: DigestQuota, money: (value: number) => string, texts: Texts): Line[] {
  const { expectedShare, expectedBy, ahead, isTooEarly } = quota
  if (isTooEarly) return [line(texts.say('digest.tooEarly'))]
  if (expectedShare === null || ahead === null) return []
  const values = { share: texts.percent(expectedShare), gap: money(Math.abs(ahead)), by: expectedBy }
  const key = ahead === 0 ? 'digest.onPace' : ahead > 0 ? 'digest.ahead' : 'digest.behind'
  return [line(texts.say(key, values))]
}

function boardLines(digest: Digest, texts: Texts, room: number): Line[] {
  const { board } = digest
  if (!board) return []
  const { standings } = board
  if (standings.length === 0) return [line(boardName('digest.empty', board, texts))]
  const heading = isQuotaBoard(digest) ? [] : [line(boardName('digest.board', board, texts))]
  return [...heading, ...rows(digest, { board, standings, room: room - heading.length }, texts)]
}

/** The name of the metric gives way, never the period. */
function boardName(
  key: 'digest.board' | 'digest.empty',
  { metric, asked }: DigestBoard,
  texts: Texts,
): string {
  const period = periodOf({ asked }, texts)
  const room = DIGEST_WIDTH - widthOf(texts.say(key, { metric: '', period }))
  return texts.say(key, { metric: cut(texts.metricName(metric), Math.max(SHORTEST_NAME, room)), period })
}

/** Less of a name would say nothing. */
const SHORTEST_NAME = 8

/** The board of the quota on bookings needs no heading: the bar above it has its period, and money means bookings. */
function isQuotaBoard({ quota, board }: Digest): boolean {
  return (
    quota?.metric === 'revenue' &&
    board?.metric === 'revenue' &&
    quota?.asked.period.from === board?.asked.period.from
  )
}

interface Rows {
  board: DigestBoard
  standings: Standing[]
  room: number
}

/** As many rows as fit; reps tied with the last one shown are counted, not silently dropped. */
function rows(digest: Digest, { board, standings, room }: Rows, texts: Texts): Line[] {
  const isCut = standings.length > room || (standings.length === room && board.moreTied > 0)
  const shown = standings.slice(0, isCut ? room - 1 : standings.length)
  const last = shown.at(-1)
  const cutTies = standings.slice(shown.length).filter(({ rank }) => rank === last?.rank).length
  const endsAlike = standings.at(-1)?.rank === last?.rank
  const tied = cutTies + (endsAlike ? board.moreTied : 0)
  return [
    ...shown.map((standing) => line(row(digest, standing, texts))),
    ...(tied > 0 ? [line(texts.say('board.tied', { n: tied }))] : []),
  ]
}

function row({ board, currency, exponent }: Digest, { rank, name, value }: Standing, texts: Texts): string {
  const metric = board?.metric ?? ''
  return texts.say('board.row', {
    rank: rank === null ? NO_VALUE : texts.formats.number(rank),
    name: shortName(name),
    value: texts.value(metric, value.value, { currency, exponent, detail: 'short' }),
  })
}

/** As many of the day's counts as fit on one line. */
function lastDay({ lastDay: last, currency, exponent }: Digest, texts: Texts): Line[] {
  if (!last) return []
  const { day, counts } = last
  const name = texts.formats.weekday(day)
  const words = counts.map(({ metric, value }) =>
    texts.counted(metric, value, { currency, exponent, detail: 'short' }),
  )
  if (words.length === 0) return []
  const room = DIGEST_WIDTH - widthOf(texts.say('digest.lastDay', { day: name, counts: '' }))
  let fitting = words.slice(0, 1).map((word) => cut(word, room))
  for (const word of words.slice(1)) {
    const longer = [...fitting, word]
    if (widthOf(texts.say('digest.lastDay', { day: name, counts: longer.join(' · ') })) > DIGEST_WIDTH) break
    fitting = longer
  }
  return [line(texts.say('digest.lastDay', { day: name, counts: fitting.join(' · ') }))]
}

function worthKnowing(digest: Digest, texts: Texts): Line[] {
  const { worthKnowing: known, currency, exponent } = digest
  if (known?.kind === 'dueSoon') {
    const amount = texts.formats.money(known.overMinor, { currency, exponent }, 'short')
    return [line(texts.say('digest.dueSoon', { n: known.deals, amount }))]
  }
  if (known?.kind !== 'mostImproved') return []
  const value = texts.counted(known.metric, known.by, { currency, exponent, detail: 'short' })
  const spare = DIGEST_WIDTH - widthOf(texts.say('digest.improved', { name: '', value }))
  const name = fittingName(known.name, Math.max(4, Math.min(24, spare)))
  return [line(texts.say('digest.improved', { name, value }))]
}

/** A name too long for its place is cut to the first name and an initial: half a name reads badly. */
function fittingName(name: string, room: number): string {
  const [first = '', ...rest] = shortName(name, 80).split(' ')
  const initial = rest.at(-1)?.[0]
  const brief = `${first} ${initial}.`
  const isLong = widthOf(shortName(name)) > room
  return isLong && initial !== undefined && widthOf(brief) <= room ? brief : shortName(name, room)
}

/** Whether the digest is late or its data old, and when the data is from. */
function ending({ asOf, zone, localDate, isStale, lateMinutes, table }: Digest, texts: Texts): Line[] {
  const values = {
    time: texts.formats.time(asOf, zone),
    day: texts.formats.dayOfInstant(asOf, zone),
    city: cityOf(zone),
  }
  const isToday = dayOf(asOf, zone) === localDate
  return [
    ...(lateMinutes === null ? [] : [line(texts.say('digest.late', { n: lateMinutes }))]),
    isStale ? strong(texts.say(isToday ? 'digest.stale' : 'digest.staleDay', values)) : line(fresh()),
  ]

  function fresh(): string {
    const key = isToday ? (table ? 'digest.asOfDetails' : 'digest.asOf') : 'digest.fromDay'
    return texts.say(key, values)
  }
}

/** 'America/Argentina/Buenos_Aires' becomes 'Buenos Aires'. */
function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}
