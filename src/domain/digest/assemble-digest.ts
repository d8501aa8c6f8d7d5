/** Assembles a digest from what was read: decides what is worth saying and who is named. Needs no texts, clock, store. */

import {
  boardRefusal,
  isPraised,
  isTablePosted,
  listedReps,
  NO_TOP,
  publicBoard,
  type Top,
  topOf,
} from '../access/boards.ts'
import { isOnBoards } from '../access/metrics.ts'
import { isTotalPosted } from '../access/totals.ts'
import type { AskedPeriod } from '../answer/asked-period.ts'
import type { Board } from '../boards/board.ts'
import { type Day, isoWeekday } from '../calendar/day.ts'
import type { Rep, Roster } from '../company/roster.ts'
import type { DigestSetting, Visibility } from '../company/settings.ts'
import type { BuiltInMetricId, Catalogue } from '../metrics/catalogue.ts'
import { measure, type Sums, shown } from '../metrics/measure.ts'
import type { Metric } from '../metrics/metric.ts'
import { namedAmong } from '../metrics/named-metric.ts'
import { exact, minus, times, toNumber } from '../numbers/exact.ts'
import { type ProgressBasis, progressOf } from '../quotas/progress.ts'
import type { Digest, DigestQuota, DigestTable, WorthKnowing } from './digest.ts'

/** Sums by owner id. */
type SumsByRep = ReadonlyMap<string, Sums>

/** How far a rep's target is reached, and how many working days of the period it does not cover. */
export interface Attainment {
  share: number
  uncoveredDays: number
}

export interface DigestReading {
  catalogue: Catalogue
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
  /** The attainment of each rep with a target in the period, by owner id. */
  attainment: ReadonlyMap<string, Attainment>
  lastDay: { day: Day; sums: Sums; byRep: SumsByRep }
  /** The last 5 working days and the 20 before, for who improved most. */
  recent: SumsByRep
  earlier: SumsByRep
  /** Amounts of open deals with a close date in the rest of this week. */
  dueThisWeekMinor: readonly number[]
  /** The amount from which a deal counts as large here. */
  largeDealMinor: number | null
  /** Metrics that rest on what HubSpot does not let the bot read. The digest does not mention them. */
  leftOut: readonly string[]
  asOf: number
  isStale: boolean
  lateMinutes: number | null
}

/** Shown for the last working day, except zeros. */
export const DAY_METRICS: readonly BuiltInMetricId[] = ['calls', 'meetings', 'deals_won']

/** Activities in which somebody can be most improved, with the smallest rise in a week that is worth a line. */
const IMPROVEMENTS: readonly { metric: BuiltInMetricId; atLeast: number }[] = [
  { metric: 'meetings', atLeast: 3 },
  { metric: 'calls', atLeast: 10 },
]

export function assembleDigest(reading: DigestReading): Digest {
  const { setting, roster, visibility } = reading
  const listed = listedReps(reading.reps, roster.settings, reading.localDate)
  const board = boardOf(reading)
  const top = board ? topOf(board, setting.top, visibility) : NO_TOP
  const digest = {
    name: setting.name,
    title: reading.title,
    localDate: reading.localDate,
    language: setting.language ?? roster.settings.language,
    zone: setting.zone,
    currency: roster.currency,
    exponent: roster.exponent,
    quota: digestQuota(reading),
    board: board && { metric: board.metric, asked: reading.asked, ...top },
    lastDay: lastDay(reading),
    worthKnowing: mostImproved(reading, listed, top) ?? dueSoon(reading),
    table: isTablePosted(visibility) ? digestTable(reading, listed) : null,
    asOf: reading.asOf,
    isStale: reading.isStale,
    lateMinutes: reading.lateMinutes,
  }
  return { ...digest, named: namedAmong(metricsIn(digest), reading.catalogue.named) }
}

function metricsIn({ quota, board, lastDay: last, table }: Omit<Digest, 'named'>): string[] {
  return [quota, board, ...(last?.counts ?? [])]
    .flatMap((one) => one?.metric ?? [])
    .concat(table?.columns ?? [])
}

/** Whether a total of a metric may be shown: it can be read, and does not reveal the numbers of a few people. */
function isTotalShown(reading: DigestReading, metric: string, sums: SumsByRep): boolean {
  if (reading.leftOut.includes(metric)) return false
  const { catalogue, reps, visibility, roster } = reading
  return isTotalPosted(visibility, {
    metric: catalogue.orThrow(metric),
    ...{ reps, sums, catalogue, settings: roster.settings },
  })
}

function digestQuota(reading: DigestReading): DigestQuota | null {
  const { quota, asked, toDate } = reading
  if (!quota?.basis.target || !isTotalShown(reading, quota.metric, toDate)) return null
  const { target, actual, expected } = quota.basis
  const { attainment, expectedShare, expectedBy, status, isTooEarly } = progressOf(quota.basis)
  return {
    metric: quota.metric,
    asked,
    target: toNumber(target),
    actual: toNumber(actual),
    attainment: attainment ?? 0,
    expectedShare,
    expectedBy,
    isTooEarly: isTooEarly && status === null,
    ahead: expected.share && toNumber(minus(actual, times(target, expected.share))),
    uncoveredDays: quota.basis.uncoveredDays ?? 0,
  }
}

/** `null` if no board may be shown, or if its metric cannot be read. */
function boardOf(reading: DigestReading): Board | null {
  const { catalogue, setting, reps, toDate, visibility, leftOut, roster, localDate } = reading
  const metric = catalogue.orThrow(setting.board)
  if (boardRefusal(visibility) || leftOut.includes(setting.board) || !isOnBoards(metric)) return null
  return publicBoard({ metric, reps, sums: toDate, settings: roster.settings, catalogue }, localDate)
}

/** What an account declared itself and chose for the digest comes first. */
function dayMetrics({ setting, catalogue }: DigestReading): string[] {
  const chosen = [...new Set([setting.board, ...setting.columns])].map(catalogue.orThrow)
  const own = chosen.filter((metric) => metric.own && metric.kind === 'additive' && isOnBoards(metric))
  return [...own.map(({ id }) => id), ...DAY_METRICS]
}

function lastDay(reading: DigestReading): Digest['lastDay'] {
  const { day, sums, byRep } = reading.lastDay
  const shownMetrics = dayMetrics(reading).filter((metric) => isTotalShown(reading, metric, byRep))
  if (shownMetrics.length === 0) return null
  const counts = shownMetrics.map((metric) => ({
    metric,
    value: shown(measure(reading.catalogue.orThrow(metric), sums)).value ?? 0,
  }))
  const some = counts.filter(({ value }) => value > 0)
  return { day, counts: some.length > 0 ? some : counts }
}

/** The rep with the largest relative rise above the average of the four weeks before, if that rep may be named. */
function mostImproved(
  { catalogue, visibility, recent, earlier, leftOut }: DigestReading,
  reps: readonly Rep[],
  top: Top,
): WorthKnowing | null {
  for (const { metric, atLeast } of IMPROVEMENTS) {
    if (leftOut.includes(metric)) continue
    const rises = reps
      .map((rep) => riseOf(rep, catalogue.orThrow(metric), { recent, earlier }))
      .filter(({ by }) => by >= atLeast)
    const [best] = rises.sort((a, b) => b.share - a.share || b.by - a.by)
    if (best && isPraised(best.rep.id, visibility, top))
      return { kind: 'mostImproved', name: best.rep.name, metric, by: best.by }
  }
  return null
}

function riseOf(rep: Rep, metric: Metric, { recent, earlier }: { recent: SumsByRep; earlier: SumsByRep }) {
  const now = shown(measure(metric, recent.get(rep.id) ?? {})).value ?? 0
  const usual = (shown(measure(metric, earlier.get(rep.id) ?? {})).value ?? 0) / 4
  // Somebody without a usual week (new or back from leave) cannot have improved on it.
  const by = usual > 0 ? Math.round(now - usual) : 0
  return { rep, by, share: usual > 0 ? by / usual : 0 }
}

function dueSoon(reading: DigestReading): WorthKnowing | null {
  const { dueThisWeekMinor, largeDealMinor, localDate } = reading
  if (!isTotalShown(reading, 'revenue', reading.toDate)) return null
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

/** All who may be named, by name. At most four columns, including the name and the progress. */
function digestTable(
  { catalogue, setting, asked, toDate, attainment, leftOut, quota }: DigestReading,
  reps: readonly Rep[],
): DigestTable {
  const isShown = (id: string) => !leftOut.includes(id) && isOnBoards(catalogue.orThrow(id))
  const readable = setting.columns.filter(isShown)
  const hasQuotaColumn = setting.quotaColumn && !leftOut.includes(quota?.metric ?? '')
  const columns = readable.slice(0, hasQuotaColumn ? 2 : 3)
  const rows = [...reps]
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .map((rep) => ({
      name: rep.name,
      cells: columns.map((id) => shown(measure(catalogue.orThrow(id), toDate.get(rep.id) ?? {})).value),
      attainment: attainment.get(rep.id)?.share ?? null,
      uncoveredDays: attainment.get(rep.id)?.uncoveredDays ?? 0,
    }))
  return { asked, columns, hasQuotaColumn, rows }
}
