import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import {
  everySeconds,
  type Schedule,
  type ScheduleOptions,
  startSchedule,
} from '../../src/schedule/schedule.ts'
import { createTick } from '../../src/schedule/tick.ts'

const idle = async () => {}

function aLog() {
  const lines: object[] = []
  return { lines, error: (fields: object) => void lines.push(fields) }
}

function counter() {
  let times = 0
  return {
    times: () => times,
    count: async () => {
      times += 1
    },
  }
}

describe('the schedule', () => {
  let schedule: Schedule | undefined
  afterEach(() => schedule?.stop())

  const start = (options: Partial<ScheduleOptions>) => {
    schedule = startSchedule({
      poll: idle,
      reconcile: idle,
      minute: idle,
      ahead: idle,
      outbox: idle,
      forget: idle,
      log: aLog(),
      ...options,
    })
    return schedule
  }

  it('polls as often as configured, and checks the outbox every other second', async () => {
    const polls = counter()
    const looks = counter()
    start({ poll: polls.count, outbox: looks.count, pollSeconds: 1 })

    await expect.poll(() => polls.times(), { timeout: 5_000 }).toBeGreaterThanOrEqual(3)
    expect(looks.times()).toBeGreaterThanOrEqual(1)
    expect(looks.times()).toBeLessThanOrEqual(3)
  })

  it('makes up for a tick that was missed while the process was busy', async () => {
    const polls = counter()
    start({ poll: polls.count, pollSeconds: 5 })

    const untilAfterTheTick = 5_000 - (Date.now() % 5_000) + 2_300
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, untilAfterTheTick)

    await expect.poll(() => polls.times(), { timeout: 1_500 }).toBe(1)
  })

  it('keeps polling after an error', async () => {
    let polls = 0
    const log = aLog()
    start({
      log,
      pollSeconds: 1,
      poll: async () => {
        polls += 1
        throw new Error('HubSpot is down')
      },
    })

    await expect.poll(() => polls, { timeout: 5_000 }).toBeGreaterThanOrEqual(2)
    expect(log.lines[0]).toMatchObject({ tick: 'poll', err: { message: 'HubSpot is down' } })
  })

  it('stops once the running calls have ended, and does not tick again', async () => {
    let begun = 0
    let ended = 0
    const running = start({
      pollSeconds: 1,
      poll: async () => {
        begun += 1
        await sleep(300)
        ended += 1
      },
    })
    await expect.poll(() => begun, { timeout: 3_000, interval: 10 }).toBe(1)

    await running.stop()
    expect(ended).toBe(1)
    await sleep(1_300)
    expect(begun).toBe(1)
  })

  it('does not wait forever for a call that never ends', async () => {
    let hasBegun = false
    const stuck = start({
      pollSeconds: 1,
      stopWithinMs: 100,
      poll: () => {
        hasBegun = true
        return new Promise(() => {})
      },
    })
    await expect.poll(() => hasBegun, { timeout: 3_000 }).toBe(true)

    const before = performance.now()
    await stuck.stop()
    expect(performance.now() - before).toBeLessThan(2_000)
  })

  it.each([
    [1, '*/1 * * * * *'],
    [2, '*/2 * * * * *'],
    [60, '0 */1 * * * *'],
    [90, '0 */2 * * * *'],
    [300, '0 */5 * * * *'],
    [7200, '0 0 */2 * * *'],
  ])('turns %i seconds into %s', (seconds, expression) => {
    expect(everySeconds(seconds)).toBe(expression)
  })
})

describe('a tick', () => {
  it('never overlaps itself', async () => {
    let finish = () => {}
    let runs = 0
    const tick = createTick(
      'minute',
      () => {
        runs += 1
        return new Promise<void>((resolve) => {
          finish = resolve
        })
      },
      aLog(),
    )

    const first = tick.run()
    await tick.run()
    expect(runs).toBe(1)
    finish()
    await first
    void tick.run()
    expect(runs).toBe(2)
    finish()
    await tick.end()
  })

  it('also logs work that throws synchronously', async () => {
    const log = aLog()
    const tick = createTick(
      'minute',
      () => {
        throw new Error('broken')
      },
      log,
    )

    await tick.run()
    await tick.run()

    expect(log.lines).toMatchObject([{ err: { message: 'broken' } }, { err: { message: 'broken' } }])
  })
})
