/** Blocks: turns answers and messages in domain words into what Slack draws. */
import type { Answer, AnswerBody } from '../../domain/answer/answer.ts'
import { drawBoard } from './answers/board.ts'
import { drawCard } from './answers/card.ts'
import { drawDefinition, drawMetrics } from './answers/definition.ts'
import { createFormatter, type Drawing, type Formatter, type Wording } from './answers/drawing.ts'
import {
  drawChoice,
  drawHelp,
  drawNoPeriod,
  drawNotYet,
  drawRefusal,
  drawSetup,
  type Typed,
} from './answers/plain-replies.ts'
import { drawPrivacy } from './answers/privacy.ts'
import { drawQuota } from './answers/quota.ts'
import { drawReps } from './answers/reps.ts'
import { drawToday } from './answers/today.ts'
import { drawVersus } from './answers/versus.ts'
import { basisLine } from './basis-line.ts'
import { clean, cut, escapeMrkdwn } from './escape.ts'
import type { Payload } from './extra-blocks.ts'
import { paragraph, plainLines, runButtons, smallPrint } from './line.ts'
import { namedTexts } from './named-texts.ts'

const ROUTER: Typed = { command: '/sales' }

/** An answer to show to the person who asked. `typed` lets buttons run the line with one word corrected. */
export function answerBlocks(answer: Answer, wording: Wording, typed: Typed = ROUTER): Payload {
  const texts = namedTexts(wording.texts, answer.named)
  const formatter = createFormatter({ ...wording, texts }, answer.basis)
  const { paragraphs, table, buttons = [] } = draw(answer.body, formatter, typed)
  const notes = [
    ...answer.readAs.map(({ typed: word, as }) => texts.say('readAs', { typed: cut(clean(word), 40), as })),
    ...(answer.leftOut ? [texts.say('leftOut', { words: cut(clean(answer.leftOut.join(', ')), 120) })] : []),
    ...basisLine(answer, texts),
  ]
  return {
    text: [
      ...paragraphs.map(plainLines),
      ...tableText(table),
      ...notes.map((note) => escapeMrkdwn(clean(note))),
    ].join('\n'),
    blocks: [
      ...paragraphs.map(paragraph),
      ...(table ? [table.block] : []),
      ...(buttons.length > 0 ? [runButtons(buttons)] : []),
      ...(notes.length > 0 ? [smallPrint(notes)] : []),
    ],
  }
}

/** The rows that fit into a message's text beside everything else. */
const MOST_TEXT = 6_000

function tableText(table: Drawing['table']): string[] {
  const lines: string[] = []
  let length = 0
  for (const text of table?.lines ?? []) {
    const escaped = escapeMrkdwn(clean(text))
    length += escaped.length + 1
    if (length > MOST_TEXT) return [...lines, '…']
    lines.push(escaped)
  }
  return lines
}

function draw(body: AnswerBody, formatter: Formatter, typed: Typed): Drawing {
  switch (body.kind) {
    case 'card':
      return drawCard(body, formatter)
    case 'quota':
      return drawQuota(body, formatter)
    case 'today':
      return drawToday(body, formatter)
    case 'board':
      return drawBoard(body, formatter)
    case 'help':
      return drawHelp(body, formatter.texts, typed)
    case 'definition':
      return drawDefinition(body, formatter.texts)
    case 'metrics':
      return drawMetrics(formatter.texts, typed)
    case 'choice':
      return drawChoice(body, formatter.texts)
    case 'refused':
      return drawRefusal(body, formatter.texts)
    case 'notYet':
      return drawNotYet(body, formatter.texts, typed)
    case 'noPeriod':
      return drawNoPeriod(body, formatter.texts)
    case 'setup':
      return drawSetup(body, formatter.texts)
    case 'reps':
      return drawReps(body, formatter)
    case 'versus':
      return drawVersus(body, formatter)
    case 'privacy':
      return drawPrivacy(body, formatter.texts)
  }
}
