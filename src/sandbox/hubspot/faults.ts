import { type TypeHolder, typeNamed } from './account-types.ts'
import type { EndpointKind } from './endpoints/call.ts'
import type { ObjectType } from './object-types.ts'
import { createRandom } from './random.ts'
import type { SearchIndex } from './search-index.ts'

/**
 * What can go wrong with an answer. `status`: an error with a JSON body · `html`: an error page · `empty`: an error
 * without body and Content-Type · `reset`: the connection is cut before the answer · `cut`: it is cut in the middle of
 * the answer · `truncated`: half of the JSON, sent as if complete · `slow`: the right answer, late · `hang`: no answer
 * at all · `shuffled`: results out of order · `doubled`: the first result twice · `ten-secondly`, `secondly`, `daily`:
 * a 429.
 */
export type FaultKind =
  | 'status'
  | 'html'
  | 'empty'
  | 'reset'
  | 'cut'
  | 'truncated'
  | 'slow'
  | 'hang'
  | 'shuffled'
  | 'doubled'
  | 'ten-secondly'
  | 'secondly'
  | 'daily'

export interface Fault {
  kind: FaultKind
  /** For `status`, `html` and `empty`; 500 by default. */
  status?: number
  /** Seconds, sent as Retry-After. */
  retryAfter?: number
  /** Replaces the usual error body. */
  body?: unknown
  /** For `slow`; 1,000 by default. */
  delayMs?: number
}

export interface PlannedFault extends Fault {
  /** The requests it applies to, by object type (or owners, currencies …) and kind of endpoint; any by default. */
  match?: { type?: string; kind?: EndpointKind }
  /** How many matching requests pass first. */
  after?: number
  /** How many requests it affects; 1 by default. */
  times?: number
}

export interface FaultMix {
  /** The share of requests that fail, 0 to 1. */
  share: number
  seed: number
  kinds?: readonly Fault[]
}

export interface Faults {
  next(fault: PlannedFault): void
  /** Answers 403 MISSING_SCOPES for an object type, or for owners, teams, currencies. */
  denyType(type: string): void
  allowType(type: string): void
  refuseToken(): void
  acceptToken(): void
  /** While true, every connection is cut. */
  down(isDown: boolean): void
  /** Makes a seeded random share of requests fail; undefined ends it. */
  mix(mix: FaultMix | undefined): void
  /** How late search sees changes, in milliseconds. */
  indexLagMs: number
  /** Hides one record from search until an instant on the account's clock. */
  hide(type: ObjectType, id: string, untilMs: number): void
  /** Ends every fault except the index lag of changes already made. */
  clear(): void
}

export interface FaultedRequest {
  kind: EndpointKind
  subject: string
}

/** The faults as the door uses them. */
export interface FaultBook extends Faults {
  strike(request: FaultedRequest): Fault | undefined
  isDenied(subject: string): boolean
  isTokenRefused(): boolean
  isDown(): boolean
}

/** Every kind of failure that a bad hour can bring. */
const badHour: readonly Fault[] = [
  { kind: 'ten-secondly' },
  { kind: 'ten-secondly', retryAfter: 1 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503, retryAfter: 1 },
  { kind: 'html', status: 502 },
  { kind: 'empty', status: 504 },
  { kind: 'reset' },
  { kind: 'cut' },
  { kind: 'truncated' },
  { kind: 'slow', delayMs: 300 },
]

/** Faults for certain requests, a given number of times, after a given number that pass. */
function createPlans(subjectOf: (type: string) => string) {
  let plans: { fault: PlannedFault; passing: number; left: number }[] = []
  return {
    add(fault: PlannedFault): void {
      plans.push({ fault, passing: fault.after ?? 0, left: fault.times ?? 1 })
    },
    strike(request: FaultedRequest): Fault | undefined {
      const plan = plans.find(
        ({ fault: { match } }) =>
          (match?.kind === undefined || match.kind === request.kind) &&
          (match?.type === undefined || subjectOf(match.type) === request.subject),
      )
      if (plan === undefined) return undefined
      if (plan.passing > 0) {
        plan.passing -= 1
        return undefined
      }
      plan.left -= 1
      if (plan.left <= 0) plans = plans.filter((other) => other !== plan)
      return plan.fault
    },
    clear(): void {
      plans = []
    },
  }
}

export function createFaults(account: TypeHolder & { searchIndex: SearchIndex }): FaultBook {
  const { searchIndex } = account
  const subjectOf = (type: string) => typeNamed(account, type) ?? type
  const planned = createPlans(subjectOf)
  const denied = new Set<string>()
  let mixed: (() => Fault | undefined) | undefined
  let isTokenRefused = false
  let isDown = false

  return {
    next: planned.add,
    denyType: (type) => void denied.add(subjectOf(type)),
    allowType: (type) => void denied.delete(subjectOf(type)),
    refuseToken() {
      isTokenRefused = true
    },
    acceptToken() {
      isTokenRefused = false
    },
    down(next) {
      isDown = next
    },
    mix(mix) {
      if (mix === undefined) mixed = undefined
      else {
        const random = createRandom(mix.seed)
        const kinds = mix.kinds ?? badHour
        mixed = () => (random.chance(mix.share) ? random.pick(kinds) : undefined)
      }
    },
    get indexLagMs() {
      return searchIndex.lagMs
    },
    set indexLagMs(lagMs) {
      searchIndex.lagMs = lagMs
    },
    hide: (type, id, untilMs) => searchIndex.hide(type, id, untilMs),
    clear() {
      planned.clear()
      denied.clear()
      mixed = undefined
      isTokenRefused = false
      isDown = false
    },
    strike: (request) => planned.strike(request) ?? mixed?.(),
    isDenied: (subject) => denied.has(subject),
    isTokenRefused: () => isTokenRefused,
    isDown: () => isDown,
  }
}
