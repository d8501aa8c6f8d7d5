/** Follow-ups: a line takes what it leaves open from the question before it. */
import type { View } from './lexicon.ts'
import { PLAIN_QUESTION, type Question, type Reading, type Vocabulary } from './question.ts'
import { namesAsker, readQuestion } from './read-question.ts'

/** What the words mean after another question, whose person, metrics, period and view go on unless others are named. */
export function readFollowUp(words: string, vocabulary: Vocabulary, before: Question): Reading {
  const reading = readQuestion(words, vocabulary)
  if (reading.kind !== 'question') return reading
  const { question } = reading
  const isAboutSomebody = question.who.kind !== 'me' || namesAsker(words, vocabulary)
  const known = new Set(vocabulary.metrics.map(({ id }) => id))
  const kept = { ...before, metrics: before.metrics.filter((id) => known.has(id)) }
  return { ...reading, question: following(question, kept, isAboutSomebody) }
}

function following(question: Question, before: Question, isAboutSomebody: boolean): Question {
  const view = followingView(question, before, isAboutSomebody)
  const isSameView = view === before.view
  const takesMetrics = question.metrics.length === 0 && !WITHOUT_METRICS.includes(view)
  return {
    ...question,
    who: isAboutSomebody ? question.who : before.who,
    metrics: takesMetrics ? before.metrics : question.metrics,
    period: question.period ?? before.period,
    view,
    top: question.top ?? (isSameView ? before.top : null),
    isPerDay: question.isPerDay || (takesMetrics && before.isPerDay),
    deals: question.deals ?? (isSameView ? before.deals : null),
  }
}

/** Views that show the same whatever metrics are named. */
const WITHOUT_METRICS: readonly View[] = ['funnel', 'deals', 'stale', 'plan', 'score', 'pipeline', 'reps']

/** A metric that is named leaves a view without metrics, and a person the list of several. */
function followingView(question: Question, { view }: Question, isAboutSomebody: boolean): View {
  if (question.view !== PLAIN_QUESTION.view) return question.view
  if (question.metrics.length > 0 && WITHOUT_METRICS.includes(view)) return question.view
  return isAboutSomebody && view === 'reps' ? question.view : view
}
