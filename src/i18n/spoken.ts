import type { Language } from './language.ts'
import * as all from './languages.ts'

const { en, ...others } = all

/** The supported languages by their ISO 639-1 code; English first. */
export const languages: Readonly<Record<string, Language>> = { en, ...others }

export const LANGUAGE_CODES: readonly string[] = Object.keys(languages)

/** The code of the first supported language among the requested codes or locales; otherwise English. */
export function languageCodeOf(requested: readonly (string | null | undefined)[]): string {
  const spoken = languageOf(requested)
  return LANGUAGE_CODES.find((code) => languages[code] === spoken) ?? 'en'
}

/** The first supported language among the requested codes or locales, such as `da` or `da-DK`; otherwise English. */
export function languageOf(requested: readonly (string | null | undefined)[]): Language {
  for (const locale of requested) {
    const code = locale?.toLowerCase().split(/[-_]/)[0] ?? ''
    const language = Object.hasOwn(languages, code) ? languages[code] : undefined
    if (language) return language
  }
  return en
}
