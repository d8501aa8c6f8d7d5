import type { CardAnswer, MetricLine } from '../../../domain/answer/answer.ts'
import type { AskedPeriod } from '../../../domain/answer/asked-period.ts'
import { addDays } from '../../../domain/calendar/day.ts'
import { lengthInDays, type Period, type PeriodSpec } from '../../../domain/calendar/period.ts'
import type { Value } from '../../../domain/metrics/measure.ts'
import type { Privacy } from '../../../domain/metrics/metric.ts'
import { lackingText } from '../../../i18n/lacking-text.ts'
import type { SentenceKey } from '../../../i18n/language.ts'
import { NO_VALUE, type Texts } from '../../../i18n/texts.ts'
import { unloggedText } from '../../../i18n/unlogged-text.ts'
import { bar } from '../bar.ts'
import { shortName } from '../escape.ts'
import { line, type RunButton, strong } from '../line.ts'
import { type Drawing, type Formatter, headed } from './drawing.ts'
import { statusLine, uncoveredLine } from './quota.ts'

/** Numbers with their comparison, target, team and rank: one paragraph per number, and one for what is wrong with several. */
export function drawCard(card: CardAnswer, formatter: Formatter): Drawing {
  const { subject, lines } = card
  return {
    buttons: otherDay(card, formatter),
    paragraphs: distinct(lines.map((metricLine) => drawLine(metricLine, formatter))).map(
      ([first, ...rest], index) => [
        strong(index === 0 ? headed(subject, first, formatter.texts) : first),
        ...rest.map(line),
      ],
    ),
  }
}

/** Each once: why there is no number is often the same for all periods. */
function distinct(drawn: readonly [string, ...string[]][]): readonly [string, ...string[]][] {
  return [...new Map(drawn.map((lines) => [lines.join('\n'), lines])).values()]
}

/** After a weekend, 'yesterday' rarely means the calendar day before, so a button offers the last working day. */
function otherDay({ subject, lines, lastWorkingDay }: CardAnswer, { texts }: Formatter): RunButton[] {
  if (lastWorkingDay === null) return []
  const who = subject.kind === 'rep' ? '' : subject.kind === 'team' ? `team "${subject.name}"` : 'all'
  const words = [who, ...new Set(lines.map(({ metric }) => metric)), lastWorkingDay].join(' ').trim()
  return [{ label: texts.say('line.workingDay', { day: texts.formats.day(lastWorkingDay) }), words }]
}

export function drawLine(metricLine: MetricLine, formatter: Formatter): [string, ...string[]] {
  const { metric, privacy, isStateNow, asked, value, missing, lacking, unlogged } = metricLine
  const { texts } = formatter
  const names = { metric: texts.metricName(metric), period: texts.period(asked) }
  if (value === null)
    return [(lacking && lackingText(names, lacking, formatter)) ?? texts.say('line.loadingStart', names)]
  if (value === 'private') return [texts.say(PRIVATE_TO[privacy], names)]
  if (typeof value === 'string')
    return [texts.say('line.value', { ...names, value: NO_VALUE }), texts.say(`refused.${value}`)]
  if (missing) return [texts.say(`missing.${missing}`, names)]
  return [
    texts.say(isStateNow ? 'line.valueNow' : 'line.value', {
      ...names,
      value: valueWithParts(metricLine, value, formatter),
    }),
    ...emptyReason(metricLine, value, texts),
    ...(unlogged ? [unloggedText(unlogged, texts)] : []),
    ...comparison(metricLine, value, formatter),
    ...targetLines(metricLine, formatter),
    ...beside(metricLine, formatter),
  ]
}

const PRIVATE_TO = {
  public: 'missing.private',
  self: 'missing.privateToManager',
  named: 'missing.privateToNamed',
  selfAndNamed: 'missing.privateToSelfAndNamed',
} as const satisfies Record<Privacy, SentenceKey>

function valueWithParts(
  { metric, hasCountedParts }: MetricLine,
  { value, numerator, denominator }: Value,
  formatter: Formatter,
): string {
  const shown = formatter.value(metric, value)
  if (value === null || denominator === null || !hasCountedParts) return shown
  const parts = { value: shown, denominator: formatter.texts.formats.number(denominator) }
  if (formatter.texts.unitOf(metric) !== 'ratio') return formatter.texts.say('line.fromParts', parts)
  return formatter.texts.say('line.ofParts', {
    ...parts,
    numerator: formatter.texts.formats.number(numerator ?? 0),
  })
}

/** Why there is nothing to count: a bare 0 or dash is never shown without a reason. */
function emptyReason({ hasRecords }: MetricLine, { value }: Value, texts: Texts): string[] {
  if (value === null) return [texts.say('line.noParts')]
  return value === 0 && !hasRecords ? [texts.say('line.none')] : []
}

function comparison({ metric, asked, before }: MetricLine, now: Value, formatter: Formatter): string[] {
  if (!before || before.value.value === null || now.value === null) return []
  const difference = now.value - before.value.value
  const values = {
    change: changeText(metric, Math.abs(difference), formatter),
    period: beforeName(asked, before.period, formatter.texts),
    value: formatter.value(metric, before.value.value),
  }
  const key = difference === 0 ? 'line.same' : difference > 0 ? 'line.up' : 'line.down'
  return [formatter.texts.say(key, values)]
}

/** A change of a share is given in percentage points. */
function changeText(metric: string, change: number, { texts, value }: Formatter): string {
  if (texts.unitOf(metric) !== 'ratio') return value(metric, change)
  const points = Number((change * 100).toFixed(1))
  return texts.say('line.points', { n: points, value: texts.formats.number(points, 1) })
}

function beforeName(asked: AskedPeriod, before: Period, texts: Texts): string {
  const running = runningUnit(asked.spec)
  if (running) {
    const period = texts.period({ spec: { kind: 'unit', unit: running, which: -1 }, period: before })
    return texts.say('line.samePoint', { period })
  }
  if (lengthInDays(before) === 1) return texts.formats.day(before.from)
  const last = addDays(before.to, -1)
  const isOtherYear = before.from.slice(0, 4) !== asked.period.from.slice(0, 4)
  return texts.period({ spec: { kind: 'range', first: before.from, last }, period: before }, isOtherYear)
}

/** The unit of a period that is still running, so that it is compared up to the same point. */
function runningUnit(spec: PeriodSpec): 'week' | 'month' | 'quarter' | 'year' | null {
  if (spec.kind === 'toDate') return spec.unit
  return spec.kind === 'unit' && spec.which === 0 ? spec.unit : null
}

function targetLines({ metric, target }: MetricLine, formatter: Formatter): string[] {
  if (!target || target.target === null || target.attainment === null) return []
  const reached = formatter.texts.say('line.target', {
    bar: bar(target.attainment),
    share: formatter.texts.percent(target.attainment),
    target: formatter.value(metric, target.target),
  })
  return [reached, ...statusLine(metric, target, formatter), ...uncoveredLine(target, formatter)]
}

function beside({ metric, team, rank }: MetricLine, { texts, value }: Formatter): string[] {
  return [
    ...(team
      ? [texts.say('line.team', { team: shortName(team.name), value: value(metric, team.value.value) })]
      : []),
    ...(rank ? [texts.say('line.rank', { ...rank })] : []),
  ]
}
