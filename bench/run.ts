/** Runs measurements, each in its own processes, and prints a table of ratios and counts for each. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { command } from './command.ts'
import { canPin } from './cores.ts'
import { firstFill } from './first-fill.ts'
import { leaderboard } from './leaderboard.ts'
import type { Measurement, Settings } from './measurement.ts'
import { metrics } from './metrics.ts'
import { ownMetrics } from './own-metrics.ts'
import { pipeline } from './pipeline.ts'
import { replicas } from './replicas.ts'
import { requests } from './requests.ts'
import { startup } from './startup.ts'
import { toTable } from './table.ts'

const MEASUREMENTS: readonly Measurement[] = [
  firstFill,
  requests,
  replicas,
  pipeline,
  leaderboard,
  metrics,
  ownMetrics,
  command,
  startup,
]
const OUT = fileURLToPath(new URL('./out/', import.meta.url))

const USAGE = `node bench/run.ts [--quick] [--profile] [name…]
  names: ${MEASUREMENTS.map(({ name }) => name).join(', ')}; all unless some are named
  --quick    a tenth of the work; not to be quoted
  --profile  writes CPU profiles of the processes under test to bench/out/`

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { quick: { type: 'boolean' }, profile: { type: 'boolean' }, help: { type: 'boolean' } },
  })
  const unknown = positionals.filter((name) => !MEASUREMENTS.some((one) => one.name === name))
  if (values.help || unknown.length > 0) {
    console.log(USAGE)
    process.exitCode = unknown.length > 0 ? 2 : 0
    return
  }
  mkdirSync(OUT, { recursive: true })
  const settings = { isQuick: values.quick ?? false, profileFolder: values.profile ? OUT : undefined }
  const chosen = MEASUREMENTS.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
  const report = [conditions(settings), ...(await measureAll(chosen, settings))].join('\n\n')
  writeFileSync(`${OUT}table.txt`, `${report}\n`)
}

/** Runs the measurements one after another; if one fails, the others still run. */
async function measureAll(chosen: readonly Measurement[], settings: Settings): Promise<string[]> {
  console.log(conditions(settings))
  const parts: string[] = []
  for (const { name, title, measure } of chosen) {
    console.log(`\n${title}`)
    try {
      const table = toTable(await measure(settings))
      console.log(table)
      parts.push(`${title}\n${table}`)
    } catch (error) {
      console.error(error)
      parts.push(`${title}\nfailed: ${error instanceof Error ? error.message : error}`)
      process.exitCode = 1
    }
    if (settings.profileFolder) console.log(`profiles of ${name} are in bench/out/`)
  }
  return parts
}

function conditions({ isQuick }: Settings): string {
  const load = loadavg()[0]?.toFixed(2)
  return [
    `Node ${process.versions.node}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'an unknown processor'}, load before: ${load}`,
    canPin
      ? 'The process under test has one core, the pretend services and the load have the other.'
      : 'No taskset or only one core here: processes share the cores, so figures are rougher.',
    ...(isQuick ? ['Quick: a tenth of the work. Do not quote these figures.'] : []),
  ].join('\n')
}

await main()
