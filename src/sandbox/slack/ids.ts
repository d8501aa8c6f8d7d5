import { randomBytes } from 'node:crypto'

export interface Ids {
  /** Slack's message time, seconds.micros: unique and increasing even if the clock stops or goes back. */
  ts(): string
  /** Such as V0A1B2C3D4. */
  id(prefix: string): string
  secret(): string
}

export function createIds(clock: () => number): Ids {
  let lastMicros = 0
  return {
    ts() {
      lastMicros = Math.max(Math.floor(clock() * 1000), lastMicros + 1)
      const seconds = Math.floor(lastMicros / 1_000_000)
      return `${seconds}.${String(lastMicros % 1_000_000).padStart(6, '0')}`
    },
    id(prefix) {
      return prefix + randomBytes(5).toString('hex').toUpperCase()
    },
    secret() {
      return randomBytes(16).toString('hex')
    },
  }
}
