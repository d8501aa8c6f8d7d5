import type { DefinitionAnswer } from '../../../domain/answer/answer.ts'
import type { Texts } from '../../../i18n/texts.ts'
import { capitalised, shortName } from '../escape.ts'
import { line, strong } from '../line.ts'
import type { Drawing } from './drawing.ts'
import type { Typed } from './plain-replies.ts'

/** More would not help to find the next question. */
const MOST_WORDS = 8

/** The name, how the number is calculated, what to type for it, and a button that shows it. */
export function drawDefinition({ metric, words }: DefinitionAnswer, texts: Texts): Drawing {
  const shown = words.slice(0, MOST_WORDS).map((word) => `“${shortName(word)}”`)
  return {
    paragraphs: [
      [
        strong(texts.metricName(metric, 'full')),
        line(capitalised(texts.metricAbout(metric))),
        ...(shown.length > 0 ? [line(texts.say('definition.words', { words: shown.join(', ') }))] : []),
      ],
    ],
    buttons: [{ label: texts.say('definition.show', { metric: texts.metricName(metric) }), words: metric }],
  }
}

/** The names of all metrics, by family, as they can be typed. */
export function drawMetrics(texts: Texts, { command }: Typed): Drawing {
  const families = texts
    .metricNames()
    .map(({ family, names }) => line(texts.say(`help.family.${family}`, { names: names.join(', ') })))
  const example = `${command} help ${texts.metricName('calls')}`
  return { paragraphs: [families, [line(texts.say('metrics.one', { command: example }))]] }
}
