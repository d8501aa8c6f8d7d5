import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { WebSocket, WebSocketServer } from 'ws'
import { ApiError } from './api-error.ts'
import type { Delivery, Sent } from './app-link.ts'
import { isObject, type Json, parseJson, textOf } from './json.ts'
import type { World } from './world.ts'

/** The app's connections by WebSocket, and what may go wrong with them. */
export interface SocketMode {
  /** Connections that are open now. */
  readonly count: number
  /** How many have ever been opened. */
  readonly opened: number
  ticketUrl(): string
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Sends an envelope over one of the connections and waits for its ack. */
  deliver(delivery: Delivery, timeoutMs: number): Promise<Sent>
  /** Cuts every connection without a word. */
  drop(): void
  /** Asks the app to connect anew, as Slack does when it recycles a host. */
  refresh(reason?: 'refresh_requested' | 'warning' | 'link_disabled'): void
  /** Connections stay open while nothing is sent or answered any more, pings included. */
  goSilent(): void
  stop(): Promise<void>
}

export interface SocketModePorts {
  world: World
  baseUrl: string
  pingEveryMs: number
}

interface Connection {
  socket: WebSocket
  isSilent: boolean
}

const maxConnections = 10
/** How long a stop waits for the app's side of the goodbye. */
const politeMs = 300

export function createSocketMode({ world, baseUrl, pingEveryMs }: SocketModePorts): SocketMode {
  const server = new WebSocketServer({ noServer: true, autoPong: false })
  const connections = new Set<Connection>()
  const tickets = new Set<string>()
  const waiting = new Map<string, (payload: Json | undefined) => void>()
  let opened = 0
  let turn = 0

  function hello(connection: Connection): void {
    const { socket } = connection
    opened += 1
    connections.add(connection)
    const debug = { host: 'applink-sandbox', build_number: 1, approximate_connection_time: 18060 }
    const app = { app_id: world.workspace.app.id }
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: connections.size,
        debug_info: debug,
        connection_info: app,
      }),
    )
    world.changed()
  }

  function listen(connection: Connection): void {
    const { socket } = connection
    const pings = setInterval(() => {
      if (!connection.isSilent) socket.ping(`Ping from Slack ${world.clock()}`)
    }, pingEveryMs)
    socket.on('ping', (data) => {
      if (!connection.isSilent) socket.pong(data)
    })
    socket.on('message', (data) => {
      if (!connection.isSilent) receive(String(data))
    })
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      clearInterval(pings)
      connections.delete(connection)
      world.changed()
    })
  }

  function receive(text: string): void {
    const message = parseJson(text)
    if (!isObject(message)) return
    waiting.get(textOf(message['envelope_id']))?.(message['payload'])
  }

  /** A payload may arrive on any one of the connections. */
  function nextConnection(): Connection | undefined {
    const open = [...connections].filter(({ socket }) => socket.readyState === WebSocket.OPEN)
    turn += 1
    return open[turn % Math.max(1, open.length)]
  }

  function deliver(delivery: Delivery, timeoutMs: number): Promise<Sent> {
    const connection = nextConnection()
    if (connection === undefined) return Promise.resolve({ ok: false, error: 'dispatch_failed' })
    const envelopeId = world.ids.secret()
    const startedAt = performance.now()
    return new Promise((resolve) => {
      const finish = (sent: Sent) => {
        clearTimeout(timer)
        waiting.delete(envelopeId)
        resolve(sent)
      }
      const timer = setTimeout(() => finish({ ok: false, error: 'operation_timeout' }), timeoutMs)
      waiting.set(envelopeId, (payload) =>
        finish({ ok: true, payload, tookMs: performance.now() - startedAt }),
      )
      if (!connection.isSilent) connection.socket.send(JSON.stringify(toEnvelope(envelopeId, delivery)))
    })
  }

  return {
    get count() {
      return connections.size
    },
    get opened() {
      return opened
    },
    ticketUrl() {
      if (connections.size >= maxConnections) throw new ApiError('too_many_websockets')
      const ticket = world.ids.secret()
      tickets.add(ticket)
      return `${baseUrl.replace(/^http/, 'ws')}/link/?ticket=${ticket}&app_id=${world.workspace.app.id}`
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', baseUrl).searchParams.get('ticket') ?? ''
      if (!tickets.delete(ticket)) {
        socket.end('HTTP/1.1 408 Request Timeout\r\nconnection: close\r\n\r\n')
        return
      }
      server.handleUpgrade(request, socket, head, (webSocket) => {
        const connection = { socket: webSocket, isSilent: false }
        listen(connection)
        hello(connection)
      })
    },
    deliver,
    drop() {
      for (const { socket } of connections) socket.terminate()
    },
    refresh(reason = 'refresh_requested') {
      const message = JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-sandbox' } })
      for (const { socket } of connections) socket.send(message)
    },
    goSilent() {
      for (const connection of connections) connection.isSilent = true
    },
    async stop() {
      const open = [...connections].map(({ socket }) => socket)
      for (const socket of open) socket.close(1001)
      const closed = open.map((socket) => new Promise((resolve) => socket.once('close', resolve)))
      await Promise.race([Promise.all(closed), wait(politeMs, undefined, { ref: false })])
      for (const socket of open) socket.terminate()
      server.close()
    },
  }
}

function toEnvelope(envelopeId: string, { kind, payload, retry }: Delivery): object {
  const again = retry === undefined ? {} : { retry_attempt: retry.attempt, retry_reason: retry.reason }
  const byKind = kind === 'events_api' ? again : {}
  return {
    envelope_id: envelopeId,
    type: kind,
    payload,
    accepts_response_payload: kind !== 'events_api',
    ...byKind,
  }
}
