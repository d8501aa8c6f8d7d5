import type { QuotaAnswer } from '../../../domain/answer/answer.ts'
import type { QuotaProgress, QuotaStatus } from '../../../domain/quotas/progress.ts'
import type { SentenceKey } from '../../../i18n/language.ts'
import { bar } from '../bar.ts'
import { line, strong } from '../line.ts'
import { type Drawing, type Formatter, headed } from './drawing.ts'
import { ownDaysLines } from './own-days.ts'

const statusKeys: Record<QuotaStatus, SentenceKey> = {
  met: 'quota.met',
  missed: 'quota.missed',
  ahead: 'quota.ahead',
  'on pace': 'quota.onPace',
  behind: 'quota.behind',
  'at risk': 'quota.atRisk',
}

/** Progress towards a target, with what is still needed. */
export function drawQuota(answer: QuotaAnswer, formatter: Formatter): Drawing {
  const [first, ...rest] = quotaLines(answer, formatter)
  return { paragraphs: [[strong(headed(answer.subject, first, formatter.texts)), ...rest.map(line)]] }
}

/** The lines of a quota; the first gives the progress so far. */
export function quotaLines(answer: QuotaAnswer, formatter: Formatter): [string, ...string[]] {
  const { metric, asked, progress, ownDays } = answer
  const { texts, value } = formatter
  const names = { metric: texts.metricName(metric), period: texts.period(asked) }
  const own = ownDays ? ownDaysLines(ownDays, texts) : []
  if (progress.target === null || progress.attainment === null) {
    const actual = value(metric, progress.actual)
    return [
      texts.say('line.value', { ...names, value: actual }),
      texts.say('quota.none', { period: names.period }),
      ...own,
    ]
  }
  return [
    texts.say(progress.isLimit ? 'quota.limit' : 'quota.headline', {
      ...names,
      share: texts.percent(progress.attainment),
      target: value(metric, progress.target),
    }),
    texts.say('quota.bar', { bar: bar(progress.attainment), actual: value(metric, progress.actual) }),
    ...statusLine(metric, progress, formatter),
    ...outlook(answer, formatter),
    ...uncoveredLine(progress, formatter),
    ...own,
  ]
}

/** What is left of a limit, or by how much it is exceeded. */
function limitLine(metric: string, left: number, { texts, value }: Formatter): string {
  const key = left < 0 ? 'quota.limitExceeded' : 'quota.limitLeft'
  return texts.say(key, { value: value(metric, Math.abs(left), 'short') })
}

/** The status in words. What is expected by now is the target times its expected share. */
export function statusLine(metric: string, progress: QuotaProgress, formatter: Formatter): string[] {
  const { status, target, actual, expectedShare, expectedBy, isTooEarly } = progress
  if (target === null) return []
  if (progress.isLimit) return [limitLine(metric, target - actual, formatter)]
  const share = formatter.texts.percent(expectedShare ?? 1)
  if (status === null) return isTooEarly ? [formatter.texts.say('quota.tooEarly', { share })] : []
  const isFinal = status === 'met' || status === 'missed'
  if (!isFinal && expectedShare === null) return []
  const expected = isFinal ? target : target * (expectedShare ?? 0)
  return [
    formatter.texts.say(statusKeys[status], {
      gap: formatter.value(metric, Math.abs(actual - expected), 'short'),
      share,
      by: expectedBy,
    }),
  ]
}

function outlook({ metric, progress, gapDeals }: QuotaAnswer, { texts, value }: Formatter): string[] {
  const { neededPerDay, remainingDays, projected, status } = progress
  const isOpen = !progress.isLimit && status !== 'met' && status !== 'missed'
  const lines: string[] = []
  if (isOpen && projected !== null)
    lines.push(texts.say('quota.heading', { value: value(metric, projected, 'short') }))
  if (isOpen && neededPerDay) {
    const days = texts.say('unit.days', { n: remainingDays, value: texts.formats.number(remainingDays, 1) })
    lines.push(texts.say('quota.needed', { value: value(metric, neededPerDay, 'short'), days }))
  }
  if (isOpen && gapDeals && progress.target !== null) {
    const gap = value(metric, progress.target - progress.actual, 'short')
    lines.push(texts.say('quota.gapDeals', { n: gapDeals, gap }))
  }
  return lines
}

/** A note where the target covers only part of the period, but the result is for all of it. */
export function uncoveredLine({ uncoveredDays }: QuotaProgress, { texts }: Formatter): string[] {
  return uncoveredDays ? [texts.say('quota.uncovered', { n: uncoveredDays })] : []
}
