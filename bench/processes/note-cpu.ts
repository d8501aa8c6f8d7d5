/** Preloaded into a program: writes down the CPU time that it took by its end, in milliseconds. */
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  writeFileSync(process.env['BENCH_CPU'] ?? '/dev/null', String((user + system) / 1_000))
})
