/** The list of a manager's or coach's reps. */
import type { QuotaProgress } from '../quotas/progress.ts'
import type { AskedPeriod } from './asked-period.ts'

/** `counts` are the values of the answer's `counted` metrics, `null` where the reader may not see one. */
export interface RepRow {
  ownerId: string
  name: string
  progress: QuotaProgress
  counts: (number | null)[]
}

export interface RepsAnswer {
  kind: 'reps'
  metric: string
  counted: string[]
  asked: AskedPeriod
  /** One page, the furthest behind first; at the end those without a target, by name. */
  rows: RepRow[]
  page: number
  pages: number
  /** The index of the first row among all, and the number of all rows. */
  first: number
  total: number
  /** The line that asks for the next page, after the last one for the first; `null` if there is only one. */
  more: string | null
}

/** As many rows as fit into one message with the longest names. */
const PAGE = 60

/** A page of the rows, the first one if there is no such page. */
export function pageOf(
  rows: readonly RepRow[],
  asked: number | null,
): Pick<RepsAnswer, 'rows' | 'page' | 'pages' | 'first' | 'total'> {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE))
  const page = asked !== null && asked >= 1 && asked <= pages ? asked : 1
  const first = (page - 1) * PAGE
  return { rows: rows.slice(first, first + PAGE), page, pages, first, total: rows.length }
}

/** The furthest behind what is expected of them first, as a share of their target. Without a target: last, by name. */
export function byNeed(a: RepRow, b: RepRow): number {
  const [left, right] = [aheadOf(a.progress), aheadOf(b.progress)]
  if (left !== null && right !== null && left !== right) return left - right
  if ((left === null) !== (right === null)) return left === null ? 1 : -1
  return a.name < b.name ? -1 : a.name > b.name ? 1 : Number(a.ownerId) - Number(b.ownerId)
}

/** For a limit, what is left of it. */
function aheadOf({ attainment, expectedShare, isLimit }: QuotaProgress): number | null {
  if (attainment === null) return null
  return isLimit ? 1 - attainment : attainment - (expectedShare ?? 1)
}
