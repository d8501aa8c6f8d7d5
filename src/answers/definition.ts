/** Definitions: what one metric means, and what can be typed for it. */
import type { DefinitionAnswer } from '../domain/answer/answer.ts'
import type { Vocabulary } from '../domain/question/question.ts'

/** The words of the asker's language; those of an own metric are its names. */
export function definitionOf(
  metric: string,
  { lexicons, language, metrics }: Pick<Vocabulary, 'lexicons' | 'language' | 'metrics'>,
): DefinitionAnswer {
  const lexicon = lexicons.find((one) => one.language === language)
  const own = metrics.find(({ id }) => id === metric)?.names ?? []
  return { kind: 'definition', metric, words: [...new Set([...(lexicon?.metrics[metric] ?? []), ...own])] }
}
