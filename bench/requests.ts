/** Counts, in one process, the requests of a fill and a poll, and compares two readers of one type with one. */
import { FACT_TYPES, type FactType } from '../src/domain/facts/facts.ts'
import type { Budget } from '../src/hubspot/pacing.ts'
import { createHubSpotSource } from '../src/hubspot/source.ts'
import type { Source } from '../src/ports/source.ts'
import type { Store } from '../src/ports/store.ts'
import type { SandboxAccount } from '../src/sandbox/hubspot/account.ts'
import { bulkAccount } from '../src/sandbox/hubspot/bulk-account.ts'
import { type HubSpotSandbox, startHubSpotSandbox } from '../src/sandbox/hubspot/hubspot-sandbox.ts'
import { openStore } from '../src/store/store.ts'
import { createSync, type Sync } from '../src/sync/sync.ts'
import { evenAccount } from './even-account.ts'
import { fill, prepareFill } from './fill.ts'
import { withFolder } from './folder.ts'
import { atLeast, atMost, informs, type Measurement, type Row, type Settings } from './measurement.ts'

export const requests: Measurement = {
  name: 'requests',
  title: 'Requests of fills, polls and nights, counted by the pretend HubSpot',
  measure: async (settings) => [
    ...(await fillAndPolls(settings)),
    ...(await oneLargeType(settings)),
    ...(await nightBesidePoll(settings, LATENCY_MS)),
    ...(await nightBesidePoll(settings, 2 * LATENCY_MS)),
  ],
}

const clock = { now: () => Date.now() }
const log = { debug: () => undefined }
const neverWaits: Budget = { take: async () => undefined, adopt: () => undefined, hold: () => undefined }
const UNLIMITED = { tenSecondly: null, searchPerSecond: null, daily: null }

interface World {
  sandbox: HubSpotSandbox
  source: Source
  store: Store
  sync: Sync
}

interface WorldOrder {
  account: SandboxAccount
  latencyMs?: number
  isLimited: boolean
}

export async function withWorld<T>(
  { account, latencyMs = 0, isLimited }: WorldOrder,
  work: (world: World) => Promise<T>,
): Promise<T> {
  return withFolder(async (folder) => {
    const limits = isLimited ? {} : UNLIMITED
    const sandbox = await startHubSpotSandbox({ account, latencyMs, limits })
    const store = await openStore({ kind: 'sqlite', path: `${folder}/bot.db` })
    const budget = isLimited ? {} : { budget: neverWaits }
    const source = createHubSpotSource({ token: sandbox.token, baseUrl: sandbox.url, clock, log, ...budget })
    try {
      return await work({ sandbox, source, store, sync: createSync({ source, store, clock }) })
    } finally {
      await store.close()
      await sandbox.stop()
    }
  })
}

/** Changes in the last minutes, spread evenly over the types. */
const CHANGES = 500

async function fillAndPolls({ isQuick }: Settings): Promise<Row[]> {
  const records = isQuick ? 450 : 2_350
  const account = evenAccount(records, Date.now() - 3_600_000)
  return withWorld({ account, isLimited: false }, async ({ sandbox, sync }) => {
    await sync.run()
    const pages = listPages(sandbox)
    const { total, byKind } = sandbox.requests
    const fewest = FACT_TYPES.length * Math.ceil(records / 100)
    const others = {
      history: byKind.batchRead ?? 0,
      associations: byKind.associations ?? 0,
      search: byKind.search ?? 0,
    }
    const fixed = total - pages - others.history - others.associations - others.search
    const idle = await requestsOf(sandbox, () => sync.run())
    change(account)
    const busy = await requestsOf(sandbox, () => sync.run())
    return [
      {
        what: `object pages of a fill, ${records} of each type`,
        ours: `${pages}`,
        comparedWith: `fewest: ${fewest}`,
        ...atMost(pages / fewest, 1.02),
      },
      {
        what: 'other requests of the fill',
        ours: `${fixed} fixed, ${others.search} searches`,
        comparedWith: '',
        ...informs(`${others.history} history, ${others.associations} associations`),
      },
      { what: 'a poll, nothing changed', ours: `${idle.total}`, comparedWith: '', ...atMost(idle.total, 8) },
      {
        what: `a poll, ${CHANGES} changes`,
        ours: `${busy.total}`,
        comparedWith: `${busy.searches} searches`,
        ...atMost(busy.total, 20),
      },
      ...(await busyPollTime(records)),
    ]
  })
}

function listPages({ requests: { latest } }: HubSpotSandbox): number {
  const isFact = (subject: string) => FACT_TYPES.some((type) => type === subject)
  return latest.filter(({ kind, subject }) => kind === 'list' && isFact(subject)).length
}

export async function requestsOf(
  sandbox: HubSpotSandbox,
  work: () => Promise<unknown>,
): Promise<{ total: number; searches: number }> {
  sandbox.requests.reset()
  await work()
  return { total: sandbox.requests.total, searches: sandbox.requests.byKind.search ?? 0 }
}

function change(account: SandboxAccount): void {
  for (const type of FACT_TYPES) {
    for (const id of idsOf(account, type).slice(0, Math.ceil(CHANGES / FACT_TYPES.length))) {
      account.update(type, id, { hubspot_owner_id: '71000002' })
    }
  }
}

function idsOf(account: SandboxAccount, type: FactType): string[] {
  return [...account.table(type).held()].map(({ id }) => id)
}

/** The same poll under HubSpot's limits: the searches decide how long it takes. */
async function busyPollTime(records: number): Promise<Row[]> {
  const account = evenAccount(Math.min(records, 450), Date.now() - 3_600_000)
  return withWorld({ account, isLimited: true }, async ({ sandbox, sync }) => {
    await sync.run()
    change(account)
    sandbox.requests.reset()
    const began = performance.now()
    await sync.run()
    const seconds = (performance.now() - began) / 1000
    const searches = sandbox.requests.byKind.search ?? 0
    const ours = `${seconds.toFixed(1)} s`
    return [
      {
        what: 'its duration under the limits',
        ours,
        comparedWith: `${searches} searches at 5/s`,
        ...atMost(seconds / (searches / 5), 1.5),
      },
    ]
  })
}

const LATENCY_MS = 200

/** One type has nearly all records: listing alone, compared with listing and search that meet in the middle. */
async function oneLargeType({ isQuick }: Settings): Promise<Row[]> {
  const activities = isQuick ? 12_000 : 27_000
  const account = bulkAccount({
    activities,
    reps: 50,
    days: 90,
    zone: 'Europe/Copenhagen',
    now: Date.now(),
    deals: 0,
  })
  return withWorld({ account, latencyMs: LATENCY_MS, isLimited: true }, async ({ source, store }) => {
    const ports = { source, store, clock }
    await prepareFill(ports)
    const alone = await listAlone(source, isQuick ? 20 : 60)
    const began = performance.now()
    await fill(ports, ['calls'])
    const ours = (await store.facts.count('calls')) / (performance.now() - began)
    const missing = (await source.count?.('calls')) ?? 0
    return [
      {
        what: 'one large type, answers after 200 ms',
        ours: `${(ours * 1000).toFixed(0)} records/s`,
        comparedWith: `its list alone: ${(alone * 1000).toFixed(0)}`,
        ...atLeast(ours / alone, 1.5),
      },
      {
        what: 'records of it that are missing',
        ours: `${missing - (await store.facts.count('calls'))}`,
        comparedWith: '',
        ...atMost(missing - (await store.facts.count('calls')), 0),
      },
    ]
  })
}

/** Records per millisecond with a single list cursor. */
async function listAlone(source: Source, pages: number): Promise<number> {
  const began = performance.now()
  let read = 0
  let cursor: string | null = null
  for (let page = 0; page < pages; page++) {
    const { facts, skipped, next } = await source.listPage('calls', cursor)
    read += facts.length + skipped.length
    cursor = next
    if (next === null) break
  }
  return read / (performance.now() - began)
}

/** A nightly pass and polls at the same time, under the limits. */
async function nightBesidePoll({ isQuick }: Settings, latencyMs: number): Promise<Row[]> {
  const account = evenAccount(isQuick ? 300 : 1_000, Date.now() - 3_600_000)
  return withWorld({ account, latencyMs, isLimited: true }, async ({ sandbox, sync }) => {
    await sync.run()
    sandbox.requests.reset()
    const night = sync.reconcile(true)
    let polls = 0
    let isOver = false
    night.finally(() => {
      isOver = true
    })
    for (; !isOver; polls++) await sync.run()
    await night
    const { rateLimited, total } = sandbox.requests
    return [
      {
        what: `429s of a night during ${polls} polls, answers after ${latencyMs} ms`,
        ours: `${rateLimited} of ${total}`,
        comparedWith: '',
        ...atMost(rateLimited, 0),
      },
    ]
  })
}
