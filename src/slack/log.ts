import { type Logger, LogLevel } from '@slack/web-api'

type Write = (fields: object, message: string) => void

/** Receives diagnostics. */
export interface Log {
  debug: Write
  info: Write
  warn: Write
  error: Write
}

/** Lets Slack's libraries write to our log. Their debug level prints payloads and is left out. */
export function boltLogger(log: Log): Logger {
  const write =
    (to: Write) =>
    (first: unknown, ...rest: unknown[]) =>
      to({ from: 'slack' }, [first, ...rest].map(String).join(' '))
  return {
    debug: () => undefined,
    info: write((fields, message) => log.debug(fields, message)),
    warn: write((fields, message) => log.warn(fields, message)),
    error: write((fields, message) => log.warn(fields, message)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  }
}
