/** Fake ports for use cases that send: a clock that only moves when told to, and a Slack that fails on demand. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Digest } from '../../src/domain/digest/digest.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Messenger, Post, PostOutcome, Refusal } from '../../src/ports/messenger.ts'
import { at } from '../builders.ts'

export interface FakeClock extends Clock {
  set(instant: number): void
  pass(ms: number): void
  /** Resolves at once, with the clock advanced by `ms`. */
  wait(ms: number): Promise<void>
}

export function fakeClock(iso = '2026-09-21T07:00:00Z'): FakeClock {
  let now = at(iso)
  return {
    now: () => now,
    set: (instant) => {
      now = instant
    },
    pass: (ms) => {
      now += ms
    },
    async wait(ms) {
      const until = now + ms
      await nextTurn()
      now = Math.max(now, until)
    },
  }
}

/** How a call fails. With `lost` and `hung` the post arrives before that; with `dropped` and `stuck` it never does. */
export type Failure =
  | 'lost'
  | 'dropped'
  | 'hung'
  | 'stuck'
  | 'throws'
  | { kind: 'retry'; afterMs: number; error: string }
  | { kind: 'failed'; error: string }

export interface FakeMessenger extends Messenger {
  /** The posts that are in channels. */
  posts: (Post & { ts: string; at: number })[]
  calls: Post[]
  looks: number
  mayLook: boolean
  isUnreachable: boolean
  /** Channels that were checked before a post. */
  seen: string[]
  /** The next checks of a channel end with these refusals, in this order. A check that is 'stuck' never ends. */
  refuse(channel: string, ...refusals: (Refusal | 'stuck')[]): void
  /** The next posts to a channel fail with these failures, in this order. */
  fail(channel: string, ...failures: Failure[]): void
  in(channel: string): Post[]
}

export function fakeMessenger(clock: Clock): FakeMessenger {
  const failures = new Map<string, Failure[]>()
  const refusals = new Map<string, (Refusal | 'stuck')[]>()
  const arrive = (post: Post): string => {
    const ts = `${Math.floor(clock.now() / 1000)}.${String(fake.posts.length + 1).padStart(6, '0')}`
    fake.posts.push({ ...post, ts, at: clock.now() })
    return ts
  }
  const fake: FakeMessenger = {
    posts: [],
    calls: [],
    looks: 0,
    mayLook: true,
    isUnreachable: false,
    seen: [],
    refuse: (channel, ...next) => refusals.set(channel, next),
    fail: (channel, ...next) => failures.set(channel, next),
    in: (channel) => fake.posts.filter((post) => post.channel === channel),
    async look(channel) {
      fake.seen.push(channel)
      await nextTurn()
      const refusal = refusals.get(channel)?.shift() ?? null
      return refusal === 'stuck' ? new Promise(() => {}) : refusal
    },
    lookAhead: async () => undefined,
    async post(post) {
      fake.calls.push(post)
      await nextTurn()
      const failure = failures.get(post.channel)?.shift()
      return failure === undefined ? { kind: 'sent', ts: arrive(post) } : failing(failure, () => arrive(post))
    },
    async find(channel, deliveryId, since) {
      fake.looks += 1
      if (fake.isUnreachable) throw new Error('getaddrinfo EAI_AGAIN slack.com')
      if (!fake.mayLook) return 'cannotLook'
      const found = fake.in(channel).find((post) => post.deliveryId === deliveryId)
      const known = fake.posts.find((post) => post === found)
      return known && known.at >= since ? { ts: known.ts } : 'absent'
    },
  }
  return fake
}

function failing(failure: Failure, arrive: () => string): Promise<PostOutcome> {
  if (typeof failure === 'object') return Promise.resolve(failure)
  if (failure === 'lost' || failure === 'hung') arrive()
  if (failure === 'hung' || failure === 'stuck') return new Promise(() => {})
  if (failure === 'throws') return Promise.reject(new Error('socket hang up'))
  return Promise.resolve({ kind: 'uncertain', error: 'ECONNRESET' })
}

export interface FakeLog {
  lines: string[]
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export function fakeLog(): FakeLog {
  const lines: string[] = []
  return {
    lines,
    warn: (_fields, message) => void lines.push(message),
    error: (_fields, message) => void lines.push(message),
  }
}

export function aDigest(changes: Partial<Digest> = {}): Digest {
  return {
    name: 'north',
    title: 'Team North',
    localDate: '2026-09-21',
    language: 'en',
    zone: 'Europe/Copenhagen',
    currency: 'EUR',
    exponent: 2,
    quota: null,
    board: null,
    lastDay: { day: '2026-09-18', counts: [{ metric: 'calls', value: 212 }] },
    worthKnowing: null,
    table: null,
    named: [],
    asOf: at('2026-09-21T06:55:00Z'),
    isStale: false,
    lateMinutes: null,
    ...changes,
  }
}
