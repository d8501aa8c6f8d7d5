/** The words of all languages that are read, from everybody: a further language is one file and one line here. */
import type { Lexicon } from '../../domain/question/lexicon.ts'
import { da } from './da.ts'
import { en } from './en.ts'
import { id } from './id.ts'
import { ro } from './ro.ts'
import { sv } from './sv.ts'

export const LEXICONS: readonly Lexicon[] = [en, da, sv, id, ro]
