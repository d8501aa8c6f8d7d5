import type { SocketModeReceiver } from '@slack/bolt'
import { z } from 'zod'
import type { Log } from '../log.ts'

type Client = SocketModeReceiver['client']

const SayingOfTheSocket = z.object({ type: z.enum(['hello', 'disconnect']) })
const Request = z.object({
  type: z.enum(['slash_commands', 'interactive']),
  envelope_id: z.string(),
  payload: z.looseObject({}),
})
const Event = z.object({
  type: z.literal('events_api'),
  envelope_id: z.string(),
  payload: z.looseObject({ event: z.looseObject({ type: z.string() }) }),
})
const Envelope = z.union([SayingOfTheSocket, Request, Event])

/**
 * Slack's client looks into what comes by socket with nobody to catch, and calls its own listeners by the name of the
 * event: `null` would end the process, and an event called `disconnected` would act as one. Only what Slack sends
 * reaches it.
 */
export function knownEnvelopesOnly(client: Client, log: Log): void {
  const listeners = client.listeners('ws_message')
  client.removeAllListeners('ws_message')
  client.on('ws_message', async (data: unknown, isBinary: unknown) => {
    try {
      if (isKnown(client, data)) await Promise.all(listeners.map((listen) => listen(data, isBinary)))
      else log.warn({}, 'something came by the socket that is not of Slack’s kinds')
    } catch (error) {
      log.error({ err: error }, 'what came by the socket could not be worked on')
    }
  })
}

function isKnown(client: Client, data: unknown): boolean {
  const { success, data: envelope } = Envelope.safeParse(parsed(data))
  return success && !(envelope.type === 'events_api' && client.listenerCount(envelope.payload.event.type) > 0)
}

function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return undefined
  try {
    const envelope: unknown = JSON.parse(data)
    return envelope
  } catch {
    return undefined
  }
}
