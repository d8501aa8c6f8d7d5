/** Preloaded into a program: when the program ends, writes down which modules it has loaded. */
import { writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

const loaded = new Set<string>()

registerHooks({
  load(url, context, nextLoad) {
    loaded.add(url)
    return nextLoad(url, context)
  },
})

process.on('exit', () =>
  writeFileSync(process.env['BENCH_MODULES'] ?? '/dev/null', JSON.stringify([...loaded])),
)
process.once('SIGTERM', () => setTimeout(() => process.exit(), 3_000))
