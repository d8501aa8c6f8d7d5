/** Turns what people do in Slack into questions, and answers and messages into blocks. */
import { setTimeout as sleep } from 'node:timers/promises'
import { App } from '@slack/bolt'
import type { FetchFunction } from '@slack/web-api'
import type { Clock } from '../ports/clock.ts'
import type { Messenger } from '../ports/messenger.ts'
import type { SourceWords } from '../ports/source-words.ts'
import type { WebProxy } from '../ports/web-proxy.ts'
import { createChannels } from './channels.ts'
import { baseOptions, type Clients, createClients } from './clients.ts'
import type { Door, Route } from './doors/door.ts'
import { createHttpDoor } from './doors/http-door.ts'
import { createSocketDoor } from './doors/socket-door.ts'
import { createIdentities, type Identities } from './identity.ts'
import { createInFlight } from './in-flight.ts'
import { createLimiter, type Limiter } from './limiter.ts'
import type { AnswerQuestion } from './listeners/ask.ts'
import { registerListeners } from './listeners/register.ts'
import type { Log } from './log.ts'
import { createMembers } from './members.ts'
import { createMessenger } from './messenger.ts'
import { createOutgoing, type Outgoing } from './outgoing.ts'
import { createSeen } from './seen.ts'

export interface SlackConfig {
  botToken: string
  mode: { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string }
  /** Slack's Web API, with its path. */
  apiUrl: string
  host: string
  /** 0 takes a free port. */
  port: number
  /** `null`, as by default: Slack is reached directly. */
  proxy?: WebProxy | null
  /** The wait after the first failed connection; 1 s by default. */
  firstRetryMs?: number
}

export interface SlackPorts {
  config: SlackConfig
  /** The bot's own pages, in both modes. */
  routes: readonly Route[]
  answer: AnswerQuestion
  oauthScopesFor: SourceWords['oauthScopesFor']
  log: Log
  clock: Clock
  /** Called when the connection to Slack cannot go on; the process should end. */
  onFatal: (error: Error) => void
  /** Called in HTTP mode for each request with a valid signature. */
  onVerified?: () => void
  /** Whether other processes serve the same app. Slack then sends each event to only one of them. */
  isShared?: boolean
  /** Resolves after this many milliseconds of the clock. */
  wait?: (ms: number) => Promise<unknown>
}

export interface SlackDoor {
  messenger: Messenger
  /** Resolves when the bot's pages listen and a first connection was tried. Rejects if the port is taken. */
  start(): Promise<void>
  /** Accepts nothing new and waits for work in progress, for at most 8 s. */
  stop(): Promise<void>
  isConnected(): boolean
  /** The port of the HTTP server, once it listens. */
  port(): number | null
}

const DRAIN_MS = 8_000
const ASK_AGAIN_MS = 15_000
const RESPOND_MS = 10_000

export function createSlack(ports: SlackPorts): SlackDoor {
  const { config, answer, oauthScopesFor, log, clock } = ports
  const outgoing = createOutgoing(config.proxy ?? null)
  const clients = createClients({ ...config, log, fetch: outgoing.fetch })
  const identities = createIdentities(clients)
  const { members, channels } = createCaches(ports, {
    clients,
    identities,
    hearsAll: () => door.isConnected(),
  })
  const inFlight = createInFlight()
  const door: Door = createDoor(ports, outgoing, () => {
    members.forgetAll()
    channels.forgetAll()
  })
  const app = createApp({ config, log }, outgoing, door)
  const asking = keepAsking(identities, log)

  app.use(({ next }) => inFlight.run(next))
  registerListeners(app, {
    answer,
    oauthScopesFor,
    members,
    channels,
    identities,
    log,
    homes: limiterFor(ports, PER_MINUTE.homes),
    interactive: clients.interactive,
    seen: createSeen(clock),
  })

  return {
    messenger: createMessenger({ clients, identities, channels, log }),
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

/** Slack takes 100, 100 and 50 calls of these methods a minute; some are left for other processes of the same app. */
const PER_MINUTE = { members: 90, homes: 90, channels: 45 }
/** How long an entry is kept while every event arrives. */
const TTL_MS = 24 * 3_600_000
/** How long what is known of a person is kept where events may go to another process. Channels are not kept then. */
const SHARED_TTL_MS = 5 * 60_000

function limiterFor({ clock, wait = sleepUnref }: SlackPorts, perMinute: number): Limiter {
  return createLimiter({ perMinute, clock, wait })
}

/** Sleeps without keeping the process alive. */
function sleepUnref(ms: number): Promise<void> {
  return sleep(ms, undefined, { ref: false })
}

interface CachePorts {
  clients: Clients
  identities: Identities
  /** Whether Slack reports every change at this moment. */
  hearsAll: () => boolean
}

function createCaches(ports: SlackPorts, { clients, identities, hearsAll }: CachePorts) {
  const { clock, isShared = false } = ports
  const ttl = (sharedMs: number) => () => (isShared ? sharedMs : hearsAll() ? TTL_MS : 0)
  return {
    members: createMembers({
      ...{ clients, identities, clock },
      limiter: limiterFor(ports, PER_MINUTE.members),
      ttlMs: ttl(SHARED_TTL_MS),
    }),
    channels: createChannels({
      ...{ clients, clock },
      limiter: limiterFor(ports, PER_MINUTE.channels),
      ttlMs: ttl(0),
    }),
  }
}

function createDoor(ports: SlackPorts, outgoing: Outgoing, onOpen: () => void): Door {
  const { config, routes, log, clock, onFatal, onVerified = () => undefined } = ports
  const { mode, apiUrl, host, port, firstRetryMs = 1_000 } = config
  const common = { address: { host, port }, routes, log, onFatal, onOpen }
  if (mode.kind === 'http')
    return createHttpDoor({ ...common, onVerified, signingSecret: mode.signingSecret })
  return createSocketDoor({ ...common, clock, apiUrl, outgoing, firstRetryMs, appToken: mode.appToken })
}

function createApp(
  { config, log }: Pick<SlackPorts, 'config' | 'log'>,
  { fetch }: Outgoing,
  door: Door,
): App {
  const options = baseOptions({ apiUrl: config.apiUrl, log, fetch })
  return new App({
    receiver: door.receiver,
    // The listeners do not use Bolt's own clients to post, so Bolt needs nothing but the token.
    authorize: async () => ({ botToken: config.botToken }),
    clientOptions: { ...options, fetch: within(fetch) },
    ...(options.logger ? { logger: options.logger } : {}),
    convoStore: false,
    ignoreSelf: false,
  })
}

/** Sends the replies, which have no deadline of their own. */
function within(fetch: FetchFunction): FetchFunction {
  return (url, init) => fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(RESPOND_MS) })
}

/** Asks who the bot is until Slack answers: until then the bot is not ready. */
function keepAsking(identities: Identities, log: Log): { start(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  async function ask(): Promise<void> {
    try {
      await identities.get()
    } catch (error) {
      log.warn({ err: error }, 'could not ask Slack who the bot is')
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
