/**
 * Wiring: the only place that constructs things. Each part is given what it needs and knows no other. The code of
 * a part is loaded when the part is requested: a command pays for nothing that it does not use.
 */
import { createHash, randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Registry } from 'prom-client'
import type { Answers } from './answers/answers.ts'
import type { ConfigFor, LogLevel, StoreConfig } from './config/config.ts'
import type { Digests } from './digests/digests.ts'
import type { Endpoint } from './health/endpoints.ts'
import { createLateSource } from './hubspot/late-source.ts'
import type { HubSpotOptions } from './hubspot/source.ts'
import { hubSpotWords } from './hubspot/words.ts'
import type { Clock, Log } from './ports/clock.ts'
import type { Messenger } from './ports/messenger.ts'
import type { Store } from './ports/store.ts'
import { POLL_SECONDS } from './schedule/poll-seconds.ts'
import type { Schedule, ScheduleOptions } from './schedule/schedule.ts'
import type { SlackDoor } from './slack/slack.ts'
import { SyncStoppedError } from './sync/errors.ts'
import type { Sync } from './sync/sync.ts'
import type { Bot, BotOptions, Services, SourceOptions } from './wiring.ts'

/** Supervisors kill after 10 s. A post that is cut off is looked for at the next start. */
const STOP_WITHIN_MS = 9_000

const realClock: Clock = { now: () => Date.now() }

/** The services of the program, each made when it is asked for. */
export function createServices(clock: Clock = realClock): Services {
  return {
    clock,
    words: hubSpotWords,
    createLog,
    openStore,
    lockStore,
    createSource: (config, options) => createSource(config, { ...options, clock }),
    async createSync(ports) {
      const { createSync } = await import('./sync/sync.ts')
      return createSync({ ...ports, clock, replica: ports.store.isShared ? replicaName() : undefined })
    },
    createDigests: (store, log) => digestsFor({ store, clock, log, admins: [] }),
    createAnswers: (store) => createAnswersFor({ store, clock }),
    createSlackInstallation,
    idOfSecret,
    createBot: (options) => createBot(options, clock),
  }
}

async function createLog(level: LogLevel): Promise<Log> {
  const { pino } = await import('pino')
  const log: Log = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  )
  return log
}

async function openStore(config: StoreConfig, options?: { mustExist: boolean }): Promise<Store> {
  const { openStore: open } = await import('./store/store.ts')
  return open(config, options)
}

async function lockStore(config: StoreConfig): Promise<{ release(): void }> {
  const { lockStore: lock } = await import('./store/store.ts')
  return lock(config)
}

/** Distinguishes this process from every other that ever reads into the same store. */
function replicaName(): string {
  return `${hostname()}:${process.pid}:${randomUUID()}`
}

/** Notified of each request to HubSpot. */
type OnRequest = NonNullable<HubSpotOptions['onRequest']>

async function createSource(
  { hubspot: { token, apiUrl }, proxy }: ConfigFor<'hubspot'>,
  { log, zone, clock, tries, budgets, onRequest }: SourceOptions & { clock: Clock; onRequest?: OnRequest },
) {
  const { createHubSpotSource } = await import('./hubspot/source.ts')
  const { createSharedBudget } = await import('./hubspot/shared-budget.ts')
  return createHubSpotSource({
    token,
    baseUrl: apiUrl,
    proxy,
    clock,
    log,
    ...(zone && { zone }),
    ...(tries !== undefined && { retry: { tries } }),
    ...(budgets && { budget: createSharedBudget({ leases: budgets }) }),
    ...(onRequest && { onRequest }),
  })
}

async function createSlackInstallation({ slack, proxy }: ConfigFor<'slack'>, log: Log) {
  const { createInstallation } = await import('./slack/installation.ts')
  const outgoing = proxy ? (await import('./slack/outgoing.ts')).createOutgoing(proxy) : { fetch }
  return createInstallation({ ...slack, ...outgoing, log })
}

function idOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url').slice(0, 16)
}

interface DigestsServices {
  store: Store
  clock: Clock
  log: Log
  admins: readonly string[]
}

async function digestsFor({ store, clock, log, admins }: DigestsServices): Promise<Digests> {
  const { createDigests } = await import('./digests/digests.ts')
  const { readDigest } = await import('./digests/read-digest.ts')
  return createDigests({
    store,
    clock,
    log,
    admins,
    assemble: (setting, order) => readDigest({ store, clock }, setting, order),
  })
}

/** The whole bot: once started, it polls, posts and answers. */
async function createBot(options: BotOptions, clock: Clock): Promise<Bot> {
  const { config, store, log, pollSeconds, isTicking = true } = options
  const { createDeliveries } = await import('./deliveries/deliveries.ts')
  const { admins } = config
  const { createRequestCounters } = await import('./health/request-counters.ts')
  const { registry, onRequest } = createRequestCounters()
  const sync = await createBotSync(options, { clock, onRequest })
  const slack = await createSlackDoor(options, { clock, registry })
  const deliveries = createDeliveries({ store, messenger: slack.messenger, clock, log, admins })
  const digests = await digestsFor({ store, clock, log, admins })
  let schedule: Schedule | undefined
  return {
    sync,
    digests,
    deliveries,
    port: () => slack.port(),
    async start() {
      // The schedule is loaded while waiting for Slack.
      const [{ startSchedule }] = await Promise.all([import('./schedule/schedule.ts'), slack.start()])
      if (!isTicking) return
      const ticking = { store, sync, digests, deliveries, messenger: slack.messenger, log, pollSeconds }
      schedule = startSchedule(ticksOf(ticking))
    },
    async stop() {
      const ended = Promise.all([slack.stop(), sync.stop(), schedule?.stop(), deliveries.drain()])
      await Promise.race([ended, sleep(STOP_WITHIN_MS, undefined, { ref: false })])
    },
  }
}

async function createBotSync(
  { config, store, log, onProgress, pollSeconds }: BotOptions,
  { clock, onRequest }: { clock: Clock; onRequest: OnRequest },
): Promise<Sync> {
  const { createSync } = await import('./sync/sync.ts')
  const { isShared } = store
  const { account } = await store.directory.read()
  const source = createLateSource(() =>
    createSource(config, {
      ...{ log, clock, onRequest, zone: account?.zone ?? null },
      ...(isShared && { budgets: store.budgets }),
    }),
  )
  const replica = isShared ? replicaName() : undefined
  const restMs = ((pollSeconds ?? POLL_SECONDS) * 1_000) / 2
  return createSync({ source, store, clock, log, replica, restMs, ...(onProgress && { onProgress }) })
}

async function createSlackDoor(
  { config, store, log, onFatal }: BotOptions,
  { clock, registry }: { clock: Clock; registry: Registry },
): Promise<SlackDoor> {
  const { createSlack } = await import('./slack/slack.ts')
  const { createSignatureRecorder } = await import('./slack/signature-recorder.ts')
  const { createEndpoints } = await import('./health/endpoints.ts')
  const answers = await createAnswersFor({ store, clock })
  const { host, port, proxy } = config
  const { mode } = config.slack
  const routes: Endpoint[] = createEndpoints({
    store,
    clock,
    isConnected: () => slack.isConnected(),
    registry,
  })
  const slack: SlackDoor = createSlack({
    config: { ...config.slack, proxy, host, port },
    oauthScopesFor: hubSpotWords.oauthScopesFor,
    routes,
    answer: ({ asker, words, language, surface, mentioned, place }) =>
      answers.answer({ asker, words, language, place, by: { surface, mentioned } }),
    log,
    clock,
    onFatal,
    ...(mode.kind === 'http' && {
      onVerified: createSignatureRecorder({
        ...{ clock, log, signatures: store.signatures, secretId: idOfSecret(mode.signingSecret) },
      }),
    }),
    isShared: store.isShared,
  })
  return slack
}

async function createAnswersFor(ports: { store: Store; clock: Clock }): Promise<Answers> {
  const { createAnswers } = await import('./answers/answers.ts')
  const { LEXICONS } = await import('./i18n/lexicons.ts')
  return createAnswers({ ...ports, lexicons: LEXICONS })
}

interface Ticking extends Pick<Bot, 'sync' | 'digests' | 'deliveries'> {
  store: Store
  messenger: Messenger
  log: Log
  pollSeconds: number | undefined
}

function ticksOf({
  store,
  sync,
  digests,
  deliveries,
  messenger,
  log,
  pollSeconds,
}: Ticking): ScheduleOptions {
  return {
    poll: () => unlessStopped(sync.run()),
    reconcile: () => unlessStopped(reconcile(sync, log)),
    minute: () => digests.runDue(),
    ahead: () => lookAhead(digests, messenger),
    outbox: () => deliveries.work(),
    forget: async () => store.audit.forget((await store.settings.read()).retention.audit),
    log,
    ...(pollSeconds && { pollSeconds }),
  }
}

/** How old what is known of a channel may be, at most, when a digest is due there. */
const LOOK_AHEAD_MS = 30 * 60_000

async function lookAhead(digests: Digests, messenger: Messenger): Promise<void> {
  await messenger.lookAhead(await digests.channelsSoon(LOOK_AHEAD_MS), LOOK_AHEAD_MS)
}

async function reconcile(sync: Sync, log: Log): Promise<void> {
  const { types, changed } = await sync.reconcile()
  if (types.length > 0) log.info({ types, changed }, 'compared stored records with HubSpot')
}

/** A read that was stopped on purpose is not an error. */
async function unlessStopped(reading: Promise<unknown>): Promise<void> {
  try {
    await reading
  } catch (error) {
    if (!(error instanceof SyncStoppedError)) throw error
  }
}
