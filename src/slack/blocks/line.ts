import type { ActionsBlock, Button, ContextBlock, RichTextBlock } from '@slack/types'
import { clean, cut, escapeMrkdwn } from './escape.ts'

/** One line of a message. Rich text elements are not parsed for markup, so names in it stay plain names. */
export interface Line {
  text: string
  style?: 'strong' | 'code'
}

export function line(text: string): Line {
  return { text }
}

export function strong(text: string): Line {
  return { text, style: 'strong' }
}

/** A paragraph: one rich text block with one line below the other. */
export function paragraph(lines: readonly Line[]): RichTextBlock {
  const elements = lines.map(({ text, style }, index) => ({
    type: 'text' as const,
    text: `${clean(text)}${index < lines.length - 1 ? '\n' : ''}`,
    ...(style === 'strong' ? { style: { bold: true } } : {}),
    ...(style === 'code' ? { style: { code: true } } : {}),
  }))
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }
}

/** The same lines for a message's `text`. */
export function plainLines(lines: readonly Line[]): string {
  return lines.map(({ text }) => escapeMrkdwn(clean(text))).join('\n')
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
