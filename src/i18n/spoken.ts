import type { Language } from './language.ts'
import * as all from './languages.ts'

const { en, ...others } = all

/** The languages that are spoken, by their ISO 639-1 code; English first. */
export const languages: Readonly<Record<string, Language>> = { en, ...others }

export const LANGUAGE_CODES: readonly string[] = Object.keys(languages)

/** The first of the wished codes or locales, such as `da` or `da-DK`, that is spoken; otherwise English. */
export function languageOf(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const code = wish?.toLowerCase().split(/[-_]/)[0] ?? ''
    const language = Object.hasOwn(languages, code) ? languages[code] : undefined
    if (language) return language
  }
  return en
}
