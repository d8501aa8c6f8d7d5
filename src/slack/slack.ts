/** Slack: what people do there becomes questions, and answers and messages become blocks. */
import { App } from '@slack/bolt'
import type { Clock } from '../ports/clock.ts'
import type { Messenger } from '../ports/messenger.ts'
import type { SourceWords } from '../ports/source-words.ts'
import { baseOptions, createClients } from './clients.ts'
import type { Door, Route } from './doors/door.ts'
import { createHttpDoor } from './doors/http-door.ts'
import { createSocketDoor } from './doors/socket-door.ts'
import { createIdentities, type Identities } from './identity.ts'
import { createInFlight } from './in-flight.ts'
import type { AnswerQuestion } from './listeners/ask.ts'
import { registerListeners } from './listeners/register.ts'
import type { Log } from './log.ts'
import { createMembers } from './members.ts'
import { createMessenger } from './messenger.ts'
import { createSeen } from './seen.ts'

export interface SlackConfig {
  botToken: string
  mode: { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string }
  /** Slack's Web API, with its path. */
  apiUrl: string
  host: string
  /** 0 takes a free one. */
  port: number
  /** The wait after a first failed connection; 1 s unless set. */
  firstRetryMs?: number
}

export interface SlackPorts {
  config: SlackConfig
  /** The bot's own pages, in both modes. */
  routes: readonly Route[]
  answer: AnswerQuestion
  scopesFor: SourceWords['scopesFor']
  log: Log
  clock: Clock
  /** Called when the door cannot go on; the process should end. */
  onFatal: (error: Error) => void
  /** Called for each request of HTTP mode whose signature is right. */
  onVerified?: () => void
}

export interface SlackDoor {
  messenger: Messenger
  /** Resolves when the pages listen and a first connection was tried. Rejects when the port is taken. */
  start(): Promise<void>
  /** Takes nothing more in and waits for what is under way, at most 8 s. */
  stop(): Promise<void>
  isConnected(): boolean
  /** The port of the HTTP server, once it listens. */
  port(): number | null
}

const DRAIN_MS = 8_000
const ASK_AGAIN_MS = 15_000
const RESPOND_MS = 10_000

export function createSlack(ports: SlackPorts): SlackDoor {
  const { config, answer, scopesFor, log, clock } = ports
  const clients = createClients({ ...config, log })
  const identities = createIdentities(clients)
  const members = createMembers({ clients, identities, clock })
  const inFlight = createInFlight()
  const door = createDoor(ports)
  const app = createApp({ config, log }, door)
  const asking = keepAsking(identities, log)

  app.use(({ next }) => inFlight.run(next))
  registerListeners(app, {
    answer,
    scopesFor,
    members,
    identities,
    log,
    interactive: clients.interactive,
    seen: createSeen(clock),
  })

  return {
    messenger: createMessenger({ clients, identities, log, clock }),
    async start() {
      asking.start()
      await door.start()
    },
    async stop() {
      asking.stop()
      await Promise.all([door.stop(), inFlight.drain(DRAIN_MS)])
    },
    isConnected: () => door.isConnected() && identities.isKnown,
    port: () => door.port(),
  }
}

function createDoor({ config, routes, log, clock, onFatal, onVerified = () => undefined }: SlackPorts): Door {
  const { mode, apiUrl, host, port, firstRetryMs = 1_000 } = config
  const common = { address: { host, port }, routes, log, onFatal }
  if (mode.kind === 'http')
    return createHttpDoor({ ...common, onVerified, signingSecret: mode.signingSecret })
  return createSocketDoor({ ...common, clock, apiUrl, firstRetryMs, appToken: mode.appToken })
}

function createApp({ config, log }: Pick<SlackPorts, 'config' | 'log'>, door: Door): App {
  const options = baseOptions({ apiUrl: config.apiUrl, log })
  return new App({
    receiver: door.receiver,
    // The bot posts nothing from listeners by Bolt's own clients, so its token is all that Bolt must know.
    authorize: async () => ({ botToken: config.botToken }),
    clientOptions: { ...options, fetch: fetchWithin },
    ...(options.logger ? { logger: options.logger } : {}),
    convoStore: false,
    ignoreSelf: false,
  })
}

/** Replies go out by this; they have no deadline of their own. */
const fetchWithin: typeof fetch = (input, init) =>
  fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(RESPOND_MS) })

/** Asks who the bot is until Slack answers: without that the bot is not ready. */
function keepAsking(identities: Identities, log: Log): { start(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  async function ask(): Promise<void> {
    try {
      await identities.get()
    } catch (error) {
      log.warn({ err: error }, 'Slack does not say who the bot is')
      if (!isStopped) timer = setTimeout(ask, ASK_AGAIN_MS)
    }
  }
  return {
    start: () => void ask(),
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
