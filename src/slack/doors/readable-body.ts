import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { defaultBodyLimit, HTTPModuleFunctions, type HTTPReceiver, isRawBodyError } from '@slack/bolt'
import type { Log } from '../log.ts'

export interface ReadableBodyOptions {
  receiver: HTTPReceiver
  endpoint: string
  signingSecret: string
  log: Log
  /** Called for each request with a valid signature. */
  onVerified: () => void
}

/**
 * Bolt reads the body outside its own `catch`, so `null` in place of an object would end the process. Such bodies are
 * refused here; all others go on to Bolt, which need not verify the signature again. What Bolt takes for a request from
 * Slack must therefore be verified here: both compare method and path in the same way.
 */
export function readableBodiesOnly(options: ReadableBodyOptions): RequestListener {
  const { receiver, endpoint } = options
  const toBolt = receiver.requestListener
  return (request, response) => {
    const isFromSlack = request.method === 'POST' && pathOf(request) === endpoint
    if (isFromSlack) void takeIn({ ...options, toBolt, request, response })
    else toBolt(request, response)
  }
}

function pathOf({ url }: IncomingMessage): string | undefined {
  return URL.parse(url ?? '/', 'http://localhost')?.pathname
}

interface Taken extends ReadableBodyOptions {
  toBolt: RequestListener
  request: IncomingMessage
  response: ServerResponse
}

async function takeIn({ toBolt, request, response, signingSecret, log, onVerified }: Taken): Promise<void> {
  const options = { enabled: true, signingSecret, bodyLimit: defaultBodyLimit }
  try {
    const verified = await HTTPModuleFunctions.parseAndVerifyHTTPRequest(options, request)
    onVerified()
    if (isReadable(verified)) return toBolt(verified, response)
    log.warn({}, 'refused a request from Slack with an unreadable body')
    response.writeHead(400).end()
  } catch (error) {
    const isTooLarge = isRawBodyError(error) && error.statusCode === 413
    log.warn({ err: error }, 'refused a request that is too large or not signed by Slack')
    if (!response.headersSent) response.writeHead(isTooLarge ? 413 : 401).end()
  }
}

function isReadable(request: Parameters<typeof HTTPModuleFunctions.parseHTTPRequestBody>[0]): boolean {
  try {
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(request)
    return typeof body === 'object' && body !== null && !Array.isArray(body)
  } catch {
    return false
  }
}
