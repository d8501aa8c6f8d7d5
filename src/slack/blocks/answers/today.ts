import type { NextStep, TodayAnswer } from '../../../domain/answer/answer.ts'
import { bar } from '../bar.ts'
import { type Line, line, strong } from '../line.ts'
import { type Drawing, type Formatter, headed } from './drawing.ts'
import { quotaLines } from './quota.ts'

/** Today at a glance: each activity against its benchmark, the quota in force, one next step. */
export function drawToday(today: TodayAnswer, formatter: Formatter): Drawing {
  const { subject, day, isWorkingDay, targets, quota, nextStep } = today
  const { texts } = formatter
  const headline = texts.say('today.headline', { day: texts.formats.day(day) })
  const rows = targets.map((target) => line(targetRow(target, formatter)))
  const reason = isWorkingDay ? 'today.noTargets' : 'today.dayOff'
  const none = targets.length === 0 ? [line(texts.say(reason))] : []
  return {
    paragraphs: [
      [strong(headed(subject, headline, texts)), ...rows, ...none],
      ...(quota ? [quotaParagraph(quotaLines(quota, formatter))] : []),
      ...(nextStep ? [[strong(nextLine(nextStep, formatter))]] : []),
    ],
  }
}

function targetRow(
  { metric, done, benchmark }: TodayAnswer['targets'][number],
  formatter: Formatter,
): string {
  return formatter.texts.say('today.target', {
    metric: formatter.texts.metricName(metric),
    done: formatter.value(metric, done),
    benchmark: formatter.value(metric, benchmark),
    bar: bar(benchmark > 0 ? done / benchmark : 1),
  })
}

function quotaParagraph([first, ...rest]: [string, ...string[]]): Line[] {
  return [strong(first), ...rest.map(line)]
}

function nextLine(step: NextStep, { texts, value, counted }: Formatter): string {
  const metric = texts.metricName(step.metric)
  switch (step.kind) {
    case 'activity':
      return texts.say('next.activity', { value: counted(step.metric, step.missing) })
    case 'needed':
      return texts.say('next.needed', { metric, value: value(step.metric, step.perDay, 'short') })
    case 'met':
      return texts.say('next.met', { metric })
  }
}
