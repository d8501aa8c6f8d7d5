/** Tokens: typed text cut into units that can be looked up. */
import { isDay } from '../calendar/day.ts'
import { readPeriod } from '../calendar/period-words.ts'
import { fold } from './fold.ts'

/**
 * `text` is folded: a word, digits, a day, a date in numbers such as `27/11`, a written period such as `2026-10`, a
 * Slack user id, or a name forced by quotes or an `@`. `typed` is the text as written.
 */
export interface Token {
  kind: 'word' | 'number' | 'day' | 'date' | 'period' | 'mention' | 'name'
  text: string
  typed: string
  /** All that it was written together with, such as `win-rate`; left out if it stands alone. */
  chunk?: string
  /** Whether there is a dash before it: `1-15 oct`. */
  hasDash?: boolean
}

const PART = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>|"([^"]+)"|(?<=^|\s)'([^']+)'(?=\s|$)|(\S+)/g

/** Emoji as Slack sends them and as themselves, with what changes their look or joins them. */
const EMOJI =
  /(?<![^\s:]):[a-z0-9_+'-]*[a-z][a-z0-9_+'-]*:(?=[\s:!?.,]|$)|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{RI}|[\u200d\ufe0f\u20e3]/gu

/** Cuts a line into tokens. Spaces, `-` and `_` are equivalent, and digits are split from letters: `q3` is `q 3`. */
export function tokensOf(line: string): Token[] {
  const spaced = line
    .replace(EMOJI, ' ')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/<@[^>]*>/g, ' $& ')
  let isAfterDash = false
  return [...spaced.matchAll(PART)].flatMap((match): Token[] => {
    const [first, ...others] = tokensIn(match)
    const hasDash = isAfterDash
    isAfterDash = /^[-–—]+$/.test(match[0])
    return first ? [hasDash ? { ...first, hasDash } : first, ...others] : []
  })
}

function tokensIn([typed, userId, double, single, chunk]: RegExpExecArray): Token[] {
  if (userId !== undefined) return [{ kind: 'mention', text: userId, typed }]
  const quoted = double ?? single
  if (quoted !== undefined) return [{ kind: 'name', text: keyOf(quoted), typed }]
  return chunkTokens(unescaped(chunk ?? ''))
}

/** The tokens as they were typed, without what was left out between them. */
export function textOf(tokens: readonly Token[]): string {
  return tokens.reduce((text, { typed, chunk, hasDash }, index) => {
    if (index === 0) return typed
    return `${text}${hasDash ? (chunk === tokens[index - 1]?.chunk ? '-' : ' – ') : ' '}${typed}`
  }, '')
}

/** The words inside quotes, read as if there were none. */
export function unquoted({ typed }: Token): Token[] {
  return tokensOf(typed.replaceAll(/^["']|["']$/g, ''))
}

const nameKeys = new Map<string, string>()
/** More than the names and words of any company. */
const NAME_KEYS_KEPT = 10_000

/** The key under which a name is looked up. Cached, because every question asks for the keys of the same names. */
export function nameKey(name: string): string {
  const known = nameKeys.get(name)
  if (known !== undefined) return known
  const key = keyOf(name)
  if (nameKeys.size >= NAME_KEYS_KEPT) nameKeys.clear()
  nameKeys.set(name, key)
  return key
}

function keyOf(name: string): string {
  if (/^[a-z]+(?: [a-z]+)*$|^\d+$|^[a-z][\w.+-]*@[\w.-]*[a-z]$/i.test(name)) return fold(name)
  const line = unescaped(name).replace(/["“”„«»]/g, ' ')
  return tokensOf(line)
    .map((token) => token.text)
    .join(' ')
}

/** Slack escapes exactly these three characters in what people type. */
function unescaped(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}

const DATE =
  /^(?:\d{1,2}\.(?:\d{1,2}\.|\d{2}|\d{1,2}\.(?:\d{4}|\d{2}))|\d{1,2}\/\d{1,2}(?:\/(?:\d{4}|\d{2}))?|\d{1,2}-\d{1,2}-\d{4}|\d{4}([./-])\d{1,2}\1\d{1,2})$/

/** `27.11.`, `24/11/2026`, or two of these with a dash between them; otherwise `null`. */
function dateTokens(chunk: string): Token[] | null {
  const bare = chunk.replace(/^[([]+|[)\],;:!?]+$/g, '')
  const typed = /\/|^\d{4}/.test(bare) ? bare.replace(/\.$/, '') : bare
  const halves = DATE.test(typed) || isDay(typed) ? [typed] : typed.split(/[-–]/)
  if (halves.length > 2 || !halves.every((half) => DATE.test(half))) return null
  return halves.map((half, index) => ({
    kind: isDay(half) ? 'day' : 'date',
    text: half,
    typed: half,
    ...(index > 0 && { hasDash: true }),
  }))
}

function chunkTokens(chunk: string): Token[] {
  if (/^[a-z]+$/i.test(chunk)) return [{ kind: 'word', text: fold(chunk), typed: chunk }]
  if (/^\d+$/.test(chunk)) return [{ kind: 'number', text: chunk, typed: chunk }]
  const dates = dateTokens(chunk)
  if (dates) return dates
  const typed = chunk.replace(/^[([{<.,;:!¿¡]+|[)\]}>.,;:!?%]+$/g, '')
  const text = fold(typed)
  if (text === '') return chunk.startsWith('?') ? [{ kind: 'word', text: '?', typed: '?' }] : []
  if (isDay(text)) return [{ kind: 'day', text, typed }]
  if (/^\d{4}-/.test(text) && readPeriod(text)) return [{ kind: 'period', text, typed }]
  if (/^@./.test(text)) return [{ kind: 'name', text: keyOf(typed.slice(1)), typed }]
  if (text.includes('@')) return [{ kind: 'word', text, typed }]
  const amount = /^[$€£]?(\d{1,3}(?:[.,]\d{3})+|\d+)(k?)$/.exec(text)
  if (amount) return [{ kind: 'number', text: digitsOf(amount), typed }]
  const ordinal = /^(\d{1,2})(?:st|nd|rd|th|:[ae])$/.exec(text)
  if (ordinal) return [{ kind: 'number', text: ordinal[1] ?? '', typed }]
  return partsOf(typed)
}

/** The parts of what is written together; a dash may also be a range. */
function partsOf(typed: string): Token[] {
  const [before = '', after] = typed.split(/[-–—](?=[^-–—]*$)/)
  const parts = [before, ...(after === undefined ? [] : [after])].map((part) =>
    part
      .replace(/['’]s$/i, '')
      .split(/[-–—_/+&,;:.|=()]+/)
      .flatMap(wordTokens),
  )
  const isWhole = parts.flat().length === 1
  return parts.flatMap((tokens, part) =>
    tokens.map((token, index) => ({
      ...token,
      ...(isWhole ? {} : { chunk: typed }),
      ...(part > 0 && index === 0 && { hasDash: true }),
    })),
  )
}

function digitsOf([, digits = '', thousands]: RegExpExecArray): string {
  return digits.replace(/\D/g, '') + (thousands ? '000' : '')
}

function wordTokens(typed: string): Token[] {
  const parts = typed.match(/\d+|\D+/g) ?? []
  return parts
    .map(
      (part): Token => ({
        kind: /^\d/.test(part) ? 'number' : 'word',
        text: fold(part).replace(/['"]/g, ''),
        typed: part,
      }),
    )
    .filter((token) => token.text !== '')
}
