import { da } from './da/sentences.ts'
import { en } from './en/sentences.ts'
import { id } from './id/sentences.ts'
import type { Language } from './language.ts'
import { ro } from './ro/sentences.ts'
import { sv } from './sv/sentences.ts'

/** The languages that are spoken, by their ISO 639-1 code: a further one is a file in each folder and one line here. */
export const languages: Readonly<Record<string, Language>> = { en, da, sv, id, ro }

/** The first of the wished codes or locales, such as `da` or `da-DK`, that is spoken; else English. */
export function languageOf(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const code = wish?.toLowerCase().split(/[-_]/)[0] ?? ''
    const language = Object.hasOwn(languages, code) ? languages[code] : undefined
    if (language) return language
  }
  return en
}
