import { Command } from 'commander'
import type { Log } from '../../ports.ts'
import type { Bot, Parts } from '../parts.ts'
import { showProgress } from '../progress.ts'
import { configFor } from '../run.ts'

export function startCommand(parts: Parts): Command {
  return new Command('start').description('run the bot').action(() => start(parts))
}

async function start(parts: Parts): Promise<void> {
  const config = configFor('hubspot', 'slack', 'store')
  const log = parts.createLog(config.logLevel)
  const lock = await parts.lockStore(config.store)
  const store = await parts.openStore(config.store)
  const progress = showProgress()
  const ending = untilAsked(log)
  const bot = await parts.createBot({
    config,
    store,
    log,
    onFatal: ending.fail,
    onProgress: progress.onProgress,
  })
  await bot.start()
  log.info({ port: bot.port() }, 'Scoreline is running')
  runFirst(bot, log, progress.end)
  await ending.asked
  await bot.stop()
  await store.close()
  lock.release()
  log.info({}, 'Scoreline has stopped')
}

/** The first poll and look at the digests do not wait for the clock; commands are answered meanwhile. */
function runFirst(bot: Bot, log: Log, end: () => void): void {
  const first = async () => {
    await bot.digests.runDue()
    await bot.sync.run()
    end()
    await bot.digests.runDue()
  }
  first().catch((error) => log.error({ err: error }, 'the first poll failed'))
}

/** Resolves on SIGINT or SIGTERM, and on what nobody can mend here: then the process ends with 1 for the supervisor. */
export function untilAsked(log: Log): { asked: Promise<void>; fail(error: unknown): void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  const fail = (error: unknown) => {
    log.error({ err: error }, 'Scoreline cannot go on')
    process.exitCode = 1
    resolve()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  process.on('unhandledRejection', fail)
  process.on('uncaughtException', fail)
  return { asked: promise, fail }
}
