import type { BoardAnswer } from '../../../domain/answer/answer.ts'
import type { Standing } from '../../../domain/boards/board.ts'
import { NO_VALUE } from '../../../i18n/texts.ts'
import { shortName } from '../escape.ts'
import { type Line, line, strong } from '../line.ts'
import { type Drawing, type Formatter, headed } from './drawing.ts'

/** This many rows stay within every limit of a message, however long the names are. */
const MAX_ROWS = 100

/** The top of a board; if the asker is further down, also their row and its neighbours. */
export function drawBoard(answer: BoardAnswer, formatter: Formatter): Drawing {
  const { metric, asked, scope, top, moreTied, around } = answer
  const { texts } = formatter
  const names = { metric: texts.metricName(metric), period: texts.period(asked) }
  const headline = strong(headed(scope, texts.say('board.headline', names), texts))
  const rows = top.slice(0, MAX_ROWS).map((standing) => row(standing, answer, formatter))
  if (top.every((standing) => standing.rank === null))
    return { paragraphs: [[headline, line(texts.say('board.empty'))]] }
  const shown = [...top, ...around]
  return {
    paragraphs: [
      [
        headline,
        ...rows,
        ...(moreTied > 0 ? [line(texts.say('board.tied', { n: moreTied }))] : []),
        ...(around.length > 0 ? [line(texts.say('board.gap'))] : []),
        ...around.map((standing) => row(standing, answer, formatter)),
      ],
      ...(shown.some((standing) => standing.isSmallSample) ? [[line(texts.say('board.few'))]] : []),
    ],
  }
}

/** '1 Ana Sørensen €184k'; the asker's own row is marked in words and in bold. */
function row(
  { rank, rep, name, value, isSmallSample }: Standing,
  answer: BoardAnswer,
  formatter: Formatter,
): Line {
  const { texts } = formatter
  const isOwn = rep === answer.ownRep
  const shown = shortName(name)
  const text = texts.say('board.row', {
    rank: rank === null ? NO_VALUE : texts.formats.number(rank),
    name: isOwn ? texts.say('subject.you', { name: shown }) : shown,
    value: formatter.value(answer.metric, value.value, 'short'),
  })
  const full = isSmallSample ? texts.say('board.smallSample', { row: text }) : text
  return isOwn ? strong(full) : line(full)
}
