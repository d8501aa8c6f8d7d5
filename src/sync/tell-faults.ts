import type { SourceFault } from '../ports/source.ts'

/** Where HubSpot's faults are logged. */
export interface Log {
  warn(fields: Record<string, unknown>, message: string): void
}

/** What a report says about each type, or about each part of the directory. */
type Faults = Record<string, { fault: SourceFault | null; error: string | null }>

export type FaultTeller = (faults: Faults) => void

/** Logs each fault once; again only after it has changed or come back. */
export function createFaultTeller(log: Log | undefined): FaultTeller {
  const told = new Map<string, string>()
  return (faults) => {
    for (const [what, { fault, error }] of Object.entries(faults)) {
      if (fault === null) told.delete(what)
      else if (error !== null && told.get(what) !== error) {
        told.set(what, error)
        log?.warn({ what, fault }, error)
      }
    }
  }
}
