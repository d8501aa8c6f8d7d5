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
import { createGate, type Gate } from './gate.ts'
import { PASSES, type Pass } from './passes.ts'
import { createTypesReader, type TypesReader } from './read-types.ts'
import type { DirectoryPart, SyncReport, TypeReports } from './report.ts'
import { createFaultTeller, type FaultTeller, type Log } from './tell-faults.ts'
import type { FillProgress } from './type-reading.ts'

export interface SyncPorts {
  source: Source
  store: Store
  clock: Clock
  log?: Log | undefined
  onProgress?: ((progress: FillProgress) => void) | undefined
}

export interface Poller {
  readDirectory(): Promise<void>
  /** One kind of pass. It reads the directory only where there was none before. */
  readTypes(types: readonly FactType[], pass: string): Promise<TypeReports>
  poll(): Promise<SyncReport>
}

export function createPoller({ source, store, clock, log, onProgress = () => undefined }: SyncPorts): Poller {
  const gate = createGate(source, clock)
  const types = createTypesReader({ gate, store, clock, onProgress })
  const tools = { gate, types, store, clock, tellFaults: createFaultTeller(log) }
  return {
    async readDirectory() {
      gate.open()
      await readParts(tools, DIRECTORY_PARTS)
    },
    async readTypes(wanted, name) {
      gate.open()
      const failures = await readParts(tools, (await store.rules.current()) ? [] : DIRECTORY_PARTS)
      const passes = PASSES.filter((pass) => pass.name === name)
      return readFacts(tools, { types: wanted, passes, failures })
    },
    async poll() {
      gate.open()
      const failures = await readParts(tools, await dueParts(store.directory, clock.now()))
      const reports = await readFacts(tools, { types: FACT_TYPES, passes: PASSES, failures })
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

interface Tools {
  gate: Gate
  types: TypesReader
  store: Store
  clock: Clock
  tellFaults: FaultTeller
}

async function readParts(
  { gate, store, clock, tellFaults }: Tools,
  parts: readonly DirectoryPart[],
): Promise<DirectoryFailures> {
  const failures = await readDirectory({ source: gate.source, directory: store.directory, clock }, parts)
  tellFaults(await directoryReport(store.directory, failures))
  await adoptRules(store, clock)
  return failures
}

interface FactsToRead {
  types: readonly FactType[]
  passes: readonly Pass[]
  /** What of the directory could not be read just now. */
  failures: DirectoryFailures
}

async function readFacts({ types, store, tellFaults }: Tools, wanted: FactsToRead): Promise<TypeReports> {
  const reports = (await store.rules.current())
    ? await types.read(wanted.types, wanted.passes)
    : await types.refuse(accountFault(wanted.failures))
  tellFaults(reports)
  return reports
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
