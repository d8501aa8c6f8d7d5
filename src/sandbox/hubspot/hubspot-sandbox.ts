/** Turns a pretend account into a HubSpot that answers over real HTTP, with limits, lag and faults. */
import { createServer } from 'node:http'
import { performance } from 'node:perf_hooks'
import type { SandboxAccount } from './account.ts'
import { createDoor } from './door.ts'
import { createFaults, type Faults } from './faults.ts'
import { createRateLimits, type Limits, type RateLimits, usualLimits } from './rate-limits.ts'
import { createRequestCount, type RequestCount } from './request-count.ts'
import { allScopes } from './scopes.ts'

export interface SandboxOptions {
  account: SandboxAccount
  /** A free one by default. */
  port?: number
  /**
   * The account's clock, epoch milliseconds: used for edit times, the `Date` header, index lag and the end of the day.
   */
  clock?: () => number
  /** The clock for the rolling limits; real time by default. */
  pacingClock?: () => number
  limits?: Partial<Limits>
  /** The minimum time for every answer. */
  latencyMs?: number
  token?: string
  /** What the token may read; everything by default. */
  scopes?: readonly string[]
  /** Searches with a longer body are refused; no limit by default. */
  searchBodyMax?: number
  /**
   * Whether numbered paths are answered in addition to dated ones. By default they are a 404, as after their end in
   * 2027.
   */
  answersNumbered?: boolean
}

export interface HubSpotSandbox {
  url: string
  /** The bearer token that is accepted. */
  token: string
  /** What the token may read; tests may edit it. */
  scopes: Set<string>
  /** The account's true state; tests may edit it. */
  account: SandboxAccount
  requests: RequestCount
  faults: Faults
  rateLimits: RateLimits
  stop(): Promise<void>
}

const requestHeaderBytesMax = 128 * 1024

/** Starts the sandbox on 127.0.0.1; it is listening when the promise resolves. */
export async function startHubSpotSandbox(options: SandboxOptions): Promise<HubSpotSandbox> {
  const { account, token = 'pat-sandbox', latencyMs = 0 } = options
  if (options.clock !== undefined) account.useClock(options.clock)
  const scopes = new Set(options.scopes ?? allScopes)
  const requests = createRequestCount()
  const faults = createFaults(account)
  const rateLimits = createRateLimits(
    { ...usualLimits, ...options.limits },
    {
      zone: account.account.timeZone,
      now: () => account.now(),
      pacing: options.pacingClock ?? (() => performance.now()),
    },
  )
  const { searchBodyMax = Number.POSITIVE_INFINITY, answersNumbered = false } = options
  const door = createDoor({
    ...{ account, token, scopes, latencyMs, requests, faults, rateLimits },
    ...{ searchBodyMax, answersNumbered },
  })
  const server = createServer({ maxHeaderSize: requestHeaderBytesMax, keepAliveTimeout: 60_000 }, door)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : (options.port ?? 0)
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    scopes,
    account,
    requests,
    faults,
    rateLimits,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
