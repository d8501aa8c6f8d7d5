import type { SourceWords } from '../ports/source-words.ts'
import type { AnswerPorts } from '../values/context.ts'

/** Documents name records and dates as HubSpot does, so that people find them there. */
export interface ReportPorts extends AnswerPorts {
  words: SourceWords
}
