/** Boards on request: the top of everybody or of a team, and the asker's own row with its neighbours. */

import type { Subject } from '../domain/access/subject.ts'
import type { BoardAnswer } from '../domain/answer/answer.ts'
import { type Board, rankReps, type Standing } from '../domain/boards/board.ts'
import type { PeriodSpec } from '../domain/calendar/period.ts'
import { repsIn } from '../domain/company/roster.ts'
import { topOf } from '../domain/digest/assemble-digest.ts'
import { metricOrThrow } from '../domain/metrics/catalogue.ts'
import { figuresFor, readOwnDays } from '../values/rep-figures.ts'
import { boardReps, measured } from './card.ts'
import { type Desk, daysFor, scopeOf } from './desk.ts'

const USUAL_TOP = 5
/** More rows than this no phone shows. */
const LONGEST_TOP = 25

export interface BoardOrder {
  metric: string
  spec: PeriodSpec
  top: number | null
}

export async function readBoard(
  desk: Desk,
  subject: Subject,
  { metric, spec, top }: BoardOrder,
): Promise<BoardAnswer> {
  const scope = scopeOf(subject)
  const inScope = repsIn(desk.roster, scope).map((rep) => rep.id)
  const reps = boardReps(desk).filter((rep) => inScope.includes(rep.id))
  const sums = await readOwnDays(desk, figuresFor(desk, reps, [metric]), { reps, spec })
  const declared = metricOrThrow(metric)
  const board = rankReps(declared, measured(reps, declared, sums))
  const { standings, moreTied } = topOf(board, placesOf(desk, top))
  const ownRep = desk.selfRep?.id ?? null
  return {
    kind: 'board',
    metric,
    asked: { spec, period: daysFor(desk, scope, spec) },
    scope: subject,
    top: standings,
    moreTied,
    around: around(desk, board, standings),
    ownRep,
  }
}

/** In `top` mode no more places are public than that. */
function placesOf(desk: Desk, asked: number | null): number {
  const most = desk.roster.settings.visibility === 'top' ? USUAL_TOP : LONGEST_TOP
  return Math.min(Math.max(1, asked ?? USUAL_TOP), most)
}

/** The asker's row, and in `named` mode the one above and below, when the top does not show it. Nobody else is shown as last. */
function around(desk: Desk, { standings }: Board, top: readonly Standing[]): Standing[] {
  const own = standings.findIndex((standing) => standing.rep === desk.selfRep?.id)
  const row = standings[own]
  if (!row || row.rank === null || top.includes(row)) return []
  if (desk.roster.settings.visibility !== 'named') return [row]
  const neighbours = standings.slice(Math.max(0, own - 1), own + 2)
  const lastRank = standings.findLast((one) => one.rank !== null)?.rank
  const isPublic = (one: Standing) => one === row || ((one.value.value ?? 0) > 0 && one.rank !== lastRank)
  return neighbours.filter((one) => !top.includes(one) && one.rank !== null && isPublic(one))
}
