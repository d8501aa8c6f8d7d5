/** What commands and a start cost beside an earlier checkout of this program, in turns. */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { median, spread } from './arithmetic.ts'
import { type BotWorld, botOrder } from './bot-program.ts'
import { at } from './cores.ts'
import { atMost, type Row } from './measurement.ts'
import { type ProgramOrder, startProgram } from './timed-process.ts'

const NOTE_CPU = new URL('./processes/note-cpu.ts', import.meta.url).href
const OURS = dirname(import.meta.dirname)
const Package = z.object({ bin: z.object({ scoreline: z.string() }) })

const COMMANDS: readonly (readonly string[])[] = [
  ['--help'],
  ['metric', 'calls', '--period', 'this month'],
  ['doctor'],
]

/** `earlier`: the folder of the checkout, with its packages. Each of the two fills a store of its own. */
export async function comparedWithEarlier(world: BotWorld, earlier: string, rounds: number): Promise<Row[]> {
  const [now, before] = [programIn(world, OURS, 'now'), programIn(world, earlier, 'before')]
  for (const program of [now, before]) await cpuOf(program, ['sync'], 0)
  const rows: Row[] = []
  for (const args of COMMANDS) {
    const cpu = await inTurns([now, before], rounds, (program) => cpuOf(program, args))
    rows.push(toRow(`CPU of ${args[0]}, second start`, cpu))
  }
  return [...rows, toRow('start to ready', await inTurns([now, before], rounds, readyMsOf))]
}

function programIn(world: BotWorld, root: string, name: string): ProgramOrder {
  const folder = join(world.folder, name)
  mkdirSync(folder, { recursive: true })
  const { bin } = Package.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  return { ...botOrder({ ...world, folder }), file: join(root, bin.scoreline) }
}

interface Pair {
  now: number[]
  before: number[]
}

/** The first of each warms the caches and does not count. */
async function inTurns(
  [now, before]: readonly [ProgramOrder, ProgramOrder],
  rounds: number,
  measure: (program: ProgramOrder) => Promise<number>,
): Promise<Pair> {
  const pair: Pair = { now: [], before: [] }
  for (let round = 0; round <= rounds; round += 1) {
    const [ours, theirs] = [await measure(now), await measure(before)]
    if (round === 0) continue
    pair.now.push(ours)
    pair.before.push(theirs)
  }
  return pair
}

async function readyMsOf(program: ProgramOrder): Promise<number> {
  const { readyMs, stop } = await startProgram(program)
  await stop()
  return readyMs
}

/** Rejects when the command ends otherwise; whether checks are met (1) is of no account unless it is said. */
async function cpuOf(
  { file, env, folder }: ProgramOrder,
  words: readonly string[],
  codeMax = 1,
): Promise<number> {
  const path = join(folder, 'cpu.txt')
  const { command, args } = at('tested', [file, ...words])
  const child = spawn(command, args, {
    cwd: folder,
    env: {
      ...process.env,
      PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
      NODE_OPTIONS: `--import ${NOTE_CPU}`,
      BENCH_CPU: path,
      ...env,
    },
    stdio: 'ignore',
  })
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done))
  if (code === null || code > codeMax) throw new Error(`${file} ${words.join(' ')} ended with ${code}`)
  return Number(readFileSync(path, 'utf8'))
}

function toRow(what: string, { now, before }: Pair): Row {
  return {
    what,
    ours: shown(now),
    comparedWith: `earlier ${shown(before)}`,
    ...atMost(median(now) / median(before), 0.6, ' ×'),
  }
}

function shown(times: readonly number[]): string {
  const { least, most } = spread(times)
  return `${median(times).toFixed(0)} ms (${least.toFixed(0)}–${most.toFixed(0)})`
}
