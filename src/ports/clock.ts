/** What time it is, and where diagnostics go. */

export interface Clock {
  /** Epoch milliseconds. */
  now(): number
}

/** Where diagnostics go: what happened, in fields and a sentence. */
export interface Log {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
