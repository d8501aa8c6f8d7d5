import type { Subject } from '../../../domain/access/subject.ts'
import type { Basis } from '../../../domain/figures/basis.ts'
import type { Detail, Texts } from '../../../i18n/texts.ts'
import type { SourceWords } from '../../../ports/source-words.ts'
import { shortName } from '../escape.ts'
import type { SlackBlock } from '../extra-blocks.ts'
import type { Line, RunButton } from '../line.ts'

/** An answer as paragraphs of lines, with the buttons under them. */
export interface Drawing {
  paragraphs: Line[][]
  /** A native table below the paragraphs, and its caption and rows as text where blocks are not shown. */
  table?: { block: SlackBlock; lines: string[] }
  buttons?: RunButton[]
}

/** Texts in the reader's language, and HubSpot's names of OAuth scopes. */
export interface Wording {
  texts: Texts
  oauthScopesFor: SourceWords['oauthScopesFor']
}

/** Formats an answer in the language of its reader and in its own currency. */
export interface Formatter extends Wording {
  basis: Basis | null
  /** A value of a metric, in its unit and currency. */
  value(metric: string, value: number | null, detail?: Detail): string
  /** The value with its noun: '38 calls'. */
  counted(metric: string, value: number): string
}

export function createFormatter({ texts, oauthScopesFor }: Wording, basis: Basis | null): Formatter {
  const currency = { currency: basis?.currency ?? 'XXX', exponent: basis?.exponent ?? 2 }
  return {
    texts,
    oauthScopesFor,
    basis,
    value: (metric, value, detail = 'full') => texts.value(metric, value, { ...currency, detail }),
    counted: (metric, value) => texts.counted(metric, value, { ...currency, detail: 'full' }),
  }
}

/** The name of whom the answer is about; `null` when that is the asker. */
function subjectName(subject: Subject, texts: Texts): string | null {
  if (subject.kind === 'everyone') return texts.say('subject.everyone')
  if (subject.kind === 'rep' && subject.isAsker) return null
  return shortName(subject.name)
}

/** The first line, preceded by whom it is about. */
export function headed(subject: Subject, text: string, texts: Texts): string {
  const name = subjectName(subject, texts)
  return name ? `${name} · ${text}` : text
}
