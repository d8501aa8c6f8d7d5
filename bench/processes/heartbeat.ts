/** How long the event loop was held at a time, felt by a beat that wants each of its turns. */
import { monitorEventLoopDelay } from 'node:perf_hooks'

/** In milliseconds. Only the main thread's CPU time is free of what else the machine does. */
export interface Held {
  cpuMs: number
  wallMs: number
  /** As Node's own histogram has it, which beats each millisecond. */
  delayMs: number
}

/** The longest turn of the loop while work went on. */
export async function longestTurn(work: () => Promise<unknown>): Promise<Held> {
  const histogram = monitorEventLoopDelay({ resolution: 1 })
  const held = { cpuMs: 0, wallMs: 0 }
  let last = now()
  let isOver = false
  const beat = () => {
    const { cpuMs, wallMs } = now()
    held.cpuMs = Math.max(held.cpuMs, cpuMs - last.cpuMs)
    held.wallMs = Math.max(held.wallMs, wallMs - last.wallMs)
    last = now()
    if (!isOver) setImmediate(beat)
  }
  histogram.enable()
  setImmediate(beat)
  await work()
  beat()
  isOver = true
  histogram.disable()
  return { ...held, delayMs: histogram.max / 1e6 }
}

function now() {
  const { user, system } = process.threadCpuUsage()
  return { cpuMs: (user + system) / 1000, wallMs: performance.now() }
}
