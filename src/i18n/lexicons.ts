/** The words of all languages that are read, from everybody: a further language is one file and one line here. */
import type { Lexicon } from '../domain/question/lexicon.ts'
import { da } from './da/words.ts'
import { en } from './en/words.ts'
import { id } from './id/words.ts'
import { ro } from './ro/words.ts'
import { sv } from './sv/words.ts'

export const LEXICONS: readonly Lexicon[] = [en, da, sv, id, ro]
