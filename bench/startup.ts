/**
 * The time from the start of the process to 'ready', compared with a process that only imports the same modules. With
 * BENCH_EARLIER, the folder of an earlier checkout, commands and the start are compared with that one too.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { median, spread } from './arithmetic.ts'
import { type BotWorld, botOrder, databaseOf, withSlack } from './bot-program.ts'
import { fillDatabase } from './company-store.ts'
import { comparedWithEarlier } from './earlier.ts'
import { withFolder } from './folder.ts'
import { withHubSpot } from './hubspot-child.ts'
import { atMost, informs, type Measurement, type Row, type Settings } from './measurement.ts'
import { type ProgramOrder, startProgram } from './timed-process.ts'

const IMPORTS = fileURLToPath(new URL('./processes/imports.ts', import.meta.url))
const NOTE_MODULES = new URL('./processes/note-modules.ts', import.meta.url).href

export const startup: Measurement = {
  name: 'startup',
  title:
    'Start to ready, Socket Mode, with a filled store, compared with its imports alone, compiled each time',
  measure,
}

function measure({ isQuick, profileFolder }: Settings): Promise<Row[]> {
  const account = { kind: 'company' as const }
  return withHubSpot({ account, latencyMs: 0, tenSecondly: 100_000, answersNumbered: true }, (_, hubspot) =>
    withSlack((slack) =>
      withFolder(async (folder) => {
        const world = { hubspot, slack, folder }
        await fillDatabase(hubspot, databaseOf(world))
        const modules = await compareModules(world)
        if (profileFolder) await profileBot(world, profileFolder)
        const rounds = isQuick ? 3 : 7
        const rows = toRows(await startInTurns(world, rounds), modules)
        const earlier = process.env['BENCH_EARLIER']
        return earlier ? [...rows, ...(await comparedWithEarlier(world, earlier, rounds))] : rows
      }),
    ),
  )
}

function importsOrder({ folder }: BotWorld): ProgramOrder {
  return { file: IMPORTS, args: [], isExecutable: false, env: {}, folder, line: 'imported' }
}

interface Starts {
  bot: number[]
  imports: number[]
}

/** The first start of each warms the file cache and does not count. */
async function startInTurns(world: BotWorld, rounds: number): Promise<Starts> {
  const starts: Starts = { bot: [], imports: [] }
  for (let round = 0; round <= rounds; round += 1) {
    const [bot, imports] = [await timeOf(botOrder(world)), await timeOf(importsOrder(world))]
    if (round === 0) continue
    starts.bot.push(bot)
    starts.imports.push(imports)
  }
  return starts
}

async function timeOf(order: ProgramOrder): Promise<number> {
  const program = await startProgram(order)
  await program.stop()
  return program.readyMs
}

interface Modules {
  bot: number
  imports: number
}

/** The comparison is valid only if the other process imports nothing that the bot does not. */
async function compareModules(world: BotWorld): Promise<Modules> {
  const bot = await modulesOf(botOrder(world))
  const imports = (await modulesOf(importsOrder(world))).filter((url) => !url.includes('/bench/'))
  const extra = imports.filter((url) => !bot.includes(url))
  if (extra.length > 0) throw new Error(`the bot does not import ${extra.join(', ')}`)
  return { bot: bot.length, imports: imports.length }
}

async function modulesOf(order: ProgramOrder): Promise<string[]> {
  const path = `${order.folder}/modules.json`
  const program = await startProgram({
    ...order,
    nodeOptions: ['--import', NOTE_MODULES],
    env: { ...order.env, BENCH_MODULES: path },
  })
  await program.stop()
  return z.array(z.string()).parse(JSON.parse(readFileSync(path, 'utf8')))
}

async function profileBot(world: BotWorld, profileFolder: string): Promise<void> {
  const nodeOptions = ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`, '--cpu-prof-interval=200']
  await timeOf({ ...botOrder(world), nodeOptions })
}

function toRows({ bot, imports }: Starts, modules: Modules): Row[] {
  const shown = (times: readonly number[]) => {
    const { least, most } = spread(times)
    return `${median(times).toFixed(0)} ms (${least.toFixed(0)}–${most.toFixed(0)})`
  }
  return [
    {
      what: 'start to ready',
      ours: shown(bot),
      comparedWith: `imports alone ${shown(imports)}`,
      ...atMost(median(bot) / median(imports), 1.5, ' ×'),
    },
    {
      what: 'modules loaded',
      ours: `${modules.bot}`,
      comparedWith: `${modules.imports}`,
      ...informs((modules.bot / modules.imports).toFixed(2)),
    },
  ]
}
