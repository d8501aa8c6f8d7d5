/** Who is named where people are ranked or praised in front of others, by owner id. */
import { type Board, rankReps, type Standing } from '../boards/board.ts'
import type { Day } from '../calendar/day.ts'
import { isOnLeave } from '../company/leave.ts'
import type { Rep } from '../company/roster.ts'
import type { Settings, Visibility } from '../company/settings.ts'
import { hasAny, recordParts } from '../figures/records.ts'
import type { Catalogue } from '../metrics/catalogue.ts'
import { type Measured, measure, type Sums } from '../metrics/measure.ts'
import type { Metric } from '../metrics/metric.ts'
import type { RefusalReason } from './subject.ts'

/** Why a board with names may not be shown; `null`: allowed. */
export function boardRefusal(visibility: Visibility | null): RefusalReason | null {
  if (visibility === null) return 'boardNotChosen'
  return visibility === 'team' ? 'teamOnly' : null
}

const STRICTNESS: readonly Visibility[] = ['named', 'top', 'team']

/** The stricter of the two: a digest cannot be less strict than the workspace. `null`: nobody has chosen yet. */
export function stricterOf(workspace: Visibility | null, digest: Visibility | undefined): Visibility | null {
  if (!workspace || !digest) return workspace
  return STRICTNESS.indexOf(digest) > STRICTNESS.indexOf(workspace) ? digest : workspace
}

/** Owner ids of those who stay off public lists. They are not named to others, nor as a mentor. */
export function optedOut({ optOut }: Pick<Settings, 'optOut'>): ReadonlySet<string> {
  return new Set(optOut)
}

/** Reps whom public lists may name: not archived, not opted out and, if a day is given, not on leave on that day. */
export function listedReps(reps: readonly Rep[], settings: Pick<Settings, 'optOut'>, day: Day | null): Rep[] {
  const unnamed = optedOut(settings)
  const isAway = (rep: Rep) => day !== null && isOnLeave(rep, day)
  return reps.filter((rep) => !rep.owner.isArchived && !unnamed.has(rep.id) && !isAway(rep))
}

/** What a board that others read is made from. `sums` are by owner id. */
export interface Ranking {
  metric: Metric
  /** The reps of the scope. */
  reps: readonly Rep[]
  sums: ReadonlyMap<string, Sums>
  settings: Settings
  catalogue: Catalogue
}

/** The board of those whom public lists may name; if a day is given, without those who are on leave on that day. */
export function publicBoard(
  { metric, reps, sums, settings, catalogue }: Ranking,
  day: Day | null = null,
): Board {
  const records = recordParts(metric, { settings, catalogue })
  const measured = listedReps(reps, settings, day).flatMap(({ id, owner }) => {
    const own = sums.get(id) ?? {}
    const one = { owner, measured: measure(metric, own) }
    return isUntouched(metric, one.measured) && !hasAny(records, own) ? [] : [one]
  })
  return rankReps(metric, measured)
}

/** Whether a 0 of a metric that is better low may only mean that the rep had nothing to do with it. */
function isUntouched({ better }: Metric, { value, denominator }: Measured): boolean {
  return better === 'down' && denominator === null && value?.n === 0n
}

/** The last rank, which nobody is named with, also held by those who tie for it. `null` if all are tied. */
function lastRankOf(standings: readonly Standing[]): number | null {
  const last = standings.findLast(({ rank }) => rank !== null)?.rank ?? 1
  return last === 1 ? null : last
}

/** The part of a board that others read: the first rows, and how many more reps tie with the last of them. */
export interface Top {
  standings: Standing[]
  moreTied: number
}

export const NO_TOP: Top = { standings: [], moreTied: 0 }

const USUAL_TOP = 5
/** A phone does not show more rows than this. */
const LONGEST_TOP = 25

/** How many places an answer shows. If only the top is public, no more than the usual top. */
export function placesShown(asked: number | null, visibility: Visibility | null): number {
  const most = visibility === 'named' ? LONGEST_TOP : USUAL_TOP
  return Math.min(Math.max(1, asked ?? USUAL_TOP), most)
}

/** The first `count` standings with something to show, but never the last of the board. */
export function topOf(board: Board, count: number, visibility: Visibility | null): Top {
  if (boardRefusal(visibility)) return NO_TOP
  const lastRank = lastRankOf(board.standings)
  const listed = board.standings.filter((one) => isListed(one, board.better) && one.rank !== lastRank)
  const standings = listed.slice(0, count)
  const end = standings.at(-1)
  const moreTied = end ? listed.slice(count).filter((one) => one.rank === end.rank).length : 0
  return { standings, moreTied }
}

/** A value of 0 has no place, except where less is better: there it is first. */
function isListed({ rank, value }: Standing, better: 'up' | 'down'): boolean {
  return rank !== null && value.value !== null && (better === 'down' || value.value > 0)
}

/** A rep asking for their own place. */
export interface Own {
  rep: string | undefined
  visibility: Visibility | null
}

/** The rep's own row if the top does not show it. If everybody may be named, with the rows above and below. */
export function aroundOwn(board: Board, { standings: top }: Top, { rep, visibility }: Own): Standing[] {
  const { standings, better } = board
  const own = standings.findIndex((standing) => standing.rep === rep)
  const row = standings[own]
  if (boardRefusal(visibility) || !row || row.rank === null || top.includes(row)) return []
  if (visibility !== 'named') return [row]
  const lastRank = lastRankOf(standings)
  const neighbours = standings.slice(Math.max(0, own - 1), own + 2)
  const isPublic = (one: Standing) => isListed(one, better) && one.rank !== lastRank
  return neighbours.filter((one) => one === row || (isPublic(one) && !top.includes(one)))
}

/** The rep's own place, and how many reps have one. Nobody is told that they are last. */
export function ownPlace(board: Board, { rep, visibility }: Own): { rank: number; of: number } | null {
  if (boardRefusal(visibility)) return null
  const ranked = board.standings.filter((one) => isListed(one, board.better))
  const own = ranked.find((standing) => standing.rep === rep)
  if (!own || own.rank === null || own.rank === lastRankOf(ranked)) return null
  return { rank: own.rank, of: ranked.length }
}

/** Whether a post may praise a rep by name. If only the top is named, the rep has to be in it. */
export function isPraised(ownerId: string, visibility: Visibility, { standings }: Top): boolean {
  switch (visibility) {
    case 'named':
      return true
    case 'top':
      return standings.some(({ rep }) => rep === ownerId)
    case 'team':
      return false
  }
}

/** Whether a post may list every rep with their numbers, unranked. */
export function isTablePosted(visibility: Visibility): boolean {
  return visibility === 'named'
}
