import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { SandboxAccount } from './account.ts'
import type { Fault, FaultBook } from './faults.ts'
import { type Found, findRoute } from './find-route.ts'
import { type Policy, type RateLimits, rateLimitBody } from './rate-limits.ts'
import { badToken, invalid, missingScope, notFound, Refusal, refusalBody, unknownType } from './refusal.ts'
import { noteRequest, type RequestCount } from './request-count.ts'
import { scopesDemanded } from './scopes.ts'
import { type Answer, sendAnswer, sendFault } from './send-answer.ts'

export interface DoorSetting {
  account: SandboxAccount
  token: string
  /** What the token may read. */
  scopes: ReadonlySet<string>
  latencyMs: number
  requests: RequestCount
  faults: FaultBook
  rateLimits: RateLimits
  searchBodyMax: number
  answersNumbered: boolean
}

const pathCharactersMax = 15_000

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function parseBody(text: string): unknown {
  if (text === '') return undefined
  try {
    const body: unknown = JSON.parse(text)
    return body
  } catch {
    throw invalid('Invalid input JSON on line 1, column 1')
  }
}

function usage({ account, rateLimits }: DoorSetting): object {
  const result = {
    name: 'api-calls-daily',
    usageLimit: rateLimits.limits.daily ?? 1_000_000,
    currentUsage: rateLimits.usedToday(),
    collectedAt: new Date(account.now()).toISOString(),
    fetchStatus: 'SUCCESS',
    resetsAt: new Date(rateLimits.resetsAtMs()).toISOString(),
  }
  return { results: [result] }
}

function checkAllowed(setting: DoorSetting, request: IncomingMessage, found: Found): void {
  const isAccepted =
    request.headers.authorization === `Bearer ${setting.token}` && !setting.faults.isTokenRefused()
  if (!isAccepted) throw badToken()
  // HubSpot first finds the type, then checks whether the token may read it.
  if (found.unknownType !== undefined) throw unknownType(found.unknownType)
  const demandedFor = (subjects: readonly string[]) =>
    scopesDemanded(setting.account, { kind: found.kind, subjects })
  const denied = found.subjects.find((subject) => setting.faults.isDenied(subject))
  if (denied !== undefined) throw missingScope(demandedFor([denied]).at(-1) ?? [])
  const lacking = demandedFor(found.subjects).find(
    (group) => !group.some((scope) => setting.scopes.has(scope)),
  )
  if (lacking !== undefined) throw missingScope(lacking)
}

function answerOf(setting: DoorSetting, found: Found, text: string): Answer {
  if (found.kind === 'usage') return { status: 200, body: usage(setting) }
  if (found.route === undefined) throw notFound(`No endpoint answers ${found.path}`)
  if (found.kind === 'search' && text.length > setting.searchBodyMax) {
    throw invalid(`The request body is longer than ${setting.searchBodyMax} characters.`)
  }
  return found.route.endpoint({
    state: setting.account,
    query: found.query,
    body: parseBody(text),
    parts: found.parts,
    path: found.path,
  })
}

function refusedAnswer(error: unknown): Answer {
  if (error instanceof Refusal) return { status: error.status, body: refusalBody(error) }
  throw error
}

const policies: Partial<Record<Fault['kind'], Policy>> = {
  'ten-secondly': 'TEN_SECONDLY_ROLLING',
  secondly: 'SECONDLY',
  daily: 'DAILY',
}

function limitedAnswer(policy: Policy, portalId: number): Answer {
  return { status: 429, body: rateLimitBody(policy, portalId) }
}

interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  text: string
  found: Found
}

/** Checks token, limits and scopes, then calls the endpoint; each step may refuse the request. */
function judge(setting: DoorSetting, { request, text, found }: Exchange): Answer {
  const { portalId } = setting.account.account
  let headers: Record<string, string> = {}
  try {
    if ((request.url ?? '').length > pathCharactersMax) throw new Refusal(414, 'URI Too Long')
    const admission = setting.rateLimits.admit(found.kind)
    headers = admission.headers
    if (admission.refusedBy !== undefined) {
      return { ...limitedAnswer(admission.refusedBy, portalId), headers }
    }
    checkAllowed(setting, request, found)
    return { ...answerOf(setting, found, text), headers }
  } catch (error) {
    return { ...refusedAnswer(error), headers }
  }
}

async function exchange(setting: DoorSetting, parts: Exchange): Promise<number> {
  const { response, found, request } = parts
  const { account, faults, latencyMs } = setting
  if (faults.isDown()) {
    request.socket.destroy()
    return 0
  }
  const fault = faults.strike({ kind: found.kind, subject: found.subjects[0] ?? found.kind })
  const answer = judge(setting, parts)
  const delayMs = latencyMs + (fault?.kind === 'slow' ? (fault.delayMs ?? 1_000) : 0)
  if (delayMs > 0) await pause(delayMs)
  response.setHeader('Date', new Date(account.now()).toUTCString())
  response.setHeader('X-HubSpot-Correlation-Id', randomUUID())
  const policy = fault === undefined ? undefined : policies[fault.kind]
  if (policy !== undefined) {
    if (fault?.retryAfter !== undefined) response.setHeader('Retry-After', String(fault.retryAfter))
    return sendAnswer(response, limitedAnswer(policy, account.account.portalId))
  }
  return fault === undefined ? sendAnswer(response, answer) : sendFault(response, answer, fault)
}

/** The request listener: reads the request, decides, answers, and counts what happened. */
export function createDoor(setting: DoorSetting) {
  const { requests, account } = setting
  let underWay = 0

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const found = findRoute(request.method ?? 'GET', request.url ?? '/', setting)
    underWay += 1
    requests.mostAtOnce = Math.max(requests.mostAtOnce, underWay)
    const text = await readText(request)
    const atMs = account.now()
    const status = await exchange(setting, { request, response, text, found })
    underWay -= 1
    const subject = found.subjects[0] ?? found.kind
    const { kind, path } = found
    const method = request.method ?? 'GET'
    noteRequest(requests, { atMs, method, path, kind, subject, body: text, status })
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    serve(request, response).catch((error: unknown) => {
      underWay -= 1
      if (response.headersSent || response.destroyed) response.destroy()
      else
        sendAnswer(response, {
          status: 500,
          body: { status: 'error', message: `The sandbox failed: ${error}` },
        })
    })
  }
}
