import { Command } from 'commander'
import { openDemoWorld } from '../demo-world.ts'
import type { Parts } from '../parts.ts'
import { showProgress } from '../progress.ts'
import { print, tell } from '../run.ts'
import { untilAsked } from './start.ts'

interface Options {
  port: string
}

export function demoCommand(parts: Parts): Command {
  return new Command('demo')
    .description('the bot against a pretend HubSpot and Slack, with a page to watch it and type commands')
    .option('--port <number>', 'of the page; 0 takes a free one', '0')
    .action((options: Options) => demo(parts, options))
}

async function demo(parts: Parts, { port }: Options): Promise<void> {
  const log = parts.createLog('warn')
  const ending = untilAsked(log)
  tell('Making a sales company of 26 reps with 420 days behind it …')
  const world = await openDemoWorld(parts, { port: Number(port) || 0 })
  const progress = showProgress()
  const { config, store } = world
  const bot = await parts.createBot({
    config,
    store,
    log,
    onFatal: ending.fail,
    onProgress: progress.onProgress,
    pollSeconds: 30,
  })
  await bot.start()
  const run = async () => {
    await bot.digests.runDue()
    await bot.sync.run()
    progress.end()
    await bot.digests.runDue()
    await bot.deliveries.work()
    print(world.welcome())
  }
  await Promise.race([run(), ending.asked])
  await ending.asked
  await bot.stop()
  await world.close()
}
