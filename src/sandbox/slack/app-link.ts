import { setTimeout as wait } from 'node:timers/promises'
import type { Delivery, Sent } from './delivery.ts'
import { deliverByHttp } from './http-mode.ts'
import type { JsonObject } from './json.ts'
import type { SocketMode } from './socket-mode.ts'
import type { World } from './world.ts'

export interface AppLink {
  /** The app's request URL in HTTP mode; undefined means Socket Mode. May be set later. */
  httpTarget: string | undefined
  deliver(delivery: Delivery): Promise<Sent>
  /** Failed events are retried almost immediately, then after 1 minute and after 5 minutes. */
  deliverEvent(payload: JsonObject): Promise<Sent>
}

export interface AppLinkPorts {
  world: World
  sockets: SocketMode
  signingSecret: string
  httpTarget: string | undefined
  ackTimeoutMs: number
  eventRetryDelaysMs: number[]
}

export function createAppLink(ports: AppLinkPorts): AppLink {
  const { world, sockets, signingSecret, ackTimeoutMs } = ports
  const link: AppLink = {
    httpTarget: ports.httpTarget,
    deliver(delivery) {
      if (link.httpTarget === undefined) return sockets.deliver(delivery, ackTimeoutMs)
      return deliverByHttp(delivery, {
        target: link.httpTarget,
        signingSecret,
        clock: world.clock,
        timeoutMs: ackTimeoutMs,
      })
    },
    async deliverEvent(payload) {
      let sent = await link.deliver({ kind: 'events_api', payload })
      for (const [index, delayMs] of ports.eventRetryDelaysMs.entries()) {
        if (sent.ok || sent.noRetry) return sent
        const reason = sent.error === 'operation_timeout' ? 'http_timeout' : 'http_error'
        await wait(delayMs, undefined, { ref: false })
        sent = await link.deliver({ kind: 'events_api', payload, retry: { attempt: index + 1, reason } })
      }
      return sent
    },
  }
  return link
}
