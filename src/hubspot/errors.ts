/** The errors of HubSpot and of the network, named so that callers can tell them apart. */
import type { SourceFault } from '../ports/source.ts'

/** What is known about a fault besides its kind. */
export interface FaultDetails {
  /** What was read: `deals`, `owners`, … */
  what: string
  /** The last HTTP status; `null` when there was no answer. */
  status: number | null
  /** When reading can go on (epoch ms), where HubSpot says so. */
  until?: number | undefined
  /** For `forbidden`: the scopes that the token lacks. */
  scopes?: readonly string[]
  cause?: unknown
}

/** HubSpot could not be read. `fault` is the kind of reason; the message says what failed, for what, and what to do. */
export class SourceError extends Error {
  readonly fault: SourceFault
  readonly what: string
  readonly status: number | null
  readonly until: number | undefined
  readonly scopes: readonly string[]

  constructor(fault: SourceFault, message: string, { what, status, until, scopes, cause }: FaultDetails) {
    super(message, { cause })
    this.name = 'SourceError'
    this.fault = fault
    this.what = what
    this.status = status
    this.until = until
    this.scopes = scopes ?? []
  }
}

/** An answer with a status other than 2xx. Stays inside this room. */
export class BadAnswer extends Error {
  readonly status: number
  readonly retryAfterMs: number | null
  readonly body: string

  constructor(status: number, retryAfterMs: number | null, body: string) {
    super(`HubSpot answered with status ${status}`)
    this.name = 'BadAnswer'
    this.status = status
    this.retryAfterMs = retryAfterMs
    this.body = body
  }
}

/** An answer that does not have the documented shape. Stays inside this room. */
export class GarbledAnswer extends Error {
  override readonly name = 'GarbledAnswer'
}

/** No complete answer within the time allowed. Stays inside this room. */
export class NoAnswerInTime extends Error {
  constructor(timeoutMs: number) {
    super(`no answer within ${timeoutMs / 1000} s`)
    this.name = 'NoAnswerInTime'
  }
}

/** One record that cannot become a fact. Stays inside this room. */
export class UnreadableRecord extends Error {
  override readonly name = 'UnreadableRecord'
}
