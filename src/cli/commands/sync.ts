import type { Command } from 'commander'
import { objectName } from '../../domain/company/object-names.ts'
import type { SourceFault } from '../../ports/source.ts'
import type { Store } from '../../ports/store.ts'
import { SyncStoppedError } from '../../sync/errors.ts'
import type { PollSummary } from '../../sync/poll-summary.ts'
import type { Sync } from '../../sync/sync.ts'
import type { Services } from '../../wiring.ts'
import { showProgress } from '../progress.ts'
import { configFor, end, withStore } from '../run.ts'
import { CommandError, print, printJson, tell } from '../say.ts'
import { type SyncRow, syncRows } from '../sync-rows.ts'

interface Options {
  full?: boolean
  json?: boolean
}

export function syncCommand(command: Command, services: Services): Command {
  return command
    .option('--full', 'list every record again, and compare the stored records with HubSpot')
    .option('--json', 'print the result of each type as JSON')
    .action((options: Options) => sync(services, options))
}

async function sync(services: Services, options: Options): Promise<void> {
  const config = configFor('hubspot', 'store')
  const log = await services.createLog(config.logLevel)
  const lock = await services.lockStore(config.store)
  try {
    await withStore(services, async (store) => {
      const { account } = await store.directory.read()
      const source = await services.createSource(config, {
        log,
        zone: account?.zone ?? null,
        ...(store.isShared && { budgets: store.budgets }),
      })
      const progress = showProgress()
      const { onProgress } = progress
      const sync = await services.createSync({ source, store, log, onProgress })
      try {
        await untilDone(services, sync, { ...options, store })
      } finally {
        progress.end()
      }
    })
  } catch (error) {
    if (!(error instanceof SyncStoppedError)) throw error
    tell(error.message)
    process.exitCode = 1
    // Requests that nobody waits for any more would keep the process alive; its exit frees the lock.
    end()
  } finally {
    lock.release()
  }
}

async function untilDone(
  { words }: Services,
  sync: Sync,
  { full, json, store }: Options & { store: Store },
): Promise<void> {
  const stop = () => void sync.stop()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  const report = await sync.run({ isWhole: true, isFull: full })
  if (report.isPolledElsewhere) throw new CommandError(POLLED_ELSEWHERE, 1)
  const compared = full ? await sync.reconcile(true) : null
  const objects = await store.directory.objects()
  const rows = syncRows(report.types, objects, words)
  json ? printJson(jsonOf(rows)) : print(textOf(rows, report))
  if (compared?.isElsewhere) throw new CommandError(COMPARED_ELSEWHERE, 1)
  const uncompared = (compared?.failed ?? []).filter(isFailure)
  for (const { type, error } of uncompared) tell(uncomparedText(objectName(type, objects), error))
  process.exitCode = hasFailed(report) || uncompared.length > 0 ? 1 : 0
}

function uncomparedText(type: string, error: string | null): string {
  return `The stored records of ${type} were not compared with HubSpot: ${error}`
}

const POLLED_ELSEWHERE =
  'Another process is reading HubSpot into this store right now, so this one has read nothing. Try again in a minute.'

const COMPARED_ELSEWHERE =
  'Everything was read, but not compared with the stored records: another process is doing that right now. Try again later.'

function isoOf(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString()
}

function jsonOf(rows: readonly SyncRow[]): object {
  return Object.fromEntries(rows.map(({ name, asOf, ...row }) => [name, { ...row, asOf: isoOf(asOf) }]))
}

function textOf(types: readonly SyncRow[], { directory }: PollSummary): string {
  const rows = types.map(({ name, read, changed, skipped, asOf, error }) => {
    const counts = `${read} read, ${changed} new or changed, ${skipped} skipped`
    const complete = asOf === null ? '' : `${error === null ? ', complete' : ' Complete'} to ${isoOf(asOf)}`
    return `${name.padEnd(16)}${error ?? counts}${complete}`
  })
  const faults = Object.entries(directory).flatMap(([part, { error }]) =>
    error ? [`${part.padEnd(16)}${error}`] : [],
  )
  return [...rows, ...faults].join('\n')
}

function hasFailed({ types, directory }: PollSummary): boolean {
  return [...Object.values(types), ...Object.values(directory)].some(isFailure)
}

/** What the token may not read is not a failure: it is left out. */
function isFailure({ fault }: { fault: SourceFault | null }): boolean {
  return fault !== null && fault !== 'forbidden'
}
