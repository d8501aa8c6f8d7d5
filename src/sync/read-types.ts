/** Reads types side by side, each through its passes; what HubSpot refuses for one is noted on it and stops no other. */
import { FACT_TYPES, type FactType } from '../domain/facts.ts'
import { type Clock, type Cursor, isSourceError, type SourceError, type Store } from '../ports.ts'
import type { Gate } from './gate.ts'
import type { Pass } from './passes.ts'
import { isDue } from './periods.ts'
import type { TypeReport, TypeReports } from './report.ts'
import type { FillProgress, TypeReading } from './type-reading.ts'

export interface TypesReader {
  /** Makes those of `passes` that are due for each of `types`. */
  read(types: readonly FactType[], passes: readonly Pass[]): Promise<TypeReports>
  /** Notes on every type that it could not be read. */
  refuse(error: SourceError): Promise<TypeReports>
}

export interface TypesReaderPorts {
  gate: Gate
  store: Store
  clock: Clock
  onProgress(progress: FillProgress): void
}

type Counts = Pick<TypeReport, 'read' | 'changed' | 'skipped'>

/** What one poll has come to so far. */
interface Poll {
  counts: Map<FactType, Counts>
  faults: Map<FactType, SourceError>
}

export function createTypesReader(ports: TypesReaderPorts): TypesReader {
  const { gate, store } = ports
  const lastMade = new Map<string, number>()
  return {
    async read(types, passes) {
      const poll: Poll = { counts: new Map(), faults: new Map() }
      const readings = types.map((type) => readType({ ports, poll, lastMade }, type, passes))
      const bug = (await Promise.allSettled(readings)).find((reading) => reading.status === 'rejected')
      if (bug) throw bug.reason
      const closedBy = gate.closedBy()
      if (closedBy) for (const type of FACT_TYPES) poll.faults.set(type, closedBy)
      return concludePoll(store, poll)
    },
    refuse: (error) =>
      concludePoll(store, { counts: new Map(), faults: new Map(FACT_TYPES.map((type) => [type, error])) }),
  }
}

interface Work {
  ports: TypesReaderPorts
  poll: Poll
  lastMade: Map<string, number>
}

async function readType(work: Work, type: FactType, passes: readonly Pass[]): Promise<void> {
  const { store, clock } = work.ports
  try {
    for (const pass of passes) {
      const key = `${pass.name} ${type}`
      if (!isDue(work.lastMade.get(key) ?? null, pass.everyMs, clock.now())) continue
      const cursor = await cursorOf(store, type)
      if (!pass.isFor(cursor)) continue
      await pass.read(typeReading(work, cursor))
      work.lastMade.set(key, clock.now())
    }
  } catch (error) {
    if (!isSourceError(error)) throw error
    work.poll.faults.set(type, error)
  }
}

function typeReading({ ports, poll }: Work, cursor: Cursor): TypeReading {
  const { gate, store, onProgress } = ports
  const { type } = cursor
  return {
    type,
    source: gate.source,
    cursor,
    async savePage({ facts, skipped }, next) {
      // Asked for each time: a page that is saved under rules that another process has replaced stays out of date.
      const rules = await store.rules.current()
      if (!rules) throw new Error('facts cannot be saved before there are rules')
      const { changed } = await store.facts.savePage({ type, facts, skipped, cursor: next }, rules)
      const before = poll.counts.get(type)
      poll.counts.set(type, {
        read: (before?.read ?? 0) + facts.length + skipped.length,
        changed: (before?.changed ?? 0) + changed,
        skipped: (before?.skipped ?? 0) + skipped.length,
      })
    },
    saveCursor: (next) => store.cursors.save(next),
    tellProgress: onProgress,
  }
}

/** Writes each fault to its type's cursor, as it stands after the pages that were saved. */
async function concludePoll(store: Store, { counts, faults }: Poll): Promise<TypeReports> {
  for (const [type, { message, fault }] of faults) {
    const cursor = await cursorOf(store, type)
    if (cursor.error !== message) await store.cursors.save({ ...cursor, error: message, fault })
  }
  const cursors = await store.cursors.read()
  const report = (type: FactType): TypeReport => {
    const cursor = cursors.find((one) => one.type === type)
    return {
      ...(counts.get(type) ?? { read: 0, changed: 0, skipped: 0 }),
      asOf: cursor?.asOf ?? null,
      error: cursor?.error ?? null,
      fault: faults.get(type)?.fault ?? null,
    }
  }
  return {
    deals: report('deals'),
    contacts: report('contacts'),
    calls: report('calls'),
    emails: report('emails'),
    meetings: report('meetings'),
    tasks: report('tasks'),
    notes: report('notes'),
    communications: report('communications'),
  }
}

async function cursorOf(store: Store, type: FactType): Promise<Cursor> {
  const cursor = (await store.cursors.read()).find((one) => one.type === type)
  if (!cursor) throw new Error(`there is no cursor of ${type}`)
  return cursor
}
