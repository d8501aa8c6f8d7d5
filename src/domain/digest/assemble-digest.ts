/** Makes a digest of what was read: decides what is worth saying and who is named. Without words, clock or store. */

import { isOnBoards } from '../access/metrics.ts'
import { isTotalPosted } from '../access/totals.ts'
import type { AskedPeriod } from '../answer/answer.ts'
import { type Board, rankReps, type Standing } from '../boards/board.ts'
import { type Day, isoWeekday } from '../calendar/day.ts'
import type { Rep, Roster } from '../company/roster.ts'
import type { DigestSetting, Visibility } from '../company/settings.ts'
import { metricOrThrow } from '../metrics/catalogue.ts'
import { measure, type Sums, shown } from '../metrics/measure.ts'
import { exact, minus, times, toNumber } from '../numbers/exact.ts'
import { type ProgressBasis, progressOf } from '../quotas/progress.ts'
import type { Digest, DigestBoard, DigestQuota, DigestTable, WorthKnowing } from './digest.ts'

/** Sums by owner id. */
type SumsByRep = ReadonlyMap<string, Sums>

export interface DigestReading {
  setting: DigestSetting
  visibility: Visibility
  roster: Roster
  title: string | null
  localDate: Day
  /** The tracked reps of the scope. */
  reps: readonly Rep[]
  /** The period in force, to date. */
  asked: AskedPeriod
  quota: { metric: string; basis: ProgressBasis } | null
  toDate: SumsByRep
  /** Attainment of each rep with a target in the period, by owner id. */
  attainment: ReadonlyMap<string, number>
  lastDay: { day: Day; sums: Sums; byRep: SumsByRep }
  /** The last 5 working days and the 20 before, for who improved most. */
  recent: SumsByRep
  earlier: SumsByRep
  /** Money of open deals whose close date is in the rest of this week. */
  dueThisWeekMinor: readonly number[]
  /** What a deal of note is worth here. */
  largeDealMinor: number | null
  /** Metrics that rest on what HubSpot does not let the bot read: nothing is said of them. */
  leftOut: readonly string[]
  asOf: number
  isStale: boolean
  lateMinutes: number | null
}

/** Shown of the last working day, where not 0. */
const DAY_METRICS = ['calls', 'meetings', 'deals_won']

/** Activities in which somebody may have improved, with the least rise in a week that is worth a line. */
const IMPROVEMENTS: readonly { metric: string; atLeast: number }[] = [
  { metric: 'meetings', atLeast: 3 },
  { metric: 'calls', atLeast: 10 },
]

export function assembleDigest(reading: DigestReading): Digest {
  const { setting, roster } = reading
  const public_ = publicReps(reading)
  return {
    name: setting.name,
    title: reading.title,
    localDate: reading.localDate,
    language: setting.language ?? roster.settings.language,
    zone: setting.zone,
    currency: roster.currency,
    exponent: roster.exponent,
    visibility: reading.visibility,
    quota: digestQuota(reading),
    board: digestBoard(reading, public_),
    lastDay: lastDay(reading),
    worthKnowing: mostImproved(reading, public_) ?? dueSoon(reading),
    table: reading.visibility === 'named' ? digestTable(reading, public_) : null,
    asOf: reading.asOf,
    isStale: reading.isStale,
    lateMinutes: reading.lateMinutes,
  }
}

/** Reps who may be named today: not archived, not away, not opted out. */
function publicReps({ reps, roster, localDate }: DigestReading): Rep[] {
  const { leave, optOut } = roster.settings
  const isAway = (rep: Rep) =>
    (leave[rep.id] ?? []).some(([first, last]) => localDate >= first && localDate <= last)
  return reps.filter((rep) => !rep.owner.isArchived && !optOut.includes(rep.id) && !isAway(rep))
}

/** Whether a total of a metric may be told: it can be read, and is not that of a few whom nobody is to know. */
function isTold(reading: DigestReading, metric: string, sums: SumsByRep): boolean {
  if (reading.leftOut.includes(metric)) return false
  return isTotalPosted(metricOrThrow(metric), reading.visibility, { reps: reading.reps, sums })
}

function digestQuota(reading: DigestReading): DigestQuota | null {
  const { quota, asked, toDate } = reading
  if (!quota?.basis.target || !isTold(reading, quota.metric, toDate)) return null
  const { target, actual, elapsedShare } = quota.basis
  const { attainment } = progressOf(quota.basis)
  return {
    metric: quota.metric,
    asked,
    target: toNumber(target),
    actual: toNumber(actual),
    attainment: attainment ?? 0,
    elapsedShare: elapsedShare && toNumber(elapsedShare),
    ahead: elapsedShare && toNumber(minus(actual, times(target, elapsedShare))),
  }
}

/** The top of the board. Zeros are never listed; ties beyond the top are counted. */
function digestBoard(reading: DigestReading, reps: readonly Rep[]): DigestBoard | null {
  const { setting, asked, toDate, visibility, leftOut } = reading
  const metric = metricOrThrow(setting.board)
  if (visibility === 'team' || leftOut.includes(setting.board) || !isOnBoards(metric)) return null
  const ranked = rankReps(
    metric,
    reps.map((rep) => ({ owner: rep.owner, measured: measure(metric, toDate.get(rep.id) ?? {}) })),
  )
  return { metric: setting.board, asked, ...topOf(ranked, setting.top) }
}

/** The first `count` standings with something to show, and how many more tie with the last of them. */
export function topOf(board: Board, count: number): { standings: Standing[]; moreTied: number } {
  const listed = board.standings.filter(({ value }) => (value.value ?? 0) > 0)
  const standings = listed.slice(0, count)
  const last = standings.at(-1)
  const moreTied = last ? listed.slice(count).filter((one) => one.rank === last.rank).length : 0
  return { standings, moreTied }
}

function lastDay(reading: DigestReading): Digest['lastDay'] {
  const { day, sums, byRep } = reading.lastDay
  const told = DAY_METRICS.filter((metric) => isTold(reading, metric, byRep))
  if (told.length === 0) return null
  const counts = told.map((metric) => ({
    metric,
    value: shown(measure(metricOrThrow(metric), sums)).value ?? 0,
  }))
  return { day, counts: counts.filter(({ value }) => value > 0) }
}

/** The rep whose week rose most above the average of the four before, relative to it. */
function mostImproved(
  { visibility, recent, earlier }: DigestReading,
  reps: readonly Rep[],
): WorthKnowing | null {
  if (visibility === 'team') return null
  for (const { metric, atLeast } of IMPROVEMENTS) {
    const rises = reps
      .map((rep) => riseOf(rep, metric, { recent, earlier }))
      .filter(({ by }) => by >= atLeast)
    const [best] = rises.sort((a, b) => b.share - a.share || b.by - a.by)
    if (best) return { kind: 'mostImproved', name: best.name, metric, by: best.by }
  }
  return null
}

function riseOf(rep: Rep, metric: string, { recent, earlier }: { recent: SumsByRep; earlier: SumsByRep }) {
  const declared = metricOrThrow(metric)
  const now = shown(measure(declared, recent.get(rep.id) ?? {})).value ?? 0
  const usual = (shown(measure(declared, earlier.get(rep.id) ?? {})).value ?? 0) / 4
  // Somebody without a usual week (new, back from leave) has not improved on it.
  const by = usual > 0 ? Math.round(now - usual) : 0
  return { name: rep.name, by, share: usual > 0 ? by / usual : 0 }
}

function dueSoon(reading: DigestReading): WorthKnowing | null {
  const { dueThisWeekMinor, largeDealMinor, localDate } = reading
  if (!isTold(reading, 'revenue', reading.toDate)) return null
  if (largeDealMinor === null || isoWeekday(localDate) > 5) return null
  const large = dueThisWeekMinor.filter((minor) => minor >= largeDealMinor)
  return large.length > 0 ? { kind: 'dueSoon', deals: large.length, overMinor: largeDealMinor } : null
}

/** A round figure (1, 2 or 5 times a power of ten) at or below the average deal. */
export function largeDeal(revenueMinor: number, deals: number): number | null {
  if (deals === 0 || revenueMinor <= 0) return null
  const average = toNumber(exact(revenueMinor, deals))
  const power = 10 ** Math.floor(Math.log10(average))
  const step = [5, 2, 1].find((digit) => digit * power <= average) ?? 1
  return step * power
}

/** All who may be named, by name; at most four columns with the name and the progress. */
function digestTable(
  { setting, asked, toDate, attainment, leftOut, quota }: DigestReading,
  reps: readonly Rep[],
): DigestTable {
  const readable = setting.columns.filter((id) => !leftOut.includes(id) && isOnBoards(metricOrThrow(id)))
  const hasQuotaColumn = setting.quotaColumn && !leftOut.includes(quota?.metric ?? '')
  const columns = readable.slice(0, hasQuotaColumn ? 2 : 3)
  const rows = [...reps]
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .map((rep) => ({
      name: rep.name,
      cells: columns.map((id) => shown(measure(metricOrThrow(id), toDate.get(rep.id) ?? {})).value),
      attainment: attainment.get(rep.id) ?? null,
    }))
  return { asked, columns, hasQuotaColumn, rows }
}
