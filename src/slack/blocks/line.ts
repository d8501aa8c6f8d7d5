import type { ActionsBlock, Button, ContextBlock, RichTextBlock } from '@slack/types'
import { clean, cut, escapeMrkdwn } from './escape.ts'

/** One line of a message. Rich text elements are not parsed for markup, so names in it stay plain names. */
export interface Line {
  text: string
  style?: 'strong' | 'code'
  /** People named at the end of the line by their Slack user ids, each with what follows. */
  people?: readonly { userId: string; after: string }[]
}

export function line(text: string): Line {
  return { text }
}

export function strong(text: string): Line {
  return { text, style: 'strong' }
}

/** A paragraph: one rich text block with one line below the other. */
export function paragraph(lines: readonly Line[]): RichTextBlock {
  const elements = lines.flatMap(({ text, style, people = [] }, index) => {
    const end = index < lines.length - 1 ? '\n' : ''
    return [
      {
        type: 'text' as const,
        text: `${clean(text)}${people.length === 0 ? end : ' '}`,
        ...(style === 'strong' ? { style: { bold: true } } : {}),
        ...(style === 'code' ? { style: { code: true } } : {}),
      },
      ...people.flatMap(({ userId, after }, place) => [
        { type: 'user' as const, user_id: userId },
        { type: 'text' as const, text: ` ${clean(after)}${place === people.length - 1 ? end : ' '}` },
      ]),
    ]
  })
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }
}

/** The same lines for a message's `text`. */
export function plainLines(lines: readonly Line[]): string {
  const named = ({ people = [] }: Line) =>
    people.map(({ userId, after }) => ` <@${userId}> ${escapeMrkdwn(clean(after))}`).join('')
  return lines.map((one) => `${escapeMrkdwn(clean(one.text))}${named(one)}`).join('\n')
}

/** Secondary information in small type. */
export function smallPrint(texts: readonly string[]): ContextBlock {
  return {
    type: 'context',
    elements: texts.map((text) => ({ type: 'plain_text', text: cut(clean(text), 1900, 1900), emoji: false })),
  }
}

/** A button that runs a line of words as if it had been typed. */
export interface RunButton {
  label: string
  words: string
}

/** The prefix of the action ids of buttons that run words. */
export const RUN_ACTION = 'run'

export function runButtons(buttons: readonly RunButton[]): ActionsBlock {
  return {
    type: 'actions',
    elements: buttons.slice(0, 10).map(
      ({ label, words }, index): Button => ({
        type: 'button',
        action_id: `${RUN_ACTION}:${index}`,
        text: { type: 'plain_text', text: cut(clean(label), 75, 75) || '?', emoji: false },
        ...(clean(words) === '' ? {} : { value: cut(clean(words), 500) }),
      }),
    ),
  }
}
