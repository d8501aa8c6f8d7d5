import type { Language } from './language.ts'
import { en } from './texts/en.ts'

/** The languages that are spoken, by their ISO 639-1 code: a further one is one file and one line here. */
export const languages: Record<string, Language> = { en }

export const DEFAULT_LANGUAGE = 'en'

/** The language of a code or locale such as `da` or `da-DK`; English where it is not spoken. */
export function languageOf(code: string): Language {
  const short = code.slice(0, 2).toLowerCase()
  return (Object.hasOwn(languages, short) && languages[short]) || en
}
