import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { WebSocket, WebSocketServer } from 'ws'
import { ApiError } from './api-error.ts'
import type { Delivery, Sent } from './delivery.ts'
import { createEnvelopes } from './envelopes.ts'
import { type Connection, createConnection } from './socket-connection.ts'
import type { World } from './world.ts'

/** The app's WebSocket connections, and what can go wrong with them. */
export interface SocketMode {
  /** How many connections are open now. */
  readonly count: number
  /** How many connections have ever been opened. */
  readonly opened: number
  ticketUrl(): string
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Sends an envelope over one of the connections and waits for its ack. */
  deliver(delivery: Delivery, timeoutMs: number): Promise<Sent>
  /** Sends a text unchanged over every connection. */
  sendRaw(text: string): void
  /** Cuts every connection without warning. */
  drop(): void
  /** Asks the app to reconnect, as Slack does when it recycles a host. */
  refresh(reason?: 'refresh_requested' | 'warning' | 'link_disabled'): void
  /** From now on connections stay open but nothing is sent or answered, not even pings. */
  goSilent(): void
  stop(): Promise<void>
}

export interface SocketModePorts {
  world: World
  baseUrl: string
  pingEveryMs: number
}

const maxConnections = 10
/** How long a stop waits for the app to close its side. */
const politeMs = 300

export function createSocketMode({ world, baseUrl, pingEveryMs }: SocketModePorts): SocketMode {
  const server = new WebSocketServer({ noServer: true, autoPong: false })
  const connections = new Set<Connection>()
  const tickets = createTickets(world, baseUrl)
  const envelopes = createEnvelopes(world.ids.secret)
  const turns = { opened: 0, turn: 0 }

  function closed(connection: Connection): void {
    connections.delete(connection)
    world.changed()
  }

  function greet(socket: WebSocket): void {
    connections.add(createConnection(socket, { pingEveryMs, received: envelopes.received, closed }))
    turns.opened += 1
    socket.send(helloOf(world, connections.size))
    world.changed()
  }

  return {
    get count() {
      return connections.size
    },
    get opened() {
      return turns.opened
    },
    ticketUrl() {
      if (connections.size >= maxConnections) throw new ApiError('too_many_websockets')
      return tickets.issue()
    },
    upgrade(request, socket, head) {
      if (tickets.take(request.url ?? '')) server.handleUpgrade(request, socket, head, greet)
      else socket.end('HTTP/1.1 408 Request Timeout\r\nconnection: close\r\n\r\n')
    },
    deliver(delivery, timeoutMs) {
      turns.turn += 1
      const connection = turnOf(connections, turns.turn)
      if (connection === undefined) return Promise.resolve({ ok: false, error: 'dispatch_failed' })
      return envelopes.send(delivery, timeoutMs, (text) => {
        if (!connection.isSilent) connection.socket.send(text)
      })
    },
    sendRaw: (text) => toAll(connections, text),
    drop: () => cut(connections),
    refresh(reason = 'refresh_requested') {
      toAll(
        connections,
        JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-sandbox' } }),
      )
    },
    goSilent() {
      for (const connection of connections) connection.isSilent = true
    },
    async stop() {
      await sayGoodbye(connections)
      server.close()
    },
  }
}

function toAll(connections: Set<Connection>, text: string): void {
  for (const { socket } of connections) socket.send(text)
}

function cut(connections: Set<Connection>): void {
  for (const { socket } of connections) socket.terminate()
}

function createTickets(world: World, baseUrl: string) {
  const issued = new Set<string>()
  return {
    issue(): string {
      const ticket = world.ids.secret()
      issued.add(ticket)
      return `${baseUrl.replace(/^http/, 'ws')}/link/?ticket=${ticket}&app_id=${world.workspace.app.id}`
    },
    /** A ticket opens only one socket. */
    take(path: string): boolean {
      return issued.delete(new URL(path, baseUrl).searchParams.get('ticket') ?? '')
    },
  }
}

function helloOf(world: World, connections: number): string {
  return JSON.stringify({
    type: 'hello',
    num_connections: connections,
    debug_info: { host: 'applink-sandbox', build_number: 1, approximate_connection_time: 18060 },
    connection_info: { app_id: world.workspace.app.id },
  })
}

/** A payload may arrive on any of the connections, so they take turns. */
function turnOf(connections: Set<Connection>, turn: number): Connection | undefined {
  const open = [...connections].filter(({ socket }) => socket.readyState === WebSocket.OPEN)
  return open[turn % Math.max(1, open.length)]
}

async function sayGoodbye(connections: Set<Connection>): Promise<void> {
  const open = [...connections].map(({ socket }) => socket)
  const closed = open.map((socket) => new Promise((resolve) => socket.once('close', resolve)))
  for (const socket of open) socket.close(1001)
  await Promise.race([Promise.all(closed), wait(politeMs, undefined, { ref: false })])
  for (const socket of open) socket.terminate()
}
