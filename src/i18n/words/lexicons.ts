/** The words of all languages that are read, from everybody: a further language is one file and one line here. */
import type { Lexicon } from '../../domain/question/lexicon.ts'
import { en } from './en.ts'

export const lexicons: readonly Lexicon[] = [en]
