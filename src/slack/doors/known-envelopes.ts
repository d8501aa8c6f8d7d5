import type { SocketModeReceiver } from '@slack/bolt'
import { z } from 'zod'
import type { Log } from '../log.ts'

type Client = SocketModeReceiver['client']

const SocketNotice = z.object({ type: z.enum(['hello', 'disconnect']) })
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
const Envelope = z.union([SocketNotice, Request, Event])

/**
 * Slack's client parses what comes by socket without catching errors, and uses the event's name to call its own
 * listeners: `null` would end the process, and an event called `disconnected` would act as a disconnect. So only
 * the kinds of message that Slack sends reach the client.
 */
export function knownEnvelopesOnly(client: Client, log: Log): void {
  const listeners = client.listeners('ws_message')
  client.removeAllListeners('ws_message')
  client.on('ws_message', async (data: unknown, isBinary: unknown) => {
    try {
      if (isKnown(client, data)) await Promise.all(listeners.map((listen) => listen(data, isBinary)))
      else log.warn({}, 'ignored a socket message of a kind that Slack does not send')
    } catch (error) {
      log.error({ err: error }, 'a socket message could not be processed')
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
