/** A company's proxy (CONNECT of RFC 9110, 9.3.6), which counts what it opens, and services over TLS behind it. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect, type Server as NetServer, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import type { Certificate } from './certificate.ts'

export interface ConnectProxy {
  url: string
  /** How many connections it opened, by `host:port`. */
  opened: Map<string, number>
  /** The credentials that came with them, each once. */
  credentials: Set<string>
  /** `user:password`; without it everyone is let through. */
  accepts: string | undefined
  /** Hosts that nobody but the proxy knows, with their ports on 127.0.0.1. */
  hidden: Map<string, number>
  stop(): Promise<void>
}

export async function startConnectProxy(): Promise<ConnectProxy> {
  const opened = new Map<string, number>()
  const credentials = new Set<string>()
  const sockets = new Set<Socket>()
  const server = createServer((_, response) => response.writeHead(501).end())
  server.on('connection', (socket) => keep(sockets, socket))
  server.on('connect', (request, client, head) => {
    const target = request.url ?? ''
    const header = request.headers['proxy-authorization']
    const given = header && Buffer.from(header.replace(/^Basic /, ''), 'base64').toString()
    if (given) credentials.add(given)
    if (proxy.accepts !== undefined && given !== proxy.accepts) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n')
      return
    }
    opened.set(target, (opened.get(target) ?? 0) + 1)
    const { hostname, port } = new URL(`http://${target}`)
    const hidden = proxy.hidden.get(hostname)
    const upstream = connect(hidden ?? Number(port || 80), hidden ? '127.0.0.1' : hostname, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      upstream.write(head)
      upstream.pipe(client).pipe(upstream)
    })
    keep(sockets, upstream)
    upstream.on('error', () => client.destroy())
    client.on('error', () => upstream.destroy())
  })
  const port = await listen(server)
  const proxy: ConnectProxy = {
    ...{ url: `http://127.0.0.1:${port}`, opened, credentials, accepts: undefined, hidden: new Map() },
    stop: () => stop(server, sockets),
  }
  return proxy
}

export interface TlsFront {
  /** Where it listens: `https://127.0.0.1:…`. */
  url: string
  /** `host:port`, as a proxy is asked for it. */
  target: string
  /** From now on connections go to this port of 127.0.0.1. */
  leadTo(port: number): void
  stop(): Promise<void>
}

/** Ends TLS in front of a server that speaks without it. */
export async function startTlsFront(certificate: Certificate): Promise<TlsFront> {
  const sockets = new Set<Socket>()
  let behind = 0
  const server = createTlsServer({ ...certificate, ALPNProtocols: ['http/1.1'] }, (socket) => {
    const upstream = connect(behind, '127.0.0.1')
    keep(sockets, upstream)
    upstream.on('error', () => socket.destroy())
    socket.on('error', () => upstream.destroy())
    socket.pipe(upstream).pipe(socket)
  })
  server.on('connection', (socket: Socket) => keep(sockets, socket))
  const port = await listen(server)
  return {
    ...{ url: `https://127.0.0.1:${port}`, target: `127.0.0.1:${port}` },
    leadTo(to) {
      behind = to
    },
    stop: () => stop(server, sockets),
  }
}

function keep(sockets: Set<Socket>, socket: Socket): void {
  sockets.add(socket)
  socket.on('error', () => undefined)
  socket.once('close', () => sockets.delete(socket))
}

async function listen(server: Server | NetServer): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('it listens on no port')
  return address.port
}

async function stop(server: Server | NetServer, sockets: Set<Socket>): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  for (const socket of sockets) socket.destroy()
  await closed
}
