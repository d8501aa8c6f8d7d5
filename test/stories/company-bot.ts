/** The whole bot on the seeded company's filled store, with a clock that the test controls. */
import { createServices } from '../../src/app.ts'
import type { ConfigFor } from '../../src/config/config.ts'
import { readConfig } from '../../src/config/environment.ts'
import type { Clock, Log } from '../../src/ports/clock.ts'
import type { Store } from '../../src/ports/store.ts'
import type { SandboxMessage } from '../../src/sandbox/slack/model.ts'
import type { Bot, Services } from '../../src/wiring.ts'
import { type Company, type CompanyOptions, environmentOf, fill, SALES, startCompany } from '../company.ts'
import { type Database, testStore } from '../store/stores.ts'

export interface CompanyBot {
  company: Company
  store: Store
  services: Services
  clock: Clock
  /** The bots' warnings and errors. */
  complaints: string[]
  /** Sets all clocks to this moment. */
  setTime(iso: string): void
  /** Another bot on the same store, not started. It does nothing by itself, because its clock is not the machine's. */
  newBot(): Promise<Bot>
  /** The answer to a person, as plain text, and whether only they see it. */
  ask(userId: string, words: string): Promise<{ text: string; isPrivate: boolean }>
  /** The bot's posts in #sales: those in the channel, or those in one post's thread. */
  posts(threadTs?: string): SandboxMessage[]
  end(): Promise<void>
}

export interface CompanyBotOptions extends Pick<CompanyOptions, 'days' | 'settings'> {
  before?(account: Company['account']): void
}

/** `before` modifies the company before it is read. */
export async function companyBot(
  database: Database,
  startsAt: string,
  { days, settings = {}, before }: CompanyBotOptions,
): Promise<CompanyBot> {
  let now = Date.parse(startsAt)
  const clock = { now: () => now }
  const company = await startCompany({ now, days, clock: clock.now, settings })
  before?.(company.account)
  const { store, end } = await testStore(database, clock)
  await fill(company, store, clock)
  const services = createServices(clock)
  const complaints: string[] = []
  const { slack } = company
  return {
    company,
    store,
    services,
    clock,
    complaints,
    setTime(iso) {
      now = Date.parse(iso)
    },
    newBot: () =>
      services.createBot({
        config: configOf(company),
        store,
        log: logInto(complaints),
        onFatal: (error) => complaints.push(`fatal: ${error.message}`),
        isTicking: false,
      }),
    async ask(userId, words) {
      const run = await slack.typeCommand({ userId, channelId: SALES.id, text: `/sales ${words}` })
      if (run.error) throw new Error(run.error)
      const { ts, text } = await run.reply()
      const isPrivate = slack.workspace.ephemerals.some((one) => one.ts === ts && one.userId === userId)
      return { text, isPrivate }
    },
    posts: (threadTs) =>
      slack.workspace.messages.filter(
        (message) => message.isFromApp && message.channelId === SALES.id && message.threadTs === threadTs,
      ),
    async end() {
      await end()
      await company.end()
    },
  }
}

/** The bot's config, read from its environment. */
export function configOf(company: Company): ConfigFor<'hubspot' | 'slack' | 'store'> {
  const reading = readConfig(['hubspot', 'slack', 'store'], environmentOf(company))
  if ('complaints' in reading) throw new Error(reading.complaints.join('\n'))
  return reading.config
}

export function logInto(complaints: string[]): Log {
  const keep = (fields: object, message: string) =>
    void complaints.push(`${message} ${JSON.stringify(fields)}`)
  return { debug: () => undefined, info: () => undefined, warn: keep, error: keep }
}
