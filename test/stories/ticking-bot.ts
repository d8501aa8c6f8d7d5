/** A bot on the real clock, with one digest that is due within two minutes. */
import { createServices } from '../../src/app.ts'
import type { Store } from '../../src/ports/store.ts'
import { type Company, DIGEST, fill, startCompany } from '../company.ts'
import { testStore } from '../store/stores.ts'
import { configOf, logInto } from './company-bot.ts'

export interface TickingBot {
  company: Company
  store: Store
  /** Epoch ms, a whole minute. */
  dueAt: number
  end(): Promise<void>
}

/** The bot must know its digest before it is due: what was due earlier is never made up. */
const SETTING_UP_MS = 10_000

export async function startTickingBot(): Promise<TickingBot> {
  const services = createServices()
  const company = await startCompany({ now: Date.now(), days: 8 })
  const { store, end } = await testStore('sqlite')
  await fill(company, store, services.clock)
  const dueAt = Math.ceil((Date.now() + SETTING_UP_MS) / 60_000) * 60_000
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: DIGEST.zone }).format(dueAt)
  await store.settings.save({
    digests: (await store.settings.read()).digests.map((one) => ({ ...one, time })),
  })
  const log = logInto([])
  const bot = await services.createBot({ config: configOf(company), store, log, onFatal: () => undefined })
  await bot.digests.runDue()
  await bot.start()
  return {
    company,
    store,
    dueAt,
    async end() {
      await bot.stop()
      await end()
      await company.end()
    },
  }
}
