/** What case and accents hide: letters that people type for one another become one. */
const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/ø|œ/g, 'o'],
  [/æ/g, 'ae'],
  [/ß/g, 'ss'],
  [/đ|ð/g, 'd'],
  [/ł/g, 'l'],
  [/ı/g, 'i'],
  [/oe/g, 'o'],
  [/aa/g, 'a'],
]

/** Folds case, accents (ø = o = oe, å = a = aa, ș = s) and curly quotes; invisible marks go. */
export function fold(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}|\p{Cf}/gu, '')
  const straight = plain.replace(/[‘’‚′`´]/g, "'").replace(/[“”„«»]/g, '"')
  return LETTERS.reduce((folded, [letters, letter]) => folded.replace(letters, letter), straight)
}
