/** A company's records of 18 months, the same on each call: deals with their changes, and a great many activities. */
import { dayStart, isoWeekday, type Zone } from '../../src/domain/calendar/day.ts'
import type { Pipeline } from '../../src/domain/company/people.ts'
import { CONNECTED } from '../../src/domain/company/settings.ts'
import { type DealChange, stageEntriesOf, type TrackedProperty } from '../../src/domain/facts/deal-changes.ts'
import type { ContactFact, DealFact, Fact } from '../../src/domain/facts/facts.ts'

export type ActivityFact = Exclude<Fact, ContactFact | DealFact>

export interface HistoryOptions {
  reps: number
  zone: Zone
  /** Every day on which there may be activities or deals; deals also begin at weekends. */
  days: readonly string[]
  /** Epoch milliseconds; nothing after this has happened. */
  now: number
}

export const REP_IDS_FROM = 71_000_001
export const POSITIVE = 'b2cf5968-551e-4856-9783-52b3da59a7d0'
const DISPOSITIONS = [CONNECTED, POSITIVE, '73a0d17f-1163-4015-bdd5-ec830791da20', null]
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Activities in chronological order, the same number on each working day. */
export function* activitiesOf(count: number, options: HistoryOptions): Generator<ActivityFact> {
  const random = randomFrom(count)
  const starts = options.days
    .filter((day) => isoWeekday(day) <= 5)
    .map((day) => dayStart(day, options.zone) + 8 * HOUR_MS)
  for (let place = 0; place < count; place++) {
    const start = starts[Math.floor((place / count) * starts.length)] ?? 0
    const at = start + Math.floor(random() * 9 * HOUR_MS)
    const ownerId = String(REP_IDS_FROM + Math.floor(random() * options.reps))
    yield activity({ id: String(20_000_000_001 + place), ownerId, modifiedAt: at + 60_000 }, at, random)
  }
}

type Base = Pick<ActivityFact, 'id' | 'ownerId' | 'modifiedAt'>

/** An activity of a random type, in the proportions of a team that calls a lot. */
function activity(base: Base, at: number, random: () => number): ActivityFact {
  const kind = random()
  if (kind < 0.44) return call(base, at, random)
  if (kind < 0.74) {
    const direction = random() < 0.2 ? 'INCOMING_EMAIL' : 'EMAIL'
    return { type: 'emails', ...base, at, direction, status: 'SENT', replyCount: random() < 0.15 ? 1 : null }
  }
  if (kind < 0.8) return meeting(base, at, random)
  if (kind < 0.88) {
    const isDone = random() < 0.85
    const completedAt = isDone ? at : null
    return { type: 'tasks', ...base, at, completedAt, status: isDone ? 'COMPLETED' : 'NOT_STARTED' }
  }
  if (kind < 0.96) return { type: 'notes', ...base, at }
  return { type: 'communications', ...base, at, channel: 'LINKEDIN_MESSAGE' }
}

function call(base: Base, at: number, random: () => number): ActivityFact {
  return {
    type: 'calls',
    ...base,
    at,
    direction: random() < 0.12 ? 'INBOUND' : 'OUTBOUND',
    status: random() < 0.04 ? 'CANCELED' : 'COMPLETED',
    disposition: DISPOSITIONS[Math.floor(random() * DISPOSITIONS.length)] ?? null,
    durationMs: 5_000 + Math.floor(random() * 600_000),
  }
}

function meeting(base: Base, at: number, random: () => number): ActivityFact {
  const outcome = random() < 0.12 ? 'NO_SHOW' : 'COMPLETED'
  const [createdAt, endsAt] = [at - Math.floor(random() * 5 * DAY_MS), at + HOUR_MS / 2]
  return { type: 'meetings', ...base, at, createdAt, startsAt: at, endsAt, outcome }
}

const STAGES = ['appointment', 'qualified', 'presentation', 'contract']

export const PIPELINES: Pipeline[] = ['default', 'renewals'].map((id, order) => ({
  id,
  label: id,
  order,
  stages: [
    ...STAGES.map((stage, at) =>
      stageOf(id, stage, { at, isClosed: false, probability: `${(at + 1) * 0.2}` }),
    ),
    stageOf(id, 'won', { at: 4, isClosed: true, probability: '1' }),
    stageOf(id, 'lost', { at: 5, isClosed: true, probability: '0' }),
  ],
}))

function stageOf(
  pipeline: string,
  name: string,
  stage: { at: number; isClosed: boolean; probability: string },
) {
  const { at, isClosed, probability } = stage
  return { id: `${pipeline}_${name}`, label: name, order: at, isClosed, probability }
}

export interface DealHistory {
  deal: DealFact
  changes: DealChange[]
}

/** A tenth of the deals are open; a quarter of all have slipped at least once. */
export function* dealsOf(count: number, options: HistoryOptions): Generator<DealHistory> {
  const random = randomFrom(7)
  const first = dayStart(options.days[0] ?? '', options.zone)
  for (let place = 0; place < count; place++) {
    const createdAt = first + Math.floor((place / count) * (options.now - first))
    const ownerId = String(REP_IDS_FROM + Math.floor(random() * options.reps))
    yield dealHistory({ id: String(10_000_000_001 + place), ownerId, createdAt }, options.now, random)
  }
}

interface NewDeal {
  id: string
  ownerId: string
  createdAt: number
}

function dealHistory({ id, ownerId, createdAt }: NewDeal, now: number, random: () => number): DealHistory {
  const pipelineId = random() < 0.04 ? 'renewals' : 'default'
  const dues = dueDates(createdAt, now, random)
  const closesAt = dues.at(-1) ?? createdAt
  const isOpen = closesAt >= now || random() < 0.02
  const isWon = !isOpen && random() < 0.4
  const amount = `${500 + Math.floor(random() * 40_000)}.${10 + Math.floor(random() * 90)}`
  const stages = stagesUntil(
    isOpen ? 1 + Math.floor(random() * 4) : 2,
    isOpen ? null : isWon ? 'won' : 'lost',
  )
  const until = Math.min(closesAt, now)
  const moves = stages.map((stage, at) => ({
    property: 'stage' as const,
    at: Math.floor(createdAt + ((until - createdAt) * at) / Math.max(1, stages.length - (isOpen ? 0 : 1))),
    value: `${pipelineId}_${stage}`,
  }))
  const delays = dues.map((due, at) => ({
    property: 'closesAt' as const,
    at: at === 0 ? createdAt : (dues[at - 1] ?? createdAt) - DAY_MS,
    value: String(due),
  }))
  const changes: DealChange[] = [...moves, ...delays, changeTo('amount', createdAt, amount)]
    .filter(({ at }) => at <= now)
    .map((change) => ({ dealId: id, ...change }))
  const lastStage = moves.at(-1)?.value ?? null
  return {
    changes,
    deal: {
      type: 'deals',
      id,
      ownerId,
      modifiedAt: until,
      name: `Deal ${id}`,
      pipelineId,
      stageId: lastStage,
      createdAt,
      closesAt,
      isClosed: !isOpen,
      isWon,
      amount,
      homeAmount: null,
      currency: 'EUR',
      probability: null,
      forecastCategory: ['COMMIT', 'BEST_CASE', 'PIPELINE'][Math.floor(random() * 3)] ?? null,
      arr: null,
      mrr: null,
      cost: random() < 0.5 ? String(200 + Math.floor(random() * 9_000)) : null,
      contractYears: null,
      territory: null,
      companyId: String(1 + Math.floor(random() * 60_000)),
      stageEntries: stageEntriesOf(changes),
    },
  }
}

function changeTo(property: TrackedProperty, at: number, value: string) {
  return { property, at, value }
}

/** The deal's planned close dates: the first one, then each postponement, made a day before the date. */
function dueDates(createdAt: number, now: number, random: () => number): number[] {
  let due = createdAt + Math.floor((14 + random() * 70) * DAY_MS)
  const dues = [due]
  while (random() < 0.25 && due - DAY_MS <= now) {
    due += Math.floor((5 + random() * 30) * DAY_MS)
    dues.push(due)
  }
  return dues
}

function stagesUntil(count: number, end: string | null): string[] {
  const open = STAGES.slice(0, count)
  return end === null ? open : [...open, end]
}
