import { SocketModeReceiver } from '@slack/bolt'
import type { Clock } from '../../ports/clock.ts'
import { baseOptions } from '../clients.ts'
import { boltLogger, type Log } from '../log.ts'
import type { Outgoing } from '../outgoing.ts'
import { createConnection } from './connection.ts'
import type { Address, Door, Route } from './door.ts'
import { knownEnvelopesOnly } from './known-envelopes.ts'
import { createPages } from './pages.ts'

export interface SocketDoorPorts {
  appToken: string
  apiUrl: string
  outgoing: Outgoing
  address: Address
  routes: readonly Route[]
  log: Log
  clock: Clock
  onFatal: (error: Error) => void
  /** Called each time events begin to arrive. */
  onOpen: () => void
  firstRetryMs: number
}

/** After this long without a pong the socket is reopened; long enough that a busy event loop does not cause it. */
const PONG_MS = 10_000

/** The bot calls Slack and keeps a socket open, so that no public address is needed. */
export function createSocketDoor(ports: SocketDoorPorts): Door {
  const { appToken, apiUrl, outgoing, address, routes, log, clock, onFatal, onOpen, firstRetryMs } = ports
  const { fetch, dispatcher } = outgoing
  const receiver = new SocketModeReceiver({
    appToken,
    ...(dispatcher && { dispatcher }),
    logger: boltLogger(log),
    autoReconnectEnabled: false,
    clientPingTimeout: PONG_MS,
    installerOptions: { clientOptions: baseOptions({ apiUrl, log, fetch }) },
    processEventErrorHandler: async ({ error }) => {
      log.error({ err: error }, 'a request from Slack could not be processed')
      return false
    },
  })
  knownEnvelopesOnly(receiver.client, log)
  const connection = createConnection({
    ...{ client: receiver.client, log, clock, onFatal, onOpen, firstRetryMs },
  })
  const pages = createPages(routes, address, onFatal)
  return {
    receiver,
    async start() {
      await pages.start()
      await connection.start()
    },
    async stop() {
      await Promise.all([connection.stop(), pages.stop()])
    },
    isConnected: () => connection.isConnected,
    port: () => pages.port(),
  }
}
