/** What case and accents hide: letters that people type for one another become one. */
const ACCENTED: readonly (readonly [RegExp, string])[] = [
  [/ø|œ/g, 'o'],
  [/æ/g, 'ae'],
  [/ß/g, 'ss'],
  [/đ|ð/g, 'd'],
  [/ł/g, 'l'],
  [/ı/g, 'i'],
]

/** Folds case, accents (ø = o = oe, å = a = aa, ș = s) and curly quotes; invisible marks go. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  // Most names and words are plain, and hundreds of them are folded for every question.
  const plain = /^[\x20-\x5f\x61-\x7e]*$/.test(lower) ? lower : withoutAccents(lower)
  return plain.replaceAll('oe', 'o').replaceAll('aa', 'a')
}

function withoutAccents(lower: string): string {
  const bare = lower.normalize('NFKD').replace(/\p{M}|\p{Cf}/gu, '')
  const straight = bare.replace(/[‘’‚′`´]/g, "'").replace(/[“”„«»]/g, '"')
  return ACCENTED.reduce((folded, [letters, letter]) => folded.replace(letters, letter), straight)
}
