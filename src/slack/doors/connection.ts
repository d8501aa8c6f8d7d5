import { setTimeout as wait } from 'node:timers/promises'
import type { SocketModeReceiver } from '@slack/bolt'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../log.ts'
import { addFailure, backoffMs, type Failures } from './backoff.ts'

/** A socket to Slack that is opened again whenever it is lost. */
export interface Connection {
  /** Resolves after the first attempt, successful or not; the attempts go on. */
  start(): Promise<void>
  stop(): Promise<void>
  readonly isConnected: boolean
}

export interface ConnectionPorts {
  client: SocketModeReceiver['client']
  log: Log
  clock: Clock
  onFatal: (error: Error) => void
  /** Called each time a connection opens. */
  onOpen: () => void
  /** The wait after the first failure. */
  firstRetryMs: number
}

/** A connection that opens has this long to say hello. */
const HELLO_MS = 30_000
/** A connection lost sooner than this counts as a failure, so that losing it repeatedly causes no storm of attempts. */
const SHORT_LIVED_MS = 10_000
const GOODBYE_MS = 1_000

/**
 * Slack's client can reconnect by itself, but if such an attempt fails for good, it ends the process as an unhandled
 * rejection. So its reconnecting is off, and every attempt is made here.
 */
export function createConnection(ports: ConnectionPorts): Connection {
  const { client, log, clock, onFatal, onOpen, firstRetryMs } = ports
  const stopping = new AbortController()
  let failures: Failures = { count: 0, last: undefined }
  let isConnected = false
  let running: Promise<void> | undefined

  async function connectOnce(onSettled: () => void): Promise<void> {
    await withinHello(client)
    if (stopping.signal.aborted) return client.disconnect()
    onOpen()
    isConnected = true
    const since = clock.now()
    log.info({}, 'connected to Slack')
    onSettled()
    await new Promise<void>((resolve) => client.once('disconnected', resolve))
    isConnected = false
    const isShort = clock.now() - since < SHORT_LIVED_MS
    failures = isShort ? addFailure(failures, undefined) : { count: 0, last: undefined }
  }

  async function run(onSettled: () => void): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await connectOnce(onSettled)
      } catch (error) {
        // A TypeError is a bug: network faults arrive as errors of Slack's client.
        if (error instanceof TypeError) {
          onSettled()
          return onFatal(error)
        }
        failures = addFailure(failures, error)
        log.warn({ err: error, failures: failures.count }, 'could not connect to Slack')
      }
      onSettled()
      await wait(restMs(failures, firstRetryMs), undefined, { signal: stopping.signal }).catch(
        () => undefined,
      )
    }
  }

  return {
    start: () =>
      new Promise((resolve) => {
        running = run(resolve)
      }),
    async stop() {
      stopping.abort()
      await Promise.race([
        Promise.all([client.disconnect(), running]),
        wait(GOODBYE_MS, undefined, { ref: false }),
      ])
      isConnected = false
    },
    get isConnected() {
      return isConnected
    },
  }
}

/** The first time a connection is lost, however short-lived it was, it is reopened at once. */
function restMs(failures: Failures, firstRetryMs: number): number {
  const isFirstLoss = failures.last === undefined && failures.count <= 1
  return isFirstLoss ? 0 : backoffMs(failures, firstRetryMs)
}

/** Rejects with Slack's error, or if the socket closes or stays silent instead of saying hello. */
async function withinHello(client: SocketModeReceiver['client']): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('Slack opened a connection but did not say hello'))
      void client.disconnect()
    }, HELLO_MS)
  })
  try {
    await Promise.race([client.start(), tooLong])
  } catch (error) {
    throw error ?? new Error('the connection was closed before it was ready')
  } finally {
    clearTimeout(timer)
  }
}
