/** Comparisons: people, teams or periods side by side, each as on a card of its own. All are shown, or none. */
import { refusalFor } from '../domain/access/access.ts'
import type { RefusalReason, Subject } from '../domain/access/subject.ts'
import { isSmallScope } from '../domain/access/totals.ts'
import type { CardAnswer } from '../domain/answer/answer.ts'
import { type PeriodSpec, THIS_MONTH } from '../domain/calendar/period.ts'
import type { Question } from '../domain/question/question.ts'
import { basisFor } from '../values/basis.ts'
import { type AnswerContext, scopeOf } from './answer-context.ts'
import { readCard } from './card.ts'
import { recordLooks } from './looks.ts'
import { refused, type Unnamed, without } from './plain-replies.ts'
import { subjectOf } from './subjects.ts'

export async function answerVersus(
  context: AnswerContext,
  question: Question,
  metrics: readonly string[],
): Promise<Unnamed> {
  const subjects: Subject[] = []
  for (const who of [question.who, ...(question.versus?.whos ?? [])]) {
    const subject = subjectOf(context, { ...question, who })
    const refusal = typeof subject === 'string' ? subject : refusalOf(context, subject)
    if (refusal !== null) return without(refused(refusal))
    if (typeof subject !== 'string') subjects.push(subject)
  }
  const periods = periodsOf(question)
  const people = subjects.flatMap((subject) => (subject.kind === 'rep' ? [subject.ownerId] : []))
  for (const period of periods) await recordLooks(context, people, { view: question.view, metrics, period })
  const columns: CardAnswer[] = []
  for (const subject of subjects)
    for (const period of periods) columns.push(await readCard(context, subject, { metrics, period }))
  const [first = { kind: 'everyone' as const }] = subjects
  return {
    body: { kind: 'versus', columns },
    readAs: [],
    basis: basisFor(context, scopeOf(first), metrics),
  }
}

function refusalOf(context: AnswerContext, subject: Subject): RefusalReason | null {
  return refusalFor(context, subject) ?? (isSmallScope(context, scopeOf(subject)) ? 'tooFew' : null)
}

/** What was asked for, and what that is compared with. */
function periodsOf({ period, versus }: Question): PeriodSpec[] {
  const other = versus?.period ?? null
  // The only period of a line about several people is that of all of them.
  if (versus && versus.whos.length > 0 && period === null) return [other ?? THIS_MONTH]
  return other === null ? [period ?? THIS_MONTH] : [period ?? runningOf(other), other]
}

/** The running period of the same kind. */
function runningOf(spec: PeriodSpec): PeriodSpec {
  if (spec.kind === 'day' || spec.kind === 'date' || spec.kind === 'weekday') return { kind: 'day', which: 0 }
  if (spec.kind === 'unit') return { ...spec, which: 0 }
  if (spec.kind === 'isoWeek' || spec.kind === 'latestWeek') return { kind: 'unit', unit: 'week', which: 0 }
  if (spec.kind === 'quarter' || spec.kind === 'latestQuarter')
    return { kind: 'unit', unit: 'quarter', which: 0 }
  return spec.kind === 'year' ? { kind: 'unit', unit: 'year', which: 0 } : THIS_MONTH
}
