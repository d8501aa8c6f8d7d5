/** A budget that replicas share: each process leases a few slots at a time from a store and spaces them evenly. */
import type { BudgetStore, RateLimit } from '../ports/leases.ts'
import {
  type Budget,
  createAssociationPacer,
  gapOf,
  type Pacer,
  SEARCH_LIMIT,
  USUAL_LIMIT,
  usedPartOf,
} from './pacing.ts'

const LARGEST_LEASE = { general: 10, search: 2 }

/** A slot may be used at least this much late; much later it is lost, since other replicas have the slots after it. */
const LATE_MS = 25

export interface SharedBudgetOptions {
  leases: BudgetStore
  general?: RateLimit
  search?: RateLimit
}

/** Associations have a limit that is never nearly reached, so each process paces its own. */
export function createSharedBudget({ leases, general, search }: SharedBudgetOptions): Budget {
  const pacers = {
    general: createLeasedPacer(leases, general ?? USUAL_LIMIT, 'general'),
    search: createLeasedPacer(leases, search ?? SEARCH_LIMIT, 'search'),
    associations: createAssociationPacer(),
  }
  return {
    take: (kind) => pacers[kind].take(),
    adopt(limit) {
      if (limit.max > 0 && limit.intervalMs > 0) pacers.general.adopt(limit)
    },
    hold: (kind, durationMs) => pacers[kind].hold(durationMs),
  }
}

interface Waiting {
  begin(): void
  fail(error: unknown): void
}

/** Times are those of `performance.now()`. */
interface Lane {
  leases: BudgetStore
  kind: 'general' | 'search'
  waiting: Waiting[]
  /** When each of the leased slots may be used, earliest first. */
  slots: number[]
  /** What to subtract from an instant of the database's clock; `null` before the first lease. */
  aheadMs: number | null
  /** How many slots have passed unused since the last lease. */
  lost: number
  /** How many slots to lease next: fewer if few are used, to leave the others to the other replicas. */
  amount: number
  heldUntil: number
  limit: RateLimit
  isLeasing: boolean
  timer: NodeJS.Timeout | undefined
}

function createLeasedPacer(leases: BudgetStore, firstLimit: RateLimit, kind: Lane['kind']): Pacer {
  const lane: Lane = {
    leases,
    kind,
    waiting: [],
    slots: [],
    aheadMs: null,
    lost: 0,
    amount: LARGEST_LEASE[kind],
    heldUntil: 0,
    limit: usedPartOf(firstLimit),
    isLeasing: false,
    timer: undefined,
  }
  return {
    take: () =>
      new Promise((begin, fail) => {
        lane.waiting.push({ begin, fail })
        if (!lane.timer) release(lane)
      }),
    adopt(limit) {
      lane.limit = usedPartOf(limit)
    },
    hold(durationMs) {
      lane.heldUntil = Math.max(lane.heldUntil, performance.now() + durationMs)
      if (lane.timer) release(lane)
    },
  }
}

/** Starts as many requests as there are slots, leases more if they run short, and wakes up at the next slot. */
function release(lane: Lane): void {
  clearTimeout(lane.timer)
  lane.timer = undefined
  useSlots(lane, mostLateMs(lane))
  if (lane.waiting.length === 0) return
  const isHeld = lane.heldUntil > performance.now()
  const wanted = Math.min(lane.waiting.length, LARGEST_LEASE[lane.kind] / 2)
  if (!isHeld && !lane.isLeasing && lane.slots.length < wanted) void lease(lane)
  const nextAt = isHeld ? lane.heldUntil : lane.slots[0]
  if (nextAt !== undefined) wakeAt(lane, nextAt)
}

function mostLateMs({ kind, limit }: Lane): number {
  return kind === 'search' ? LATE_MS : Math.max(2 * gapOf(limit), LATE_MS)
}

function wakeAt(lane: Lane, at: number): void {
  clearTimeout(lane.timer)
  lane.timer = setTimeout(() => release(lane), Math.max(0, at - performance.now()))
}

/** The store says by its own clock when slots begin, so neither a slow store nor this machine's clock adds any. */
async function lease(lane: Lane): Promise<void> {
  const askedAt = performance.now()
  lane.amount = nextAmount(lane, LARGEST_LEASE[lane.kind])
  lane.lost = 0
  lane.isLeasing = true
  try {
    const { granted, at, waitMs } = await lane.leases.take(lane.kind, lane.amount, lane.limit)
    lane.aheadMs = aheadOf(lane, { at, askedAt, answeredAt: performance.now() })
    const startsAt = at + waitMs - lane.aheadMs
    const gapMs = gapOf(lane.limit)
    for (let index = 0; index < granted; index += 1) lane.slots.push(startsAt + index * gapMs)
    lane.isLeasing = false
    if (granted > 0) release(lane)
    else wakeAt(lane, Math.max(startsAt, askedAt + LATE_MS))
  } catch (error) {
    lane.isLeasing = false
    for (const { fail } of lane.waiting.splice(0)) fail(error)
  }
}

/**
 * How far the database's clock is ahead of `performance.now()`: it read `at` at a moment between asking and the answer. The
 * last value is kept as long as that is possible, so that answers of different speed do not move slots towards one another.
 */
function aheadOf(
  { aheadMs }: Lane,
  { at, askedAt, answeredAt }: { at: number; askedAt: number; answeredAt: number },
): number {
  const [least, most] = [at - answeredAt, at - askedAt]
  return Math.min(most, Math.max(least, aheadMs ?? most))
}

/** Starts one waiting request for each slot that is due. */
function useSlots(lane: Lane, mostLateMs: number): void {
  const { waiting, slots } = lane
  const now = performance.now()
  while (slots[0] !== undefined && slots[0] < now - mostLateMs) {
    slots.shift()
    lane.lost += 1
  }
  if (lane.heldUntil > now) return
  while (waiting.length > 0 && slots[0] !== undefined && slots[0] <= now) {
    slots.shift()
    waiting.shift()?.begin()
  }
}

function nextAmount({ amount, lost, waiting }: Lane, largest: number): number {
  const wanted = lost > 0 ? amount - lost : amount + 1
  return Math.max(1, Math.min(largest, Math.max(wanted, waiting.length)))
}
