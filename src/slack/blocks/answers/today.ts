import type { NextStep, TodayAnswer } from '../../../domain/answer/answer.ts'
import { bar } from '../bar.ts'
import { type Line, line, strong } from '../line.ts'
import { type Drawing, headed, type Pen } from './drawing.ts'
import { quotaLines } from './quota.ts'

/** Today at a glance: each activity against its benchmark, the quota in force, one next step. */
export function drawToday(today: TodayAnswer, pen: Pen): Drawing {
  const { subject, day, isWorkingDay, targets, quota, nextStep } = today
  const { texts } = pen
  const headline = texts.say('today.headline', { day: texts.formats.day(day) })
  const rows = targets.map((target) => line(targetRow(target, pen)))
  const reason = isWorkingDay ? 'today.noTargets' : 'today.dayOff'
  const none = targets.length === 0 ? [line(texts.say(reason))] : []
  return {
    paragraphs: [
      [strong(headed(subject, headline, texts)), ...rows, ...none],
      ...(quota ? [quotaParagraph(quotaLines(quota, pen))] : []),
      ...(nextStep ? [[strong(nextLine(nextStep, pen))]] : []),
    ],
  }
}

function targetRow({ metric, done, benchmark }: TodayAnswer['targets'][number], pen: Pen): string {
  return pen.texts.say('today.target', {
    metric: pen.texts.metricName(metric),
    done: pen.value(metric, done),
    benchmark: pen.value(metric, benchmark),
    bar: bar(benchmark > 0 ? done / benchmark : 1),
  })
}

function quotaParagraph([first, ...rest]: [string, ...string[]]): Line[] {
  return [strong(first), ...rest.map(line)]
}

function nextLine(step: NextStep, { texts, value, counted }: Pen): string {
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
