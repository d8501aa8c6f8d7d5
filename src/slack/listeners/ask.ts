import type { Asker } from '../../domain/access/asker.ts'
import type { Surface } from '../../domain/access/look.ts'
import type { Answer } from '../../domain/answer/answer.ts'
import { lineOf } from '../../domain/question/lines.ts'
import { languageCodeOf } from '../../i18n/spoken.ts'
import { createTexts, type Texts } from '../../i18n/texts.ts'
import type { SourceWords } from '../../ports/source-words.ts'
import { answerBlocks } from '../blocks/answer-blocks.ts'
import { escapeMrkdwn } from '../blocks/escape.ts'
import type { Payload } from '../blocks/extra-blocks.ts'
import { line, paragraph } from '../blocks/line.ts'
import type { Identities } from '../identity.ts'
import type { Log } from '../log.ts'
import type { Members } from '../members.ts'

/** A question as the use case takes it. `channelId` is `null` where nobody else could read along. */
export interface AnswerRequest {
  asker: Asker
  words: string
  /** The asker's, as an ISO 639-1 code. */
  language: string
  channelId: string | null
  surface: Surface
  /** The thread or direct message where it goes on; left out where each question stands alone. */
  place?: string | undefined
  /** The people mentioned in the words. */
  mentioned: readonly Asker[]
}

export type AnswerQuestion = (request: AnswerRequest) => Promise<Answer>

export interface Ask {
  userId: string
  /** The workspace in which the person asks; `null` if Slack does not say. */
  teamId: string | null
  words: string
  /** The router's name in this workspace. */
  router: string
  channelId: string | null
  surface: Surface
  /** The thread or direct message where it goes on; left out where each question stands alone. */
  place?: string
}

export interface AskPorts {
  answer: AnswerQuestion
  oauthScopesFor: SourceWords['oauthScopesFor']
  members: Members
  identities: Identities
  log: Log
}

/** A reply, and the texts of its language. */
export interface Reply {
  payload: Payload
  texts: Texts
  /** Whether the person may ask anything at all. */
  mayAsk: boolean
}

/** Answers a question. Never rejects: an error goes to the log and the person gets a sentence. */
export async function replyTo(ask: Ask, ports: AskPorts): Promise<Reply> {
  try {
    return await answered(ask, ports)
  } catch (error) {
    ports.log.error({ err: error, user: ask.userId }, 'a question could not be answered')
    return saying(createTexts(), 'door.error')
  }
}

async function answered(ask: Ask, ports: AskPorts): Promise<Reply> {
  const { userId, teamId, router, channelId, surface, place } = ask
  const words = lineOf(ask.words)
  const { answer, oauthScopesFor, members, identities } = ports
  const identity = await identities.get()
  if (teamId !== null && teamId !== identity.teamId) return saying(createTexts(), 'door.stranger')
  const member = await members.get(userId)
  const texts = createTexts(member.locale)
  if (member.isStranger) return saying(texts, 'door.stranger')
  const reply = await answer({
    asker: member.asker,
    words,
    language: languageCodeOf([member.locale]),
    channelId,
    surface,
    ...(place !== undefined && { place }),
    mentioned: await mentionedIn(words, ask, members),
  })
  const mayAsk = !(reply.body.kind === 'refused' && reply.body.reason === 'guest')
  const payload = answerBlocks(reply, { texts, oauthScopesFor }, { command: router })
  return { payload, texts, mayAsk }
}

const MENTION = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g

/** Only so many people are compared. */
const MOST_MENTIONED = 4

/** Those besides the asker. */
async function mentionedIn(words: string, { userId }: Ask, members: Members): Promise<Asker[]> {
  const ids = new Set([...words.matchAll(MENTION)].flatMap(([, id]) => (id && id !== userId ? [id] : [])))
  const known = await Promise.all([...ids].slice(0, MOST_MENTIONED).map((id) => members.get(id)))
  return known.map(({ asker }) => asker)
}

function saying(texts: Texts, key: 'door.error' | 'door.stranger'): Reply {
  return { payload: sentence(texts.say(key)), texts, mayAsk: key !== 'door.stranger' }
}

export function sentence(text: string): Payload {
  return { text: escapeMrkdwn(text), blocks: [paragraph([line(text)])] }
}
