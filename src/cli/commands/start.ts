import type { Command } from 'commander'
import type { Log } from '../../ports/clock.ts'
import type { Bot, Services } from '../../wiring.ts'
import { showProgress } from '../progress.ts'
import { configFor, end } from '../run.ts'

export function startCommand(command: Command, services: Services): Command {
  return command.action(() => start(services))
}

async function start(services: Services): Promise<void> {
  const config = configFor('hubspot', 'slack', 'store')
  const log = await services.createLog(config.logLevel)
  const lock = await services.lockStore(config.store)
  const store = await services.openStore(config.store)
  const progress = showProgress()
  const ending = untilAsked(log)
  const bot = await services.createBot({
    config,
    store,
    log,
    onFatal: ending.fail,
    onProgress: progress.onProgress,
  })
  try {
    await bot.start()
    log.info({ port: bot.port() }, 'Scoreline is running')
    runFirst(bot, progress.end).catch((error) => ending.tell(error, 'the first poll failed'))
    await ending.asked
  } finally {
    progress.end()
    await bot.stop()
    await store.close()
    lock.release()
  }
  log.info({}, 'Scoreline has stopped')
  end()
}

/** The first poll and the first check for due digests do not wait for the clock; commands are answered meanwhile. */
async function runFirst(bot: Bot, endProgress: () => void): Promise<void> {
  await bot.digests.runDue()
  await bot.sync.run().finally(endProgress)
  await bot.digests.runDue()
}

export interface Ending {
  /** Resolves on SIGINT or SIGTERM, and on errors that cannot be handled here. */
  asked: Promise<void>
  /** Ends the process with exit code 1, for the supervisor. */
  fail(error: unknown): void
  /** Logs an error unless shutdown itself caused it: whatever still runs then finds everything closed. */
  tell(error: unknown, message: string): void
}

export function untilAsked(log: Log): Ending {
  const { promise, resolve } = Promise.withResolvers<void>()
  let isOver = false
  const endNow = () => {
    isOver = true
    resolve()
  }
  const tell = (error: unknown, message: string) => {
    if (!isOver) log.error({ err: error }, message)
  }
  const fail = (error: unknown) => {
    if (isOver) return
    tell(error, 'Scoreline cannot continue')
    process.exitCode = 1
    endNow()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, endNow)
  process.on('unhandledRejection', fail)
  process.on('uncaughtException', fail)
  return { asked: promise, fail, tell }
}
