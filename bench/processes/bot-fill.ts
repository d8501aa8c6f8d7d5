/** A first fill with the bot's own parts: source, sync and store. */

import type { Budget } from '../../src/hubspot/pacing.ts'
import { createHubSpotSource } from '../../src/hubspot/source.ts'
import type { Store } from '../../src/ports/store.ts'
import { openStore } from '../../src/store/store.ts'
import { createSync, type Sync } from '../../src/sync/sync.ts'
import { FillOrder } from './orders.ts'
import { cpuMs, serve } from './serve.ts'

const neverWaits: Budget = { take: async () => undefined, adopt: () => undefined, hold: () => undefined }

let store: Store | undefined
let sync: Sync | undefined

serve({
  /** Reads the directory, so that rules exist and connections are warm. */
  async prepare(input) {
    const { url, token, path, isPaced } = FillOrder.parse(input)
    const clock = { now: () => Date.now() }
    const log = { debug: () => undefined }
    store = await openStore({ kind: 'sqlite', path })
    const source = createHubSpotSource({
      token,
      baseUrl: url,
      clock,
      log,
      ...(!isPaced && { budget: neverWaits }),
    })
    sync = createSync({ source, store, clock })
    await sync.fill([])
  },
  async fill() {
    if (!sync) throw new Error('nothing was prepared')
    const [cpu, began] = [cpuMs(), performance.now()]
    const reports = Object.values(await sync.fill())
    const failed = reports.find(({ error }) => error !== null)
    if (failed) throw new Error(`a type could not be read: ${failed.error}`)
    return {
      records: reports.reduce((sum, { read }) => sum + read, 0),
      cpuMs: cpuMs() - cpu,
      wallMs: performance.now() - began,
    }
  },
  /** Lets facts that have come due begin to count, as each poll does. */
  async close() {
    await store?.facts.mature(Date.now())
    await store?.close()
  },
})
