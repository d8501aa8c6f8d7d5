/** Environments for testing the source: the HubSpot sandbox, or a server that answers as a test says. */
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from 'vitest'
import type { SourceError } from '../../src/hubspot/errors.ts'
import { type Budget, createBudget } from '../../src/hubspot/pacing.ts'
import type { RetryLimits } from '../../src/hubspot/retry.ts'
import { createHubSpotSource, type HubSpotOptions, type HubSpotSource } from '../../src/hubspot/source.ts'
import type { SentRequest } from '../../src/hubspot/transport.ts'
import type { FactPage } from '../../src/ports/source.ts'
import type { AccountData } from '../../src/sandbox/hubspot/account-data.ts'
import {
  type HubSpotSandbox,
  type SandboxOptions,
  startHubSpotSandbox,
} from '../../src/sandbox/hubspot/hubspot-sandbox.ts'
import { loadAccount } from '../../src/sandbox/hubspot/load-account.ts'

const ending: (() => Promise<void>)[] = []

afterEach(async () => {
  await Promise.all(ending.splice(0).map((end) => end()))
})

export const noon = Date.parse('2026-11-18T12:00:00Z')

const unlimited = { tenSecondly: null, searchPerSecond: null, daily: null }

/** Waits short enough for a test. */
export const patience: Partial<RetryLimits> = {
  firstBackoffMs: 1,
  longestBackoffMs: 20,
  tenSecondsMs: 60,
  secondMs: 20,
  lockedMs: 40,
}

export function aWideBudget(): Budget {
  const limit = { max: 100_000, intervalMs: 1_000 }
  return createBudget({ general: limit, search: limit })
}

export interface World {
  source: HubSpotSource
  sandbox: HubSpotSandbox
  sent: SentRequest[]
}

/** A sandbox and a source that reads it; by default both at noon and without rate limits. */
export async function aWorld(
  sandboxOptions: Partial<SandboxOptions> = {},
  options: Partial<HubSpotOptions> = {},
): Promise<World> {
  const sandbox = await startHubSpotSandbox({
    account: anAccount(),
    clock: () => noon,
    limits: unlimited,
    ...sandboxOptions,
  })
  ending.push(() => sandbox.stop())
  const sent: SentRequest[] = []
  const source = aSource(sandbox.url, {
    token: sandbox.token,
    onRequest: (request) => sent.push(request),
    ...options,
  })
  return { source, sandbox, sent }
}

export function aSource(baseUrl: string, options: Partial<HubSpotOptions> = {}): HubSpotSource {
  return createHubSpotSource({
    token: 'pat-test',
    baseUrl,
    clock: { now: () => noon },
    log: { debug() {} },
    budget: aWideBudget(),
    retry: patience,
    ...options,
  })
}

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void

/** A server that answers as the test says, and a source that reads it. */
export async function aServer(answer: Handler, options: Partial<HubSpotOptions> = {}) {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => answer(request, response, body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ending.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  )
  const { port } = server.address() as AddressInfo
  return aSource(`http://127.0.0.1:${port}`, options)
}

export function sendJson(
  response: ServerResponse,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(200, { 'content-type': 'application/json;charset=utf-8', ...headers })
  response.end(JSON.stringify(body))
}

/** A source that gets this page of records as every answer. */
export function aPageOf(results: unknown, rest: object = {}): Promise<HubSpotSource> {
  return aServer((_, response) => sendJson(response, { results, ...rest }))
}

/** A golden data set or case, in the shape of its file. */
export function golden(file: string): AccountData {
  return JSON.parse(readFileSync(new URL(`../golden/${file}`, import.meta.url), 'utf8')) as AccountData
}

/** An account with one rep and no records. */
export function anAccount(changes: Record<string, unknown> = {}) {
  const { objects: _, ...rest } = golden('cases/archived-owner.json')
  return loadAccount({ ...rest, objects: {}, ...changes })
}

/** Reads all pages. */
export async function allPages(read: (cursor: string | null) => Promise<FactPage>): Promise<FactPage[]> {
  const pages: FactPage[] = []
  let cursor: string | null = null
  do {
    const page: FactPage = await read(cursor)
    pages.push(page)
    cursor = page.next
  } while (cursor !== null)
  return pages
}

/** The `SourceError` that a call rejects with. */
export async function errorOf(call: Promise<unknown>): Promise<SourceError> {
  return call.then(
    () => {
      throw new Error('expected the call to reject')
    },
    (error) => error,
  )
}
