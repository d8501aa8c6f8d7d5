import { setTimeout as sleep } from 'node:timers/promises'
import type { FactPage } from '../ports/source.ts'

export interface PageReading {
  /** Where to begin; `null`: at the first page. */
  from: string | null
  request(cursor: string | null): Promise<FactPage>
  /** Is handed several pages as one where they came right after one another or while another was saved. */
  save(page: FactPage): Promise<void>
  /** Whether nothing has to be read after a page although there is more. */
  isEnough?(page: FactPage): boolean
}

/** With so many no further page is joined: one of search has up to 200, and a transaction is to take few milliseconds. */
const ENOUGH_RECORDS = 301

/** A disk is waited for with each save: where pages come as fast as that, they are worth waiting for too. */
const PATIENCE_MS = 20

/**
 * Reads page after page while what came before is being saved. Pages that come meanwhile, or right after one another,
 * are saved together: neighbours touch the same days. Nothing is saved after a save that failed.
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

/** Should nobody wait for it any more, its failure is not to end the process. */
function unwatched<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined)
  return work
}

function nothing(): null {
  return null
}

/** Rejects when the work does, and never resolves. */
function failureOf(work: Promise<void>): Promise<never> {
  return work.then(() => new Promise<never>(() => undefined))
}

function hasRoom({ facts, skipped }: FactPage): boolean {
  return facts.length + skipped.length < ENOUGH_RECORDS
}

/** Two neighbours as one page: of HubSpot's times the earlier; a record that the later one could read is not skipped. */
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
