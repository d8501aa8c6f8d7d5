/**
 * Reads types side by side, each through its passes. A refusal by HubSpot is recorded on its type and does not stop
 * the others.
 */
import { FACT_TYPES, type SyncedType } from '../domain/facts/facts.ts'
import { type Cursor, type SavedPage, unreadCursor } from '../ports/fact-store.ts'
import { isSourceError, type Source, type SourceError } from '../ports/source.ts'
import type { Store } from '../ports/store.ts'
import type { CircuitBreaker } from './circuit-breaker.ts'
import type { Pass } from './passes.ts'
import { type Counts, currentSummaries, type Poll, type TypeSummaries } from './poll-summary.ts'
import { createSizes, type Sizes } from './sizes.ts'
import type { FillProgress, TypeReading } from './type-reading.ts'

export interface TypesReader {
  /** Runs the due `passes` for each of `types`. */
  read(types: readonly SyncedType[], passes: readonly Pass[]): Promise<TypeSummaries>
  /** Records on every type that it could not be read. */
  refuse(error: SourceError): Promise<TypeSummaries>
}

export interface TypesReaderPorts {
  breaker: CircuitBreaker
  /** The breaker's source, requesting the properties that the settings name. */
  source: Source
  store: Store
  onProgress(progress: FillProgress): void
}

export function createTypesReader(ports: TypesReaderPorts): TypesReader {
  const { breaker, store } = ports
  return {
    async read(types, passes) {
      const poll: Poll = { counts: new Map(), faults: new Map() }
      const sizes = createSizes(ports.source, await unfilledOf(store, types))
      const readings = types.map((type) => readType({ ports: { ...ports, sizes }, poll }, type, passes))
      const bug = (await Promise.allSettled(readings)).find((reading) => reading.status === 'rejected')
      if (bug) throw bug.reason
      const openedBy = breaker.openedBy()
      if (openedBy) for (const type of types) poll.faults.set(type, openedBy)
      return concludePoll(store, poll)
    },
    refuse: (error) =>
      concludePoll(store, { counts: new Map(), faults: new Map(FACT_TYPES.map((type) => [type, error])) }),
  }
}

interface ReadingContext {
  ports: TypesReaderPorts & { sizes: Sizes }
  poll: Poll
}

async function unfilledOf(store: Store, types: readonly SyncedType[]): Promise<SyncedType[]> {
  const cursors = await store.cursors.read()
  return types.filter((type) => cursors.some((cursor) => cursor.type === type && cursor.asOf === null))
}

async function readType(work: ReadingContext, type: SyncedType, passes: readonly Pass[]): Promise<void> {
  try {
    for (const pass of passes) {
      const reading = await typeReading(work.ports, {
        type,
        pass: pass.name,
        tell: countInto(work.poll, type),
      })
      if (pass.isFor(reading.cursor)) await pass.read(reading)
    }
  } catch (error) {
    if (!isSourceError(error)) throw error
    work.poll.faults.set(type, error)
  }
}

function countInto({ counts }: Poll, type: SyncedType): (saved: Counts) => void {
  return ({ read, changed, skipped }) => {
    const before = counts.get(type) ?? { read: 0, changed: 0, skipped: 0 }
    counts.set(type, {
      read: before.read + read,
      changed: before.changed + changed,
      skipped: before.skipped + skipped,
    })
  }
}

export interface ReadingOrder {
  type: SyncedType
  pass: string
  tell(saved: Counts): void
}

export type ReadingPorts = Pick<TypesReaderPorts, 'source' | 'store' | 'onProgress'> & {
  sizes?: Sizes
}

/** Everything a pass receives: the progress of the type and of the pass, and how to save what it reads. */
export async function typeReading(
  ports: ReadingPorts,
  { type, pass, tell }: ReadingOrder,
): Promise<TypeReading> {
  const { source, store, onProgress } = ports
  // If others are adopted in the meantime, the store saves under those.
  const rules = await store.rules.current()
  const save = async (page: Omit<SavedPage, 'type'>) => {
    if (!rules) throw new Error('facts cannot be saved before there are rules')
    const { changed, removed } = await store.facts.savePage({ ...page, type }, rules)
    tell({
      read: page.facts.length + page.skipped.length,
      changed: changed + removed,
      skipped: page.skipped.length,
    })
  }
  return {
    type,
    source,
    store,
    cursor: await cursorOf(store, type),
    sizes: ports.sizes ?? createSizes(source, [type]),
    state: (await store.passes.read()).find((one) => one.pass === pass && one.type === type),
    savePage: ({ facts, skipped, merges, serverTime }, progress) =>
      save({ facts, skipped, merges, at: serverTime, ...progress }),
    saveHeld: ({ facts, skipped, merges, gone, serverTime }, progress) =>
      save({ facts, skipped, merges, gone, at: serverTime, ...progress }),
    saveCursor: (next) => store.cursors.save(next),
    tellProgress: onProgress,
  }
}

/** Writes each fault to its type's cursor, as it is after the saved pages. */
async function concludePoll(store: Store, { counts, faults }: Poll): Promise<TypeSummaries> {
  for (const [type, { message, fault }] of faults) {
    const cursor = await cursorOf(store, type)
    if (cursor.error !== message) await store.cursors.save({ ...cursor, error: message, fault })
  }
  return currentSummaries(store, { counts, faults })
}

/** A type that was forgotten while it was read counts as never read. */
async function cursorOf(store: Store, type: SyncedType): Promise<Cursor> {
  return (await store.cursors.read()).find((one) => one.type === type) ?? unreadCursor(type)
}
