/** What a command says: results to stdout, diagnostics to stderr, errors in plain words. */

/** Ends a command with an exit code and a message for the user. */
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

/** The message and exit code for an error; the few errors of libraries that have a plain answer get one. */
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

/** The message of an error that somebody can do something about; `null`: it is a bug. */
export function plainText(error: unknown): string | null {
  return error instanceof Error && PLAIN.includes(error.name) ? error.message : null
}

/** Errors with a message that says what to do; those in `OF_USE` mean incorrect usage or configuration. */
const OF_USE = [
  'NoStoreError',
  'UnknownPeriodError',
  'UnknownMetricError',
  'EnvironmentFileError',
  'DatabaseAddressError',
]
const PLAIN = ['StoreInUseError', 'DiskError', 'NewerSchemaError', 'SourceError', ...OF_USE]
