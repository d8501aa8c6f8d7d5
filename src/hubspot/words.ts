import type { SourceWords } from '../ports/source-words.ts'
import { scopesFor } from './scopes.ts'

export const hubSpotWords: SourceWords = { scopesFor }
