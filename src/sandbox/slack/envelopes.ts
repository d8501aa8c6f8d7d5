import type { Delivery, Sent } from './delivery.ts'
import { isObject, type Json, type JsonObject, parseJson, textOf } from './json.ts'

/** Envelopes in transit, until the app acks them or the time is up. */
export interface Envelopes {
  /** Sends with the given function and waits for the ack. */
  send(delivery: Delivery, timeoutMs: number, write: (text: string) => void): Promise<Sent>
  /** Handles text that came over a socket; only acks matter. */
  received(text: string): void
}

export function createEnvelopes(newId: () => string): Envelopes {
  const waiting = new Map<string, (payload: Json | undefined) => void>()
  return {
    send(delivery, timeoutMs, write) {
      const envelopeId = newId()
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
        write(JSON.stringify(toEnvelope(envelopeId, delivery)))
      })
    },
    received(text) {
      const message = parseJson(text)
      if (isObject(message)) waiting.get(textOf(message['envelope_id']))?.(message['payload'])
    },
  }
}

function toEnvelope(envelopeId: string, { kind, payload, retry }: Delivery): JsonObject {
  const isEvent = kind === 'events_api'
  const again = retry === undefined ? {} : { retry_attempt: retry.attempt, retry_reason: retry.reason }
  return {
    envelope_id: envelopeId,
    type: kind,
    payload,
    accepts_response_payload: !isEvent,
    ...(isEvent ? again : {}),
  }
}
