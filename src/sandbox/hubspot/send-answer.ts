import type { ServerResponse } from 'node:http'
import type { Fault } from './faults.ts'
import { Refusal, refusalBody } from './refusal.ts'

export interface Answer {
  status: number
  body: unknown
  headers?: Record<string, string>
}

const json = 'application/json;charset=utf-8'

/** Sends a complete answer and returns its status. */
export function sendAnswer(response: ServerResponse, { status, body, headers = {} }: Answer): number {
  const text = JSON.stringify(body)
  response.writeHead(status, { ...headers, 'Content-Type': json, 'Content-Length': Buffer.byteLength(text) })
  response.end(text)
  return status
}

const errorPage =
  '<!DOCTYPE html><html><head><title>hubapi.com | Bad gateway</title></head><body><h1>Bad gateway</h1></body></html>'

function sendError(response: ServerResponse, fault: Fault): number {
  const status = fault.status ?? 500
  if (fault.retryAfter !== undefined) response.setHeader('Retry-After', String(fault.retryAfter))
  if (fault.kind === 'empty') {
    response.writeHead(status, { 'Content-Length': 0 }).end()
    return status
  }
  if (fault.kind === 'html') {
    response.writeHead(status, { 'Content-Type': 'text/html; charset=UTF-8' }).end(errorPage)
    return status
  }
  const body =
    fault.body ?? refusalBody(new Refusal(status, 'internal error', { category: 'INTERNAL_ERROR' }))
  if (typeof body === 'string') {
    response.writeHead(status, { 'Content-Type': json }).end(body)
    return status
  }
  return sendAnswer(response, { status, body })
}

/** The answer with its list of results changed; answers without a list are returned unchanged. */
function withResults(answer: Answer, change: (results: unknown[]) => unknown[]): Answer {
  const { body } = answer
  if (typeof body !== 'object' || body === null || !('results' in body)) return answer
  return Array.isArray(body.results)
    ? { ...answer, body: { ...body, results: change(body.results) } }
    : answer
}

function sendHalf(response: ServerResponse, answer: Answer, looksComplete: boolean): number {
  const text = JSON.stringify(answer.body)
  const half = text.slice(0, Math.floor(text.length / 2))
  if (looksComplete) {
    response.writeHead(answer.status, { 'Content-Type': json }).end(half)
    return answer.status
  }
  response.writeHead(answer.status, { 'Content-Type': json, 'Content-Length': Buffer.byteLength(text) })
  response.write(half, () => response.destroy())
  return 0
}

/** Applies a fault to an answer, sends the result, and returns the status that was sent; 0 if none was. */
export function sendFault(response: ServerResponse, answer: Answer, fault: Fault): number {
  switch (fault.kind) {
    case 'reset':
      response.socket?.resetAndDestroy()
      return 0
    case 'hang':
      return 0
    case 'cut':
      return sendHalf(response, answer, false)
    case 'truncated':
      return sendHalf(response, answer, true)
    case 'slow':
      return sendAnswer(response, answer)
    case 'shuffled':
      return sendAnswer(
        response,
        withResults(answer, (results) => [...results.slice(1), ...results.slice(0, 1)].reverse()),
      )
    case 'doubled':
      return sendAnswer(
        response,
        withResults(answer, (results) => [...results.slice(0, 1), ...results]),
      )
    default:
      return sendError(response, fault)
  }
}
