/** The time, and the log for diagnostics. */

export interface Clock {
  /** Epoch milliseconds. */
  now(): number
}

/** The log for diagnostics. Each entry says what happened, in fields and a sentence. */
export interface Log {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
