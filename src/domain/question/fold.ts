/** Folding: letters that people type for one another become the same letter. */
const ACCENTED: readonly (readonly [RegExp, string])[] = [
  [/ø|œ/g, 'o'],
  [/æ/g, 'ae'],
  [/ß/g, 'ss'],
  [/đ|ð/g, 'd'],
  [/ł/g, 'l'],
  [/ı/g, 'i'],
]

/** Folds case, accents (ø = o = oe, å = a = aa, ș = s) and curly quotes, and removes invisible characters. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  // Hundreds of names and words are folded for every question, and most of them are plain.
  const plain = /^[\x20-\x5f\x61-\x7e]*$/.test(lower) ? lower : withoutAccents(lower)
  return plain.replaceAll('oe', 'o').replaceAll('aa', 'a')
}

function withoutAccents(lower: string): string {
  const bare = lower.normalize('NFKD').replace(/\p{M}|\p{Cf}/gu, '')
  const straight = bare.replace(/[‘’‚′`´]/g, "'").replace(/[“”„«»]/g, '"')
  return ACCENTED.reduce((folded, [letters, letter]) => folded.replace(letters, letter), straight)
}
