import type { SourceFault } from '../ports/source.ts'

/** Where HubSpot's faults are logged. */
export interface Log {
  warn(fields: Record<string, unknown>, message: string): void
}

/** What a report says about each type, or about each part of the directory. */
type Faults = Record<string, { fault: SourceFault | null; error: string | null }>

export type FaultLogger = (faults: Faults) => void

/** Logs each fault once; again only after it has changed or come back. */
export function createFaultLogger(log: Log | undefined): FaultLogger {
  const logged = new Map<string, string>()
  return (faults) => {
    for (const [what, { fault, error }] of Object.entries(faults)) {
      if (fault === null) logged.delete(what)
      else if (error !== null && logged.get(what) !== error) {
        logged.set(what, error)
        log?.warn({ what, fault }, error)
      }
    }
  }
}
