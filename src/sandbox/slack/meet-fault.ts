import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Fault } from './faults.ts'

/** An answer before it is sent. Status 0 means that the connection is cut instead. */
export interface Reply {
  status: number
  headers: Record<string, string>
  body: string
}

export function jsonReply(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  }
}

const cutReply: Reply = { status: 0, headers: {}, body: '' }

export function send(response: ServerResponse, reply: Reply): void {
  if (reply.status === 0) {
    response.socket?.resetAndDestroy()
    return
  }
  response.writeHead(reply.status, reply.headers)
  response.end(reply.body)
}

/** Does the work and answers; a fault prevents the work or spoils the answer. */
export async function meetFault(fault: Fault | undefined, work: () => Reply): Promise<Reply> {
  if (fault === undefined) return work()
  switch (fault.kind) {
    case 'accept-then-reset':
      work()
      return cutReply
    case 'accept-then-500':
      work()
      return { status: 500, headers: { 'content-type': 'text/plain' }, body: 'Internal Server Error' }
    case 'accept-then-slow': {
      const reply = work()
      await wait(fault.delayMs)
      return reply
    }
    case 'slow':
      await wait(fault.delayMs)
      return work()
    default:
      return refuseBefore(fault)
  }
}

type RefusingFault = Exclude<Fault, { kind: `accept-${string}` | 'slow' }>

function refuseBefore(fault: RefusingFault): Reply {
  switch (fault.kind) {
    case 'reset':
      return cutReply
    case 'status':
      return { status: fault.status, headers: {}, body: '' }
    case 'rate-limited':
      return rateLimited(fault.retryAfterSeconds)
    case 'error':
      return jsonReply(200, { ok: false, error: fault.error })
    case 'html':
      return {
        status: fault.status,
        headers: { 'content-type': 'text/html' },
        body: '<!DOCTYPE html><html><body><h1>Something went wrong</h1></body></html>',
      }
    default:
      return fault satisfies never
  }
}

export function rateLimited(retryAfterSeconds: number): Reply {
  return jsonReply(429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(retryAfterSeconds) })
}
