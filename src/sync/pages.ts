import { setTimeout as sleep } from 'node:timers/promises'
import type { FactPage } from '../ports/source.ts'

export interface PageReading {
  /** The cursor to begin at; `null` means the first page. */
  from: string | null
  request(cursor: string | null): Promise<FactPage>
  /** Receives several pages as one if they arrived right after one another or during another save. */
  save(page: FactPage): Promise<void>
  /** Whether reading can stop after a page although there are more. */
  isEnough?(page: FactPage): boolean
}

/**
 * From this many records on, no further page is joined: a search page has up to 200, and a transaction should take
 * only a few milliseconds.
 */
const ENOUGH_RECORDS = 301

/** Each save waits for the disk, so pages that arrive this quickly are worth waiting for too. */
const PATIENCE_MS = 20

/**
 * Reads page after page while earlier pages are being saved. Pages that arrive during a save, or right after one
 * another, are saved together, since adjacent pages touch the same days. Nothing is saved after a failed save.
 */
export async function readPages({ from, request, save, isEnough = () => false }: PageReading): Promise<void> {
  const following = (page: FactPage) =>
    page.next === null || isEnough(page) ? null : unwatched(request(page.next))
  let saving: Promise<void> = Promise.resolve()
  let ahead: Promise<FactPage> | null = request(from)
  try {
    while (ahead) {
      let page: FactPage = await Promise.race([ahead, failureOf(saving)])
      ahead = following(page)
      const isTime = Promise.all([saving, sleep(PATIENCE_MS)]).then(nothing, nothing)
      while (ahead && hasRoom(page)) {
        const next: FactPage | null = await Promise.race([ahead.catch(nothing), isTime])
        if (next === null) break
        page = joined(page, next)
        ahead = following(next)
      }
      await saving
      saving = unwatched(save(page))
    }
  } finally {
    await saving
  }
}

/** If nobody awaits the work any more, its failure must not end the process. */
function unwatched<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined)
  return work
}

function nothing(): null {
  return null
}

/** Rejects when the work does and never resolves. */
function failureOf(work: Promise<void>): Promise<never> {
  return work.then(() => new Promise<never>(() => undefined))
}

function hasRoom({ facts, skipped }: FactPage): boolean {
  return facts.length + skipped.length < ENOUGH_RECORDS
}

/**
 * Joins two adjacent pages, keeping the earlier of HubSpot's times. A record that the later page could read is not
 * skipped.
 */
function joined(page: FactPage, next: FactPage): FactPage {
  const read = new Set(next.facts.map(({ id }) => id))
  const skipped = page.skipped.filter(({ id }) => id === null || !read.has(id))
  return {
    facts: [...page.facts, ...next.facts],
    skipped: [...skipped, ...next.skipped],
    merges: [...page.merges, ...next.merges],
    next: next.next,
    serverTime: page.serverTime,
  }
}
