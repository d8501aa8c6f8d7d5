/** The schedule: the clock's ticks become calls of what has to be done. What is due is decided by those who are called. */
import { schedule as tickAt } from 'node-cron'
import { createTick, type Log, type Tick } from './tick.ts'

export interface ScheduleOptions {
  /** Reads from HubSpot. */
  poll: () => Promise<unknown>
  /** Goes through what is held, each minute if it is due: hours may pass while the other ticks go on beside it. */
  reconcile: () => Promise<unknown>
  /** Looks for what is due, at the start of each minute. */
  minute: () => Promise<unknown>
  /** Looks at what will be posted to soon, each minute: what is due does not wait for it. */
  ahead: () => Promise<unknown>
  /** Sends what stands in the outbox, every other second. */
  outbox: () => Promise<unknown>
  log: Log
  /** Between two polls: up to 30 in seconds, beyond that rounded to minutes. */
  pollSeconds?: number
  /** How long `stop` waits for what still runs. */
  stopWithinMs?: number
}

export interface Schedule {
  /** No more ticks; resolves when those that run have ended, or when the time for that is over. */
  stop(): Promise<void>
}

const EVERY_MINUTE = '0 * * * * *'
const EVERY_OTHER_SECOND = '*/2 * * * * *'
export const POLL_SECONDS = 300
const STOP_WITHIN_MS = 8_000

/** Starts ticking; the first tick of each kind comes with the clock, not at once. */
export function startSchedule({
  poll,
  reconcile,
  minute,
  ahead,
  outbox,
  log,
  pollSeconds = POLL_SECONDS,
  stopWithinMs = STOP_WITHIN_MS,
}: ScheduleOptions): Schedule {
  const kinds = [
    { expression: everySeconds(pollSeconds), tick: createTick('poll', poll, log) },
    { expression: EVERY_MINUTE, tick: createTick('reconcile', reconcile, log) },
    { expression: EVERY_MINUTE, tick: createTick('minute', minute, log) },
    { expression: EVERY_MINUTE, tick: createTick('ahead', ahead, log) },
    { expression: EVERY_OTHER_SECOND, tick: createTick('outbox', outbox, log) },
  ]
  const tasks = kinds.map(({ expression, tick }) => {
    const task = tickAt(expression, tick.run)
    // A process that was busy at the moment of a tick gets no call for it, only this event.
    task.on('execution:missed', tick.run)
    return task
  })
  return {
    async stop() {
      await Promise.all(tasks.map((task) => task.destroy()))
      await atMost(
        stopWithinMs,
        kinds.map(({ tick }) => tick),
      )
    },
  }
}

/** A cron expression that comes about so often. */
export function everySeconds(seconds: number): string {
  if (seconds <= 30) return `*/${Math.max(1, Math.round(seconds))} * * * * *`
  const minutes = Math.max(1, Math.round(seconds / 60))
  return minutes < 60 ? `0 */${minutes} * * * *` : `0 0 */${Math.min(23, Math.round(minutes / 60))} * * *`
}

async function atMost(ms: number, ticks: readonly Tick[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([Promise.all(ticks.map((tick) => tick.end())), deadline])
  clearTimeout(timer)
}
