/** The first fill: every record of a type by list pages, in order of id, to be taken up again after any stop. */
import { isSourceError } from '../ports.ts'
import { readPages } from './pages.ts'
import type { TypeReading } from './type-reading.ts'

/** What changes while it runs is younger than `asOf` and so left to the first fast pass. */
export async function fillType(reading: TypeReading): Promise<void> {
  const { type, source, savePage, tellProgress } = reading
  let cursor = reading.cursor
  let { total } = cursor
  const counting = total === null ? countRecords(reading) : Promise.resolve(total)
  const counted = counting.then((count) => {
    total = count
  })
  // When a page fails nobody waits for the total any more; its own failure is not to end the process.
  counted.catch(() => undefined)
  await readPages({
    from: cursor.fillCursor,
    request: (after) => source.listPage(type, after),
    async save(page) {
      const done = page.next === null
      const fillStartedAt = cursor.fillStartedAt ?? page.serverTime
      const filled = cursor.filled + page.facts.length + page.skipped.length
      const asOf = done ? fillStartedAt : null
      cursor = { type, fillCursor: page.next, fillStartedAt, asOf, filled, total, error: null, fault: null }
      await savePage(page, { cursor })
      tellProgress({ type, filled, total, done })
    },
  })
  await counted
}

/** A total is a comfort: where HubSpot does not tell it, the fill goes on without. */
async function countRecords({ type, source }: TypeReading): Promise<number | null> {
  try {
    return (await source.count?.(type)) ?? null
  } catch (error) {
    if (isSourceError(error)) return null
    throw error
  }
}
