/** A question with its access and answer, as text and as JSON. */
import type { AppliedAccess } from '../../domain/access/applied.ts'
import type { Considered } from '../../domain/answer/considered.ts'
import type { Texts } from '../../i18n/texts.ts'
import type { Payload } from '../../slack/blocks/extra-blocks.ts'
import { questionText, subjectText } from './question-text.ts'

export interface Shown extends Considered {
  email: string
  words: string
  /** The answer as Slack gets it. */
  payload: Payload
}

/** Question, access and answer, each on lines of its own. */
export function shownText(shown: Shown, texts: Texts): string {
  return [
    `Question: ${harmless(questionText(shown, texts))}`,
    `Access: ${harmless(accessText(shown.access))}`,
    'Answer:',
    ...answerLines(shown.payload).map((line) => `  ${line}`),
  ].join('\n')
}

/** What was typed, the question, the access and the first line of the answer, separated by tabs. */
export function shownLine(shown: Shown, texts: Texts): string {
  const [first = ''] = answerLines(shown.payload)
  return [shown.words, questionText(shown, texts), accessText(shown.access), first].map(harmless).join('\t')
}

export function shownJson(shown: Shown, texts: Texts): object {
  const { email, words, reading, period, access, answer, payload } = shown
  const { body, readAs, leftOut = [], basis } = answer
  return {
    as: email,
    words,
    question: { text: questionText(shown, texts), ...reading, days: period },
    access: { text: accessText(access), isAllowed: access.refusal === null, ...access },
    answer: { ...body, readAs, leftOut, text: plainText(payload), blocks: payload.blocks },
    _meta: { incomplete: basis?.incomplete ?? {} },
  }
}

function accessText({ self, roles, subject, refusal }: AppliedAccess): string {
  const where = self && self.teams.length > 0 ? ` in ${self.teams.join(', ')}` : ''
  const who = self ? `${self.name}, ${self.isRep ? 'a rep' : 'not a rep'}${where}` : 'not linked to an owner'
  const roleTexts = roles.map(({ role, teams }) => [role, ...(teams.length > 0 ? [teams.join(', ')] : [])])
  const may = refusal === null ? 'allowed' : `refused: ${refusal}`
  return [
    who,
    ...roleTexts.map((parts) => parts.join(' of ')),
    subject ? `${may} (${subjectText(subject)})` : may,
  ].join(' · ')
}

function answerLines(payload: Payload): string[] {
  return plainText(payload)
    .split('\n')
    .map(harmless)
    .filter((line) => line !== '')
}

/** Without the entities that Slack's markup needs. */
function plainText({ text }: Payload): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** Names come from HubSpot and words from anywhere: nothing in them may control a terminal. */
function harmless(text: string): string {
  return text.replace(/\p{C}/gu, ' ')
}
