/** Tokens: typed text cut into units that can be looked up. */
import { isDay } from '../calendar/day.ts'
import { readPeriod } from '../calendar/period-words.ts'
import { fold } from './fold.ts'

/**
 * `text` is folded: a word, digits, a day, a written period such as `2026-10`, a Slack user id, or a name forced by
 * quotes or an `@`. `typed` is the text as written.
 */
export interface Token {
  kind: 'word' | 'number' | 'day' | 'period' | 'mention' | 'name'
  text: string
  typed: string
}

const PART = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>|"([^"]+)"|(?<=^|\s)'([^']+)'(?=\s|$)|(\S+)/g

/** Cuts a line into tokens. Spaces, `-` and `_` are equivalent, and digits are split from letters: `q3` is `q 3`. */
export function tokensOf(line: string): Token[] {
  const spaced = line
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/<@[^>]*>/g, ' $& ')
  return [...spaced.matchAll(PART)].flatMap(([typed, userId, double, single, chunk]): Token[] => {
    if (userId !== undefined) return [{ kind: 'mention', text: userId, typed }]
    const quoted = double ?? single
    if (quoted !== undefined) return [{ kind: 'name', text: keyOf(quoted), typed }]
    return chunkTokens(unescaped(chunk ?? ''))
  })
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

function chunkTokens(chunk: string): Token[] {
  const typed = chunk.replace(/^[([{<.,;:!¿¡]+|[)\]}>.,;:!?%]+$/g, '')
  const text = fold(typed)
  if (text === '') return chunk.startsWith('?') ? [{ kind: 'word', text: '?', typed: '?' }] : []
  if (isDay(text)) return [{ kind: 'day', text, typed }]
  if (/^\d{4}-/.test(text) && readPeriod(text)) return [{ kind: 'period', text, typed }]
  if (/^@./.test(text)) return [{ kind: 'name', text: keyOf(typed.slice(1)), typed }]
  if (text.includes('@')) return [{ kind: 'word', text, typed }]
  const amount = /^[$€£]?(\d{1,3}(?:[.,]\d{3})+|\d+)(k?)$/.exec(text)
  if (amount) return [{ kind: 'number', text: digitsOf(amount), typed }]
  return typed
    .replace(/['’]s$/i, '')
    .split(/[-_/+&,;:.|=()]+/)
    .flatMap(wordTokens)
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
