import { setTimeout as sleep } from 'node:timers/promises'
import type { Command } from 'commander'
import type { Bot, Services } from '../../wiring.ts'
import type { DemoWorld } from '../demo-world.ts'
import { showProgress } from '../progress.ts'
import { end } from '../run.ts'
import { CommandError, print, tell } from '../say.ts'
import { untilAsked } from './start.ts'

interface Options {
  port: string
}

export function demoCommand(command: Command, services: Services): Command {
  return command
    .option('--port <number>', 'port of the page; 0 takes any free one', '0')
    .action((options: Options) => demo(services, options))
}

const POLL_SECONDS = 30
const LOOK_MS = 500

async function demo(services: Services, options: Options): Promise<void> {
  const port = portOrThrow(options.port)
  const log = await services.createLog('warn')
  const ending = untilAsked(log)
  tell('Creating a sales company of 26 reps with 420 days of history …')
  const { openDemoWorld } = await import('../demo-world.ts')
  const world = await openDemoWorld(services, { port })
  const progress = showProgress()
  const { config, store } = world
  const bot = await services.createBot({
    config,
    store,
    log,
    onFatal: ending.fail,
    onProgress: progress.onProgress,
    pollSeconds: POLL_SECONDS,
  })
  try {
    await bot.start()
    showAll(bot, world, progress.end).catch(ending.fail)
    await ending.asked
  } finally {
    await bot.stop()
    await world.close()
  }
  end()
}

function portOrThrow(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new CommandError(`--port '${text}' is not a port. Write a whole number from 0 to 65535.`, 2)
}

/** The digests are checked before their due minute, and posted once that has come and the fill is done. */
async function showAll(bot: Bot, world: DemoWorld, endProgress: () => void): Promise<void> {
  await bot.digests.runDue()
  await bot.sync.run()
  endProgress()
  while (!(await world.hasPosted())) {
    await bot.digests.runDue()
    await bot.deliveries.work()
    await sleep(LOOK_MS)
  }
  print(world.welcome())
}
