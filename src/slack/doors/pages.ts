import { createServer, type Server } from 'node:http'
import { type Address, portOf, type Route } from './door.ts'

/** An HTTP server for the bot's own pages, used when Slack comes in by socket. */
export interface Pages {
  start(): Promise<void>
  stop(): Promise<void>
  port(): number | null
}

export function createPages(
  routes: readonly Route[],
  address: Address,
  onFatal: (error: Error) => void,
): Pages {
  const server: Server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0]
    const route = routes.find((one) => one.path === path && one.method === request.method)
    if (route) route.handler(request, response)
    else response.writeHead(404).end()
  })
  return {
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(address, () => {
          server.off('error', reject)
          server.on('error', onFatal)
          resolve()
        })
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
    port: () => portOf(server),
  }
}
