/** Makes text from HubSpot and from typed words harmless: cleaned and cut first, escaped last. */

/** Graphemes, so that no cut falls inside an emoji or an accented letter. */
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Blank letters that look like nothing. */
const FILLERS = /[\u115F\u1160\u2800\u3164\uFFA0]/gu
/** Control, bidi, zero-width and other format characters, lone surrogates, private use. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu
/** Letters that carry towers of marks spill over the lines beside them. */
const PILED_MARKS = /(\p{M}{2})\p{M}+/gu
/** An address without its scheme stays text wherever Slack would make a link of it. */
const SCHEMES = /\b(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|tel:|javascript:)/giu

/** One line of visible characters; what would be invisible, reorder or link is gone. */
export function clean(text: string): string {
  return text
    .replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(FILLERS, '')
    .replace(PILED_MARKS, '$1')
    .replace(SCHEMES, '')
    .trim()
}

/** At most `max` graphemes and `maxCharacters` characters, the last an ellipsis where something was cut. */
export function cut(text: string, max: number, maxCharacters = max * 4): string {
  // A letter with its marks may be long, but no more of a text than this can be left of it.
  const graphemes = [...segmenter.segment(text.slice(0, maxCharacters * 2))].map((part) => part.segment)
  if (graphemes.length <= max && text.length <= maxCharacters) return text
  let kept = graphemes.slice(0, max - 1)
  while (kept.join('').length >= maxCharacters) kept = kept.slice(0, -1)
  return `${kept.join('').trimEnd()}…`
}

/** Visible width in graphemes. */
export function widthOf(text: string): number {
  return [...segmenter.segment(text)].length
}

/** A name to show: cleaned, at most `max` graphemes, never empty. */
export function shortName(name: string, max = NAME_MAX): string {
  return cut(clean(name), max) || '?'
}

/** Where names are cut. */
export const NAME_MAX = 24

/** For mrkdwn and for a message's `text`: nothing in it is a mention, a link or an entity. */
export function escapeMrkdwn(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
