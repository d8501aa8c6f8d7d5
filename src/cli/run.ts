/** How a command runs: config first, faults in plain words, results to stdout, diagnostics to stderr. */

import type { ConfigFor, Need } from '../config/config.ts'
import { environment, readConfig } from '../config/environment.ts'
import type { Store } from '../ports/store.ts'
import { atRatesThen } from '../values/rates-then.ts'
import type { Parts } from '../wiring.ts'

/** Ends a command with an exit code and what to tell the person. */
export class CommandError extends Error {
  override name = 'CommandError'
  readonly exitCode: 1 | 2

  constructor(message: string, exitCode: 1 | 2) {
    super(message)
    this.exitCode = exitCode
  }
}

export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

export function printJson(json: unknown): void {
  print(JSON.stringify(json, null, 2))
}

export function tell(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** The config that a command needs. Every complaint at once, exit code 2. */
export function configFor<N extends Need>(...needs: N[]): ConfigFor<N> {
  const reading = readConfig(needs, environment())
  if ('config' in reading) return reading.config
  const complaints = reading.complaints.map((complaint) => `  - ${complaint}`)
  throw new CommandError(
    [
      'The configuration is not complete:',
      ...complaints,
      'Set these in the environment or in .env; .env.example explains each.',
    ].join('\n'),
    2,
  )
}

/** A poll that waits for HubSpot must not keep the process once all is closed. */
export function end(): never {
  process.exit()
}

/** Opens the store, as at a moment (epoch ms) where one is given, for one piece of work and closes it whatever happens. */
export async function withStore<T>(
  parts: Parts,
  work: (store: Store) => Promise<T>,
  at?: number,
): Promise<T> {
  const store = await parts.openStore(configFor('store').store)
  try {
    return await work(at === undefined ? store : await atRatesThen(store, at))
  } finally {
    await store.close()
  }
}

/** Reads `--at`. */
export function momentOrThrow(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const at = Date.parse(text)
  if (!Number.isNaN(at) && /[Zz]|[+-]\d\d:?\d\d$/.test(text)) return at
  throw new CommandError(`--at '${text}' is no moment. Write e.g. 2026-11-18T20:17:00Z.`, 2)
}

export const NEVER_READ = "Nothing was read from HubSpot yet. Run 'scoreline sync' first, or start the bot."

/** For the few ways in which others' errors have a plain answer. */
export function explain(error: unknown): { text: string; exitCode: number } {
  if (error instanceof CommandError) return { text: error.message, exitCode: error.exitCode }
  if (!(error instanceof Error)) return { text: String(error), exitCode: 1 }
  const plain = plainText(error)
  if (plain !== null) return { text: plain, exitCode: OF_USE.includes(error.name) ? 2 : 1 }
  if (isPortTaken(error))
    return { text: `PORT ${error.port} is taken. Set PORT to another; 0 takes any free one.`, exitCode: 1 }
  return { text: error.stack ?? error.message, exitCode: 1 }
}

function isPortTaken(error: Error): error is Error & { port: unknown } {
  return 'code' in error && error.code === 'EADDRINUSE' && 'port' in error
}

/** What an error says that somebody can do something about; `null`: it is a bug. */
export function plainText(error: unknown): string | null {
  return error instanceof Error && PLAIN.includes(error.name) ? error.message : null
}

/** Errors whose message says what to do; the first ones are of wrong use or configuration. */
const OF_USE = ['UnknownPeriodError', 'UnknownMetricError', 'EnvironmentFileError', 'DatabaseAddressError']
const PLAIN = ['StoreInUseError', 'NewerSchemaError', 'SourceError', ...OF_USE]
