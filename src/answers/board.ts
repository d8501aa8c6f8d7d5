/** Boards on request: the top of everyone or of a team, and the asker's own row with its neighbours. */

import { aroundOwn, placesShown, publicBoard, topOf } from '../domain/access/boards.ts'
import type { Subject } from '../domain/access/subject.ts'
import type { BoardAnswer } from '../domain/answer/answer.ts'
import type { PeriodSpec } from '../domain/calendar/period.ts'
import { repsIn } from '../domain/company/roster.ts'
import { figuresFor, readOwnDays } from '../values/rep-figures.ts'
import { type AnswerContext, daysFor, scopeOf } from './answer-context.ts'

export interface BoardOrder {
  metric: string
  spec: PeriodSpec
  top: number | null
}

export async function readBoard(
  context: AnswerContext,
  subject: Subject,
  { metric, spec, top }: BoardOrder,
): Promise<BoardAnswer> {
  const scope = scopeOf(subject)
  const { settings } = context.roster
  const { catalogue } = context.company
  const { visibility } = settings
  const reps = repsIn(context.roster, scope)
  const sums = await readOwnDays(context, figuresFor(context, reps, [metric]), { reps, spec })
  const board = publicBoard({ metric: catalogue.orThrow(metric), reps, sums, settings, catalogue })
  const shown = topOf(board, placesShown(top, visibility), visibility)
  return {
    kind: 'board',
    metric,
    asked: { spec, period: daysFor(context, scope, spec) },
    scope: subject,
    top: shown.standings,
    moreTied: shown.moreTied,
    around: aroundOwn(board, shown, { rep: context.selfRep?.id, visibility }),
    ownRep: context.selfRep?.id ?? null,
  }
}
