import type { UnloggedCalls } from '../domain/metrics/unlogged-calls.ts'
import type { Texts } from './texts.ts'

/** Says that most calls have no outcome, and what this means for numbers based on outcomes. */
export function unloggedText({ calls, without, connectSeconds }: UnloggedCalls, texts: Texts): string {
  const counts = { calls: texts.formats.number(calls), without: texts.formats.number(without) }
  if (connectSeconds === null) return texts.say('line.unlogged', counts)
  return texts.say('line.unloggedByLength', { ...counts, seconds: texts.formats.number(connectSeconds) })
}
