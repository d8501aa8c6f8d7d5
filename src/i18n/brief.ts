/** What people typed, such as labels and values, may be of any length. */
const LONGEST = 40

export function brief(text: string): string {
  return cut(text.trim(), LONGEST)
}

/** Cut between characters, never within one. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > longest - 1) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

/** 'Win rate' becomes 'win rate' after a number; 'ARR' stays. */
export function insideSentence(name: string, locale: string): string {
  return name.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLocaleLowerCase(locale))
}
