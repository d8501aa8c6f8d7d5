import type { Server } from 'node:http'
import { HTTPReceiver } from '@slack/bolt'
import { boltLogger, type Log } from '../log.ts'
import { type Address, type Door, portOf, type Route } from './door.ts'
import { readableBodiesOnly } from './readable-body.ts'

export interface HttpDoorPorts {
  signingSecret: string
  address: Address
  routes: readonly Route[]
  log: Log
  onFatal: (error: Error) => void
  /** Called for each request with a valid signature. */
  onVerified: () => void
  /** Called when events begin to arrive. */
  onOpen: () => void
}

const ENDPOINT = '/slack/events'

/** How long open requests may take to finish when the bot stops. */
const CLOSE_MS = 2_000

/** Slack posts signed requests to `/slack/events`. The same server has the bot's own pages. */
export function createHttpDoor(ports: HttpDoorPorts): Door {
  const { signingSecret, address, routes, log, onFatal, onVerified, onOpen } = ports
  const receiver = new HTTPReceiver({
    signingSecret,
    // `readableBodiesOnly` verifies each request before Bolt sees it.
    signatureVerification: false,
    endpoints: [ENDPOINT],
    customRoutes: [...routes],
    logger: boltLogger(log),
    processEventErrorHandler: async ({ error }) => {
      log.error({ err: error }, 'a request from Slack could not be processed')
      return false
    },
  })
  receiver.requestListener = readableBodiesOnly({
    ...{ receiver, endpoint: ENDPOINT, signingSecret, log, onVerified },
  })
  let server: Server | undefined
  return {
    receiver,
    async start() {
      server = await receiver.start(address)
      onOpen()
      server.on('error', onFatal)
    },
    async stop() {
      if (!server) return
      const open = server
      const timer = setTimeout(() => open.closeAllConnections(), CLOSE_MS)
      await receiver.stop()
      clearTimeout(timer)
    },
    isConnected: () => server?.listening ?? false,
    port: () => portOf(server),
  }
}
