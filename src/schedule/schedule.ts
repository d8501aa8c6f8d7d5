/** The schedule: turns the clock's ticks into calls. The called functions decide for themselves what is due. */
import { schedule as tickAt } from 'node-cron'
import { POLL_SECONDS } from './poll-seconds.ts'
import { createTick, type Log, type Tick } from './tick.ts'

export interface ScheduleOptions {
  /** Reads from HubSpot. */
  poll: () => Promise<unknown>
  /**
   * Compares the stored records with HubSpot. Called every minute, works only if due; may run for hours beside the
   * other ticks.
   */
  reconcile: () => Promise<unknown>
  /** Looks for what is due, at the start of each minute. */
  minute: () => Promise<unknown>
  /** Checks the channels that will be posted to soon, each minute; posts that are due do not wait for it. */
  ahead: () => Promise<unknown>
  /** Sends what is in the outbox, every other second. */
  outbox: () => Promise<unknown>
  /** Deletes what is older than it is kept, each hour. */
  forget: () => Promise<unknown>
  log: Log
  /**
   * Time between two polls: up to 30 in whole seconds, above that in whole minutes, from an hour on in whole hours (at
   * most 23).
   */
  pollSeconds?: number
  /** How long `stop` waits for calls that are still running. */
  stopWithinMs?: number
}

export interface Schedule {
  /** Stops ticking; resolves when the running calls have ended, or after `stopWithinMs`. */
  stop(): Promise<void>
}

const EVERY_MINUTE = '0 * * * * *'
const EVERY_HOUR = '30 17 * * * *'
const EVERY_OTHER_SECOND = '*/2 * * * * *'
const STOP_WITHIN_MS = 8_000

/** Starts ticking; the first tick of each kind comes at its time on the clock, not immediately. */
export function startSchedule({
  poll,
  reconcile,
  minute,
  ahead,
  outbox,
  forget,
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
    { expression: EVERY_HOUR, tick: createTick('forget', forget, log) },
  ]
  const tasks = kinds.map(({ expression, tick }) => {
    const task = tickAt(expression, tick.run)
    // If the process was busy at the time of a tick, node-cron emits this event instead of calling.
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

/** A cron expression that matches at about this interval. */
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
