/** Wiring: the only place that constructs things. Everyone is handed what they need and knows nobody else. */
import { createHash, randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { Counter, Registry } from 'prom-client'
import { createAnswers } from './answers/answers.ts'
import type { ConfigFor, HubSpotConfig, LogLevel, StoreConfig } from './config/config.ts'
import { createDeliveries } from './deliveries/deliveries.ts'
import { createDigests, type Digests } from './digests/digests.ts'
import { readDigest } from './digests/read-digest.ts'
import { createPages, type Page } from './health/pages.ts'
import { hubSpotWords } from './hubspot/words.ts'
import { LEXICONS } from './i18n/lexicons.ts'
import type { Clock, Log } from './ports/clock.ts'
import type { Messenger } from './ports/messenger.ts'
import type { Store } from './ports/store.ts'
import { POLL_SECONDS, type Schedule, startSchedule } from './schedule/schedule.ts'
import type { SlackDoor } from './slack/slack.ts'
import { openStore } from './store/store.ts'
import { SyncStoppedError } from './sync/errors.ts'
import { createSync, type Sync } from './sync/sync.ts'
import type { Bot, BotOptions, Parts, SourceOptions } from './wiring.ts'

/** Supervisors kill after 10 s. A post that is cut off is looked for at the next start. */
const STOP_WITHIN_MS = 9_000

const realClock: Clock = { now: () => Date.now() }

/** The parts of the program, each made when it is asked for. */
export function createParts(clock: Clock = realClock): Parts {
  return {
    clock,
    words: hubSpotWords,
    createLog,
    openStore,
    lockStore,
    createSource: (config, options) => createSource(config, { ...options, clock, registry: new Registry() }),
    createSync: ({ isShared, ...ports }) =>
      createSync({ ...ports, clock, replica: isShared ? replicaName() : undefined }),
    createAnswers: (store) => createAnswers({ store, clock, lexicons: LEXICONS }),
    createDigests: (store, log) => digestsFor({ store, clock, log, admins: [] }),
    createSlackInstallation,
    idOfSecret,
    createBot: (options) => createBot(options, clock),
  }
}

function createLog(level: LogLevel): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  )
}

/** One process at a time writes to a SQLite file; PostgreSQL takes any number. */
async function lockStore(store: StoreConfig): Promise<{ release(): void }> {
  if (store.kind === 'postgres') return { release: () => undefined }
  const { lockFile } = await import('./store/sqlite.ts')
  return lockFile(store.path)
}

/** Tells this process from all others that ever read into the same store. */
function replicaName(): string {
  return `${hostname()}:${process.pid}:${randomUUID()}`
}

async function createSource(
  { token, apiUrl }: HubSpotConfig,
  { log, zone, clock, registry, tries, budgets }: SourceOptions & { clock: Clock; registry: Registry },
) {
  const { createHubSpotSource } = await import('./hubspot/source.ts')
  const { createSharedBudget } = await import('./hubspot/shared-budget.ts')
  const requests = new Counter({
    name: 'scoreline_hubspot_requests_total',
    help: 'Requests to HubSpot by kind, type and status',
    labelNames: ['kind', 'type', 'status'],
    registers: [registry],
  })
  const limited = new Counter({
    name: 'scoreline_hubspot_limited_total',
    help: 'Requests that HubSpot answered with 429, by kind',
    labelNames: ['kind'],
    registers: [registry],
  })
  return createHubSpotSource({
    token,
    baseUrl: apiUrl,
    clock,
    log,
    ...(zone && { zone }),
    ...(tries !== undefined && { retry: { tries } }),
    ...(budgets && { budget: createSharedBudget({ leases: budgets }) }),
    onRequest({ kind, type, status }) {
      requests.inc({ kind, type, status: status ?? 'none' })
      limited.inc({ kind }, status === 429 ? 1 : 0)
    },
  })
}

async function createSlackInstallation({ slack }: ConfigFor<'slack'>, log: Log) {
  const { createInstallation } = await import('./slack/installation.ts')
  return createInstallation({ ...slack, log })
}

function idOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url').slice(0, 16)
}

/** How exactly it is kept when a signature was last right. */
const VERIFIED_EVERY_MS = 600_000

/** Keeps that requests are signed with this secret, which `doctor` tells of. */
function noteVerified({
  store,
  clock,
  log,
  secret,
}: {
  store: Store
  clock: Clock
  log: Log
  secret: string
}) {
  const id = idOfSecret(secret)
  let noted = Number.NEGATIVE_INFINITY
  return () => {
    const now = clock.now()
    if (now - noted < VERIFIED_EVERY_MS) return
    noted = now
    store.signatures
      .noteVerified(id, now)
      .catch((error: unknown) => log.warn({ err: error }, 'it could not be noted that a signature was right'))
  }
}

interface DigestsParts {
  store: Store
  clock: Clock
  log: Log
  admins: readonly string[]
}

function digestsFor({ store, clock, log, admins }: DigestsParts) {
  return createDigests({
    store,
    clock,
    log,
    admins,
    assemble: (setting, order) => readDigest({ store, clock }, setting, order),
  })
}

/** The whole bot: once it is started it polls, posts and answers. */
async function createBot(options: BotOptions, clock: Clock): Promise<Bot> {
  const { config, store, log, onFatal, onProgress, pollSeconds, isTicking = true } = options
  const { createSlack } = await import('./slack/slack.ts')
  const registry = new Registry()
  const { host, port, admins } = config
  const { mode } = config.slack
  const isShared = config.store.kind === 'postgres'
  const { account } = await store.directory.read()
  const source = await createSource(config.hubspot, {
    ...{ log, clock, registry, zone: account?.zone ?? null },
    ...(isShared && { budgets: store.budgets }),
  })
  const replica = isShared ? replicaName() : undefined
  const restMs = ((pollSeconds ?? POLL_SECONDS) * 1_000) / 2
  const sync = createSync({ source, store, clock, log, replica, restMs, ...(onProgress && { onProgress }) })
  const answers = createAnswers({ store, clock, lexicons: LEXICONS })
  const routes: Page[] = createPages({ store, clock, isConnected: () => slack.isConnected(), registry })
  const slack: SlackDoor = createSlack({
    config: { ...config.slack, host, port },
    scopesFor: hubSpotWords.scopesFor,
    routes,
    answer: ({ asker, words }) => answers.answer({ asker, words }),
    log,
    clock,
    onFatal,
    ...(mode.kind === 'http' && {
      onVerified: noteVerified({ store, clock, log, secret: mode.signingSecret }),
    }),
    isShared,
  })
  const deliveries = createDeliveries({ store, messenger: slack.messenger, clock, log, admins })
  const digests = digestsFor({ store, clock, log, admins })
  let schedule: Schedule | undefined
  return {
    sync,
    digests,
    deliveries,
    port: () => slack.port(),
    async start() {
      await slack.start()
      if (!isTicking) return
      schedule = startSchedule({
        poll: () => unlessStopped(sync.run()),
        reconcile: () => unlessStopped(reconcile(sync, log)),
        minute: () => digests.runDue(),
        ahead: () => lookAhead(digests, slack.messenger),
        outbox: () => deliveries.work(),
        log,
        ...(pollSeconds && { pollSeconds }),
      })
    },
    async stop() {
      const ended = Promise.all([slack.stop(), sync.stop(), schedule?.stop(), deliveries.drain()])
      await Promise.race([ended, sleep(STOP_WITHIN_MS, undefined, { ref: false })])
    },
  }
}

/** What is known of a channel when a digest is due for it is at most this old. */
const LOOK_AHEAD_MS = 30 * 60_000

async function lookAhead(digests: Digests, messenger: Messenger): Promise<void> {
  await messenger.lookAhead(await digests.channelsSoon(LOOK_AHEAD_MS), LOOK_AHEAD_MS)
}

async function reconcile(sync: Sync, log: Log): Promise<void> {
  const { types, changed } = await sync.reconcile()
  if (types.length > 0) log.info({ types, changed }, 'what is held was compared with HubSpot')
}

/** A reading that was stopped on purpose is no fault. */
async function unlessStopped(reading: Promise<unknown>): Promise<void> {
  try {
    await reading
  } catch (error) {
    if (!(error instanceof SyncStoppedError)) throw error
  }
}
