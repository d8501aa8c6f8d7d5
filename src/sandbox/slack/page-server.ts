import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { parseJson } from './json.ts'
import { jsonReply, type Reply } from './meet-fault.ts'
import { doPageAct } from './page-acts.ts'
import { type AppOffer, firstLook, pageState } from './page-state.ts'
import type { ActPorts } from './people.ts'

/** Serves the web page that shows the workspace, and the page's requests. */
export interface PageServer {
  answer(request: IncomingMessage, body: string): Promise<Reply | undefined>
  /** Takes over a request for live updates; returns false for any other request. */
  stream(request: IncomingMessage, response: ServerResponse): boolean
  stop(): void
}

export interface PagePorts {
  act: ActPorts
  shortcuts: AppOffer['shortcuts']
}

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}

const security = {
  'content-security-policy': "default-src 'self'; img-src 'self' https: data:; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

async function asset(path: string): Promise<Reply | undefined> {
  const name = path === '/' ? 'index.html' : path.replace(/^\/page\//, '')
  if (!/^[a-z0-9-]+\.(html|css|js)$/.test(name)) return undefined
  try {
    const body = await readFile(new URL(`./page/${name}`, import.meta.url), 'utf8')
    return { status: 200, headers: { 'content-type': contentTypes[extname(name)] ?? '', ...security }, body }
  } catch {
    return undefined
  }
}

export function createPageServer({ act, shortcuts }: PagePorts): PageServer {
  const { world } = act
  const streams = new Set<ServerResponse>()
  const unwatch = world.onChange(announce)
  let isAnnouncing = false

  /** Several changes in one turn of the event loop become one notification to the pages. */
  function announce(): void {
    if (isAnnouncing) return
    isAnnouncing = true
    setImmediate(() => {
      isAnnouncing = false
      for (const stream of streams) stream.write('data: changed\n\n')
    })
  }

  function state(url: URL): Reply {
    const read = (key: string) => url.searchParams.get(key) ?? ''
    const asked = { userId: read('as'), channelId: read('channel'), threadTs: read('thread') }
    const query = firstLook(world.workspace, asked)
    const seen = pageState(world.workspace, query, { commands: act.commands, shortcuts })
    return jsonReply(200, { ...seen, look: { ...query } })
  }

  return {
    async answer(request, body) {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1')
      if (request.method === 'GET' && url.pathname === '/page/state') return state(url)
      if (request.method === 'POST' && url.pathname === '/page/act') {
        // Only a page from this origin can send JSON here without a CORS preflight.
        if (request.headers['content-type'] !== 'application/json')
          return jsonReply(415, { error: 'send JSON' })
        const wrong = await doPageAct(act, parseJson(body))
        return wrong === undefined
          ? jsonReply(200, { ok: true })
          : jsonReply(400, { ok: false, error: wrong })
      }
      return request.method === 'GET' ? asset(url.pathname) : undefined
    },
    stream(request, response) {
      if (request.url !== '/page/stream') return false
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      response.write('data: hello\n\n')
      streams.add(response)
      response.on('close', () => streams.delete(response))
      return true
    },
    stop() {
      unwatch()
      for (const stream of streams) stream.end()
    },
  }
}
