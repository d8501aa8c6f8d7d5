import { setTimeout as sleep } from 'node:timers/promises'
import type { FactPage } from '../ports.ts'

export interface PageReading {
  /** Where to begin; `null`: at the first page. */
  from: string | null
  request(cursor: string | null): Promise<FactPage>
  /** Is handed several pages as one where they came faster than they could be saved. */
  save(page: FactPage): Promise<void>
  /** Whether nothing has to be read after a page although there is more. */
  isEnough?(page: FactPage): boolean
}

/** Records that are saved as one, unless a single page has more: a transaction is to take far less than 50 ms. */
const MOST_RECORDS = 400

/** A disk is waited for with each save: where pages come as fast as that, they are worth waiting for too. */
const PATIENCE_MS = 20

/**
 * Reads page after page while what came before is being saved. Pages that come meanwhile, or right after one another,
 * are saved together: neighbours touch the same days. Nothing is saved after a save that failed.
 */
export async function readPages({ from, request, save, isEnough = () => false }: PageReading): Promise<void> {
  const following = (page: FactPage) =>
    page.next === null || isEnough(page) ? null : unwatched(request(page.next))
  let saving = Promise.resolve()
  let ahead: Promise<FactPage> | null = request(from)
  try {
    while (ahead) {
      let page: FactPage = await ahead
      ahead = following(page)
      const isTime = Promise.all([ended(saving), sleep(PATIENCE_MS)]).then(() => null)
      while (ahead && hasRoom(page)) {
        const next: FactPage | null = await Promise.race([ahead.catch(() => null), isTime])
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

function ended(work: Promise<void>): Promise<null> {
  return work.then(
    () => null,
    () => null,
  )
}

function hasRoom({ facts, skipped }: FactPage): boolean {
  return facts.length + skipped.length < MOST_RECORDS
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
