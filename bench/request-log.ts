/** The requests of a first fill, a poll and a night, by path. `node bench/request-log.ts` prints them. */
import { createHubSpotSource } from '../src/hubspot/source.ts'
import { liveUntil, seedCompany } from '../src/sandbox/hubspot/company/company.ts'
import { startHubSpotSandbox } from '../src/sandbox/hubspot/hubspot-sandbox.ts'
import { requestLog } from '../src/sandbox/hubspot/request-count.ts'
import { openStore } from '../src/store/store.ts'
import { createSync } from '../src/sync/sync.ts'
import { withFolder } from './folder.ts'

const POLL_MS = 300_000
const UNLIMITED = { tenSecondly: null, searchPerSecond: null, daily: null }

/** The log of each, for the seeded company with a history of `days` days. */
export async function requestLogs(days: number): Promise<Record<'fill' | 'poll' | 'night', string>> {
  const clock = { time: Date.now(), now: () => clock.time }
  const account = seedCompany({ now: clock.time, seed: 1, days })
  const sandbox = await startHubSpotSandbox({ account, clock: clock.now, limits: UNLIMITED })
  const source = createHubSpotSource({
    token: sandbox.token,
    baseUrl: sandbox.url,
    clock,
    log: { debug: () => undefined },
    budget: { take: async () => undefined, adopt: () => undefined, hold: () => undefined },
  })
  async function logOf(work: () => Promise<unknown>): Promise<string> {
    sandbox.requests.reset()
    await work()
    return requestLog(sandbox.requests)
  }
  try {
    return await withFolder(async (folder) => {
      const store = await openStore({ kind: 'sqlite', path: `${folder}/bot.db` })
      const sync = createSync({ source, store, clock })
      const fill = await logOf(() => sync.run())
      clock.time += POLL_MS
      liveUntil(account, clock.time)
      const poll = await logOf(() => sync.run())
      const night = await logOf(() => sync.reconcile(true))
      await store.close()
      return { fill, poll, night }
    })
  } finally {
    await sandbox.stop()
  }
}

if (import.meta.main) {
  for (const [name, log] of Object.entries(await requestLogs(90))) console.log(`${name}\n${log}\n`)
}
