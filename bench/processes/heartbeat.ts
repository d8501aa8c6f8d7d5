/** How long the event loop was blocked at a time, measured by a callback that runs in each of its turns. */
import { monitorEventLoopDelay } from 'node:perf_hooks'

/** In milliseconds. Only the main thread's CPU time is independent of other work on the machine. */
export interface LongestTurn {
  cpuMs: number
  wallMs: number
  /** From Node's own histogram, which samples each millisecond. */
  delayMs: number
}

/** The longest turn of the loop during the work. */
export async function longestTurn(work: () => Promise<unknown>): Promise<LongestTurn> {
  const histogram = monitorEventLoopDelay({ resolution: 1 })
  const longest = { cpuMs: 0, wallMs: 0 }
  let last = now()
  let isOver = false
  const beat = () => {
    const { cpuMs, wallMs } = now()
    longest.cpuMs = Math.max(longest.cpuMs, cpuMs - last.cpuMs)
    longest.wallMs = Math.max(longest.wallMs, wallMs - last.wallMs)
    last = now()
    if (!isOver) setImmediate(beat)
  }
  histogram.enable()
  setImmediate(beat)
  await work()
  beat()
  isOver = true
  histogram.disable()
  return { ...longest, delayMs: histogram.max / 1e6 }
}

function now() {
  const { user, system } = process.threadCpuUsage()
  return { cpuMs: (user + system) / 1000, wallMs: performance.now() }
}
