/** What one poll does, step by step: the directory and the rules that follow from it, then the types. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { FACT_TYPES, type FactType } from '../domain/facts.ts'
import { rulesFrom } from '../domain/rules.ts'
import type { Clock, Source, SourceError, Store } from '../ports.ts'
import {
  DIRECTORY_PARTS,
  type DirectoryFailures,
  directoryReport,
  dueParts,
  readDirectory,
} from './directory-parts.ts'
import { createGate } from './gate.ts'
import { PASSES, type Pass } from './passes.ts'
import { createTypesReader } from './read-types.ts'
import type { DirectoryPart, SyncReport, TypeReports } from './report.ts'
import type { FillProgress } from './type-reading.ts'

/** Where faults of HubSpot's are told. */
export interface Log {
  warn(fields: Record<string, unknown>, message: string): void
}

export interface SyncPorts {
  source: Source
  store: Store
  clock: Clock
  log?: Log
  onProgress?: (progress: FillProgress) => void
}

export interface Poller {
  readDirectory(): Promise<void>
  /** One kind of pass. It reads the directory only where there was none before. */
  readTypes(types: readonly FactType[], pass: string): Promise<TypeReports>
  poll(): Promise<SyncReport>
}

export function createPoller(ports: SyncPorts): Poller {
  const { source, store, clock, log, onProgress = () => undefined } = ports
  const gate = createGate(source, clock)
  const types = createTypesReader({ gate, store, clock, onProgress })

  async function readParts(parts: readonly DirectoryPart[]): Promise<DirectoryFailures> {
    const failures = await readDirectory({ source: gate.source, directory: store.directory, clock }, parts)
    for (const [part, { fault, message }] of failures) log?.warn({ part, fault }, message)
    await adoptRules(store, clock)
    return failures
  }

  async function read(wanted: readonly FactType[], passes: readonly Pass[], failures: DirectoryFailures) {
    const rules = await store.rules.current()
    const reports = rules ? await types.read(wanted, passes) : await types.refuse(accountFault(failures))
    for (const [type, { fault, error }] of Object.entries(reports)) {
      if (fault) log?.warn({ type, fault }, error ?? fault)
    }
    return reports
  }

  return {
    async readDirectory() {
      gate.open()
      await readParts(DIRECTORY_PARTS)
    },
    async readTypes(wanted, name) {
      gate.open()
      const failures = await readParts((await store.rules.current()) ? [] : DIRECTORY_PARTS)
      const passes = PASSES.filter((pass) => pass.name === name)
      return read(wanted, passes, failures)
    },
    async poll() {
      gate.open()
      const failures = await readParts(await dueParts(store.directory, clock.now()))
      const reports = await read(FACT_TYPES, PASSES, failures)
      return {
        types: reports,
        directory: await directoryReport(store.directory, failures),
        matured: await store.facts.mature(clock.now()),
        retallied: await retally(store),
        pausedUntil: gate.pausedUntil(),
      }
    },
  }
}

/** Each time: settings may have changed, and a rate that was set may have come into force. */
async function adoptRules(store: Store, clock: Clock): Promise<void> {
  const body = rulesFrom(await store.directory.read(), await store.settings.read(), clock.now())
  if (body) await store.rules.adopt(body)
}

function accountFault(failures: DirectoryFailures): SourceError {
  const error = failures.get('account')
  if (!error) throw new Error('the account was read, and yet there are no rules')
  return error
}

/** Facts tallied again in one transaction. */
const RETALLY_SLICE = 500

/** Brings every fact under the present rules. Returns how many stood under older ones. */
export async function retally(store: Store): Promise<number> {
  const rules = await store.rules.current()
  if (!rules) return 0
  const { outdated } = await store.facts.countOutdated(rules)
  if (outdated === 0) return 0
  while ((await store.facts.retally(rules, RETALLY_SLICE)) > 0) await nextTurn()
  return outdated
}
