/** What doctor reports about the data besides its findings: when each type was complete, what is flawed, what was restated. */

import { objectName } from '../../domain/company/object-names.ts'
import type { SyncedType } from '../../domain/facts/facts.ts'
import type { FlawReason } from '../../domain/facts/quality.ts'
import type { Restatement } from '../../ports/fact-store.ts'
import type { SourceWords } from '../../ports/source-words.ts'
import type { Store } from '../../ports/store.ts'
import { type QualityLine, readQuality, shownAbout } from '../../reports/quality.ts'
import type { ReportPorts } from '../../reports/report-ports.ts'
import type { Services } from '../../wiring.ts'
import { type Finding, note, ok } from './finding.ts'

/** When a type was last complete (ISO instants): through polls, the trailing pass behind them, and the nightly pass. */
interface TypePasses {
  /** As people know it. */
  type: string
  polled: string | null
  trailing: string | null
  nightly: string | null
}

/** A change to a deal that was already closed and reported. */
interface Restated extends Pick<Restatement, 'id' | 'reason'> {
  at: string
  /** `null` where the record no longer exists. */
  link: string | null
}

/** `about` as people know it. */
interface ShownLine extends Omit<QualityLine, 'about'> {
  about: string | null
}

export interface DataReport {
  passes: TypePasses[]
  quality: ShownLine[]
  restated: Restated[]
}

const RESTATED_DAYS = 30

export async function readDataReport({ clock, words }: Services, store: Store): Promise<DataReport> {
  return {
    passes: await readPasses(store),
    quality: await readQualityLines({ store, clock, words }),
    restated: await readRestated(store, words, clock.now() - RESTATED_DAYS * 86_400_000),
  }
}

async function readPasses(store: Store): Promise<TypePasses[]> {
  const states = await store.passes.read()
  const endOf = (pass: string, type: SyncedType) =>
    iso(states.find((state) => state.pass === pass && state.type === type)?.endedAt ?? null)
  const objects = await store.directory.objects()
  return (await store.cursors.read()).map(({ type, asOf }) => ({
    type: objectName(type, objects),
    polled: iso(asOf),
    trailing: endOf('trailing', type),
    nightly: endOf('nightly', type),
  }))
}

function iso(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString()
}

async function readQualityLines(ports: ReportPorts): Promise<ShownLine[]> {
  const lines = (await readQuality(ports)) ?? []
  return lines.map((line) => ({ ...line, about: shownAbout(line.about, ports.words) }))
}

async function readRestated(store: Store, { recordLink }: SourceWords, since: number): Promise<Restated[]> {
  const { account } = await store.directory.read()
  const list = await store.facts.restatements(since)
  return list.map(({ type, id, reason, at }) => {
    const isGone = reason === 'removed' || reason === 'merged'
    const link = account && !isGone ? recordLink(account, type, id) : null
    return { id, reason, at: new Date(at).toISOString(), link }
  })
}

/** The same as findings, for programs. */
export function dataFindings({ passes, quality, restated }: DataReport): Finding[] {
  return [
    ...passes.map(({ type, polled, trailing, nightly }) =>
      ok(`passes of ${type}`, `polled ${polled}, trailing pass ${trailing}, nightly pass ${nightly}`),
    ),
    ...quality.map((line) => note('data quality', qualityText(line))),
    ...restated.map(({ id, reason, at, link }) => note('restated deals', `${at} ${reason} ${link ?? id}`)),
  ]
}

function qualityText({ reason, about, count, records }: ShownLine): string {
  const more = count > records.length ? ` and ${count - records.length} more` : ''
  const shown = records.map(({ id, link }) => link ?? id).join(', ')
  return `${count} ${FLAWS[reason](about ?? '')}: ${shown}${more}`
}

/** After the number of records. `about`: the type, or the date property. */
const FLAWS: Record<FlawReason, (about: string) => string> = {
  no_owner: (type) => `${type} without an owner`,
  unknown_owner: (type) => `${type} of an owner whom HubSpot does not list`,
  bad_date: (property) => `with a missing or unreadable ${property}`,
  no_amount: () => 'deals without an amount',
  unreadable_amount: () => 'deals with an amount that cannot be read',
  no_exchange_rate: () => 'deals in a currency without an exchange rate',
  closed_in_future: () => 'closed deals dated after today',
  bad_duration: () => 'connected calls with a duration that cannot be read',
  no_outcome: () => 'calls without an outcome',
  own_outcome: () => "meetings with an outcome that the settings ('heldOutcomes') do not name",
  bad_goal: () => 'HubSpot goals that do not count as quotas',
}

/** As many rows as a person can take in. */
const LINKS_SHOWN = 3
const RESTATED_SHOWN = 20

export function dataReportText({ passes, quality, restated }: DataReport): string {
  return [
    '',
    'Last complete, by',
    row('', 'polls', 'trailing pass', 'nightly pass'),
    ...passes.map(({ type, polled, trailing, nightly }) => row(type, polled, trailing, nightly)),
    '',
    'Data quality: records by what is wrong with them',
    ...(quality.length > 0 ? quality.flatMap(qualityRows) : ['  nothing']),
    '',
    `Closed deals that changed in the last ${RESTATED_DAYS} days: ${restated.length}`,
    ...restated.slice(-RESTATED_SHOWN).map(({ id, reason, at, link }) => `  ${at}  ${reason}  ${link ?? id}`),
  ].join('\n')
}

function row(first: string, ...cells: (string | null)[]): string {
  return `  ${first.padEnd(16)}${cells.map((cell) => (cell ?? '–').padEnd(26)).join('')}`.trimEnd()
}

function qualityRows({ reason, about, count, records }: ShownLine): string[] {
  const links = records.slice(0, LINKS_SHOWN).map(({ id, link }) => `      ${link ?? id}`)
  const more = count > links.length ? [`      and ${count - links.length} more`] : []
  return [`  ${String(count).padStart(6)} ${FLAWS[reason](about ?? '')}`, ...links, ...more]
}
