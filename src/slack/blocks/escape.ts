/** Makes text from HubSpot and from users harmless: first clean, then cut, and escape last. */

/** Splits into graphemes, so that an emoji or accented letter is never cut in half. */
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Letters that render as blanks. */
const FILLERS = /[\u115F\u1160\u2800\u3164\uFFA0]/gu
/** Control, bidi, zero-width and other format characters, lone surrogates, private use. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu
/** Stacked combining marks spill over the neighbouring lines. */
const PILED_MARKS = /(\p{M}{2})\p{M}+/gu
/** A URL without its scheme stays text; with it, Slack would turn it into a link. */
const SCHEMES = /\b(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|tel:|javascript:)/giu

/** Text that is clean already: visible characters with single spaces between them, and no colon but those of times. */
const CLEAN =
  /^(?! )(?:[[\p{L}\p{N}\p{P}\p{S}]--[\u115F\u1160\u2800\u3164\uFFA0:]]|(?<=\d):(?=\d)| (?! |$))*$/v

/** One line of visible characters, without anything that is invisible, reorders text or becomes a link. */
export function clean(text: string): string {
  if (CLEAN.test(text)) return text
  return text
    .replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(FILLERS, '')
    .replace(PILED_MARKS, '$1')
    .replace(SCHEMES, '')
    .trim()
}

/** At most `max` graphemes and `maxCharacters` characters, ending in an ellipsis if something was cut. */
export function cut(text: string, max: number, maxCharacters = max * 4): string {
  // No text has more graphemes than characters.
  if (text.length <= max && text.length <= maxCharacters) return text
  // A letter with its marks may be long, but never more of the text than this can remain after the cut.
  const graphemes = [...segmenter.segment(text.slice(0, maxCharacters * 2))].map((part) => part.segment)
  if (graphemes.length <= max && text.length <= maxCharacters) return text
  let kept = graphemes.slice(0, max - 1)
  while (kept.join('').length >= maxCharacters) kept = kept.slice(0, -1)
  return `${kept.join('').trimEnd()}…`
}

/** The visible width, in graphemes. */
export function widthOf(text: string): number {
  return [...segmenter.segment(text)].length
}

/** A name to show: cleaned, at most `max` graphemes, never empty. */
export function shortName(name: string, max = NAME_MAX): string {
  return cut(clean(name), max) || '?'
}

/** Names are cut to this many graphemes. */
const NAME_MAX = 24

/** Escapes for mrkdwn and for a message's `text`, so that nothing becomes a mention, link or entity. */
export function escapeMrkdwn(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
