import { createHmac } from 'node:crypto'
import type { Delivery, Sent } from './delivery.ts'
import { type Json, parseJson } from './json.ts'

export interface SignedRequest {
  target: string
  body: string
  contentType: string
  signingSecret: string
  /** The time in the signature, epoch seconds. */
  atSeconds: number
  timeoutMs: number
  headers?: Record<string, string>
}

export interface AppAnswer {
  status: number
  body: string
  noRetry: boolean
}

/** Slack's v0 signature for a request body. */
function signatureOf(signingSecret: string, atSeconds: number, body: string): string {
  return `v0=${createHmac('sha256', signingSecret).update(`v0:${atSeconds}:${body}`).digest('hex')}`
}

/** Sends one signed request to the app; rejects if the app cannot be reached or is too slow. */
export async function sendSigned(request: SignedRequest): Promise<AppAnswer> {
  const response = await fetch(request.target, {
    method: 'POST',
    headers: {
      'content-type': request.contentType,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': String(request.atSeconds),
      'x-slack-signature': signatureOf(request.signingSecret, request.atSeconds, request.body),
      ...request.headers,
    },
    body: request.body,
    signal: AbortSignal.timeout(request.timeoutMs),
  })
  const body = await response.text()
  return { status: response.status, body, noRetry: response.headers.get('x-slack-no-retry') === '1' }
}

export interface HttpTarget {
  target: string
  signingSecret: string
  clock: () => number
  timeoutMs: number
}

/** Commands are sent as a form, clicks as `payload=`, events as JSON. */
function encodeDelivery({ kind, payload }: Delivery): { body: string; contentType: string } {
  if (kind === 'events_api') return { body: JSON.stringify(payload), contentType: 'application/json' }
  const form = new URLSearchParams()
  if (kind === 'interactive') form.set('payload', JSON.stringify(payload))
  else for (const [key, value] of Object.entries(payload)) form.set(key, String(value))
  return { body: form.toString(), contentType: 'application/x-www-form-urlencoded' }
}

export async function deliverByHttp(delivery: Delivery, to: HttpTarget): Promise<Sent> {
  const startedAt = performance.now()
  const { retry } = delivery
  const headers: Record<string, string> =
    retry === undefined
      ? {}
      : { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason }
  try {
    const answer = await sendSigned({
      ...to,
      ...encodeDelivery(delivery),
      atSeconds: Math.floor(to.clock() / 1000),
      headers,
    })
    if (answer.status < 200 || answer.status > 299) {
      return { ok: false, error: 'dispatch_failed', status: answer.status, noRetry: answer.noRetry }
    }
    return { ok: true, payload: ackOf(answer.body), tookMs: performance.now() - startedAt }
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    return { ok: false, error: isLate ? 'operation_timeout' : 'dispatch_failed' }
  }
}

/** An empty body acks without an answer; a body that is not JSON is text to show. */
function ackOf(body: string): Json | undefined {
  if (body === '') return undefined
  return parseJson(body) ?? { text: body }
}
