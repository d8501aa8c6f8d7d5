/** The steps of one poll: the directory and the rules derived from it, the types, the details of deals. */

import { rulesFrom } from '../domain/company/rules.ts'
import type { Clock } from '../ports/clock.ts'
import { isSourceError, type SourceError } from '../ports/source.ts'
import type { Store } from '../ports/store.ts'
import { readDealActivities } from './deal-activities.ts'
import { readDealDetails } from './deal-details.ts'
import {
  DIRECTORY_SECTIONS,
  type DirectoryFailures,
  directorySummary,
  dueSections,
  readDirectory,
} from './directory-sections.ts'
import { typesToRead } from './further-types.ts'
import { readNames } from './named-source.ts'
import { PASSES } from './passes.ts'
import {
  currentSummaries,
  type DirectorySection,
  type PollSummary,
  type TypeSummaries,
} from './poll-summary.ts'
import { createTypesReader } from './read-types.ts'
import { noteFirstListing } from './relist-pass.ts'
import { retally } from './retally.ts'
import {
  createSyncContext,
  type Stoppable,
  type SyncContext,
  type SyncPorts,
  sourceFor,
} from './sync-context.ts'

export interface Poller {
  poll(order?: PollOrder): Promise<PollSummary>
}

/** What a poll reads in addition to what is due. */
export interface PollOrder {
  /**
   * The whole directory (people, teams, goals, pipelines, rates, time zone and the rest), however recently it was
   * read.
   */
  isWhole?: boolean | undefined
  /** The same, and lists every record of every type again. */
  isFull?: boolean | undefined
}

export function createPoller(ports: SyncPorts & Stoppable): Poller {
  const context = createSyncContext(ports, 'poll')
  const { breaker, store, clock, keeper } = context
  return {
    async poll({ isFull = false, isWhole = isFull } = {}) {
      breaker.reset()
      const done = await keeper.run(async () => {
        if (isFull) await forgetFills(store)
        const parts = isWhole ? DIRECTORY_SECTIONS : await dueSections({ ...store, clock })
        const failures = await readSections(context, parts)
        const types = await readFacts(context, failures, ports.stopping)
        await readDeals(context, { isWhole, isFull })
        const matured = await store.facts.mature(clock.now())
        return { failures, types, matured, retallied: await retally(store, ports.stopping) }
      })
      return {
        types: done?.types ?? (await currentSummaries(store)),
        directory: await directorySummary(store.directory, done?.failures ?? new Map()),
        matured: done?.matured ?? 0,
        retallied: done?.retallied ?? 0,
        pausedUntil: breaker.pausedUntil(),
        isPolledElsewhere: done === null,
      }
    },
  }
}

/** Marks every type as never filled; stored records stay until they are read again. */
async function forgetFills(store: Store): Promise<void> {
  const unread = { fillCursor: null, fillStartedAt: null, asOf: null, filled: 0, total: null }
  for (const cursor of await store.cursors.read()) await store.cursors.save({ ...cursor, ...unread })
}

async function readSections(
  { breaker, store, clock, logFaults }: SyncContext,
  parts: readonly DirectorySection[],
): Promise<DirectoryFailures> {
  const failures = await readDirectory({ source: breaker.source, ...store, clock }, parts)
  logFaults(await directorySummary(store.directory, failures))
  await adoptRules(store, clock)
  return failures
}

/** `failures` are the parts of the directory that could not be read just now. */
async function readFacts(
  context: SyncContext,
  failures: DirectoryFailures,
  stopping: AbortSignal,
): Promise<TypeSummaries> {
  const { breaker, store, logFaults, onProgress } = context
  const source = sourceFor(context)
  const types = await typesToRead(store, stopping)
  await noteFirstListing(store, types, await readNames(store))
  const reader = createTypesReader({ breaker, source, store, onProgress })
  const reports = (await store.rules.current())
    ? await reader.read(types, PASSES)
    : await reader.refuse(accountFault(failures))
  logFaults(reports)
  return reports
}

/** What it reads, in words. */
type Reading = [string, () => Promise<void>]

/** Reads what deals need besides their records; a HubSpot fault leaves it to the next poll. */
async function readDeals(context: SyncContext, order: { isWhole: boolean; isFull: boolean }): Promise<void> {
  const { store, clock, logFaults } = context
  const ports = { source: sourceFor(context), store }
  const readings: Reading[] = [
    ['details of deals', () => readDealDetails(ports)],
    ['activities of won deals', () => readDealActivities(ports, { now: clock.now(), ...order })],
  ]
  const deals = (await store.cursors.read()).find(({ type }) => type === 'deals')
  if ((deals?.asOf ?? null) === null) return
  for (const [what, read] of readings) {
    const fault = await faultOf(read)
    logFaults({ [what]: { fault: fault?.fault ?? null, error: fault?.message ?? null } })
    // A missing scope for one says nothing about the next; any other fault would only recur.
    if (fault && fault.fault !== 'forbidden') return
  }
}

/** Returns HubSpot's fault, if there was one. */
async function faultOf(read: () => Promise<void>): Promise<SourceError | null> {
  try {
    await read()
    return null
  } catch (error) {
    if (isSourceError(error)) return error
    throw error
  }
}

/** Runs at each poll: settings may have changed, and a rate may have come into force. */
async function adoptRules(store: Store, clock: Clock): Promise<void> {
  const body = rulesFrom(await store.directory.read(), await store.settings.read(), clock.now())
  if (body) await store.rules.adopt(body)
}

function accountFault(failures: DirectoryFailures): SourceError {
  const error = failures.get('account')
  if (!error) throw new Error('the account was read, but there are no rules')
  return error
}
