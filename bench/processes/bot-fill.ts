/** A first fill with the bot's own parts: source, sync and store. */

import { FACT_TYPES } from '../../src/domain/facts/facts.ts'
import type { Budget } from '../../src/hubspot/pacing.ts'
import { createHubSpotSource } from '../../src/hubspot/source.ts'
import { openStore } from '../../src/store/store.ts'
import { type FillPorts, fill, prepareFill } from '../fill.ts'
import { OWN_METRICS } from '../own-declarations.ts'
import { FillOrder } from './orders.ts'
import { cpuMs, serve } from './serve.ts'

const neverWaits: Budget = { take: async () => undefined, adopt: () => undefined, hold: () => undefined }

let ports: FillPorts | undefined

serve({
  async prepare(input) {
    const { url, token, path, isPaced, hasOwn } = FillOrder.parse(input)
    const clock = { now: () => Date.now() }
    const log = { debug: () => undefined }
    const store = await openStore({ kind: 'sqlite', path })
    const source = createHubSpotSource({
      token,
      baseUrl: url,
      clock,
      log,
      ...(!isPaced && { budget: neverWaits }),
    })
    ports = { source, store, clock }
    if (hasOwn) await store.settings.save({ metrics: [...OWN_METRICS] })
    await prepareFill(ports)
  },
  async fill() {
    if (!ports) throw new Error('nothing was prepared')
    const [cpu, began] = [cpuMs(), performance.now()]
    const reports = Object.values(await fill(ports, FACT_TYPES))
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
    await ports?.store.facts.mature(Date.now())
    await ports?.store.close()
  },
})
