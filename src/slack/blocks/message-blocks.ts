import type { RichTextBlock } from '@slack/types'
import type { Message } from '../../domain/digest/message.ts'
import type { Texts } from '../../i18n/texts.ts'
import { digestLines } from './digest-lines.ts'
import { tableBlocks, tableText } from './digest-table.ts'
import { clean, cut, escapeMrkdwn, shortName } from './escape.ts'
import type { Payload } from './extra-blocks.ts'
import { paragraph, plainLines } from './line.ts'
import { namedTexts } from './named-texts.ts'

type Problem = Extract<Message, { kind: 'digestProblem' }>

/** A message that the bot sends unasked, as Slack draws it. */
export function messageBlocks(message: Message, texts: Texts): Payload {
  switch (message.kind) {
    case 'digest': {
      const lines = digestLines(message.digest, namedTexts(texts, message.digest.named))
      return { text: plainLines(lines), blocks: [paragraph(lines)] }
    }
    case 'digestTable':
      return tableBlocks(message.digest, message, namedTexts(texts, message.digest.named))
    case 'digestProblem':
      return problemBlocks(message, texts)
  }
}

/** The same content as plain text, for workspaces that refuse its blocks. */
export function messageFallback(message: Message, texts: Texts): string {
  if (message.kind !== 'digestTable') return messageBlocks(message, texts).text
  return tableText(message.digest, message, namedTexts(texts, message.digest.named))
}

/** For the owner of a digest. A channel is linked only here, and only if its id is well formed. */
function problemBlocks(problem: Problem, texts: Texts): Payload {
  const sentence = texts.say(`problem.${problem.problem}`, {
    name: shortName(problem.digestName, 40),
    detail: cut(clean(problem.detail), 500),
  })
  const isId = /^[CGD][A-Z0-9]{2,20}$/.test(problem.channel)
  const channel = isId ? `<#${problem.channel}>` : escapeMrkdwn(cut(clean(problem.channel), 80))
  const where = texts.say('problem.where')
  const place: RichTextBlock = {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: where },
          isId
            ? { type: 'channel', channel_id: problem.channel }
            : { type: 'text', text: cut(clean(problem.channel), 80) || '?' },
        ],
      },
    ],
  }
  return {
    text: `${escapeMrkdwn(sentence)}\n${escapeMrkdwn(where)}${channel}`,
    blocks: [paragraph([{ text: sentence }]), place],
  }
}
