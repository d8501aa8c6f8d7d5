import { Command } from 'commander'
import type { SyncReport } from '../../sync/report.ts'
import type { Parts } from '../parts.ts'
import { showProgress } from '../progress.ts'
import { configFor, print, printJson, withStore } from '../run.ts'

interface Options {
  full?: boolean
  json?: boolean
}

export function syncCommand(parts: Parts): Command {
  return new Command('sync')
    .description('read HubSpot up to now, and the whole where it was never read')
    .option('--full', 'list every record again')
    .option('--json', 'print what each type gave as JSON')
    .action((options: Options) => sync(parts, options))
}

async function sync(parts: Parts, { full, json }: Options): Promise<void> {
  const config = configFor('hubspot', 'store')
  const log = parts.createLog(config.logLevel)
  const lock = await parts.lockStore(config.store)
  try {
    await withStore(parts, async (store) => {
      const source = await parts.createSource(config.hubspot, log)
      const progress = showProgress()
      const sync = parts.createSync({ source, store, log, onProgress: progress.onProgress })
      if (full) {
        for (const cursor of await store.cursors.read()) {
          await store.cursors.save({
            ...cursor,
            fillCursor: null,
            fillStartedAt: null,
            asOf: null,
            filled: 0,
          })
        }
      }
      const report = await sync.run()
      progress.end()
      json ? printJson(jsonOf(report)) : print(textOf(report))
      process.exitCode = hasFailed(report) ? 1 : 0
    })
  } finally {
    lock.release()
  }
}

function isoOf(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString()
}

function jsonOf({ types }: SyncReport): object {
  const rows = Object.entries(types).map(([type, { read, changed, skipped, asOf, error }]) => [
    type,
    { read, changed, skipped, asOf: isoOf(asOf), error },
  ])
  return Object.fromEntries(rows)
}

function textOf({ types, directory }: SyncReport): string {
  const rows = Object.entries(types).map(([type, { read, changed, skipped, asOf, error }]) => {
    const counts = `${read} read, ${changed} new or changed, ${skipped} skipped`
    return `${type.padEnd(16)}${error ?? counts}${asOf === null ? '' : `, complete to ${isoOf(asOf)}`}`
  })
  const faults = Object.entries(directory).flatMap(([part, { error }]) =>
    error ? [`${part.padEnd(16)}${error}`] : [],
  )
  return [...rows, ...faults].join('\n')
}

/** A type that the token may not read is no failure: it is left out. */
function hasFailed({ types, directory }: SyncReport): boolean {
  return [...Object.values(types), ...Object.values(directory)].some(
    ({ fault }) => fault !== null && fault !== 'forbidden',
  )
}
