import type { IncomingMessage } from 'node:http'
import { type JsonObject, objectOf, parseJson } from './json.ts'

const maxBodyBytes = 4_000_000

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    const buffer = Buffer.from(chunk)
    bytes += buffer.length
    if (bytes > maxBodyBytes) throw new Error('The request is larger than 4 MB.')
    chunks.push(buffer)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** The arguments from the query and a form or JSON body; form values remain text, as sent. */
export function argumentsOf(request: IncomingMessage, body: string): JsonObject {
  const query = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams
  const isJson = (request.headers['content-type'] ?? '').includes('application/json')
  const given = isJson ? objectOf(parseJson(body)) : Object.fromEntries(new URLSearchParams(body))
  return { ...Object.fromEntries(query), ...given }
}
