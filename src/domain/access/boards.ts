/** Who is named where people are ranked or praised before others, by owner id. */
import type { Board, Standing } from '../boards/board.ts'
import type { Day } from '../calendar/day.ts'
import type { Rep } from '../company/roster.ts'
import type { Settings, Visibility } from '../company/settings.ts'
import type { RefusalReason } from './subject.ts'

/** Why a board with names may not be shown; `null`: allowed. */
export function boardRefusal(visibility: Visibility | null): RefusalReason | null {
  if (visibility === null) return 'boardNotChosen'
  return visibility === 'team' ? 'teamOnly' : null
}

const STRICTNESS: readonly Visibility[] = ['named', 'top', 'team']

/** A digest may only be stricter than the workspace. `null`: nobody chose yet. */
export function stricterOf(workspace: Visibility | null, digest: Visibility | undefined): Visibility | null {
  if (!workspace || !digest) return workspace
  return STRICTNESS.indexOf(digest) > STRICTNESS.indexOf(workspace) ? digest : workspace
}

/** Reps whom public lists may name: not archived, not opted out, and where a day is given, not on leave then. */
export function listedReps(
  reps: readonly Rep[],
  { optOut, leave }: Pick<Settings, 'optOut' | 'leave'>,
  day: Day | null = null,
): Rep[] {
  const isAway = ({ id }: Rep) =>
    day !== null && (leave[id] ?? []).some(([first, last]) => day >= first && day <= last)
  return reps.filter((rep) => !rep.owner.isArchived && !optOut.includes(rep.id) && !isAway(rep))
}

/** The part of a board that others read: the first rows, and how many more reps tie with the last of them. */
export interface Top {
  standings: Standing[]
  moreTied: number
}

export const NO_TOP: Top = { standings: [], moreTied: 0 }

const USUAL_TOP = 5
/** More rows than this no phone shows. */
const LONGEST_TOP = 25

/** How many places an answer shows: where only the top is public, no more than that. */
export function placesShown(asked: number | null, visibility: Visibility | null): number {
  const most = visibility === 'named' ? LONGEST_TOP : USUAL_TOP
  return Math.min(Math.max(1, asked ?? USUAL_TOP), most)
}

/** The first `count` standings with something to show. */
export function topOf(board: Board, count: number, visibility: Visibility | null): Top {
  if (boardRefusal(visibility)) return NO_TOP
  const listed = board.standings.filter(hasSomething)
  const standings = listed.slice(0, count)
  const last = standings.at(-1)
  const moreTied = last ? listed.slice(count).filter((one) => one.rank === last.rank).length : 0
  return { standings, moreTied }
}

function hasSomething({ value }: Standing): boolean {
  return (value.value ?? 0) > 0
}

/** The rep whose own board it is. */
export interface Own {
  rep: string | undefined
  visibility: Visibility | null
}

/** One's own row where the top does not show it; where everybody may be named, with the row above and the one below. */
export function aroundOwn(
  { standings }: Board,
  { standings: top }: Top,
  { rep, visibility }: Own,
): Standing[] {
  const own = standings.findIndex((standing) => standing.rep === rep)
  const row = standings[own]
  if (boardRefusal(visibility) || !row || row.rank === null || top.includes(row)) return []
  if (visibility !== 'named') return [row]
  const neighbours = standings.slice(Math.max(0, own - 1), own + 2)
  const lastRank = standings.findLast((one) => one.rank !== null)?.rank
  const isPublic = (one: Standing) => one === row || (hasSomething(one) && one.rank !== lastRank)
  return neighbours.filter((one) => !top.includes(one) && one.rank !== null && isPublic(one))
}

/** One's own place, and among how many. Nothing done is no place, except where less is better; nobody is shown as last. */
export function ownPlace(
  { standings }: Board,
  { rep, visibility }: Own,
  better: 'up' | 'down',
): { rank: number; of: number } | null {
  if (boardRefusal(visibility)) return null
  const own = standings.find((standing) => standing.rep === rep)
  const hasNumber = (value: number | null) => value !== null && (value !== 0 || better === 'down')
  const ranked = standings.filter(({ rank, value }) => rank !== null && hasNumber(value.value))
  const isLast = own?.rank === ranked.at(-1)?.rank && ranked.length > 1 && own?.rank !== 1
  const hasPlace = own !== undefined && ranked.includes(own) && !isLast
  return hasPlace && own.rank !== null ? { rank: own.rank, of: ranked.length } : null
}

/** Whether a post may praise a rep by name: where only the top is named, one who is in it. */
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

/** Whether a post may list every rep with numbers, in no order of rank. */
export function isTablePosted(visibility: Visibility): boolean {
  return visibility === 'named'
}
