import type { WebSocket } from 'ws'

/** One of the app's WebSockets. */
export interface Connection {
  socket: WebSocket
  /** A silent connection stays open, but nothing is sent, received or answered on it. */
  isSilent: boolean
}

export interface ConnectionPorts {
  pingEveryMs: number
  received(text: string): void
  closed(connection: Connection): void
}

/** Keeps a new WebSocket alive with pings, answers the app's pings, and passes on its messages. */
export function createConnection(socket: WebSocket, ports: ConnectionPorts): Connection {
  const connection: Connection = { socket, isSilent: false }
  const pings = setInterval(() => {
    if (!connection.isSilent) socket.ping('Ping from Slack')
  }, ports.pingEveryMs)
  socket.on('ping', (data) => {
    if (!connection.isSilent) socket.pong(data)
  })
  socket.on('message', (data) => {
    if (!connection.isSilent) ports.received(String(data))
  })
  socket.on('error', () => socket.terminate())
  socket.on('close', () => {
    clearInterval(pings)
    ports.closed(connection)
  })
  return connection
}
